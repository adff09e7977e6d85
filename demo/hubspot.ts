/** The record page of the simulated HubSpot: draws what it knows, hands it what is pressed. */
import { MessageList } from './message-list.js';
import { copyOf, part, write } from './page.js';
import { records, shownNumber, type CrmRecord } from './records.js';
import { SimulatedHubSpot, type LoggedCall, type PhoneState } from './simulated-hubspot.js';

const frame = part('#widget', HTMLIFrameElement);
const alert = part('#alert', HTMLElement);
const log = part('#log', HTMLElement);
const minimise = part('#minimise', HTMLButtonElement);
const hangUp = part('#hang-up', HTMLButtonElement);
const messages = new MessageList(part('#messages', HTMLElement), part('#no-messages', HTMLElement));

const { widgetOrigin = '' } = frame.dataset;
const parameters = new URLSearchParams(location.search);
const widgetPage = matching('widget', /^[a-z0-9-]+\.html$/) ?? 'widget.html';
const speed = matching('speed', /^[1-9]\d?$/);

const states: Readonly<Record<PhoneState, string>> = {
  connecting: 'Waiting for the widget',
  starting: 'Starting',
  'logged out': 'Logged out',
  ready: 'Ready',
  'in call': 'In a call',
  saving: 'Saving the call',
};

/** Who may call: from which number, under which name the network knows them, and how that is put here. */
const callers = [
  ...records.map(({ name, phones: [phone] }) => [phone?.number ?? '', '', name] as const),
  ['+12025550155', '', 'A number nobody knows'],
  ['+12025550177', 'Nora Network', 'A number with a name'],
  ['', '', 'A hidden number'],
] as const;

const hubspot = new SimulatedHubSpot(
  { frame, widgetOrigin, delay: 150 / Number(speed ?? 1) },
  {
    passed: (direction, message) => messages.add(direction, message),
    phoneChanged(state) {
      part('#phone-state', HTMLElement).textContent = states[state];
      hangUp.hidden = state !== 'in call';
    },
    visibilityChanged({ isMinimized, isHidden }) {
      frame.hidden = isMinimized || isHidden;
      minimise.textContent = frame.hidden ? 'Open' : 'Minimise';
    },
    resized({ width, height }) {
      if (width !== undefined) frame.width = String(width);
      if (height !== undefined) frame.height = String(height);
    },
    selected: select,
    logged: addToLog,
    alerted(text) {
      alert.textContent = text;
    },
  },
);

for (const record of records) draw(record);
for (const [, , label] of callers) part('#caller', HTMLSelectElement).add(new Option(label));
for (const link of document.querySelectorAll('nav a')) {
  const shown = widgetPage === 'widget.html' ? './' : `./?widget=${widgetPage}`;
  if (link.getAttribute('href') === shown) link.setAttribute('aria-current', 'page');
}
minimise.addEventListener('click', () => {
  if (frame.hidden) hubspot.show();
  else hubspot.minimise();
});
hangUp.addEventListener('click', () => hubspot.hangUp());
part('#call-in', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  const [from = '', name = ''] = callers[part('#caller', HTMLSelectElement).selectedIndex] ?? [];
  hubspot.call(from, name);
});
part('#clear', HTMLButtonElement).addEventListener('click', () => messages.clear());

if (widgetOrigin === location.origin) {
  alert.textContent =
    'Open this page as localhost, not as 127.0.0.1: the widget has to come from another origin.';
} else {
  frame.addEventListener('load', () => hubspot.connect());
  frame.src = `${widgetOrigin}/demo/${widgetPage}${speed === undefined ? '' : `?speed=${speed}`}`;
}

/** A parameter of the address, if it looks as it should. */
function matching(name: string, pattern: RegExp): string | undefined {
  const value = parameters.get(name);
  return value !== null && pattern.test(value) ? value : undefined;
}

function idOf({ objectId, objectTypeId }: CrmRecord): string {
  return `record-${objectTypeId}-${objectId}`;
}

function draw(record: CrmRecord): void {
  const item = copyOf('record');
  item.id = idOf(record);
  write(item, 'initials', record.name.replaceAll(/\B\w+|\s/g, ''));
  write(item, 'name', record.name);
  write(item, 'hint', record.hint);
  const numbers = part('.numbers', HTMLElement, item);
  for (const phone of record.phones) {
    const number = copyOf('number');
    write(number, 'whom', `Call ${record.name}, `);
    write(number, 'label', phone.label);
    write(number, 'shown', phone.shown);
    const button = part('button', HTMLButtonElement, number);
    button.addEventListener('click', () => {
      // On a small screen the phone is further down.
      if (hubspot.dial(record, phone)) frame.scrollIntoView({ block: 'nearest' });
    });
    numbers.append(number);
  }
  part(record.objectTypeId === '0-1' ? '#contacts' : '#companies', HTMLElement).append(item);
}

function select(record: CrmRecord): void {
  document.querySelector('.record[aria-current]')?.removeAttribute('aria-current');
  const item = part(`#${idOf(record)}`, HTMLElement);
  item.setAttribute('aria-current', 'true');
  item.scrollIntoView({ block: 'nearest' });
}

function addToLog({ engagementId, record, number, status, duration, body, timestamp }: LoggedCall): void {
  const item = copyOf('logged-call');
  write(item, 'name', record?.name ?? 'Unknown');
  write(item, 'status', status);
  item.dataset['status'] = status;
  write(item, 'number', shownNumber(number));
  write(item, 'engagement', engagementId === undefined ? 'none' : String(engagementId));
  write(item, 'duration', lasting(duration));
  const notes = part('.notes', HTMLElement, item);
  notes.textContent = plainText(body);
  notes.hidden = body === '';
  const time = part('time', HTMLTimeElement, item);
  time.dateTime = new Date(timestamp).toISOString();
  time.textContent = new Date(timestamp).toLocaleTimeString(undefined, {
    hour: '2-digit',
    minute: '2-digit',
  });
  log.prepend(item);
  part('#no-calls', HTMLElement).hidden = true;
}

function lasting(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

// A parsed document runs nothing, whatever the notes hold.
function plainText(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const lineBreak of body.querySelectorAll('br')) lineBreak.replaceWith('\n');
  return body.textContent;
}
