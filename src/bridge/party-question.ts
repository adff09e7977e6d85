/** The question who somebody is, as the app is asked it. */
import type { Party } from '../call/index.js';

/** Of whom it is asked. */
export interface PartyReference {
  /** Their record in the CRM, where it is known. */
  readonly objectId?: number | undefined;
  /** `0-1` contact, `0-2` company, `0-3` deal, `0-5` ticket, or a custom object's. */
  readonly objectTypeId?: string | undefined;
  /** Their number; undefined where only the record is known. */
  readonly phoneNumber?: string | undefined;
}

/** The question. */
export interface PartyQuestion extends PartyReference {
  /** Aborted when nobody wants the answer any more, or after five seconds: to be passed on to `fetch`. */
  readonly signal: AbortSignal;
}

/** What may be answered. What cannot be shown is left out. */
export type PartyAnswer = Pick<Party, 'name' | 'company' | 'avatar' | 'url'>;

/** Finds out who somebody is; undefined or null for nobody that is known. */
export type ResolveParty = (
  question: PartyQuestion,
) => PromiseLike<PartyAnswer | null | undefined> | PartyAnswer | null | undefined;

/** The detail of `hs-resolve-party`. */
export interface PartyQuestionEvent extends PartyQuestion {
  /** Answers, at once or by a promise. The first answer counts, and goes before `resolveParty`. */
  readonly respondWith: (answer: ReturnType<ResolveParty>) => void;
}
