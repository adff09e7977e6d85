/** Does on a phone what is asked for. */
import type { CallReference, Request, RequestDetails } from '../bridge/index.js';
import type { VoiceProvider } from './provider.js';
import type { VoiceSession } from './session.js';
import { VoiceError } from './voice-error.js';

/** A call that is started here. */
export interface NewSession {
  readonly toNumber: string;
  readonly fromNumber?: string | undefined;
  readonly party?: RequestDetails['hs-call-request']['party'];
  /** HubSpot is told nothing of it. */
  readonly internal: boolean;
}

/** What it takes to carry requests out. */
export interface RequestParts {
  readonly provider: VoiceProvider;
  /** Starts a call and has the bridge told of it. */
  readonly dial: (call: NewSession) => Promise<void>;
  /** Brings the call that one talks in into focus. */
  readonly focus: (call: CallReference) => void;
}

/** The methods of a session that exist only with their capability. */
type Ability =
  | 'answer'
  | 'decline'
  | 'merge'
  | 'sendDigits'
  | 'setHeld'
  | 'setMuted'
  | 'setRecording'
  | 'silence'
  | 'transfer'
  | 'transferTo';

/** Resolves when the phone has done it; rejects with a `VoiceError`. */
export async function doRequest(
  { name, detail }: Request,
  { provider, dial, focus }: RequestParts,
): Promise<void> {
  const find = ({ externalCallId }: CallReference): VoiceSession => {
    const session = provider.sessions.find(({ id }) => id === externalCallId);
    if (!session) throw new VoiceError('NOT_POSSIBLE', 'a call that this phone does not have');
    return session;
  };
  // One talks to one: who is resumed, answered or called puts the others on hold.
  const holdOthers = async (session?: VoiceSession): Promise<void> => {
    const others = provider.sessions.filter((other) => other !== session && isTalking(other));
    await Promise.all(others.map(async (other) => other.setHeld?.(true)));
  };

  switch (name) {
    case 'hs-call-request': {
      await call(dial, { ...detail, internal: false });
      return;
    }
    case 'hs-answer-request': {
      const session = find(detail);
      await holdOthers(session);
      await use(session, 'answer');
      focus(detail);
      return;
    }
    case 'hs-decline-request':
      return use(find(detail), 'decline', 'declined');
    case 'hs-hang-up-request': {
      const session = find(detail);
      const isOffered = session.direction === 'inbound' && session.state === 'ringing';
      return isOffered ? use(session, 'decline', 'declined') : session.hangUp();
    }
    case 'hs-mute-request':
      return use(find(detail), 'setMuted', detail.muted);
    case 'hs-hold-request': {
      const session = find(detail);
      if (!detail.held) await holdOthers(session);
      await use(session, 'setHeld', detail.held);
      if (!detail.held) focus(detail);
      return;
    }
    case 'hs-record-request':
      return use(find(detail), 'setRecording', detail.recording);
    case 'hs-dtmf-request':
      return use(find(detail), 'sendDigits', detail.digits);
    case 'hs-transfer-request': {
      const session = find(detail);
      const { toNumber, attended, consultation } = detail;
      if (!attended) return use(session, 'transfer', toNumber);
      if (consultation !== undefined)
        return use(session, 'transferTo', find({ externalCallId: consultation }));
      demand(session, 'transferTo');
      return call(dial, { toNumber, internal: true });
    }
    case 'hs-merge-request':
      return use(find(detail), 'merge', find({ externalCallId: detail.other }));
    case 'hs-silence-request':
      return use(find(detail), 'silence');
    case 'hs-microphone-request': {
      const session = find(detail);
      return session.direction === 'inbound' ? use(session, 'answer') : session.retryMicrophone();
    }
    default:
      return; // a message to HubSpot, which the bridge has sent
  }

  async function call(start: RequestParts['dial'], detail: NewSession): Promise<void> {
    const { capabilities, sessions } = provider;
    if (sessions.length > 0 && !capabilities.multipleCalls)
      throw new VoiceError('NOT_POSSIBLE', 'a second call');
    await holdOthers();
    await start(detail);
  }
}

const isTalking = ({ state, hold }: VoiceSession) =>
  (state === 'active' || state === 'reconnecting') && hold !== 'local' && hold !== 'both';

function demand(session: VoiceSession, ability: Ability): void {
  if (!session[ability]) throw new VoiceError('NOT_SUPPORTED', ability);
}

// The table of the contract pairs methods and what they take.
async function use<A extends Ability>(
  session: VoiceSession,
  ability: A,
  ...given: Parameters<NonNullable<VoiceSession[A]>>
): Promise<void> {
  demand(session, ability);
  const method = session[ability] as (...all: typeof given) => void | Promise<void>;
  await method.apply(session, given);
}
