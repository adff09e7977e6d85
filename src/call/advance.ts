/** What can happen to one call, when it can, and what is different afterwards. */
import type { CallEndStatus, CallerIdMatch } from '../protocol/index.js';
import {
  atRest,
  hasDraft,
  isLive,
  isOver,
  isUnsaved,
  keepsNotes,
  type Call,
  type CallPhase,
  type EngagementDraft,
  type SavingState,
} from './call.js';
import { endStatusOf } from './call-end.js';
import { changed } from './change.js';
import type { EndReason } from './end-reason.js';
import { isSameRecord, knownParty, wholeParty, type Party } from './party.js';
import { shownText } from './shown-text.js';
import type { CallQuality, MicrophoneTrouble } from './voice.js';

/** What an app may change about a call at any time. */
export interface CallChanges {
  readonly muted?: boolean;
  readonly held?: boolean;
  readonly recording?: boolean;
  readonly heldByOther?: boolean;
  /** Answered, and without sound yet. What a call that they talk in is told of it makes no difference. */
  readonly connecting?: boolean;
  readonly reconnecting?: boolean;
  /** The ring is to stop; a request for it sets this by itself. */
  readonly silenced?: boolean;
  readonly microphone?: MicrophoneTrouble | undefined;
  readonly quality?: CallQuality | undefined;
  /** To be told before the end of the call. */
  readonly answeredElsewhere?: boolean;
  /** To be told before the end of the call. */
  readonly endReason?: EndReason;
  readonly party?: Party;
  /** Notes, outcome and more; merged into what is there. */
  readonly engagement?: EngagementDraft;
}

/** What can happen to one call. Times are epoch ms. */
export type CallHappening =
  | { readonly type: 'CALL_RINGING' }
  | { readonly type: 'CALL_ANSWERED'; readonly at: number }
  | { readonly type: 'CALL_ENDED'; readonly at: number; readonly endStatus: CallEndStatus | undefined }
  | { readonly type: 'CALL_TRANSFERRED'; readonly at: number }
  /** The session of its user is over: no screen asks for its notes, and the bridge finishes it. */
  | { readonly type: 'CALL_UNATTENDED' }
  /** Another page has told HubSpot its end. */
  | { readonly type: 'CALL_TAKEN_OVER'; readonly at: number }
  /** The user is done; the message waits for the engagement's id. */
  | { readonly type: 'CALL_COMPLETING' }
  | { readonly type: 'CALL_COMPLETED' }
  | { readonly type: 'CALL_FINALIZED' }
  | { readonly type: 'CALL_CHANGED'; readonly at: number; readonly changes: CallChanges }
  | { readonly type: 'CREATE_ENGAGEMENT_SUCCEEDED'; readonly engagementId: number }
  | { readonly type: 'CREATE_ENGAGEMENT_FAILED'; readonly message: string | undefined }
  | { readonly type: 'UPDATE_ENGAGEMENT_SUCCEEDED' }
  | { readonly type: 'UPDATE_ENGAGEMENT_FAILED'; readonly message: string | undefined }
  | { readonly type: 'CALLER_ID_MATCH_SUCCEEDED'; readonly matches: readonly CallerIdMatch[] }
  | { readonly type: 'CALLER_ID_MATCH_FAILED' }
  /** The app was asked who it is, and has answered. */
  | { readonly type: 'PARTY_RESOLVED'; readonly party: Party };

type Happening<T extends CallHappening['type']> = Extract<CallHappening, { type: T }>;

/** When something can happen to a call, and what is different then. */
interface Rule<T extends CallHappening['type']> {
  readonly when: (call: Call) => boolean;
  readonly then: (call: Call, happened: Happening<T>) => Partial<Call>;
}

const isEarly = ({ phase }: Call) => phase === 'dialing' || phase === 'ringing';
const isIn =
  (phase: CallPhase) =>
  (call: Call): boolean =>
    call.phase === phase;

/** HubSpot has made its record, or is about to. */
const canBeWritten = ({ engagementId, awaitsEngagement }: Call) =>
  engagementId !== undefined || awaitsEngagement;
const isHandedOverWith = ({ phase, saving }: Call, ...states: readonly SavingState[]) =>
  phase === 'transferred' && states.includes(saving);

