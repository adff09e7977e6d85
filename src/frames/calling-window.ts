/** The window that carries the calls while HubSpot's pages reload: how this page opens it. */
import '../bridge/at-once.js';
import { callingError, type CallingError, type HostContext } from '../protocol/index.js';

/** Whether the window opens, or why it does not. */
export type WindowResult = { readonly ok: true } | { readonly ok: false; readonly error: CallingError };

/** What is asked of a bridge. */
export interface WindowHost {
  readonly getState: () => { readonly host: HostContext | undefined };
  /** The origin that the handshake is bound to; undefined before it. */
  readonly hostOrigin: string | undefined;
}

/** The window that was opened last, and its address. */
let last: { readonly address: string; readonly opened: Window } | undefined;

/**
 * Opens the calling window of HubSpot; one that this page has opened and that is still open comes to the front. To be called
 * while the browser handles a press: it blocks every other window.
 *
 * @returns `WINDOW_BLOCKED` if the browser does not open it, `NO_WINDOW` if HubSpot has not said where it is, or says what
 *   is not its own.
 */
export function openCallingWindow(bridge: WindowHost): WindowResult {
  const address = windowAddress(bridge.getState().host, bridge.hostOrigin);
  if (!address) return { ok: false, error: callingError('NO_WINDOW') };
  if (last?.address === address && !last.opened.closed) {
    last.opened.focus();
    return { ok: true };
  }
  const opened = window.open(address, address, 'popup,width=400,height=650');
  if (!opened) return { ok: false, error: callingError('WINDOW_BLOCKED') };
  last = { address, opened };
  return { ok: true };
}

/** The address of the calling window, under the origin that the handshake is bound to; undefined if it is not known. */
export function windowAddress(
  host: HostContext | undefined,
  hostOrigin: string | undefined,
): string | undefined {
  const { hostUrl, portalId, usesCallingWindow } = host ?? {};
  // What the host says of its address is only its word: it counts where the handshake came from there.
  if (!hostOrigin || portalId === undefined || originOf(hostUrl) !== hostOrigin) return undefined;
  if (!/^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1)(?::|$))/.test(hostOrigin)) return undefined;
  const query = usesCallingWindow === false ? '?usesCallingWindow=false' : '';
  return `${hostOrigin}/calling-integration-popup-ui/${String(portalId)}${query}`;
}

function originOf(address = ''): string | undefined {
  return URL.canParse(address) ? new URL(address).origin : undefined;
}
