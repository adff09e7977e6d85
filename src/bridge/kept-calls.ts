/** Calls kept from one page to the next: what is stored of each, and how it is read. */
import {
  isLive,
  isOver,
  isUnsaved,
  keepsNotes,
  newCall,
  toldOf,
  type Call,
  type NewCall,
} from '../call/index.js';
import { callEndStatuses, isSameUser, read, type HostContext } from '../protocol/index.js';
import {
  callerIdMatch,
  engagementProperties,
  flag,
  id,
  maybe,
  oneOf,
  text,
  time,
} from '../protocol/fields.js';
import { fields, listOf, optional, transform } from '../protocol/schema.js';
import { keptCalls, type PageStorage } from './page.js';

/** A call of the page before, with what the next page has to know. */
export interface KeptCall {
  /** The account and the user whose call it is. */
  readonly portalId?: number | undefined;
  readonly userId?: number | undefined;
  /** When the page went: epoch ms. */
  readonly leftAt: number;
  /** The voice takes it up again, if it can. */
  readonly isLasting: boolean;
  /** A form asks for what is to be written down of it. */
  readonly hasForm: boolean;
  readonly call: Call;
}

/** What is kept of a call. */
const callFields = {
  externalCallId: text,
  direction: oneOf('outbound', 'inbound'),
  phase: oneOf('dialing', 'ringing', 'active', 'wrap-up', 'completed', 'transferred'),
  fromNumber: maybe(text),
  toNumber: maybe(text),
  party: maybe(
    fields({ name: maybe(text), objectId: maybe(id), objectTypeId: maybe(text), isClaimed: maybe(flag) }),
  ),
  engagementId: maybe(id),
  awaitsEngagement: flag,
  engagement: fields({
    notes: maybe(text),
    outcome: maybe(text),
    suggestedOutcome: maybe(text),
    title: maybe(text),
    recordingUrl: maybe(text),
    properties: maybe(engagementProperties),
  }),
  matches: listOf(callerIdMatch),
  awaitsMatches: flag,
  createdAt: time,
  answeredAt: maybe(time),
  endedAt: maybe(time),
  endStatus: maybe(oneOf(...callEndStatuses)),
  answeredElsewhere: flag,
  silenced: transform(optional(flag), Boolean),
  unattended: transform(optional(flag), Boolean),
  saving: transform(optional(oneOf('none', 'pending', 'failed')), (saving = 'none') => saving),
  failure: maybe(text),
};

/** A call as it is kept from one page to the next. */
const keptCall = fields({
  portalId: maybe(id),
  userId: maybe(id),
  leftAt: time,
  isLasting: flag,
  hasForm: transform(optional(flag), Boolean),
  call: fields(callFields),
});

/** How many calls are kept, at most. */
export const maxKept = 16;

/** How many ms the call of another user waits for them in this tab. */
const maxAgeMs = 3_600_000;

/**
 * Whether HubSpot waits to hear the end of this call, or how it went. With a form for it, also whether HubSpot has not yet
 * answered that it was saved, or its notes wait to be copied: the form is there should they not be saved.
 */
export function isUnfinished(call: Call, hasForm: boolean): boolean {
  if (call.internal) return false;
  const isUnanswered = isOver(call) && call.saving === 'pending';
  return isLive(call) || isUnsaved(call) || (hasForm && (isUnanswered || keepsNotes(call)));
}

/** Stores calls. Returns those that could be stored, by the keys that they have now. */
export function storeCalls(storage: PageStorage, calls: readonly KeptCall[]): Map<string, string> {
  const stored = new Map<string, string>();
  for (const kept of calls.slice(-maxKept)) {
    const key = storage.add(keptCalls, textOf(kept));
    if (key !== undefined) stored.set(key, kept.call.externalCallId);
  }
  return stored;
}

/** Whether a call could be stored now. */
export function canStore(storage: PageStorage, kept: KeptCall): boolean {
  return storage.accepts(textOf(kept).length);
}

/**
 * Takes the calls of this user out of the storage. What cannot be read is thrown away, and so is what nobody has come for.
 *
 * @param now - Epoch ms.
 */
export function takeCalls(storage: PageStorage, host: HostContext, now: number): readonly KeptCall[] {
  const taken: KeptCall[] = [];
  for (const [key, text] of storage.entries(keptCalls)) {
    const kept = readCall(text);
    const isOurs = kept && isOf(kept, host);
    if (kept && !isOurs && Math.abs(now - kept.leftAt) < maxAgeMs) continue;
    if (storage.take(key) && isOurs && taken.length < maxKept) taken.push(kept);
  }
  // The browser lists its entries in any order.
  return taken.sort((one, other) => one.call.createdAt - other.call.createdAt);
}

/** What HubSpot may have been told of a call, after which nobody tells it again. */
export type Told = 'CALL_ENDED' | 'CALL_COMPLETED';

/** The key by which it is noted what HubSpot was told of a call: nobody can read from it whose call it was. */
export function toldKey(told: Told, { externalCallId, createdAt }: Call): string {
  let hash = 0;
  for (const letter of externalCallId) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) | 0;
  return [told, hash, createdAt].join('.');
}

function textOf(kept: KeptCall): string {
  return JSON.stringify({ ...kept, call: onlyKnown(kept.call) });
}

function readCall(text: string): KeptCall | undefined {
  try {
    return readKept(JSON.parse(text));
  } catch {
    return undefined; // no JSON
  }
}

/** Reads what was kept of a call; undefined if it is something else. */
export function readKept(kept: unknown): KeptCall | undefined {
  const reading = read(keptCall, kept, keptCalls);
  return reading.ok ? { ...reading.data, call: newCall(onlyKnown(reading.data.call)) } : undefined;
}

// The call of somebody else is left to them. Of an engagement that HubSpot itself names, one of the ids may be missing.
function isOf({ portalId, userId, call }: KeptCall, host: HostContext): boolean {
  if (portalId === host.portalId && userId === host.userId) return true;
  const isNamed = call.engagementId !== undefined && call.engagementId === host.engagementId;
  return isNamed && isSameUser({ portalId, userId }, host);
}

/** A call without what is not kept of it: of who it is only the name and the record, and nothing that the app has found. */
function onlyKnown(call: NewCall): NewCall {
  const known = Object.entries(call).filter(([name]) => Object.hasOwn(callFields, name));
  const { name, objectId, objectTypeId, isClaimed } = toldOf(call) ?? {};
  const party = toldOf(call) && { name, objectId, objectTypeId, isClaimed };
  return { ...(Object.fromEntries(known) as unknown as NewCall), party };
}
