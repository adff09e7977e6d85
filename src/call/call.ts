/** What is known about one call. */
import type { CallEndStatus, CallerIdMatch, EngagementProperties } from '../protocol/index.js';
import type { EndReason } from './end-reason.js';
import { knownParty, wholeParty, type Party } from './party.js';
import type { CallQuality, MicrophoneTrouble } from './voice.js';

/** Where a call is in its life. Hold, mute and recording are flags beside it. */
export type CallPhase = 'dialing' | 'ringing' | 'active' | 'wrap-up' | 'completed' | 'transferred';

/** From whose side the call was started. */
export type CallDirection = 'outbound' | 'inbound';

/** What the user and the app add to the call's record. */
export interface EngagementDraft {
  /** Plain text; line breaks are kept. */
  readonly notes?: string | undefined;
  /** The outcome: the id of one of the account's call dispositions. Empty: the user wants none. */
  readonly outcome?: string | undefined;
  /** The outcome to suggest, for example when a machine has answered. It is saved only once the user saves with it. */
  readonly suggestedOutcome?: string | undefined;
  readonly title?: string | undefined;
  /** An https address. */
  readonly recordingUrl?: string | undefined;
  /** Further properties of the CRM's call object. They win over what is filled in. */
  readonly properties?: EngagementProperties | undefined;
}

/** Whether the call's record was written. */
export type SavingState = 'none' | 'pending' | 'saved' | 'failed';

/** One call. Plain data; replaced, never changed. */
export interface Call {
  /** The app's id, or one the bridge made. */
  readonly externalCallId: string;
  readonly direction: CallDirection;
  readonly phase: CallPhase;
  readonly fromNumber: string | undefined;
  readonly toNumber: string | undefined;
  /** Who is at the other end: `told`, and `found` where that says nothing. */
  readonly party: Party | undefined;
  /** What HubSpot, the voice or the app said of them with the call. */
  readonly told: Party | undefined;
  /** What the app answered when it was asked who it is. */
  readonly found: Party | undefined;
  /** HubSpot's id of the call's record, once known. */
  readonly engagementId: number | undefined;
  /** HubSpot was asked to make the record and has not answered yet. */
  readonly awaitsEngagement: boolean;
  readonly engagement: EngagementDraft;
  /** The records that HubSpot found for the caller. */
  readonly matches: readonly CallerIdMatch[];
  /** HubSpot looks for the caller and has not answered yet. */
  readonly awaitsMatches: boolean;
  readonly muted: boolean;
  /** We hold it. */
  readonly held: boolean;
  /** The other end holds it. */
  readonly heldByOther: boolean;
  /** Since when it has been held, by either end: epoch ms. */
  readonly heldAt: number | undefined;
  readonly recording: boolean;
  /** It was answered, and the sound is being connected. The phase is still the one before the answer. */
  readonly connecting: boolean;
  /** The way to the other end is lost and looked for. */
  readonly reconnecting: boolean;
  /** What keeps the microphone from being heard, if anything does. The call waits meanwhile. */
  readonly microphone: MicrophoneTrouble | undefined;
  /** The user wants it to ring no more: it is silent in every frame. */
  readonly silenced: boolean;
  /** How well the other end is heard, as last measured. */
  readonly quality: CallQuality | undefined;
  /**
   * The bridge finishes it by itself, and once it has ended only the history shows it: it was turned away, it was lost with the
   * page before, or its user has logged out.
   */
  readonly unattended: boolean;
  /** HubSpot is told nothing of it: a consultation before a call is handed over. */
  readonly internal: boolean;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly answeredAt: number | undefined;
  readonly endedAt: number | undefined;
  readonly endStatus: CallEndStatus | undefined;
  /** Why it ended, where a voice has told that. */
  readonly endReason: EndReason | undefined;
  /** Another device of the called person has answered it: there is nothing to write down, and it was not missed. */
  readonly answeredElsewhere: boolean;
  readonly saving: SavingState;
  /** HubSpot was told that nothing more will come (help desk). */
  readonly finalized: boolean;
  /** HubSpot's words on why something failed, if it said any. */
  readonly failure: string | undefined;
}

