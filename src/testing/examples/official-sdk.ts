/** A widget on the official SDK, without a real phone: whoever is called answers at once. */
import CallingExtensions, { type EventHandlers } from '@hubspot/calling-extensions-sdk';
import { onPress, press, written, type Press } from './page.js';

let externalCallId = '';
let startedAt = 0;
let engagementId: number | undefined;
let isSaved = false;

const handlers: Partial<EventHandlers> = {
  onReady: () => extensions.initialized({ isLoggedIn: true }),
  onDialNumber({ phoneNumber: toNumber }: { readonly phoneNumber: string }) {
    [externalCallId, startedAt] = [crypto.randomUUID(), Date.now()];
    [engagementId, isSaved] = [undefined, false];
    const numbers = { toNumber, fromNumber: '+12025550160' };
    extensions.outgoingCall({ externalCallId, ...numbers, callStartTime: startedAt, createEngagement: true });
    extensions.callAnswered({ externalCallId });
  },
  onCreateEngagementSucceeded(engagement: { readonly engagementId: number }) {
    ({ engagementId } = engagement);
    complete();
  },
  onEndCall: hangUp,
  defaultEventHandler(data: unknown, { type }: { readonly type: string }) {
    if (type === 'TEST_PRESS') press(data as Press);
  },
};
const extensions = new CallingExtensions({ debugMode: false, eventHandlers: handlers as EventHandlers });

onPress('hang-up', hangUp);
onPress('save', () => {
  isSaved = true;
  complete();
});

function hangUp(): void {
  // The type of the SDK asks for an id, but a short call may have none yet.
  extensions.callEnded({ externalCallId, engagementId: engagementId as number, callEndStatus: 'COMPLETED' });
}

// HubSpot stores notes only with the id of an engagement: the call is completed when both are there.
function complete(): void {
  if (!isSaved || engagementId === undefined) return;
  const engagementProperties = { hs_timestamp: startedAt, hs_call_body: written() };
  extensions.callCompleted({ externalCallId, engagementId, hideWidget: false, engagementProperties });
}
