/**
 * The simulated HubSpot around a widget of the demo.
 *
 * - `?widget=cdn.html`: which page of the demo is the widget. Default: `widget.html`.
 * - `?speed=10`: how many times as fast HubSpot and the widget's far end are, from 1 to 99. Default: 1.
 */
import { HsCallingHost } from '../components/calling-host/define.js';
import { offerCallers } from './callers.js';
import { driverFor, giveOrder } from './orders.js';
import { part } from './page.js';
import { records } from './records.js';

const hubspot = part('hs-calling-host', HsCallingHost);
const parameters = new URLSearchParams(location.search);
const widgetPage = matching('widget', /^[a-z0-9-]+\.html$/) ?? 'widget.html';
const speed = matching('speed', /^[1-9]\d?$/);

/** What goes wrong with the microphone of the widget's page, and what the list of this page says. */
const microphones = [
  ['', 'Works'],
  ['denied', 'Denied'],
  ['dismissed', 'Dismissed'],
  ['missing', 'Missing'],
  ['in-use', 'In use'],
  ['waiting', 'Waiting for an answer'],
] as const;

/** Which widgets of the demo do what this page asks for. The one from a CDN has no phone. */
const canBeCalled = ['widget.html', 'official-widget.html'].includes(widgetPage);
const hasMicrophone = widgetPage === 'widget.html';

/** Tells the widget's page what its far end does. */
const tell = (type: string, data?: unknown) => {
  const frame = hubspot.shadowRoot?.querySelector('iframe');
  if (frame?.src) giveOrder(frame, type, data);
};

part('#call-in', HTMLFormElement).hidden = !canBeCalled;
offerCallers((caller) => {
  hubspot.host?.setVisibility({});
  tell('DEMO_SOMEBODY_CALLS', caller);
});
part('#microphone-trouble', HTMLElement).hidden = !hasMicrophone;
const microphone = part('#microphone', HTMLSelectElement);
for (const [trouble, label] of microphones) microphone.add(new Option(label, trouble));
const tellMicrophone = () => tell('DEMO_MICROPHONE', { trouble: microphone.value });
microphone.addEventListener('change', tellMicrophone);
// A page that was loaded anew knows nothing of it.
hubspot.addEventListener('hs-host-start', tellMicrophone);

for (const link of document.querySelectorAll('nav a')) {
  const shown = widgetPage === 'widget.html' ? './' : `./?widget=${widgetPage}`;
  if (link.getAttribute('href') === shown) link.setAttribute('aria-current', 'page');
}

hubspot.records = records;
hubspot.driver = driverFor;

if (hubspot.dataset['widgetOrigin'] === location.origin) {
  part('#wrong-origin', HTMLElement).textContent =
    'Open this page as localhost, not as 127.0.0.1: the widget has to come from another origin.';
} else {
  hubspot.delay = 150 / Number(speed ?? 1);
  hubspot.src = `${hubspot.dataset['widgetOrigin'] ?? ''}/demo/${widgetPage}${speed === undefined ? '' : `?speed=${speed}`}`;
}

/** A parameter of the address; undefined if it does not match the pattern. */
function matching(name: string, pattern: RegExp): string | undefined {
  const value = parameters.get(name);
  return value !== null && pattern.test(value) ? value : undefined;
}
