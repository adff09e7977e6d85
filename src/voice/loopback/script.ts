/** What the far end of a loopback call does, and when. */
import { VoiceError } from '../voice-error.js';
import { refusals } from './end-reasons.js';

/** A part of an established call, in scripted ms. */
export interface Span {
  /** When it begins: ms after the call was answered. */
  readonly after: number;
  /** How many ms it lasts. */
  readonly lasts: number;
}

/** What the far end does. Every field may be left out. Times pass faster where the loopback's `speed` says so. */
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
  /** When the network is lost. A loss of 10000 ms or longer ends the call. Default: never. */
  readonly losesNetwork?: Span;
  /** What is heard of it: `echo`, oneself a moment later, or a `tone`. Default: `echo`. */
  readonly plays?: 'echo' | 'tone';
  /** How well it is heard: `good`, which is measured, or `poor`, which chops the sound and invents figures that fit. Default: `good`. */
  readonly quality?: 'good' | 'poor';
  /** Refuses every transfer. Default: false. */
  readonly refusesTransfer?: boolean;
}

/** A script with the defaults filled in. */
export type FullScript = LoopbackScript &
  Required<Pick<LoopbackScript, 'does' | 'ringsFor' | 'plays' | 'quality' | 'refusesTransfer'>>;

const defaults: FullScript = {
  does: 'answer',
  ringsFor: 2000,
  plays: 'echo',
  quality: 'good',
  refusesTransfer: false,
};

/** Whether the far end rings before it does what the script says. */
export function rings({ does }: FullScript): boolean {
  return does === 'answer' || does === 'decline' || does === 'no-answer';
}

/** The values that a field may have. */
const allowed: Readonly<Record<'does' | 'plays' | 'quality', readonly string[]>> = {
  does: ['answer', ...Object.keys(refusals)],
  plays: ['echo', 'tone'],
  quality: ['good', 'poor'],
};

/** Merges scripts and the defaults; a later script wins. Throws `PHONE_CONFIG` for a value that cannot be used. */
export function fullScript(...scripts: readonly (LoopbackScript | undefined)[]): FullScript {
  const script = scripts.reduce<FullScript>((all, each) => ({ ...all, ...each }), defaults);
  for (const name of ['does', 'plays', 'quality'] as const) {
    if (!allowed[name].includes(script[name])) throw wrong(name, script[name], allowed[name].join(', '));
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

export function wrong(name: string, got: unknown, right: string): VoiceError {
  return new VoiceError('PHONE_CONFIG', `${name} is ${JSON.stringify(got)}; right: ${right}`);
}
