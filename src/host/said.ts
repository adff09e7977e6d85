/** What the frames of a widget have said of a call, and what of it HubSpot would make a mess of. Pure functions. */
import { unknownNumber, type Message, type OutboundType } from '../protocol/index.js';
import { findCall, type CallReference } from './host-calls.js';
import { hostCallPhases, isOnLine, type HostCall, type HostState, type SaidOfCall } from './state.js';

/** What is said once of each call, whatever the number of frames. */
const onceTypes = [
  'INCOMING_CALL',
  'OUTGOING_CALL_STARTED',
  'CALL_ANSWERED',
  'CALL_TRANSFERRED',
  'CALL_ENDED',
  'CALL_COMPLETED',
] as const;

type OnceMessage = Message<(typeof onceTypes)[number]>;

const isOnce = (message: Message<OutboundType>): message is OnceMessage =>
  onceTypes.some((type) => type === message.type);

const isStart = ({ type }: OnceMessage) => type === 'INCOMING_CALL' || type === 'OUTGOING_CALL_STARTED';

/** Something that HubSpot makes a mess of. `frames` are the names of those that have said it, first one first. */
export interface CallFinding {
  /**
   * - `said-twice`: a message of the call was said more than once.
   * - `announced-twice`: two frames have announced one call, each under an id of its own: it is logged twice.
   * - `never-completed`: the call has ended and is not completed (yet): a ghost in the log.
   */
  readonly kind: 'said-twice' | 'announced-twice' | 'never-completed';
  /** The `HostCall.id` of the call. */
  readonly callId: string;
  /** The message: the one that was said twice, or the one that is missing. */
  readonly type: string;
  readonly frames: readonly string[];
  /** The same in words. It holds no phone number. */
  readonly text: string;
}

/**
 * Writes down that a frame has said something of a call.
 *
 * @param before - What was true just before HubSpot took the message in.
 * @param after - What is true now.
 */
export function noteSaid(
  before: HostState,
  after: HostState,
  message: Message<OutboundType>,
  said: Pick<SaidOfCall, 'frame' | 'messageId' | 'at'>,
): HostState {
  if (!isOnce(message)) return after;
  const call = saidOf(before, after, message);
  if (!call) return after;
  const { type } = message;
  const calls = after.calls.map((one) =>
    one.id === call.id ? { ...one, said: [...one.said, { type, ...said }] } : one,
  );
  return { ...after, calls };
}

// A message that names no call starts one, or is about the one that was meant before it was taken in.
function saidOf(before: HostState, after: HostState, message: OnceMessage): HostCall | undefined {
  const { data } = message;
  const reference: CallReference = data;
  const isNamed = reference.externalCallId !== undefined || reference.engagementId !== undefined;
  if (isNamed) return findCall(after, reference);
  return isStart(message) ? after.calls.at(-1) : findCall(before, reference);
}

/** Why a message should not have been said, as its call has it already; undefined if it should. */
export function warningOn(state: HostState, message: Message<OutboundType>): string | undefined {
  if (!isOnce(message)) return undefined;
  const { externalCallId }: CallReference = message.data;
  // One that starts a call without an id starts another one.
  if (isStart(message) && externalCallId === undefined) return undefined;
  const earlier = findCall(state, message.data)?.said.filter(({ type }) => type === message.type) ?? [];
  return earlier.length === 0
    ? undefined
    : `${message.type} of this call was said before, by ${namesOf(earlier).join(', ')}. ${consequences[message.type]}`;
}

const consequences: Readonly<Record<OnceMessage['type'], string>> = {
  INCOMING_CALL: 'HubSpot opens a pop-up for each.',
  OUTGOING_CALL_STARTED: 'HubSpot may log the call once more.',
  CALL_ANSWERED: 'Once is right.',
  CALL_TRANSFERRED: 'Once is right.',
  CALL_ENDED: 'Once is right.',
  CALL_COMPLETED: 'HubSpot writes the call anew, and what was written before is lost.',
};

