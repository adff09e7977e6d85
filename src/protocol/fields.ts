/** The building blocks of the payload schemas: ids, numbers, texts, and the objects that several messages share. */
import {
  custom,
  fields,
  listOf,
  mapOf,
  optional,
  prepare,
  read,
  schemaOf,
  transform,
  type Output,
  type Schema,
} from './schema.js';

interface Kinds {
  string: string;
  number: number;
  boolean: boolean;
}

/** A value of one of these JavaScript types. */
export const kind = <T extends keyof Kinds>(...kinds: readonly T[]) =>
  custom<Kinds[T]>((value) => kinds.includes(typeof value as T));

/** Any text. */
export const text = kind('string');

/** Yes or no. */
export const flag = kind('boolean');

/** Any value. It is not looked at. */
export const anything: Schema = (value) => value;

/** A phone number as it is sent: any text but the empty one. */
export const phoneNumber = custom<string>((value) => typeof value === 'string' && value !== '');

/** What a number is called that is not known, such as that of a withheld caller. HubSpot wants a text there. */
export const unknownNumber = 'unknown';

/** A phone number that has to be there. An empty one, or null, is that of a caller who withholds it, and is noted. */
export const callerNumber = schemaOf<string, string | null>((value, at, odd) => {
  if (value !== '' && value !== null) return phoneNumber(value, at, odd);
  odd.push(at);
  return unknownNumber;
}, {});

/** The app's own id of a call. Numbers are ids too: they become text. */
export const callId = transform(
  custom<string | number>((value) => (typeof value === 'string' && value !== '') || Number.isFinite(value)),
  String,
);

/** One of these values. */
export const oneOf = <const T extends string | number | boolean>(...values: readonly T[]) =>
  schemaOf<T, T>(
    custom((value) => values.includes(value as T)),
    { values },
  );

// Hosts sometimes send a number as text: `"12"` becomes `12`.
const numeric = (isInRange: (value: number) => boolean) =>
  transform(
    custom<number | string>(
      (value) =>
        (typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value))) &&
        isInRange(Number(value)),
    ),
    Number,
  );

/** The latest time that a date can hold, in epoch ms. */
const latestMs = 8.64e15;

/** A time in epoch ms, or how long something took in ms: not before 1970, and no later than a date can hold. */
export const time = numeric((value) => value >= 0 && value <= latestMs);

const date = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/** The time that a text tells, as epoch ms or as a date like `2026-02-01T10:00:00Z`, in epoch ms. Undefined for none. */
export function timeIn(told: unknown): number | undefined {
  const isDate = typeof told === 'string' && date.test(told);
  const reading = read(time, isDate ? Date.parse(told) : told, '');
  return reading.ok ? reading.data : undefined;
}

/** A width or height in px, as a text also with `px` behind it. A host bounds it: what is 0 or less is the least for it. */
export const size = prepare<number, number | string>(numeric(Number.isFinite), (value) =>
  typeof value === 'string' ? value.replace(/px$/, '') : value,
);

/** A HubSpot id. One of 2⁵³ or more is refused, because JavaScript would round it to the id of something else. */
export const id = numeric(Number.isSafeInteger);

/**
 * A field that is not required: one that does not fit is left out. Some hosts send `null` for a missing field; it is read
 * as `undefined`.
 */
export function maybe<O, I>(schema: Schema<O, I>): Schema<O | undefined, I | null | undefined> {
  const tolerant = optional(schema);
  return schemaOf(
    (value, at, odd) => (value === null || value === undefined ? undefined : tolerant(value, at, odd)),
    schema,
  );
}

/** The ids of HubSpot's own object types, by the word for one of their records. A custom object's id is `2-…`. */
export const objectTypeIds = { CONTACT: '0-1', COMPANY: '0-2', DEAL: '0-3', TICKET: '0-5' } as const;

/** Names a record of the CRM. `objectTypeId` is one of `objectTypeIds`, or `2-…` for a custom object. */
export const objectCoordinates = fields({ portalId: id, objectId: id, objectTypeId: text });

const reason = { error: maybe(fields({ message: maybe(text) })) };

/** Why HubSpot could not do what was asked. */
export const failure = maybe(fields(reason));

/**
 * Names the call that HubSpot searched the caller of. `callId` is not documented and comes as a number: it may be the
 * engagement's id, or the app's own id for the call.
 */
const matchedCall = { externalCallId: maybe(callId), callId: maybe(kind('number', 'string')) };

/** Why HubSpot could not search for a caller. */
export const matchFailure = maybe(fields({ ...reason, ...matchedCall }));

/** Names an engagement, which is a call's record in the CRM. */
export const engagement = fields({ engagementId: id, externalCallId: maybe(callId) });

/** The same where either may be missing. */
export const partOfEngagement = fields({ engagementId: maybe(id), externalCallId: maybe(callId) });

/** A payload that may be left out as a whole. It is read as an object without fields. */
export const orEmpty = <O, I>(schema: Schema<O, I>) =>
  prepare<O, I | null | undefined>(schema, (value) => value ?? {});

/** Names a call by the app's own id for it. Without one, the current call is meant: the SDK's README shows no id. */
export const callReference = orEmpty(fields({ externalCallId: maybe(callId) }));

/** A record with the caller's number. A `CONTACT` has `firstName`, `lastName` and `email`, a `COMPANY` has `name`. */
export const callerIdMatch = fields({
  callerIdType: text,
  objectCoordinates,
  firstName: maybe(text),
  lastName: maybe(text),
  email: maybe(text),
  name: maybe(text),
});

/** The records with a caller's number. One that cannot be used is left out. */
export const callerIdMatches = fields({ callerIdMatches: listOf(optional(callerIdMatch)), ...matchedCall });

/** How a call ended. */
export const callEndStatuses = [
  'COMPLETED',
  'FAILED',
  'CANCELED',
  'BUSY',
  'NO_ANSWER',
  'REJECTED',
  'MISSED',
] as const;

const textOf = (fits: (value: unknown) => boolean) =>
  optional(transform(custom<string | number | boolean>(fits), String));

/**
 * Properties of the CRM's call object, by name. All are text; a number or boolean is turned into text. One that is
 * something else, such as `null`, is left out; so is a time that no date has.
 */
export const engagementProperties = mapOf(
  textOf((value) => ['string', 'boolean'].includes(typeof value) || Number.isFinite(value)),
  {
    hs_timestamp: textOf((value) => timeIn(value) !== undefined),
    hs_call_duration: textOf((value) => read(time, value, '').ok),
  },
);

export type ObjectCoordinates = Output<typeof objectCoordinates>;
export type CallerIdMatch = Output<typeof callerIdMatch>;
export type CallEndStatus = (typeof callEndStatuses)[number];
export type EngagementProperties = Readonly<Record<string, string>>;
