/** A widget: a whole phone in one tag, on a line whose other end is in the page too. */
import { HsCallingBridge, HsCallingWidget, hubSpotCallOutcomes } from '../components/index.js';
import { HsLoopbackVoice } from '../components/loopback-voice/define.js';
import { allowMicrophoneTrouble, isMicrophoneInTrouble, setMicrophoneTrouble } from './microphone-trouble.js';
import { followOrders, type Told } from './orders.js';
import { networkOf } from './network.js';
import { records } from './records.js';
import { isSameNumber } from '../src/index.js';
import type { LoopbackScript } from '../src/voice/loopback/index.js';
import { part } from './page.js';

const bridge = part('hs-calling-bridge', HsCallingBridge);
const voice = part('hs-loopback-voice', HsLoopbackVoice);
const widget = part('hs-calling-widget', HsCallingWidget);

widget.outcomes = hubSpotCallOutcomes;

// What this app knows by itself: in which company the people of the CRM are.
bridge.resolveParty = ({ phoneNumber = '' }) => {
  const record = records.find(({ phones }) => phones.some(({ number }) => isSameNumber(number, phoneNumber)));
  return record?.objectTypeId === '0-1' ? { company: 'Example Ltd' } : undefined;
};

// What the other end does is said by the number. Everybody else answers, and what you say comes back to you.
voice.fromNumbers = [
  { number: '+12025550160', label: 'Main' },
  { number: '+442079460123', label: 'London' },
];

voice.messages = [
  { id: 'call-back', label: 'Please call me back' },
  { id: 'offer', label: 'The offer is in your mail' },
];

/** What the far end does, if the page around has said so. */
let farEnd: LoopbackScript | undefined;
voice.script = (number) => {
  if (farEnd) return farEnd;
  if (number.endsWith('0199')) return { does: 'busy' };
  if (number.endsWith('0188')) return { dropsAfter: 3000 };
  return undefined;
};
voice.provider.configure({ speed: Number(new URLSearchParams(location.search).get('speed') ?? 1) });

const farEnds: Readonly<Record<string, LoopbackScript>> = {
  'is busy': { does: 'busy' },
  'does not answer': { does: 'no-answer' },
  'keeps ringing': { ringsFor: 60_000 },
  'answers and hangs up': { dropsAfter: 3000 },
};

const callerOf = ({ from = '', to = '+12025550160', name }: Told) => ({ from, to, ...(name && { name }) });

/** Does in the frame that carries the calls what comes from the network: it does not know in which tab it was asked for. */
const ofNetwork = networkOf(bridge, {
  DEMO_SOMEBODY_CALLS: (data) => voice.receiveCall(callerOf(data)),
  DEMO_BRIEF_CALL: (data) => voice.receiveCall(callerOf(data), { givesUpAfter: 3000 }),
  DEMO_FAR_END: ({ does = '' }) => (farEnd = farEnds[does]),
  DEMO_FAR_END_HANGS_UP: () => voice.provider.sessions.at(-1)?.farEnd.hangUp(),
});

allowMicrophoneTrouble();
followOrders({
  ...ofNetwork,
  // The phone has to tell of the trouble, where it would send a tone instead.
  DEMO_MICROPHONE({ trouble = '' }) {
    setMicrophoneTrouble(trouble);
    voice.microphone = isMicrophoneInTrouble() ? 'required' : 'preferred';
  },
  // Without a press, as an app may do it in vain.
  DEMO_OPEN_WINDOW: () => bridge.openCallingWindow(),
  DEMO_FINALIZE: () => bridge.finalizeEngagement(),
  DEMO_RESIZE: ({ width, height }) => bridge.resizeWidget({ width: Number(width), height: Number(height) }),
  DEMO_ERROR: ({ message = '' }) => bridge.sendError({ message }),
  DEMO_URL: ({ url = '' }) => bridge.setWidgetUrl({ iFrameUrl: url }),
});
