/** Runs the checks that every phone has to pass on the SIP phone, at the server that the address of this page names. */
import { voiceConformance, watchLeftovers, type Leftovers, type VoiceRig } from '../../src/testing/index.js';
import type { DialOptions } from '../../src/voice/index.js';
import { SipVoice, type SipSession } from '../../src/voice/sip/index.js';

/** What the far end is told to do. */
export type FarEndOrder = 'call' | 'call-and-give-up' | 'hang-up' | 'hold' | 'resume';

/** How a check went. */
export interface CheckResult {
  /** What was wrong; undefined if nothing was. */
  readonly problem: string | undefined;
  /** By its own word the check had nothing to look at here. */
  readonly isVacuous: boolean;
}

/** What the test puts into this window, and what it finds there. */
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

/** A phone whose far end acts when the call has come so far, rather than after a time. */
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
 * A transaction of SIP outlives its call by 64 * T1, so that what is sent again is recognized (RFC 3261, 17; RFC 6026).
 * The engine counts that, and stops when the phone is disconnected.
 */
const transactionTimer = 'a timer of 32000 ms';

let leftovers: Leftovers | undefined;
let isRefused = false;

const rig: VoiceRig = {
  async create() {
    isRefused = false;
    Reflect.deleteProperty(navigator.mediaDevices, 'getUserMedia');
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    Object.defineProperty(navigator.mediaDevices, 'getUserMedia', {
      configurable: true,
      value: (constraints: MediaStreamConstraints) =>
        isRefused ? Promise.reject(new DOMException('refused', 'NotAllowedError')) : open(constraints),
    });
    const voice = new RiggedVoice({
      server: query.get('server') ?? '',
      uri: query.get('uri') ?? '',
    });
    await voice.connect();
    // The timer of the login belongs to the phone, not to its calls.
    leftovers = watchLeftovers();
    return voice;
  },
  numbers,
  receive: (_, caller) => page.tellFarEnd(caller === 'waits' ? 'call' : 'call-and-give-up'),
  microphone: {
    refuse: () => (isRefused = true),
    grant: () => (isRefused = false),
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
