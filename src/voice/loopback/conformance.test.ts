import { expect } from '@open-wc/testing';
import { voiceConformance, watchLeftovers, type Leftovers, type VoiceRig } from '../conformance/index.js';
import { withEvents } from '../testing/fake-track-events.js';
import { LoopbackVoice, type LoopbackScript } from './index.js';

const scripts: Readonly<Record<string, LoopbackScript>> = {
  '100': { does: 'answer' },
  '101': { ringsFor: 300_000 },
  '102': { dropsAfter: 1000 },
  '103': { does: 'busy' },
  '104': { does: 'decline' },
  '105': { does: 'no-answer' },
  '106': { does: 'not-found' },
  '107': { holds: { after: 1000, lasts: 1000 } },
  '108': { refusesTransfer: true },
};

let leftovers: Leftovers | undefined;
let isRefused = false;
/** The track that was opened last. */
let microphone: MediaStreamTrack | undefined;

async function connectedVoice(): Promise<LoopbackVoice> {
  const voice = new LoopbackVoice({
    script: (number) => scripts[number],
    fromNumbers: [{ number: '+12025550100' }],
    messages: [{ id: 'call-back', label: 'Call me back' }],
    microphone: 'required',
    speed: 20,
  });
  await voice.connect();
  return voice;
}

const rig: VoiceRig = {
  async create() {
    isRefused = false;
    Reflect.deleteProperty(navigator.mediaDevices, 'getUserMedia');
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    Object.defineProperty(navigator.mediaDevices, 'getUserMedia', {
      configurable: true,
      async value(constraints: MediaStreamConstraints) {
        if (isRefused) throw new DOMException('refused', 'NotAllowedError');
        const stream = await open(constraints);
        [microphone] = stream.getAudioTracks().map(withEvents);
        return stream;
      },
    });
    leftovers = watchLeftovers();
    return connectedVoice();
  },
  numbers: {
    answers: '100',
    rings: '101',
    hangsUp: '102',
    busy: '103',
    declines: '104',
    noAnswer: '105',
    unknown: '106',
    holds: '107',
    refusesTransfer: '108',
  },
  async receive(provider, caller) {
    if (provider instanceof LoopbackVoice)
      await provider.receiveCall({ from: '+12025550123' }, caller === 'waits' ? {} : { givesUpAfter: 2000 });
  },
  reload() {
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    return connectedVoice();
  },
  microphone: {
    refuse: () => (isRefused = true),
    grant: () => (isRefused = false),
  },
  unplugMicrophone() {
    microphone?.stop();
    microphone?.dispatchEvent(new Event('ended'));
  },
  leftovers: () => leftovers?.list() ?? [],
  dispose: () => leftovers?.stop(),
  stepTimeoutMs: 4000,
};

describe('LoopbackVoice conforms', () => {
  if (typeof RTCPeerConnection === 'undefined') {
    it('to the promise to fail honestly without WebRTC', async () => {
      const voice = new LoopbackVoice();
      const problem: unknown = await voice.connect().catch((error: unknown) => error);
      expect(problem).to.equal(voice.problem);
      expect([voice.state, voice.problem?.code]).to.deep.equal(['failed', 'NOT_SUPPORTED']);
    });
    return;
  }
  for (const check of voiceConformance) it(check.name, () => check.run(rig));
});
