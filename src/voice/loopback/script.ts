/** What the far end of a loopback call does, and when. */
import type { SessionEnd } from '../session.js';
import { VoiceError } from '../voice-error.js';

/** Something that begins and ends during a call. */
export interface Span {
  /** Ms after the call was answered. */
  readonly after: number;
  /** How many ms it lasts. */
  readonly lasts: number;
}

/** What the far end does. Every field may be left out. */
export interface LoopbackScript {
  /** How it takes an outbound call. Default: `answer`. */
  readonly does?: 'answer' | 'busy' | 'no-answer' | 'decline' | 'unavailable' | 'not-found';
  /** Ms it rings before it answers, declines, or has not answered. Default: 2000. */
  readonly ringsFor?: number;
  /** Inbound: ms until the caller gives up. Default: never. */
  readonly givesUpAfter?: number;
  /** Ms after the answer at which it hangs up. Default: never. */
  readonly dropsAfter?: number;
  /** When it holds the call. Default: never. */
  readonly holds?: Span;
  /** When the network is lost. What lasts 10000 ms or longer ends the call. Default: never. */
  readonly losesNetwork?: Span;
  /** What one hears: oneself, a moment later, or a tone. Default: `echo`. */
  readonly plays?: 'echo' | 'tone';
  /** `poor` chops the sound for real and tells figures made up to fit. Default: `good`, and measured. */
  readonly quality?: 'good' | 'poor';
  /** Does not let itself be handed over. Default: false. */
  readonly refusesTransfer?: boolean;
}

/** A script with the defaults filled in. */
export type FullScript = LoopbackScript &
  Required<Pick<LoopbackScript, 'does' | 'ringsFor' | 'plays' | 'quality' | 'refusesTransfer'>>;

const usual: FullScript = {
  does: 'answer',
  ringsFor: 2000,
  plays: 'echo',
  quality: 'good',
  refusesTransfer: false,
};

/** How a call ends that is not answered, in the words of SIP. */
export const refusals: Readonly<Record<Exclude<FullScript['does'], 'answer'>, SessionEnd>> = {
  busy: { reason: 'busy', by: 'remote', code: 486, text: 'Busy Here' },
  decline: { reason: 'declined', by: 'remote', code: 603, text: 'Decline' },
  'no-answer': { reason: 'no-answer', by: 'remote', code: 408, text: 'Request Timeout' },
  unavailable: { reason: 'no-answer', by: 'remote', code: 480, text: 'Temporarily Unavailable' },
  'not-found': { reason: 'not-found', by: 'remote', code: 404, text: 'Not Found' },
};

/** Whether it rings there before this happens. */
export function rings({ does }: FullScript): boolean {
  return does === 'answer' || does === 'decline' || does === 'no-answer';
}

const words: Readonly<Record<'does' | 'plays' | 'quality', readonly string[]>> = {
  does: ['answer', ...Object.keys(refusals)],
  plays: ['echo', 'tone'],
  quality: ['good', 'poor'],
};

/** Puts scripts together, the last one counts. Throws `PHONE_CONFIG` for what cannot be played. */
export function fullScript(...scripts: readonly (LoopbackScript | undefined)[]): FullScript {
  const script = scripts.reduce<FullScript>((all, each) => ({ ...all, ...each }), usual);
  for (const name of ['does', 'plays', 'quality'] as const) {
    if (!words[name].includes(script[name])) throw wrong(name, script[name], words[name].join(', '));
  }
  const { ringsFor, givesUpAfter = 0, dropsAfter = 0, holds, losesNetwork } = script;
  const times = {
    ringsFor,
    givesUpAfter,
    dropsAfter,
    'holds.after': holds?.after ?? 0,
    'holds.lasts': holds?.lasts ?? 0,
    'losesNetwork.after': losesNetwork?.after ?? 0,
    'losesNetwork.lasts': losesNetwork?.lasts ?? 0,
  };
  for (const [name, ms] of Object.entries(times)) {
    if (!(ms >= 0)) throw wrong(name, ms, 'ms, 0 or more');
  }
  return script;
}

function wrong(name: string, got: unknown, right: string): VoiceError {
  return new VoiceError('PHONE_CONFIG', `${name} is ${JSON.stringify(got)}; right: ${right}`);
}
