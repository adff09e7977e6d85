/** HubSpot around the SIP phone. It shows nothing, and keeps what was said for the tests. */
import { part } from '../page.js';
import { SimulatedHubSpot, type Direction } from '../simulated-hubspot.js';

/** A message that passed. */
export interface Passed {
  readonly direction: Direction;
  readonly type: string;
  readonly data: unknown;
}

const frame = part('#widget', HTMLIFrameElement);
const widget = new URL(`/demo/sip/widget.html${location.search}`, frame.dataset['origin']);
const messages: Passed[] = [];
const silent = () => undefined;

const hubspot = new SimulatedHubSpot(
  { frame, widgetOrigin: widget.origin, delay: 0 },
  {
    passed: (direction, { type, data }) => messages.push({ direction, type, data }),
    phoneChanged: silent,
    visibilityChanged: silent,
    resized: silent,
    selected: silent,
    logged: silent,
    alerted: silent,
  },
);

Object.assign(window, { hubspot, messages });
frame.addEventListener('load', () => hubspot.connect());
frame.src = widget.href;
