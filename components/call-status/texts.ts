/** What a call, or the lack of one, is called in words. */
import { otherNumber, spokenNumber, talkTime, type Call, type WidgetState } from '../../src/index.js';
import type { Localize } from '../shared/localize.js';
import { en } from '../translations/en.js';

/** The phase of a call, for the eye. */
export function phaseText(call: Call, localize: Localize): string {
  const { phase, direction, held, heldByOther, reconnecting, saving, endStatus = 'COMPLETED' } = call;
  switch (phase) {
    case 'dialing':
      return localize.term('calling');
    case 'ringing':
      return localize.term(direction === 'inbound' ? 'incoming' : 'ringingOut');
    case 'active':
      if (reconnecting) return localize.term('reconnecting');
      return localize.term(held ? 'onHold' : heldByOther ? 'heldByOther' : 'connected');
    case 'wrap-up':
      return localize.term(`end.${endStatus}`);
    case 'completed':
      return localize.term(saving === 'failed' ? 'savingFailed' : 'saved');
    case 'transferred':
      return localize.term('transferred');
  }
}

/** What is said when a call gets to a phase, for the ear: numbers digit by digit, durations in words. */
export function spokenText(call: Call, localize: Localize): string {
  const number = otherNumber(call);
  if (call.microphone) return localize.term(`microphone.${call.microphone}`);
  const who = call.party?.name ?? (number ? spokenNumber(number) : localize.term('unknownCaller'));
  if (call.phase === 'dialing') return localize.term('dialing', who);
  if (call.phase === 'ringing' && call.direction === 'inbound') return localize.term('incomingFrom', who);
  if (call.phase === 'wrap-up' && call.answeredAt !== undefined) {
    return localize.term('ended', localize.duration(talkTime(call, call.endedAt ?? call.answeredAt)));
  }
  return phaseText(call, localize);
}

/** What is said of a call is said once for each of these. */
export function occasionOf({
  externalCallId,
  phase,
  held,
  heldByOther,
  reconnecting,
  microphone,
}: Call): string {
  return [externalCallId, phase, held, heldByOther, reconnecting, microphone].join(' ');
}

/** What is in the way, if there are words for it. */
export function problemText({ problem }: WidgetState, localize: Localize): string | undefined {
  const key = `problem.${problem?.code ?? ''}`;
  return key in en ? localize.term(key as 'problem.NOT_FRAMED') : undefined;
}

/** Whether the phone can be used. Without one of ours, the app has its own. */
export function phoneText({ voice }: WidgetState, localize: Localize): string {
  if (!voice || voice.state === 'ready') return localize.term('ready');
  if (voice.state === 'failed') return localize.term('phoneFailed');
  return localize.term(voice.problem ? 'phoneUnreachable' : 'phoneConnecting');
}

/** Whether the phone is ready, or what is in the way and whether to try again. */
export interface ConnectionText {
  readonly status: string;
  readonly detail?: string | undefined;
  /** What another try may mend. */
  readonly retry?: 'bridge' | 'voice' | undefined;
}

/** The connection in words; without a state there is no bridge yet. `isSlow`: HubSpot takes its time. */
export function connectionText(
  state: WidgetState | undefined,
  localize: Localize,
  isSlow: boolean,
): ConnectionText {
  const disconnected = localize.term('disconnected');
  const detail = state && problemText(state, localize);
  switch (state?.connection) {
    case 'connected':
      return { status: phoneText(state, localize), detail, retry: state.voice?.problem && 'voice' };
    case 'failed':
      return { status: disconnected, detail, retry: 'bridge' };
    default: {
      const status = localize.term('connecting');
      return isSlow ? { status, detail: localize.term('stillConnecting'), retry: 'bridge' } : { status };
    }
  }
}