const rules: { readonly [T in CallHappening['type']]: Rule<T> } = {
  CALL_RINGING: { when: isIn('dialing'), then: () => ({ phase: 'ringing' }) },
  CALL_ANSWERED: {
    when: isEarly,
    then: (_, { at }) => ({ phase: 'active', answeredAt: at, connecting: false }),
  },
  CALL_ENDED: {
    when: isLive,
    then: (call, { at, endStatus = endStatusOf(call) }) => ({
      ...atRest,
      phase: 'wrap-up',
      endedAt: at,
      endStatus,
    }),
  },
  CALL_TRANSFERRED: {
    when: isLive,
    then: (call, { at }) => ({
      ...atRest,
      phase: 'transferred',
      endedAt: at,
      ...(hasDraft(call) && !call.internal && { saving: canBeWritten(call) ? 'pending' : 'failed' }),
    }),
  },
  CALL_UNATTENDED: { when: () => true, then: () => ({ unattended: true }) },
  CALL_TAKEN_OVER: {
    when: (call) => isLive(call) || isUnsaved(call) || keepsNotes(call),
    then: ({ endedAt }, { at }) => ({
      ...atRest,
      phase: 'completed',
      saving: 'none',
      awaitsEngagement: false,
      awaitsMatches: false,
      endedAt: endedAt ?? at,
    }),
  },
  CALL_COMPLETING: {
    when: isIn('wrap-up'),
    then: () => ({ saving: 'pending' }),
  },
  CALL_COMPLETED: {
    when: (call) => isUnsaved(call) || keepsNotes(call),
    // Of a call that was handed over, HubSpot takes nothing more: the user is done with the notes that were kept.
    then: ({ phase, engagementId }) =>
      phase === 'transferred'
        ? { saving: 'none' }
        : { phase: 'completed', saving: engagementId === undefined ? 'none' : 'pending' },
  },
  CALL_FINALIZED: { when: (call) => !isLive(call) && !call.finalized, then: () => ({ finalized: true }) },
  CALL_CHANGED: {
    when: (call) => !isOver(call) || isUnsaved(call),
    then: (call, { changes, at }) => tellApart(call, changes, at),
  },
  CREATE_ENGAGEMENT_SUCCEEDED: {
    when: ({ engagementId }) => engagementId === undefined,
    then: (_, { engagementId }) => ({ engagementId, awaitsEngagement: false }),
  },
  CREATE_ENGAGEMENT_FAILED: {
    when: ({ awaitsEngagement }) => awaitsEngagement,
    then: (_, { message }) => ({ awaitsEngagement: false, failure: message }),
  },
  UPDATE_ENGAGEMENT_SUCCEEDED: {
    when: (call) => call.phase === 'completed' || isHandedOverWith(call, 'pending', 'failed'),
    then: () => ({ saving: 'saved', failure: undefined }),
  },
  UPDATE_ENGAGEMENT_FAILED: {
    when: (call) => call.phase === 'completed' || isHandedOverWith(call, 'pending'),
    then: (_, { message }) => ({ saving: 'failed', failure: message }),
  },
  CALLER_ID_MATCH_SUCCEEDED: {
    when: (call) => !isOver(call) || call.awaitsMatches,
    then: (call, { matches }) => ({ matches, awaitsMatches: false, ...matchedParty(call, matches) }),
  },
  CALLER_ID_MATCH_FAILED: {
    when: ({ awaitsMatches }) => awaitsMatches,
    then: () => ({ awaitsMatches: false }),
  },
  PARTY_RESOLVED: {
    when: () => true,
    then: ({ told }, { party }) => {
      const found = knownParty(party);
      return { found, party: wholeParty(told, found) };
    },
  },
};

/** Whether this can happen to a call now. What makes no difference to a call can happen at any time. */
export function canHappen(call: Call, type: string): boolean {
  return Object.hasOwn(rules, type) ? rules[type as CallHappening['type']].when(call) : true;
}

/** What a call is at this moment, and how it got there: one pure step. What cannot happen changes nothing. */
export function advance<T extends CallHappening['type']>(call: Call, happened: Happening<T>): Call {
  const rule: Rule<T> = rules[happened.type];
  return rule.when(call) ? changed(call, rule.then(call, happened)) : call;
}

// Mute, hold and the like can change as long as the call goes on. Notes, outcome and name can still change afterwards.
function tellApart(call: Call, { engagement, ...given }: CallChanges, at: number): Partial<Call> {
  const flags = given.party ? { ...given, ...newlyTold(call, knownParty(given.party)) } : given;
  const { held, heldByOther, connecting } = { ...call, ...flags };
  const heldAt = held || heldByOther ? (call.heldAt ?? at) : undefined;
  const flagged = isLive(call)
    ? { ...flags, heldAt, connecting: connecting && isEarly(call) }
    : given.party
      ? newlyTold(call, knownParty(given.party))
      : {};
  if (!engagement) return flagged;
  const properties = { ...call.engagement.properties, ...engagement.properties };
  return { ...flagged, engagement: { ...call.engagement, ...engagement, properties } };
}

/**
 * Another party was told. What the app had found stays only if it is about the same record: a picture of one person never
 * stands beside the name of another.
 */
function newlyTold(call: Call, told: Party | undefined): Pick<Call, 'told' | 'found' | 'party'> {
  const found = isSameRecord(told, call.told) ? call.found : undefined;
  return { told, found, party: wholeParty(told, found) };
}

// What was told stays, unless it is only what the caller's line claims.
function matchedParty(call: Call, matches: readonly CallerIdMatch[]): Partial<Call> {
  const { told } = call;
  const match = told && !told.isClaimed ? undefined : onlyOne(matches);
  if (!match) return {};
  return newlyTold(call, match.name === undefined ? { ...match, name: told?.name, isClaimed: true } : match);
}

/** The one record that HubSpot found. Of several the user has to choose one. */
function onlyOne(matches: readonly CallerIdMatch[]): Party | undefined {
  const [match, another] = matches;
  return match && !another ? partyOf(match) : undefined;
}

/** The person or company that a record found by HubSpot is about. */
export function partyOf({ name, firstName, lastName, objectCoordinates }: CallerIdMatch): Party {
  const whole = name ?? [firstName, lastName].filter(Boolean).join(' ');
  const { objectId, objectTypeId } = objectCoordinates;
  return { name: shownText(whole) || undefined, objectId, objectTypeId };
}
