/** Everything that can go wrong, by code. `When` and `Do` of each code make the documentation's table of errors. */

/** Why a message was rejected. These codes are counted in `hs-rejected`; they have no message in words. */
export const countedCodes = [
  /**
   * When: the parent is not HubSpot, or is another origin than the one that shook hands.
   * Do: for a host of your own, name its exact origin in `allowed-origins`; for HubSpot's QA, `environment="qa"`.
   */
  'BAD_ORIGIN',
  /**
   * When: the parent posts something that is not one of HubSpot's messages.
   * Do: nothing; other scripts in the host page do that.
   */
  'BAD_MESSAGE',
  /**
   * When: a host sends a message before the handshake.
   * Do: in a host of your own, send SYNC first and wait for SYNC_ACK.
   */
  'NOT_READY',
  /**
   * When: the same id, type and payload arrive again.
   * Do: nothing.
   */
  'DUPLICATE',
  /**
   * When: a message holds something that this browser cannot read.
   * Do: nothing.
   */
  'UNREADABLE',
] as const;

/** The messages in words, by code. */
export const errorTexts = {
  // Why a message was rejected, for the codes that also have a message in words.
  /**
   * When: another window than the parent sent a message. As an error, once: that window has a trusted origin.
   * Do: nothing, unless it is an error and the sender is meant; then `source-check="origin"`.
   */
  BAD_SOURCE: 'Only the parent frame is listened to.',
  /**
   * When: a message from HubSpot, or one that you send, lacks a field or has a wrong one; the field is named.
   * Do: correct the field; if the message is HubSpot's, report it to this project.
   */
  BAD_DATA: 'A field is missing or wrong.',
  /**
   * When: a field that may be missing has a value that cannot be used; it is named. It was left out, the rest was heard or
   * sent.
   * Do: correct the field; if the message is HubSpot's, nothing.
   */
  ODD_FIELD: 'A field was left out, because its value cannot be used. The rest counts.',
  /**
   * When: the browser gives this page no locks or no channel, as in a frame with another origin of its own; or the code for
   * several frames does not load.
   * Do: serve the page with https, and without a sandbox; serve all files of the package. Until then each frame of a user has calls of its own.
   */
  FRAMES_REFUSED: 'Other frames of the user cannot be reached. Each has its own calls.',
  /**
   * When: somebody asks for a call where HubSpot has the calls in its own window, and that is closed.
   * Do: open it: `openCallingWindow()`.
   */
  NEEDS_WINDOW: 'The calling window is closed.',
  // Why there is no connection.
  /**
   * When: the widget is opened as a page of its own.
   * Do: open it in HubSpot, or in the demo's simulated HubSpot.
   */
  NOT_FRAMED: 'Not in a frame. Open it inside HubSpot.',
  /**
   * When: the frame is sandboxed, so that it has no origin.
   * Do: remove the sandbox, or add `allow-same-origin`.
   */
  OPAQUE_ORIGIN: 'The frame is sandboxed. Add allow-same-origin.',
  /**
   * When: a second bridge is connected, also one of another copy of the script. It takes over when the first goes.
   * Do: keep one.
   */
  DUPLICATE_BRIDGE: 'Another bridge is on this page. Keep one.',
  /**
   * When: an attribute or setting has a value that cannot be used; it is named. Nothing starts.
   * Do: correct it; the connection is tried at once.
   */
  INVALID_CONFIG: 'A setting cannot be used.',
  /**
   * When: the page above HubSpot is a stranger's. Fatal with `strict-ancestors`.
   * Do: nothing, unless you did not expect to be framed so.
   */
  FOREIGN_ANCESTOR: 'A frame further up is not trusted.',
  /**
   * When: no handshake within `handshake-timeout`.
   * Do: check the address and origin in HubSpot's settings; the bridge connects whenever SYNC comes.
   */
  SYNC_TIMEOUT: 'HubSpot has not sent SYNC. Still listening.',
  /**
   * When: the SYNC's `hostUrl` is not where it came from.
   * Do: nothing in HubSpot; in a host of your own, send its origin.
   */
  HOST_URL_MISMATCH: 'The host names another address than its own. Its own is used.',
  /**
   * When: the host sends ERROR.
   * Do: read the type; `UNKNOWN_MESSAGE_TYPE` means the host does not know a message you sent.
   */
  HOST_ERROR: 'HubSpot answered with an error.',
  /**
   * When: HubSpot leaves a message unanswered for 10 s that it answers otherwise: a new call, a completed one.
   * Do: nothing; it ends with the host's next message. The phone and its calls go on.
   */
  HOST_SILENT: 'HubSpot has not answered in a while. Calls go on.',
  // Why something was not sent.
  /**
   * When: a command is given to a bridge outside the page.
   * Do: put it into the page, or call `connect()`.
   */
  DISCONNECTED: 'Not connected. Put the bridge into the page first.',
  /**
   * When: a payload holds a function, a node, a promise.
   * Do: send plain data.
   */
  NOT_CLONEABLE: 'Only plain data can be sent.',
  /**
   * When: 256 messages wait for the handshake.
   * Do: wait for `whenReady()`.
   */
  QUEUE_FULL: 'Too many messages wait for HubSpot: not taken.',
  /**
   * When: the bridge is removed before the handshake; the number of messages that waited is named.
   * Do: keep the bridge in the page.
   */
  QUEUE_DROPPED: 'Messages that waited for HubSpot were dropped.',
  /**
   * When: a command is about a call that the bridge does not have.
   * Do: start it first, or `restoreCall` after a reload.
   */
  UNKNOWN_CALL: 'No such call. Start one with outgoingCall or incomingCall.',
  /**
   * When: a call is answered twice, ended after its end, or completed twice; or a user logs in who is logged in.
   * Do: nothing; the message was not sent.
   */
  OUT_OF_ORDER: 'Said already, or not the time for it.',
  /**
   * When: a completed call waited 10 s for its record's id.
   * Do: look for `hs-create-engagement-failed`; the notes were sent all the same.
   */
  NO_ENGAGEMENT: 'HubSpot named no engagement in time. Completed without.',
  // Why something was not done.
  /**
   * When: the browser refuses to keep a call or the number to call from for the next page, or has no room. Told once.
   * Do: nothing; the end of such a call is told as the page goes.
   */
  NOT_STORED: 'The browser keeps nothing for the next page.',
  /**
   * When: an element has found no bridge for 3 s, or several to choose from. Raised on the element.
   * Do: put it inside `<hs-calling-bridge>`, or set `for` to its id.
   */
  NO_BRIDGE: 'No bridge found. Put the element inside one, or name it with for.',
  /**
   * When: a request changed nothing within 5 s.
   * Do: listen to the request, use your phone, and tell the bridge the result.
   */
  REQUEST_UNANSWERED: 'Nobody carried it out. Listen to it and tell the bridge.',
  /**
   * When: the page has refused a request, with a reason for the user: `event.refuse('Do not call')`.
   * Do: nothing; the element that asked shows the reason.
   */
  REQUEST_REFUSED: 'The page refused it.',
  /**
   * When: your function for `outcomes` threw, took longer than 10 s, or answered with no list of `{ id, label }`.
   * Do: correct the function; the user can try again.
   */
  OUTCOMES_FAILED: 'The outcomes of a call could not be loaded.',
  /**
   * When: the browser has blocked the calling window.
   * Do: call `openCallingWindow()` while a press is handled; the user allows pop-ups for HubSpot.
   */
  WINDOW_BLOCKED: 'The browser blocked the calling window.',
  /**
   * When: the calling window is to be opened, and HubSpot has not told its address or the account, or an address that is not
   * https or not where the handshake came from.
   * Do: wait for `hs-ready`; a host of your own sends `hostUrl`, its origin, and `portalId` in SYNC.
   */
  NO_WINDOW: 'HubSpot has not said where the calling window is.',
  /**
   * When: a function given to `subscribe` throws. The error itself goes to the page's `error` event.
   * Do: correct the function.
   */
  HANDLER_ERROR: 'A handler threw an error.',
} as const;