/** What a new call is told at its start. */
export type NewCall = Pick<Call, 'externalCallId' | 'direction' | 'createdAt'> & Partial<Call>;

/** Not muted, not held, not recorded, not silenced: how a call starts, and how it is again when it has ended. */
export const atRest = {
  muted: false,
  held: false,
  heldByOther: false,
  heldAt: undefined,
  recording: false,
  connecting: false,
  reconnecting: false,
  microphone: undefined,
  silenced: false,
} as const;

/** Who it is, without what the app has found. A call that an app brings back has only that. */
export const toldOf = (call: NewCall): Party | undefined => ('told' in call ? call.told : call.party);

/** A call at its start: dialling if we call, ringing if they do. */
export function newCall(start: NewCall): Call {
  const party = knownParty(toldOf(start));
  return {
    phase: start.direction === 'inbound' ? 'ringing' : 'dialing',
    fromNumber: undefined,
    toNumber: undefined,
    engagementId: undefined,
    awaitsEngagement: false,
    engagement: {},
    matches: [],
    awaitsMatches: start.direction === 'inbound',
    ...atRest,
    quality: undefined,
    unattended: false,
    internal: false,
    answeredAt: undefined,
    endedAt: undefined,
    endStatus: undefined,
    endReason: undefined,
    answeredElsewhere: false,
    saving: 'none',
    finalized: false,
    failure: undefined,
    ...start,
    party: wholeParty(party, undefined),
    told: party,
    found: undefined,
  };
}

/** The call goes on: it is dialled, it rings, or they talk. */
export function isLive({ phase }: Call): boolean {
  return phase === 'dialing' || phase === 'ringing' || phase === 'active';
}

/** Somebody calls, and nobody has answered yet. */
export function isOffered({ direction, phase, connecting }: Call): boolean {
  return direction === 'inbound' && phase === 'ringing' && !connecting;
}

/** The call goes on and is ours: one that we dial, or one that was answered. */
export function isTaken(call: Call): boolean {
  return isLive(call) && !isOffered(call);
}

/** Nothing more will happen in this call. */
export function isOver({ phase }: Call): boolean {
  return phase === 'completed' || phase === 'transferred';
}

/** Something was written that has to reach the call's record. */
export function hasDraft({ engagement: { notes, outcome, title, recordingUrl, properties } }: Call): boolean {
  return [notes?.trim(), outcome, title, recordingUrl, ...Object.keys(properties ?? {})].some(Boolean);
}

/** It was handed over, and its notes did not reach the record: they are kept for the user to copy. */
export function keepsNotes({ phase, saving, engagement }: Call): boolean {
  return phase === 'transferred' && saving === 'failed' && (engagement.notes?.trim() ?? '') !== '';
}

/** The user has still to finish it: it has ended, or HubSpot could not save it. */
export function isUnsaved({ phase, saving }: Call): boolean {
  return phase === 'wrap-up' || (phase === 'completed' && saving === 'failed');
}

/** It came in, nobody answered it, and nothing was written about it: it needs no wrap-up. */
export function wasMissed(call: Call): boolean {
  return call.direction === 'inbound' && call.answeredAt === undefined && !isLive(call) && !hasDraft(call);
}

/**
 * It waits for an outcome and notes, or for its notes to be copied. A consultation has none, nor has a call that somebody
 * else has answered, one that was missed or declined, nor any other that the bridge finishes.
 */
export function awaitsWrapUp(call: Call): boolean {
  const isWaiting = isUnsaved(call) || keepsNotes(call);
  return isWaiting && !wasMissed(call) && !call.internal && !call.answeredElsewhere && !call.unattended;
}

/** The number at the other end. */
export function otherNumber({
  direction,
  fromNumber,
  toNumber,
}: Pick<Call, 'direction' | 'fromNumber' | 'toNumber'>): string | undefined {
  return direction === 'inbound' ? fromNumber : toNumber;
}

/** How long they talked, in ms: ringing does not count. */
export function talkTime({ answeredAt, endedAt }: Call, now: number): number {
  return answeredAt === undefined ? 0 : Math.max(0, (endedAt ?? now) - answeredAt);
}
