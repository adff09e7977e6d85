/** When there is something to say about the calling window, or to open. The phone loads the element only then. */
import { isLive, type WidgetState } from '../../src/index.js';

/** Whether the window may be opened here: where calls need it; or HubSpot leaves it to the app, and no call would have to move. */
export function mayOpenWindow({ frame, host, calls }: WidgetState): boolean {
  if (frame.needsWindow || frame.role === 'undecided') return frame.needsWindow;
  const isOffered = host?.usesCallingWindow === false && host.iframeLocation === 'remote';
  return isOffered && frame.ownerPlace !== 'window' && !calls.some(isLive);
}

export function hasWindowNews(state: WidgetState): boolean {
  return state.frame.role === 'mirror' || mayOpenWindow(state);
}
