/** A widget on the official SDK that does what HubSpot's documentation asks of it. Our host has to get along with it. */
import CallingExtensions, { type EventHandlers } from '@hubspot/calling-extensions-sdk';
import { keep, keptCall, newCall, propertiesOf, statusOf, type CurrentCall } from './official-call.js';
import { followOrders } from './orders.js';
import { part } from './page.js';
import { PretendPhone, type LineListener } from './pretend-phone.js';
import { useTools } from './testing-tools.js';

/** What HubSpot found for a caller. */
interface Match {
  readonly objectCoordinates: { portalId: number; objectId: number; objectTypeId: '0-1' | '0-2' };
  readonly firstName?: string;
  readonly lastName?: string;
  readonly name?: string;
}

type Screen = 'login' | 'ready' | 'incoming' | 'call' | 'wrap-up';

/** Ms to wait for an engagement when a call is saved. */
const patience = 1000;

const status = part('#status', HTMLElement);
const number = part('#number', HTMLInputElement);
const to = part('#to', HTMLInputElement);
const notes = part('#notes', HTMLTextAreaElement);
const availability = part('#availability', HTMLSelectElement);
const matchList = part('#matches', HTMLElement);

let isLoggedIn = true;
let current: CurrentCall | undefined;
/** The last call that was saved: the help desk may want it closed. */
let saved: CurrentCall | undefined;
let engagementCame: () => void = () => undefined;

const phone = new PretendPhone(
  Number(new URLSearchParams(location.search).get('speed') ?? 1),
  ({ from, to: toNumber }) => {
    const call = start(
      newCall('INBOUND', { fromNumber: from, toNumber }),
      'incoming',
      `${from || 'A hidden number'} calls`,
    );
    const { externalCallId, startedAt } = call;
    const numbers = { fromNumber: from, toNumber };
    extensions.incomingCall({ externalCallId, ...numbers, callStartTime: startedAt, createEngagement: true });
    return listen(call);
  },
);
// The other end is in this page too: for the console, and for tests.
Object.assign(window, { phone });

const handlers: Partial<EventHandlers> = {
  onReady: ({ engagementId }: { readonly engagementId?: number | string }) => {
    const id = engagementId === undefined ? undefined : Number(engagementId);
    const sizeInfo = { width: 400, height: 600 };
    extensions.initialized({
      isLoggedIn: true,
      ...(id !== undefined && { engagementId: id }),
      ...{ isAvailable: true, sizeInfo },
    });
    show('ready', 'Ready');
    takeUp(keptCall(id));
  },
  onDialNumber: (data: { readonly phoneNumber?: string; readonly phone_number?: string }) => {
    if (!phone.isInUse) call(data.phoneNumber ?? data.phone_number ?? '');
  },
  onCreateEngagementSucceeded: ({ engagementId }: { readonly engagementId: number | string }) => {
    if (current) current.engagementId = Number(engagementId);
    settleEngagement();
  },
  onEngagementCreated: () => undefined, // the older word for the same engagement
  onCreateEngagementFailed: () => settleEngagement(),
  onUpdateEngagementSucceeded: () => show('ready', 'Saved'),
  onUpdateEngagementFailed: () => {
    current = saved;
    show('wrap-up', 'HubSpot could not save the call');
  },
  onCallerIdMatchSucceeded: ({ callerIdMatches }: { readonly callerIdMatches: readonly Match[] }) =>
    matchList.replaceChildren(...callerIdMatches.map(matchButton)),
  onCallerIdMatchFailed: () => matchList.replaceChildren(),
  onNavigateToRecordFailed: () => say('HubSpot could not open the record'),
  onFinalizeEngagementSucceeded: () => say('Closed in the help desk'),
  onFinalizeEngagementFailed: () => say('HubSpot could not close the call'),
  onSetWidgetUrlFailed: () => say('HubSpot could not use the address'),
  onEndCall: () => phone.hangUp(),
  onVisibilityChanged: ({ isMinimized }: { readonly isMinimized: boolean }) =>
    say(isMinimized ? 'Minimised' : 'Shown'),
  defaultEventHandler: () => undefined,
};
const extensions = new CallingExtensions({ debugMode: false, eventHandlers: handlers as EventHandlers });

const acts: Readonly<Record<string, () => void>> = {
  logIn() {
    isLoggedIn = true;
    extensions.userLoggedIn();
    show('ready', 'Ready');
  },
  logOut() {
    isLoggedIn = false;
    extensions.userLoggedOut();
    show('login', 'Logged out');
  },
  call: () => call(number.value),
  answer: () => phone.answer(),
  decline: () => phone.hangUp(),
  hangUp: () => phone.hangUp(),
  transfer: () => {
    if (to.value !== '') phone.transfer();
  },
  save: () => void complete(),
  skip() {
    notes.value = '';
    void complete();
  },
  finalize() {
    const { externalCallId, engagementId } = saved ?? {};
    if (externalCallId && engagementId) extensions.finalizeEngagement({ externalCallId, engagementId });
  },
};

