/** The state of a call, or of the connection while there is no call, in words. */
import { talkTime, wasMissed, type Call, type FrameStatus, type WidgetState } from '../../src/index.js';
import type { Localize } from './localize.js';
import { microphoneWords } from './microphone-words.js';
import { spokenWho } from './spoken-who.js';
import { basicWords } from '../translations/en.js';

/** How a call ended. */
export function endText({ endStatus = 'COMPLETED', endReason }: Call, localize: Localize): string {
  const isUnknown = endStatus === 'FAILED' && endReason === 'not-found';
  return localize.term(isUnknown ? 'notFound' : `end.${endStatus}`);
}

/** The state of a call as it is shown. */
export function phaseText(call: Call, localize: Localize): string {
  const { phase, direction, held, heldByOther, reconnecting, saving } = call;
  if (call.connecting) return localize.term('connectingSound');
  if (call.answeredElsewhere && (phase === 'wrap-up' || phase === 'completed'))
    return localize.term('answeredElsewhere');
  switch (phase) {
    case 'dialing':
      return localize.term('calling');
    case 'ringing':
      return localize.term(direction === 'inbound' ? 'incoming' : 'ringingOut');
    case 'active':
      if (reconnecting) return localize.term('reconnecting');
      return localize.term(held ? 'onHold' : heldByOther ? 'heldByOther' : 'connected');
    case 'wrap-up':
      return endText(call, localize);
    case 'completed':
      if (wasMissed(call)) return endText(call, localize);
      return localize.term(saving === 'failed' ? 'savingFailed' : 'saved');
    case 'transferred':
      return localize.term('transferred');
  }
}

/** How the state of a call is said. */
interface Saying {
  /** Whose call it is. Default: as it is heard, a number digit by digit. */
  readonly who?: string;
  /** The part of this frame. Default: it owns the calls. */
  readonly frame?: FrameStatus;
  /** Whether that is said in every state. Default: only of a call that is dialled or comes in. */
  readonly isNamed?: boolean;
}

/** The state of a call as screen readers announce it: durations in words. */
export function spokenText(
  call: Call,
  localize: Localize,
  { who = spokenWho(call, localize), isNamed = false, frame }: Saying = {},
): string {
  const { phase, direction, connecting, answeredAt, endedAt } = call;
  if (call.microphone) return microphoneWords(call.microphone, localize, frame);
  if (phase === 'dialing' && !connecting) return localize.term('dialing', who);
  if (phase === 'ringing' && direction === 'inbound' && !connecting)
    return localize.term('incomingFrom', who);
  const words =
    phase === 'wrap-up' && answeredAt !== undefined
      ? localize.term('ended', localize.duration(talkTime(call, endedAt ?? answeredAt)))
      : phaseText(call, localize);
  return isNamed ? localize.term('named', words, who) : words;
}

/** Identifies what is announced of a call: it is announced again only when this changes. */
export function occasionOf({
  externalCallId,
  phase,
  held,
  heldByOther,
  connecting,
  reconnecting,
  microphone,
}: Call): string {
  return [externalCallId, phase, held, heldByOther, connecting, reconnecting, microphone].join(' ');
}

/** The problem with the connection to HubSpot; undefined if there is none, or no words for it. */
export function problemText({ problem }: WidgetState, localize: Localize): string | undefined {
  const key = `problem.${problem?.code ?? ''}`;
  return key in basicWords ? localize.term(key as 'problem.NOT_FRAMED') : undefined;
}

/** Whether the voice can be used. Without a voice, the app has a phone of its own, which is taken to be ready. */
export function voiceText({ voice }: WidgetState, localize: Localize): string {
  if (!voice || voice.state === 'ready') return localize.term('ready');
  if (voice.state === 'failed') return localize.term('phoneFailed');
  return localize.term(voice.problem ? 'phoneUnreachable' : 'phoneConnecting');
}

/** What is shown while there is no call. */
export interface ConnectionText {
  readonly status: string;
  readonly detail?: string | undefined;
  /** Which connection the “Try again” button opens anew: that to HubSpot, or that of the voice. */
  readonly retry?: 'bridge' | 'voice' | undefined;
}

/**
 * The state of both connections: to HubSpot, and of the voice.
 *
 * @param state - Undefined while there is no bridge.
 * @param isSlow - Whether HubSpot has taken unusually long to answer.
 */
export function connectionText(
  state: WidgetState | undefined,
  localize: Localize,
  isSlow: boolean,
): ConnectionText {
  const disconnected = localize.term('disconnected');
  const detail = state && problemText(state, localize);
  switch (state?.connection) {
    case 'connected':
      return {
        status: voiceText(state, localize),
        detail,
        // Only the frame with the voice can connect it.
        retry: state.frame.role === 'owner' && state.voice?.problem ? 'voice' : undefined,
      };
    case 'failed':
      return { status: disconnected, detail, retry: 'bridge' };
    default: {
      const status = localize.term('connecting');
      return isSlow ? { status, detail: localize.term('stillConnecting'), retry: 'bridge' } : { status };
    }
  }
}
