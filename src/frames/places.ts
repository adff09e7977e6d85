/** Who may own the calls, and who tells HubSpot what: everything that depends on where HubSpot shows a frame. */
import { isBesideWindow, type FramePlace } from '../call/index.js';

/** What a frame in some place does. */
export interface PlaceRules {
  /**
   * Of two frames the higher one owns the calls. A frame with 0 only takes care of what is known of them while there is no
   * other: it has no voice. It is also the only one that does not tell its own HubSpot page, after INITIALIZED, that the user
   * logs in or out, and is available or not.
   */
  readonly rank: 0 | 1 | 2;
  /** Who says to HubSpot what happens to the calls that this frame owns: the frame itself, or one of the others for it. */
  readonly callsAreSaidBy: 'itself' | 'another' | 'the frame in which the number was pressed';
}

/** HubSpot’s own window, which has the calls. */
const window: PlaceRules = { rank: 2, callsAreSaidBy: 'itself' };

/** The navigation bar of each tab, where HubSpot has a window for the calls: a call would be lost with the next page. */
const besideTheWindow: PlaceRules = { rank: 0, callsAreSaidBy: 'itself' };

/** The window that the app has opened, since HubSpot has none. It has no record around it to log calls with. */
const windowOfTheApp: PlaceRules = { rank: 2, callsAreSaidBy: 'another' };

/** The navigation bar where HubSpot has no window, and the record, where a call stays in its frame whatever else there is. */
const anyOther: PlaceRules = { rank: 1, callsAreSaidBy: 'the frame in which the number was pressed' };

/**
 * The rules of a place. INITIALIZED, the size, errors, and which record to show, every frame tells its own HubSpot page.
 */
export function rulesOf(place: FramePlace): PlaceRules {
  if (isBesideWindow(place)) return besideTheWindow;
  if (place.iframeLocation !== 'window') return anyOther;
  return place.usesCallingWindow ? window : windowOfTheApp;
}
