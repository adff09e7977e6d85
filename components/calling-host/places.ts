/** The places in HubSpot that a widget can be in, and what the page calls them. */
import {
  hasStarted,
  isAgentReady,
  liveCall,
  type AppSettings,
  type HostPlace,
  type HostState,
} from '../../src/host/index.js';
import { isBesideWindow } from '../../src/call/index.js';
import { maskNumbers } from '../../src/link/mask.js';

/** A place that can be chosen. */
export interface PlaceChoice {
  readonly value: string;
  readonly label: string;
  readonly place: HostPlace;
}

/** All places, the usual one first. */
export const places: readonly PlaceChoice[] = [
  {
    value: 'widget',
    label: 'On the record',
    place: { iframeLocation: 'widget', usesCallingWindow: false },
  },
  {
    value: 'remote',
    label: 'In the navigation bar',
    place: { iframeLocation: 'remote', usesCallingWindow: false },
  },
  {
    value: 'remote-beside-window',
    label: 'In the navigation bar, with a calling window',
    place: { iframeLocation: 'remote', usesCallingWindow: true },
  },
  {
    value: 'window',
    label: 'In a calling window',
    place: { iframeLocation: 'window', usesCallingWindow: true },
  },
  {
    value: 'own-window',
    label: 'In a window of the app’s own',
    place: { iframeLocation: 'window', usesCallingWindow: false },
  },
];

const titles: Readonly<Record<HostPlace['iframeLocation'], string>> = {
  widget: 'Phone on the record',
  remote: 'Phone in the navigation bar',
  window: 'Calling window',
};

/** What the page calls the widget in this place. */
export function titleOf({ iframeLocation }: HostPlace): string {
  return titles[iframeLocation];
}

/** The place whose choice has this value; undefined for a value that none has. */
export function findPlace(wanted: string): HostPlace | undefined {
  return places.find(({ value }) => value === wanted)?.place;
}

/** What the choice of a place is called; empty for a place that cannot be chosen. */
export function labelOf(wanted: HostPlace): string {
  return places.find(({ place }) => isSamePlace(place, wanted))?.label ?? '';
}

/** Whether two places are the same. On a record it makes no difference whether there is a calling window besides. */
export function isSamePlace(one: HostPlace, other: HostPlace): boolean {
  if (one.iframeLocation !== other.iframeLocation) return false;
  return one.iframeLocation === 'widget' || one.usesCallingWindow === other.usesCallingWindow;
}

/** Why no widget starts at a place, in words; undefined if one does. */
export function placeProblem(
  place: string,
  { usesRemote }: Pick<AppSettings, 'usesRemote'>,
): string | undefined {
  if (!Object.hasOwn(titles, place)) {
    return `place is “${maskNumbers(place)}”; right: ${Object.keys(titles).join(', ')}.`;
  }
  if (place !== 'remote' || usesRemote) return undefined;
  return 'The app’s setting usesRemote is off: HubSpot shows no widget in the navigation bar.';
}

/** Whether nobody can call from here: frames in the navigation bar carry no calls beside a calling window, and no other is open. */
export function missesWindow(state: HostState): boolean {
  const { place, frames } = state;
  if (!isBesideWindow(place) || !hasStarted(state)) return false;
  return frames.every(({ iframeLocation }) => iframeLocation === 'remote');
}

/** Whether the user has put the widget out of sight. */
export function isAway({ visibility }: HostState): boolean {
  return visibility.isHidden || visibility.isMinimized;
}

/** In a word or two, whether the widget can be asked to dial, or why it cannot. */
export function stateText(state: HostState): string {
  const { connection } = state;
  if (connection === 'silent') return 'No answer';
  if (!hasStarted(state)) return connection === 'acknowledged' ? 'Starting' : 'Waiting for the widget';
  if (!isAgentReady(state)) return 'Logged out';
  return liveCall(state) ? 'In a call' : 'Ready';
}
