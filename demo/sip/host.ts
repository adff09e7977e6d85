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

const hubspot = hostAround(frame, { widgetUrl: widget.href, delayMs: 0 });
hubspot.addEventListener('message', ({ entry: { direction, message } }) => {
  messages.push({ direction, type: typeOf(message), data: payloadOf(message) });
});

Object.assign(window, { hubspot, messages });
frame.src = widget.href;