/** The codes that have a message in words: those of `hs-error`. */
export type CallingErrorCode = keyof typeof errorTexts;

/** The codes of rejected messages, and of fields that were left out of one: those of `hs-rejected`. */
export type RejectionCode = (typeof countedCodes)[number] | 'BAD_SOURCE' | 'BAD_DATA' | 'ODD_FIELD';

/** All codes. */
export type ErrorCode = CallingErrorCode | RejectionCode;

/** Nothing works until these are repaired. */
const fatal: ReadonlySet<CallingErrorCode> = new Set<CallingErrorCode>([
  'NOT_FRAMED',
  'OPAQUE_ORIGIN',
  'DUPLICATE_BRIDGE',
  'INVALID_CONFIG',
]);

/** What went wrong, as plain data that can be cloned. */
export interface CallingError {
  readonly code: CallingErrorCode;
  /** In words: what was wrong, with what value, and what would be right. Holds no phone number. */
  readonly message: string;
  /** Whether nothing goes on until it is repaired. */
  readonly fatal: boolean;
}

/** Describes what went wrong. `got` is the value or the place that is wrong. */
export function callingError(code: CallingErrorCode, got?: string, isFatal = fatal.has(code)): CallingError {
  const message = got === undefined ? errorTexts[code] : `${errorTexts[code]} Got: ${got}`;
  return { code, message, fatal: isFatal };
}
