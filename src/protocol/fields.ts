/** The building blocks of the payload schemas: ids, numbers, texts, and the objects that several messages share. */
import {
  custom,
  fields,
  listOf,
  mapOf,
  prepare,
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

/** A number, or the text of one. */
export const number = numeric(Number.isFinite);

/** A HubSpot id. One of 2⁵³ or more is refused, because JavaScript would round it to the id of something else. */
export const id = numeric(Number.isSafeInteger);

/** A field that is not required. Some hosts send `null` for a missing field; it is read as `undefined`. */
export function maybe<O, I>(schema: Schema<O, I>): Schema<O | undefined, I | null | undefined> {
  return schemaOf(
    (value, at) => (value === null || value === undefined ? undefined : schema(value, at)),
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
const matchedCall = { externalCallId: maybe(text), callId: maybe(kind('number', 'string')) };

/** Why HubSpot could not search for a caller. */
export const matchFailure = maybe(fields({ ...reason, ...matchedCall }));

/** Names an engagement, which is a call's record in the CRM. */
export const engagement = fields({ engagementId: id, externalCallId: maybe(text) });

/** The same where either may be missing, or all of it. */
export const maybeEngagement = maybe(fields({ engagementId: maybe(id), externalCallId: maybe(text) }));

/** A payload that may be left out as a whole. It is read as an object without fields. */
export const orEmpty = <O, I>(schema: Schema<O, I>) =>
  prepare<O, I | null | undefined>(schema, (value) => value ?? {});

/** Names a call by the app's own id for it. Without one, the current call is meant: the SDK's README shows no id. */
export const callReference = orEmpty(fields({ externalCallId: maybe(text) }));

/** A record with the caller's number. A `CONTACT` has `firstName`, `lastName` and `email`, a `COMPANY` has `name`. */
export const callerIdMatch = fields({
  callerIdType: text,
  objectCoordinates,
  firstName: maybe(text),
  lastName: maybe(text),
  email: maybe(text),
  name: maybe(text),
});

/** The records with a caller's number. */
export const callerIdMatches = fields({ callerIdMatches: listOf(callerIdMatch), ...matchedCall });

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

/** Properties of the CRM's call object, by name. All are text; a number or boolean is turned into text. */
export const engagementProperties = mapOf(transform(kind('string', 'number', 'boolean'), String));

export type ObjectCoordinates = Output<typeof objectCoordinates>;
export type CallerIdMatch = Output<typeof callerIdMatch>;
export type CallEndStatus = (typeof callEndStatuses)[number];
export type EngagementProperties = Readonly<Record<string, string>>;