const namesOf = (said: readonly SaidOfCall[]): readonly string[] => [
  ...new Set(said.map(({ frame }) => frame)),
];

/** All that HubSpot makes a mess of, in these calls, oldest call first. */
export function findingsIn(calls: readonly HostCall[]): readonly CallFinding[] {
  const known = calls.filter(({ isIgnored }) => !isIgnored);
  return known.flatMap((call, index) => [
    ...saidTwice(call),
    ...announcedTwice(call, known.slice(0, index)),
    ...(call.phase === 'ended' ? [neverCompleted(call)] : []),
  ]);
}

function saidTwice({ id, said }: HostCall): readonly CallFinding[] {
  return onceTypes.flatMap((type) => {
    const times = said.filter((one) => one.type === type);
    if (times.length < 2) return [];
    const frames = times.map(({ frame }) => frame);
    const text = `${type} was said ${String(times.length)} times, by ${frames.join(', ')}. ${consequences[type]}`;
    return [{ kind: 'said-twice', callId: id, type, frames, text }];
  });
}

// One call to each frame: the same number at the far end at the same time, announced by different frames.
function announcedTwice(call: HostCall, earlier: readonly HostCall[]): readonly CallFinding[] {
  const [start] = call.said;
  // Of callers who withhold their number nobody can say whether they are one.
  if (call.number === '' || call.number === unknownNumber) return [];
  const twin = earlier.find(
    (other) =>
      other.direction === call.direction &&
      other.number === call.number &&
      other.said[0]?.type === start?.type &&
      other.said[0]?.frame !== start?.frame &&
      (isOnLine(other) || (other.endedAt ?? 0) > call.startedAt),
  );
  const [first] = twin?.said ?? [];
  if (!start || !first) return [];
  const frames = [first.frame, start.frame];
  const text = `Two frames have announced one call, each under an id of its own: ${frames.join(', ')}. HubSpot logs it twice.`;
  return [{ kind: 'announced-twice', callId: call.id, type: start.type, frames, text }];
}

function neverCompleted({ id, said }: HostCall): CallFinding {
  const frames = namesOf(said);
  const text = 'The call has ended and is not completed: HubSpot shows a ghost of it.';
  return { kind: 'never-completed', callId: id, type: 'CALL_COMPLETED', frames, text };
}

/** One call as two pages know it. What only one of them knows is kept, and what is further on in the call goes first. */
export function mergeCall(ours: HostCall, theirs: HostCall): HostCall {
  const [earlier, later] = isFurther(ours, theirs) ? [theirs, ours] : [ours, theirs];
  const known = Object.entries(later).filter(([, value]) => value !== undefined);
  const said = [...earlier.said];
  for (const one of later.said) {
    const isThere = said.some(({ frame, messageId }) => frame === one.frame && messageId === one.messageId);
    if (!isThere) said.push(one);
  }
  return {
    ...earlier,
    ...(Object.fromEntries(known) as Partial<HostCall>),
    engagement: earlier.engagement === 'created' ? earlier.engagement : later.engagement,
    properties: { ...earlier.properties, ...later.properties },
    isFinalized: ours.isFinalized || theirs.isFinalized,
    said: said.sort((one, other) => one.at - other.at),
  };
}

const isFurther = (one: HostCall, other: HostCall) =>
  hostCallPhases.indexOf(one.phase) > hostCallPhases.indexOf(other.phase);

/** The calls of two pages of one account, oldest first. */
export function mergeCalls(ours: readonly HostCall[], theirs: readonly HostCall[]): readonly HostCall[] {
  const merged = ours.map((call) => {
    const other = theirs.find(({ id }) => id === call.id);
    return other ? mergeCall(call, other) : call;
  });
  const added = theirs.filter(({ id }) => !ours.some((call) => call.id === id));
  return added.length === 0
    ? merged
    : [...merged, ...added].sort((one, other) => one.startedAt - other.startedAt);
}
