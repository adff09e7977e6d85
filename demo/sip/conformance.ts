/** Runs the conformance checks on the SIP voice, at the server that the query of this page's address names. */
import { voiceConformance, watchLeftovers, type Leftovers, type VoiceRig } from '../../src/testing/index.js';
import type { DialOptions } from '../../src/voice/index.js';
import { SipVoice, type SipSession } from '../../src/voice/sip/index.js';

/** An order to the far end, which the test carries out. */
export type FarEndOrder = 'call' | 'call-and-give-up' | 'hang-up' | 'hold' | 'resume';

/** The result of a check. */
export interface CheckResult {
  /** What was wrong; undefined if nothing was. */
  readonly problem: string | undefined;
  /** Whether the check looked at nothing, by its own `needs` and `uses`. */
  readonly isVacuous: boolean;
}

/** This window: the test puts `tellFarEnd` there and calls `runCheck`. */
export interface ConformanceWindow extends Window {
  tellFarEnd: (order: FarEndOrder) => Promise<void>;
  runCheck: (name: string) => Promise<CheckResult>;
}

const query = new URLSearchParams(location.search);
const numbers = {
  answers: 'echo',
  rings: 'ringing',
  hangsUp: 'echo-hangs-up',
  busy: 'busy',
  declines: 'declined',
  noAnswer: 'patient',
  unknown: 'nobody',
  holds: 'echo-holds',
  refusesTransfer: 'stubborn',
};

const page = window as unknown as ConformanceWindow;

/** The SIP voice, whose far end gets its orders when the call has got to a state, rather than after a time. */
class RiggedVoice extends SipVoice {
  override async dial(options: DialOptions): Promise<SipSession> {
    const session = await super.dial(options);
    session.addEventListener('statechange', () => {
      if (session.state !== 'active') return;
      if (options.toNumber === numbers.hangsUp) void page.tellFarEnd('hang-up');
      if (options.toNumber === numbers.holds) void page.tellFarEnd('hold');
    });
    session.addEventListener('holdchange', () => {
      if (options.toNumber === numbers.holds && session.hold === 'remote') void page.tellFarEnd('resume');
    });
    return session;
  }
}

/**
 * The engine keeps a SIP transaction for 64 * T1 after its end, to recognize repetitions (RFC 3261, 17; RFC 6026). That
 * timer is no leftover: the engine clears it when the voice is disconnected.
 */
const transactionTimer = 'a timer of 32000 ms';

let leftovers: Leftovers | undefined;
let isRefused = false;
/** The track that was opened last. */
let microphone: MediaStreamTrack | undefined;

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
        [microphone] = stream.getAudioTracks();
        return stream;
      },
    });
    const voice = new RiggedVoice({
      server: query.get('server') ?? '',
      uri: query.get('uri') ?? '',
    });
    await voice.connect();
    // Only now: the timer of the registration belongs to the voice, not to its calls.
    leftovers = watchLeftovers();
    return voice;
  },
  numbers,
  receive: (_, caller) => page.tellFarEnd(caller === 'waits' ? 'call' : 'call-and-give-up'),
  microphone: {
    refuse: () => (isRefused = true),
    grant: () => (isRefused = false),
  },
  unplugMicrophone() {
    microphone?.stop();
    microphone?.dispatchEvent(new Event('ended'));
  },
  leftovers: () => leftovers?.list().filter((words) => words !== transactionTimer) ?? [],
  dispose: () => leftovers?.stop(),
};

page.runCheck = async (name) => {
  const check = voiceConformance.find((each) => each.name === name);
  if (!check) return { problem: 'There is no such check.', isVacuous: true };
  const { capabilities } = new SipVoice();
  const isVacuous = !(
    check.needs.every((need) => capabilities[need]) &&
    check.uses.every((use) => use in rig || use in rig.numbers)
  );
  const problem = await check.run(rig).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  return { problem, isVacuous };
};