for (const element of document.querySelectorAll<HTMLElement>('[data-act]')) {
  element.addEventListener(element instanceof HTMLFormElement ? 'submit' : 'click', (event) => {
    event.preventDefault();
    acts[element.dataset['act'] ?? '']?.();
  });
}
availability.addEventListener('change', () => {
  if (availability.value === 'available') extensions.userAvailable();
  else extensions.userUnavailable();
});
useTools({
  resizeWidget: (size) => extensions.resizeWidget(size),
  sendError: (error) => extensions.sendError(error),
  setWidgetUrl: (address) => extensions.setWidgetUrl(address),
  finalize: () => acts['finalize']?.(),
});
followOrders({
  DEMO_SOMEBODY_CALLS: ({ from = '', to = phone.number }) => phone.farEnd.call({ from, to }),
  DEMO_FAR_END: ({ does = '' }) => phone.farEnd.will(does),
  DEMO_FAR_END_HANGS_UP: () => phone.farEnd.hangUp(),
  DEMO_FINALIZE: () => acts['finalize']?.(),
  DEMO_RESIZE: ({ width, height }) =>
    extensions.resizeWidget({ width: Number(width), height: Number(height) }),
  DEMO_ERROR: ({ message = '' }) => extensions.sendError({ message }),
  DEMO_URL: ({ url = '' }) => extensions.setWidgetUrl({ iFrameUrl: url }),
});
window.addEventListener('pagehide', () => keep(phone.isInUse ? current : undefined));

function call(toNumber: string): void {
  if (toNumber === '' || !isLoggedIn) return;
  const fromNumber = phone.number;
  const started = start(newCall('OUTBOUND', { fromNumber, toNumber }), 'call', `Calling ${toNumber}`);
  const { externalCallId, startedAt } = started;
  const numbers = { fromNumber, toNumber };
  extensions.outgoingCall({ externalCallId, ...numbers, callStartTime: startedAt, createEngagement: true });
  phone.call(toNumber, listen(started));
}

function start(started: CurrentCall, screen: Screen, text: string): CurrentCall {
  current = started;
  notes.value = '';
  matchList.replaceChildren();
  show(screen, text);
  return started;
}

// HubSpot has loaded the page anew, and names the call that went on.
function takeUp(kept: CurrentCall | undefined): void {
  if (!kept) return;
  const { direction, fromNumber, toNumber, answeredAt } = kept;
  const isAnswered = answeredAt !== undefined;
  const isInbound = direction === 'INBOUND';
  const other = isInbound ? fromNumber : toNumber;
  start(kept, isInbound && !isAnswered ? 'incoming' : 'call', isAnswered ? `Connected to ${other}` : other);
  phone.takeUp(isInbound ? 'in' : 'out', isAnswered, listen(kept));
}

function listen(started: CurrentCall): LineListener {
  const { externalCallId, direction, fromNumber, toNumber } = started;
  const other = direction === 'INBOUND' ? fromNumber : toNumber;
  return {
    ringing: () => say(`Ringing ${other}`),
    answered() {
      started.answeredAt = Date.now();
      show('call', `Connected to ${other}`);
      extensions.callAnswered({ externalCallId });
    },
    ended(reason) {
      if (reason === 'transferred') {
        current = undefined;
        show('ready', 'Transferred');
        extensions.callTransferred({ externalCallId });
        return;
      }
      started.endedAt = Date.now();
      const callEndStatus = (started.status = statusOf(reason));
      // The type asks for an id; a call may have none yet.
      const engagementId = started.engagementId as number;
      extensions.callEnded({ externalCallId, engagementId, callEndStatus });
      show('wrap-up', 'Call ended');
    },
  };
}

async function complete(): Promise<void> {
  const call = current;
  if (!call) return;
  show('ready', 'Saving');
  current = undefined;
  saved = call;
  if (call.awaitsEngagement) {
    current = call;
    await Promise.race([
      new Promise<void>((resolve) => (engagementCame = resolve)),
      new Promise((resolve) => setTimeout(resolve, patience)),
    ]);
    current = undefined;
  }
  const { externalCallId, engagementId } = call;
  extensions.callCompleted({
    externalCallId,
    ...(engagementId !== undefined && { engagementId }),
    hideWidget: false,
    engagementProperties: propertiesOf(call, notes.value),
  });
}

function settleEngagement(): void {
  if (current) current.awaitsEngagement = false;
  engagementCame();
}

function matchButton({ objectCoordinates, firstName = '', lastName = '', name }: Match): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = `Open record of ${name ?? `${firstName} ${lastName}`}`;
  button.addEventListener('click', () => {
    const { engagementId } = current ?? {};
    extensions.navigateToRecord({ objectCoordinates, ...(engagementId !== undefined && { engagementId }) });
  });
  return button;
}

function say(text: string): void {
  status.textContent = text;
}

function show(screen: Screen, text: string): void {
  for (const section of document.querySelectorAll<HTMLElement>('[data-screen]')) {
    section.hidden = !section.dataset['screen']?.split(' ').includes(screen);
  }
  say(text);
}
