/** How a frame reads what the owner of the calls tells: like a stranger's message. */
import {
  knownParty,
  newCall,
  wholeParty,
  type Call,
  type PastCall,
  type PendingRequest,
  type SharedState,
  type VoiceStatus,
} from '../call/index.js';
import {
  anything,
  callEndStatuses,
  callerIdMatch,
  engagementProperties,
  flag,
  id,
  kind,
  maybe,
  oneOf,
  text,
  time,
} from '../protocol/fields.js';
import { fields, listOf, mapOf, transform, type Schema } from '../protocol/schema.js';

/** The schema of an object with these fields and no others. The compiler asks for every field of `T`. */
export function exactly<T extends object>(schemas: { readonly [K in keyof Required<T>]: Schema }): Schema<T> {
  const names = Object.keys(schemas) as (keyof T & string)[];
  return transform(fields(schemas), (given) => {
    const known = names.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]);
    return Object.fromEntries(known) as T;
  });
}

const number = kind('number');

export const party = transform(
  exactly<NonNullable<Call['party']>>({
    name: maybe(text),
    company: maybe(text),
    avatar: maybe(text),
    url: maybe(text),
    objectId: maybe(id),
    objectTypeId: maybe(text),
    isClaimed: maybe(flag),
  }),
  knownParty,
);

export const engagementDraft = exactly<Call['engagement']>({
  notes: maybe(text),
  outcome: maybe(text),
  suggestedOutcome: maybe(text),
  title: maybe(text),
  recordingUrl: maybe(text),
  properties: maybe(engagementProperties),
});

export const microphone = maybe(oneOf('waiting', 'dismissed', 'denied', 'blocked', 'missing', 'in-use'));

export const quality = maybe(
  exactly<NonNullable<Call['quality']>>({
    level: oneOf(1, 2, 3, 4),
    mos: number,
    jitter: number,
    loss: number,
    roundTrip: maybe(number),
  }),
);

export const endReason = oneOf(
  'hung-up',
  'canceled',
  'declined',
  'busy',
  'no-answer',
  'answered-elsewhere',
  'not-found',
  'transferred',
  'voicemail',
  'microphone',
  'network',
  'failed',
);

const endStatus = oneOf(...callEndStatuses);
const direction = oneOf('outbound', 'inbound');

/** A call, whole. */
export const call = transform(
  exactly<Call>({
    externalCallId: text,
    direction,
    phase: oneOf('dialing', 'ringing', 'active', 'wrap-up', 'completed', 'transferred'),
    fromNumber: maybe(text),
    toNumber: maybe(text),
    party: anything,
    told: maybe(party),
    found: maybe(party),
    engagementId: maybe(id),
    awaitsEngagement: flag,
    engagement: engagementDraft,
    matches: listOf(callerIdMatch),
    awaitsMatches: flag,
    muted: flag,
    held: flag,
    heldByOther: flag,
    heldAt: maybe(time),
    recording: flag,
    silenced: flag,
    connecting: flag,
    reconnecting: flag,
    microphone,
    quality,
    unattended: flag,
    internal: flag,
    createdAt: time,
    answeredAt: maybe(time),
    endedAt: maybe(time),
    endStatus: maybe(endStatus),
    endReason: maybe(endReason),
    answeredElsewhere: flag,
    saving: oneOf('none', 'pending', 'saved', 'failed'),
    finalized: flag,
    failure: maybe(text),
  }),
  // Who it is follows from what was told and found.
  ({ told, found, ...given }): Call => ({
    ...newCall({ ...given, told }),
    told,
    found,
    party: wholeParty(told, found),
  }),
);

const problem = exactly<NonNullable<VoiceStatus['problem']>>({
  code: text,
  message: text,
  fatal: flag,
  request: maybe(text),
});

const voice = exactly<VoiceStatus>({
  state: oneOf('offline', 'connecting', 'ready', 'failed'),
  capabilities: mapOf(flag),
  problem: maybe(problem),
  isRingSilent: maybe(flag),
  ring: maybe(fields({ output: maybe(text), ringer: maybe(text), ringerVolume: maybe(number) })),
  messages: maybe(listOf(fields({ id: text, label: text }))),
  fromNumbers: maybe(listOf(fields({ number: text, label: maybe(text) }))),
});

/** Whether it is the name of a request. */
const requestName = transform(text, (name) => name as PendingRequest['name']);

const pastCall = exactly<PastCall>({
  id: text,
  direction,
  phoneNumber: maybe(text),
  party: maybe(party),
  startedAt: time,
  endedAt: maybe(time),
  durationMs: number,
  endStatus: maybe(oneOf(...callEndStatuses, 'TRANSFERRED', 'ANSWERED_ELSEWHERE')),
});

export const dialIntent = exactly<NonNullable<SharedState['intent']>>({
  phoneNumber: text,
  countryCode: maybe(text),
  party: maybe(party),
});

const user = exactly<SharedState['user']>({ loggedIn: flag, available: flag, reason: maybe(text) });

/** What is the same in all frames. The history may be left out: it is the same as before then. */
export const sharedState = fields({
  user,
  intent: maybe(dialIntent),
  intendedAt: maybe(time),
  fromNumber: maybe(text),
  voice: maybe(voice),
  isVoiceDown: flag,
  pending: listOf(
    exactly<PendingRequest>({ requestId: number, name: requestName, externalCallId: maybe(text) }),
  ),
  calls: listOf(call),
  focus: maybe(text),
  history: maybe(listOf(pastCall)),
  historySeenAt: time,
} satisfies { readonly [K in keyof SharedState]: Schema });
