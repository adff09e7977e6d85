/** HubSpot around the SIP widget. It shows nothing, and keeps every message for the tests. */
import { hostAround, payloadOf, typeOf, type MessageDirection } from '../../src/host/index.js';
import { part } from '../page.js';

/** A message between HubSpot and the widget. */
export interface Passed {
  readonly direction: MessageDirection;
  readonly type: string;
  readonly data: unknown;
}

const frame = part('#widget', HTMLIFrameElement);
const widget = new URL(`/demo/sip/widget.html${location.search}`, frame.dataset['origin']);
const messages: Passed[] = [];
/** A number that HubSpot dials as soon as the widget has said INITIALIZED. */
const dial = new URLSearchParams(location.search).get('dial');

const hubspot = hostAround(frame, { widgetUrl: widget.href, delayMs: 0 });
hubspot.addEventListener('message', ({ entry: { direction, message } }) => {
  // Once the host itself has taken it in.
  if (dial !== null && typeOf(message) === 'INITIALIZED') queueMicrotask(() => hubspot.dial(101, dial));
  messages.push({ direction, type: typeOf(message), data: payloadOf(message) });
});

Object.assign(window, { hubspot, messages });
frame.src = widget.href;
