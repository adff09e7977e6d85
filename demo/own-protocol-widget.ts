/**
 * A widget on the drop-in for the official SDK that keeps its frames together by a protocol of its own, as HubSpot's demo and
 * most vendors do: a remote beside a calling window only tells the window what is pressed, and the window tells HubSpot.
 */
import CallingExtensions, { type EventHandlers } from '../src/sdk/index.js';
import { part } from './page.js';

/** What a frame tells the others: a method of the SDK, and what it is given. */
interface News {
  readonly method: Method;
  readonly payload: Payload;
}

type Method =
  'initialized' | 'incomingCall' | 'outgoingCall' | 'callAnswered' | 'callEnded' | 'callCompleted';
type Payload = Readonly<Record<string, unknown>>;

/** What HubSpot tells of the frame in SYNC. */
interface Place {
  readonly iframeLocation?: string;
  readonly usesCallingWindow?: boolean;
  readonly engagementId?: number;
}

const channel = new BroadcastChannel('hs-demo-own-protocol');
const status = part('#status', HTMLElement);
const number = part('#number', HTMLInputElement);
const notes = part('#notes', HTMLInputElement);

let place: Place = {};
let engagementId: number | undefined;
/** Only the frame that speaks to HubSpot has one. */
let externalCallId = '';

const isRemoteBesideWindow = () => place.usesCallingWindow === true && place.iframeLocation === 'remote';
const speaks = () => !isRemoteBesideWindow();

const shown: Readonly<Record<Method, string>> = {
  initialized: 'Ready',
  incomingCall: 'Somebody calls',
  outgoingCall: 'Calling',
  callAnswered: 'Connected',
  callEnded: 'Call ended',
  callCompleted: 'Saved',
};

/** Tells HubSpot in the frame that speaks, and shows it in each. */
function take({ method, payload }: News): void {
  status.textContent = shown[method];
  if (!speaks()) return;
  if (method === 'incomingCall' || method === 'outgoingCall') externalCallId = crypto.randomUUID();
  const ofCall = { ...payload, ...(method !== 'initialized' && { externalCallId }) };
  const ended = method === 'callEnded' || method === 'callCompleted' ? { engagementId } : {};
  (extensions[method] as (data: unknown) => void)({ ...ofCall, ...ended });
}

function say(method: Method, payload: Payload = {}): void {
  const news: News = { method, payload };
  channel.postMessage(news);
  take(news);
}

channel.addEventListener('message', ({ data }: MessageEvent<News>) => take(data));

const handlers: Partial<EventHandlers> = {
  onReady: (data: Place) => {
    // In the first moment no frame knows its place: each says INITIALIZED by itself, and a window once more for each remote.
    const initialized: Payload = { isLoggedIn: true, isAvailable: true, ...data };
    extensions.initialized(initialized);
    place = data;
    say('initialized', initialized);
  },
  onDialNumber: ({ phoneNumber = '' }: { readonly phoneNumber?: string }) => (number.value = phoneNumber),
  onCreateEngagementSucceeded: (data: { readonly engagementId: number }) => ({ engagementId } = data),
};
const extensions = new CallingExtensions({
  debugMode: false,
  eventHandlers: handlers as EventHandlers,
  // The simulated HubSpot. The real one is trusted anyway.
  allowedOrigins: [`http://localhost:${location.port}`],
});

const buttons: Readonly<Record<string, () => void>> = {
  '#incoming': () =>
    say('incomingCall', { fromNumber: '+12025550102', toNumber: '+12025550160', createEngagement: true }),
  '#call': () => say('outgoingCall', { toNumber: number.value, createEngagement: true }),
  '#answer': () => say('callAnswered'),
  '#end': () => say('callEnded', { callEndStatus: 'COMPLETED' }),
  '#save': () =>
    say('callCompleted', { hideWidget: false, engagementProperties: { hs_call_body: notes.value } }),
};
for (const [button, press] of Object.entries(buttons))
  part(button, HTMLButtonElement).addEventListener('click', press);
