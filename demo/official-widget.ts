/** A widget on the official SDK, as small as it can be: our host has to get along with it. */
import CallingExtensions, { type EventHandlers } from '@hubspot/calling-extensions-sdk';
import { part } from './page.js';
import { PretendPhone } from './pretend-phone.js';

/** The call that is going on, kept by hand. */
interface CurrentCall {
  readonly externalCallId: string;
  readonly toNumber: string;
  readonly startedAt: number;
  answeredAt?: number;
  engagementId?: number;
}

const status = part('#status', HTMLElement);
const form = part('form', HTMLFormElement);
const notes = part('textarea', HTMLTextAreaElement);
const phone = new PretendPhone(Number(new URLSearchParams(location.search).get('speed') ?? 1));
let current: CurrentCall | undefined;

const handlers: Partial<EventHandlers> = {
  onReady: () => {
    show('Ready');
    extensions.initialized({
      isLoggedIn: true,
      ...{ isAvailable: true, sizeInfo: { width: 400, height: 600 } },
    });
  },
  onDialNumber: ({ phoneNumber }: { readonly phoneNumber: string }) => call(phoneNumber),
  onCreateEngagementSucceeded: ({ engagementId }: { readonly engagementId: number }) => {
    if (current) current.engagementId = engagementId;
  },
  onUpdateEngagementSucceeded: () => show('Saved'),
  onEndCall: () => phone.hangUp(),
  onVisibilityChanged: ({ isMinimized }: { readonly isMinimized: boolean }) =>
    show(isMinimized ? 'Minimised' : 'Shown'),
};
const extensions = new CallingExtensions({ debugMode: false, eventHandlers: handlers as EventHandlers });

form.addEventListener('submit', (event) => {
  event.preventDefault();
  phone.hangUp();
});

function call(toNumber: string): void {
  const started: CurrentCall = { externalCallId: crypto.randomUUID(), toNumber, startedAt: Date.now() };
  const { externalCallId } = started;
  current = started;
  notes.value = '';
  form.hidden = false;
  show(`Calling ${toNumber}`);
  extensions.outgoingCall({
    externalCallId,
    toNumber,
    fromNumber: phone.number,
    callStartTime: started.startedAt,
    createEngagement: true,
  });
  phone.call(toNumber, {
    ringing: () => show(`Ringing ${toNumber}`),
    answered() {
      started.answeredAt = Date.now();
      show(`Connected to ${toNumber}`);
      extensions.callAnswered({ externalCallId });
    },
    ended: (reason) => end(started, reason),
  });
}

function end(
  { externalCallId, toNumber, startedAt, answeredAt, engagementId = 0 }: CurrentCall,
  reason: string,
): void {
  const unanswered = reason === 'busy' ? 'BUSY' : 'CANCELED';
  const callEndStatus = answeredAt === undefined ? unanswered : 'COMPLETED';
  form.hidden = true;
  show('Saving');
  extensions.callEnded({ externalCallId, engagementId, callEndStatus });
  extensions.callCompleted({
    externalCallId,
    engagementId,
    hideWidget: false,
    engagementProperties: {
      hs_timestamp: String(startedAt),
      hs_call_direction: 'OUTBOUND',
      hs_call_status: callEndStatus,
      hs_call_duration: String(answeredAt === undefined ? 0 : Date.now() - answeredAt),
      hs_call_from_number: phone.number,
      hs_call_to_number: toNumber,
      hs_call_body: notes.value,
    },
  });
}

function show(text: string): void {
  status.textContent = text;
}
