/** Carries out requests on the sessions of a provider. */
import type { CallReference, Request, RequestDetails } from '../bridge/index.js';
import type { VoiceProvider } from './provider.js';
import type { VoiceSession } from './session.js';
import { VoiceError } from './voice-error.js';

/** A call to be started. */
export interface NewSession {
  readonly toNumber: string;
  readonly fromNumber?: string | undefined;
  readonly party?: RequestDetails['hs-call-request']['party'];
  /** Whether HubSpot is told nothing of it, as of the consultation before a transfer. */
  readonly internal: boolean;
}

/** What requests are carried out with. */
export interface RequestContext {
  readonly provider: VoiceProvider;
  /** Resolves once the provider no longer connects; rejects when that takes too long. */
  readonly whenReady: () => Promise<void>;
  /** Starts a call and has the bridge told of it. */
  readonly dial: (call: NewSession) => Promise<void>;
  /** Puts the focus of the bridge on a call. */
  readonly focus: (call: CallReference) => void;
}

/** The methods of a session that exist only with their capability. */
type OptionalMethod =
  | 'answer'
  | 'decline'
  | 'dropVoicemail'
  | 'merge'
  | 'sendDigits'
  | 'setHeld'
  | 'setMuted'
  | 'setRecording'
  | 'silence'
  | 'transfer'
  | 'transferTo';

/** Resolves when the provider has done what was requested; rejects with a `VoiceError`. */
export async function doRequest(
  { name, detail }: Request,
  { provider, whenReady, dial, focus }: RequestContext,
): Promise<void> {
  const find = ({ externalCallId }: CallReference): VoiceSession => {
    const session = provider.sessions.find(({ id }) => id === externalCallId);
    if (!session) throw new VoiceError('NOT_POSSIBLE', 'a call that this phone does not have');
    return session;
  };
  // The user talks in one call at a time: when one is resumed, answered or started, the others are held.
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
      const { toNumber, attended, consultation, party } = detail;
      if (!attended) return use(session, 'transfer', toNumber);
      if (consultation !== undefined)
        return use(session, 'transferTo', find({ externalCallId: consultation }));
      demand(session, 'transferTo');
      return call(dial, { toNumber, party, internal: true });
    }
    case 'hs-merge-request':
      return use(find(detail), 'merge', find({ externalCallId: detail.other }));
    case 'hs-voicemail-request':
      return use(find(detail), 'dropVoicemail', detail.messageId);
    case 'hs-silence-request':
      return use(find(detail), 'silence');
    case 'hs-microphone-request': {
      const session = find(detail);
      const isOffered = session.direction === 'inbound' && session.state === 'ringing';
      return isOffered ? use(session, 'answer') : session.retryMicrophone();
    }
    default:
      return; // the bridge has sent its message to HubSpot; there is nothing to do here
  }

  async function call(start: RequestContext['dial'], detail: NewSession): Promise<void> {
    demandFree();
    await whenReady();
    // Somebody may have called meanwhile.
    demandFree();
    await holdOthers();
    await start(detail);
  }

  function demandFree(): void {
    const { capabilities, sessions } = provider;
    if (sessions.length > 0 && !capabilities.multipleCalls)
      throw new VoiceError('NOT_POSSIBLE', 'a second call');
  }
}

/** Whether the user talks in a session. */
const isTalking = ({ state, hold }: VoiceSession) =>
  (state === 'active' || state === 'reconnecting') && hold !== 'local' && hold !== 'both';

/** Throws `NOT_SUPPORTED` unless the session has a method. */
function demand(session: VoiceSession, method: OptionalMethod): void {
  if (!session[method]) throw new VoiceError('NOT_SUPPORTED', method);
}

/** Calls a method of a session. Rejects `NOT_SUPPORTED` where the session does not have it. */
async function use<Method extends OptionalMethod>(
  session: VoiceSession,
  method: Method,
  ...args: Parameters<NonNullable<VoiceSession[Method]>>
): Promise<void> {
  demand(session, method);
  // The compiler does not see that a method and its own parameters belong together.
  const call = session[method] as (...all: typeof args) => void | Promise<void>;
  await call.apply(session, args);
}
