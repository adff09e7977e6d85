/** What a bridge can be told about itself. */
import { maskNumbers, type Clock, type WidgetLinkOptions, type Wire } from '../link/index.js';
import { callingError, type CallingError } from '../protocol/index.js';
import type { Page } from './page.js';

/** Settings of a bridge. What is changed counts from then on; whom to trust, from the next connection. */
export interface BridgeSettings extends WidgetLinkOptions {
  /** Whether the user is logged in to the phone. Default: false. */
  readonly loggedIn?: boolean;
  /** Whether the user takes calls. Default: false. */
  readonly available?: boolean;
  /** The width asked of HubSpot, in px. Default: HubSpot's. */
  readonly widgetWidth?: number | undefined;
  /** The height asked of HubSpot, in px. Default: HubSpot's. */
  readonly widgetHeight?: number | undefined;
  /** Leaves INITIALIZED to the app. Default: false. */
  readonly manual?: boolean;
  /** Who makes a call's record: `hubspot`, or the `app` through HubSpot's API. Default: `hubspot`. */
  readonly engagement?: 'hubspot' | 'app';
  /**
   * Whether a call that has ended waits for the user to finish it. Otherwise a voice's calls are completed as they end.
   * Default: false.
   */
  readonly wrapUp?: boolean;
  /**
   * What HubSpot is told of a call that the voice turns away because the user is not available or in another call: `log` it
   * as missed, or `ignore` it. Default: `log`.
   */
  readonly turnedAwayCalls?: 'log' | 'ignore';
  /** Ms that a completed call waits for its engagement's id. Default: 10000. */
  readonly engagementTimeout?: number;
}

/** Where a bridge lives. */
export interface BridgeSurroundings {
  /** Gets the events. Default: the bridge itself. */
  readonly target?: EventTarget;
  /** The wire. Default: from this window to its parent. */
  readonly wire?: Wire;
  /** The time and timers. Default: the browser's. */
  readonly clock?: Clock;
  /** Word of the page's end, and what outlives it. Default: the browser's. */
  readonly page?: Page;
}

/** What a setting may be: one of these words, or a `number` above 0. */
const allowed: Readonly<Partial<Record<keyof BridgeSettings, readonly unknown[] | 'number'>>> = {
  environment: ['production', 'qa'],
  engagement: ['hubspot', 'app'],
  turnedAwayCalls: ['log', 'ignore'],
  sourceCheck: ['parent', 'origin'],
  widgetWidth: 'number',
  widgetHeight: 'number',
  handshakeTimeout: 'number',
  engagementTimeout: 'number',
};

/** The first setting with a value that cannot be used. */
export function findBadSetting(settings: BridgeSettings): CallingError | undefined {
  for (const [name, words] of Object.entries(allowed)) {
    const value = settings[name as keyof BridgeSettings];
    if (value === undefined) continue;
    const isRight = words === 'number' ? Number.isFinite(value) && Number(value) > 0 : words.includes(value);
    if (isRight) continue;
    const right = words === 'number' ? 'a number above 0' : words.join(' or ');
    return callingError('INVALID_CONFIG', `${name} “${maskNumbers(String(value))}”, not ${right}`);
  }
  return undefined;
}

/** The size to ask for, if any. */
export function sizeInfo({ widgetWidth, widgetHeight }: BridgeSettings) {
  if (widgetWidth === undefined && widgetHeight === undefined) return undefined;
  return {
    ...(widgetWidth !== undefined && { width: widgetWidth }),
    ...(widgetHeight !== undefined && { height: widgetHeight }),
  };
}

const ofLink = [
  'allowedOrigins',
  'environment',
  'handshakeTimeout',
  'strictAncestors',
  'sourceCheck',
] as const;

/** Whether one of the settings that count from the next connection is another. */
export function concernsLink(before: BridgeSettings, now: BridgeSettings): boolean {
  return ofLink.some((name) => String(before[name]) !== String(now[name]));
}

/** Whether any setting is another. */
export function isChanged(before: BridgeSettings, now: BridgeSettings): boolean {
  return JSON.stringify(before) !== JSON.stringify(now);
}

/** Whether another size is to be asked for. */
export function isResized(before: BridgeSettings, now: BridgeSettings): boolean {
  return before.widgetWidth !== now.widgetWidth || before.widgetHeight !== now.widgetHeight;
}
