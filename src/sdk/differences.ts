/** The differences from the official 0.9.7, each because of a fault in it. The README shows this table. */

/** What each of the two SDKs does. */
export interface Difference {
  readonly official: string;
  readonly ours: string;
}

/** The differences by name. A test of the same name shows each of them. */
export const differences = {
  'host-url': {
    official: 'Any page that sends SYNC becomes the host, and its `hostUrl` the address of all messages',
    ours: 'Only HubSpot’s origins and `allowedOrigins`; messages go to the origin that the browser names',
  },
  'any-window': {
    official: 'Listens to every window of the right origin: frames beside it, inside it, the opener',
    ours: 'Listens to the parent frame only',
  },
  'before-handshake': {
    official: 'Takes messages of the page’s referrer before any handshake',
    ours: 'Takes nothing before the handshake',
  },
  'lifecycle-on-the-wire': {
    official: 'READY, FAILED and SET_WIDGET_URL from the wire are taken for its own: `onReady` comes again',
    ours: 'Go to `defaultEventHandler` like any unknown message',
  },
  'second-sync': {
    official:
      'Never answers a second SYNC: a host that lost the answer, or was mounted anew, loses the widget',
    ours: 'Answers it and says `initialized` again; tells `onReady` when something has changed',
  },
  'said-before-ready': {
    official: 'Drops what is said before ready, and writes it to the console',
    ours: 'Keeps it in order, INITIALIZED first, 256 at most',
  },
  'on-failed': {
    official: 'The documented `onFailed` never fires; it looks for a handler called `FAILED`',
    ours: 'Both fire on every `…_FAILED`',
  },
  'misspelt-handler': {
    official: 'A handler whose name does not exist is never called, and nobody is told',
    ours: 'A line on the console at the start names the right one',
  },
  'throwing-handler': {
    official: 'A failure handler that throws keeps the next handler from being called',
    ours: 'The next one is called; the error goes to the page’s `error` event',
  },
  duplicates: {
    official: 'A message that comes twice dials twice',
    ours: 'Same id, type and payload: once',
  },
  'bad-payloads': {
    official: 'Hands over anything: a DIAL_NUMBER without a number reaches the handler',
    ours: 'A payload without what it needs is turned away',
  },
  'odd-fields': {
    official: 'Hands over a field that may be missing as it comes, whatever it is',
    ours: 'Leaves it out if it cannot be used, and hands over the rest; what the app sends is sent unchanged',
  },
  'old-widgets': {
    official: 'As host: a widget on the SDK before 0.2 never learns its engagement by the new message',
    ours: 'As host: tells it by ENGAGEMENT_CREATED as well',
  },
  'unknown-type-answers': {
    official: 'Answers each message of an unknown type, as often as it comes',
    ours: 'Answers once for each type',
  },
  'error-answers': {
    official: 'Answers ERROR with ERROR: two of them never end',
    ours: 'Never answers ERROR',
  },
  'inherited-names': {
    official: 'Takes `toString` for a message that it knows',
    ours: 'Unknown, and answered so',
  },
  'update-associations': {
    official: 'Answers UPDATE_ASSOCIATIONS_FAILED of older hosts with ERROR',
    ours: 'Hands it to `onFailed` and `defaultEventHandler`',
  },
  'not-cloneable': {
    official: 'Throws out of a method when a payload holds what cannot be sent',
    ours: 'Does not throw; proxies of plain data are sent, of the rest `onProblem` says NOT_CLONEABLE',
  },
  'message-ids': {
    official: 'Two messages within a millisecond have the same id',
    ours: 'Every id is unique',
  },
  'after-removal': {
    official: 'Goes on sending after `iFrameManager.remove()`',
    ours: 'Is silent; there is `destroy()` too',
  },
  'two-instances': {
    official: 'Two on one page both answer and both dial',
    ours: 'Both hear everything and both may speak, over one connection: HubSpot gets one SYNC_ACK and one INITIALIZED',
  },
  'fields-that-are-set': {
    official:
      'A `destinationHost` that is set is also listened to; `isReady` set to false drops what is said',
    ours: 'It is only sent to; what is said while `isReady` is false is kept until it is true',
  },
  console: {
    official: 'Writes every message to the console with debugMode off, phone numbers in full',
    ours: 'Silent but for one warning for each kind of what was turned away, left out or not sent; numbers masked',
  },
  version: {
    official: 'Calls itself 0.9.7-beta.0 in SYNC_ACK',
    ours: 'Says 0.9.7 there; `Constants.VERSION` is the official one’s',
  },
  'host-answers': {
    official: 'As host: answers every message of a widget with ERROR, for it knows none of them',
    ours: 'As host: answers only what no widget says',
  },
  'host-frame': {
    official: 'As host: the widget in its frame cannot choose a speaker',
    ours: 'As host: allows `speaker-selection` too',
  },
  'host-address': {
    official: 'As host: runs a `src` with `javascript:` in its own page',
    ours: 'As host: throws for a `src` that is not an address with http or https',
  },
  'host-frame-size': {
    official: 'As host: makes its frame as large as a widget asks, a billion px or −1',
    ours: 'As host: `updateIFrameSize` keeps each side between 50 and 5000 px; a share such as `100%` stays',
  },
  'host-lifecycle': {
    official: 'As host: READY, FAILED and SYNC_ACK_FAILED of a widget are taken for its own: ready again',
    ours: 'As host: turns them away; `onProblem` says BAD_MESSAGE',
  },
  'host-follows-widget': {
    official: 'As host: writes to whichever address a widget names, and debugs when a widget does',
    ours: 'As host: writes to the origin of `src` only; its own `debugMode` counts',
  },
  'import-in-node': {
    official: 'Importing it in Node throws: no rendering on a server',
    ours: 'Can be imported anywhere',
  },
} as const satisfies Readonly<Record<string, Difference>>;

/** The name of a difference. */
export type DifferenceName = keyof typeof differences;
