/** The building blocks of payload schemas: what HubSpot calls an id, a number, a text. */
import { custom, fields, mapOf, prepare, schemaOf, transform, type Output, type Schema } from './schema.js';

interface Kinds {
  string: string;
  number: number;
  boolean: boolean;
}

/** A value of one of these kinds. */
export const kind = <T extends keyof Kinds>(...kinds: readonly T[]) =>
  custom<Kinds[T]>((value) => kinds.includes(typeof value as T));

/** Any text. */
export const text = kind('string');

/** Yes or no. */
export const flag = kind('boolean');

/** Whatever it is: it passes untouched. */
export const anything: Schema = (value) => value;

/** A phone number as it travels: never empty. */
export const phoneNumber = custom<string>((value) => typeof value === 'string' && value !== '');

/** One of these words. */
export const oneOf = <const T extends string | number | boolean>(...values: readonly T[]) =>
  schemaOf<T, T>(
    custom((value) => values.includes(value as T)),
    { values },
  );

// Hosts send numbers as text now and then: `"12"` becomes `12`.
const numeric = (isRight: (value: number) => boolean) =>
  transform(
    custom<number | `${number}`>(
      (value) =>
        (typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value))) &&
        isRight(Number(value)),
    ),
    Number,
  );

/** A number, or the text of one. */
export const number = numeric(Number.isFinite);

/** A HubSpot id. One beyond 2⁵³ would silently become another id, so it is refused. */
export const id = numeric(Number.isSafeInteger);

/** A field that may be missing. Hosts also send `null` for that; it reads as missing. */
export function maybe<O, I>(schema: Schema<O, I>): Schema<O | undefined, I | null | undefined> {
  return schemaOf(
    (value, at) => (value === null || value === undefined ? undefined : schema(value, at)),
    schema,
  );
}

/** Where a record lives in the CRM. `objectTypeId` is `0-1` for contacts, `0-2` for companies, or a custom object's. */
export const objectCoordinates = fields({ portalId: id, objectId: id, objectTypeId: text });

/** Why HubSpot could not do what was asked. */
export const failure = maybe(fields({ error: maybe(fields({ message: maybe(text) })) }));

/** Names the engagement, that is the call's record in the CRM. */
export const engagement = fields({ engagementId: id, externalCallId: maybe(text) });

/** A payload that may be left out as a whole: it reads as one without fields. */
export const orEmpty = <O, I>(schema: Schema<O, I>) =>
  prepare<O, I | null | undefined>(schema, (value) => value ?? {});

/** Names a call by the app's own id. The SDK's README says nothing at all: the call that goes on is meant. */
export const callReference = orEmpty(fields({ externalCallId: maybe(text) }));

/** One record that HubSpot found for a caller's number: `CONTACT` has a first and last name, `COMPANY` a name. */
export const callerIdMatch = fields({
  callerIdType: text,
  objectCoordinates,
  firstName: maybe(text),
  lastName: maybe(text),
  email: maybe(text),
  name: maybe(text),
});

/** How a call came to its end. */
export const callEndStatuses = [
  'COMPLETED',
  'FAILED',
  'CANCELED',
  'BUSY',
  'NO_ANSWER',
  'REJECTED',
  'MISSED',
] as const;

/** Properties of the CRM's call object: a map of strings. Numbers and booleans are written out. */
export const engagementProperties = mapOf(transform(kind('string', 'number', 'boolean'), String));

export type ObjectCoordinates = Output<typeof objectCoordinates>;
export type CallerIdMatch = Output<typeof callerIdMatch>;
export type CallEndStatus = (typeof callEndStatuses)[number];
export type EngagementProperties = Readonly<Record<string, string>>;
