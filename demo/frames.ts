/**
 * One phone in many frames: a record page and other tabs of the simulated HubSpot, which share one account, and the calling
 * window that a button of each opens. Tabs that are not shown stay loaded.
 *
 * - `?widget=official-widget.html`: which page of the demo is the widget. Default: `widget.html`.
 */
import { HsCallingHost } from '../components/calling-host/define.js';
import { leaveFrame } from '../src/host/start-host.js';
import { offerCallers } from './callers.js';
import { driverFor, giveOrder } from './orders.js';
import { part } from './page.js';
import { records } from './records.js';

const main = part('main', HTMLElement);
const list = part('#tabs', HTMLUListElement);
const origin = document.body.dataset['widgetOrigin'] ?? '';
const [widgetPage = 'widget.html'] =
  /^[a-z0-9-]+\.html$/.exec(new URLSearchParams(location.search).get('widget') ?? '') ?? [];

/** The tabs by their buttons, the first one first. */
const tabs = new Map<HTMLButtonElement, HsCallingHost>();
let added = 0;

/** Shows a tab. The others stay as they are. */
function show(shown: HTMLButtonElement | undefined): void {
  for (const [button, host] of tabs) {
    host.hidden = button !== shown;
    button.ariaPressed = String(button === shown);
  }
  for (const name of ['#close', '#crash']) part(name, HTMLButtonElement).disabled = tabs.size === 1;
}

const shownTab = () => [...tabs].find(([, { hidden }]) => !hidden);

function add(frameName: string, place: HsCallingHost['place']): HTMLButtonElement {
  const host = Object.assign(new HsCallingHost(), {
    ...{ frameName, place, records },
    shared: true,
    usesCallingWindow: true,
    hidden: true,
    src: `${origin}/demo/${widgetPage}`,
    driver: driverFor,
  });
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: frameName });
  button.ariaPressed = 'false';
  button.addEventListener('click', () => show(button));
  const item = document.createElement('li');
  item.append(button);
  list.append(item);
  main.append(host);
  tabs.set(button, host);
  return button;
}

function addTab(): HTMLButtonElement {
  added += 1;
  return add(`tab ${String(added)}`, 'remote');
}

/** Takes the tab that is shown out of the list, and shows the next one. One tab stays. */
function leave(): HsCallingHost | undefined {
  const [button, host] = shownTab() ?? [];
  if (!button || !host || tabs.size === 1) return undefined;
  const neighbours = [...tabs.keys()];
  const at = neighbours.indexOf(button);
  tabs.delete(button);
  host.hidden = true;
  button.parentElement?.remove();
  const next = neighbours[at + 1] ?? neighbours[at - 1];
  show(next);
  next?.focus();
  return host;
}

const frameIn = (host: HsCallingHost) => host.shadowRoot?.querySelector('iframe');

/** Closes the tab that is shown as its user does: what the widget says while it goes is heard. */
async function close(): Promise<void> {
  const host = leave();
  const frame = host && frameIn(host);
  if (frame) await leaveFrame(frame);
  host?.remove();
}

/** Ends the tab that is shown at once: HubSpot hears nothing more of its widget. */
function crash(): void {
  leave()?.remove();
}

if (origin === location.origin) {
  part('#wrong-origin', HTMLElement).textContent =
    'Open this page as localhost, not as 127.0.0.1: the widget has to come from another origin.';
} else {
  part('#add', HTMLButtonElement).addEventListener('click', () => {
    const button = addTab();
    show(button);
    button.focus();
  });
  part('#reload', HTMLButtonElement).addEventListener('click', () => shownTab()?.[1].host?.reload());
  part('#close', HTMLButtonElement).addEventListener('click', () => void close());
  part('#crash', HTMLButtonElement).addEventListener('click', crash);
  // Whichever frame is asked: the widget rings where its calls are.
  offerCallers((caller) => {
    const [, host] = shownTab() ?? [];
    const frame = host && frameIn(host);
    if (frame?.src) giveOrder(frame, 'DEMO_SOMEBODY_CALLS', caller);
  });
  const record = add('record', 'widget');
  addTab();
  addTab();
  show(record);
}
