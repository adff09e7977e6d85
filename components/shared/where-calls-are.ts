/** Where the calls are, and when there is something to say about the calling window, or to open. */
import { isLive, type FrameStatus, type WidgetState } from '../../src/index.js';

/** Where the calls are, as people call it. */
export function placeOf({ ownerPlace }: FrameStatus): 'window' | 'tab' {
  return ownerPlace === 'window' ? 'window' : 'tab';
}

/** Whether the window may be opened here: where calls need it; or HubSpot leaves it to the app, and no call would have to move. */
export function mayOpenWindow({ frame, host, calls }: WidgetState): boolean {
  if (frame.needsWindow || frame.role === 'undecided') return frame.needsWindow;
  const isOffered = host?.usesCallingWindow === false && host.iframeLocation === 'remote';
  return isOffered && frame.ownerPlace !== 'window' && !calls.some(isLive);
}

/** Whether `<hs-calling-window>` has something to say: the phone loads it only then. */
export function hasWindowNews(state: WidgetState): boolean {
  return state.frame.role === 'mirror' || mayOpenWindow(state);
}
