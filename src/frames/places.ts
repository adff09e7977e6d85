/** Who may own the calls, and who tells HubSpot what: everything that depends on where HubSpot shows a frame. */
import type { HostContext } from '../protocol/index.js';

/** Where a frame is: HubSpot's `iframeLocation`, and whether HubSpot has the calls in its own window. */
export type Place = Pick<HostContext, 'iframeLocation' | 'usesCallingWindow'>;

/** What a frame in some place does. */
export interface PlaceRules {
  /**
   * Of two frames the higher one owns the calls. A frame with 0 only takes care of what is known of them while there is no
   * other: it has no voice.
   */
  readonly rank: 0 | 1 | 2;
  /** Whether it tells its own HubSpot page, after INITIALIZED, that the user logs in or out, and is available or not. */
  readonly tellsUser: boolean;
  /** Who says to HubSpot what happens to the calls that this frame owns: the frame itself, or one of the others for it. */
  readonly callsAreSaidBy: 'itself' | 'another' | 'the frame in which the number was pressed';
}

/** HubSpot’s own window, which has the calls. */
const window: PlaceRules = { rank: 2, tellsUser: true, callsAreSaidBy: 'itself' };

/** The navigation bar of each tab, where HubSpot has a window for the calls: a call would be lost with the next page. */
const besideTheWindow: PlaceRules = { rank: 0, tellsUser: false, callsAreSaidBy: 'itself' };

/** The window that the app has opened, since HubSpot has none. It has no record around it to log calls with. */
const windowOfTheApp: PlaceRules = { rank: 2, tellsUser: true, callsAreSaidBy: 'another' };

/** The navigation bar where HubSpot has no window, and the record, where a call stays in its frame whatever else there is. */
const anyOther: PlaceRules = {
  rank: 1,
  tellsUser: true,
  callsAreSaidBy: 'the frame in which the number was pressed',
};

/**
 * The rules of a place. INITIALIZED, the size, errors, and which record to show, every frame tells its own HubSpot page.
 */
export function rulesOf({ iframeLocation, usesCallingWindow = false }: Place): PlaceRules {
  if (iframeLocation === 'window') return usesCallingWindow ? window : windowOfTheApp;
  return iframeLocation === 'remote' && usesCallingWindow ? besideTheWindow : anyOther;
}
