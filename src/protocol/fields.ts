/** The building blocks of payload schemas: what HubSpot calls an id, a number, a text. */
import * as v from 'valibot';

/** A value of one of these kinds. */
export const kind = <T extends 'string' | 'number' | 'boolean'>(...kinds: readonly T[]) =>
  v.custom<Kinds[T]>((value) => kinds.includes(typeof value as T));

interface Kinds {
  string: string;
  number: number;
  boolean: boolean;
}

/** Any text. */
export const text = kind('string');

/** Yes or no. */
export const flag = kind('boolean');

/** Whatever it is: it passes untouched. */
export const anything = v.custom<unknown>(() => true);

/** A phone number as it travels: never empty. */
export const phoneNumber = v.custom<string>((value) => typeof value === 'string' && value !== '');

/** One of these words. */
export const oneOf = <T extends string>(...words: readonly T[]) =>
  v.custom<T>((value) => words.includes(value as T));

// Hosts send numbers as text now and then: `"12"` becomes `12`.
const numeric = (isRight: (value: number) => boolean) =>
  v.pipe(
    v.custom<number | `${number}`>(
      (value) =>
        (typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value))) &&
        isRight(Number(value)),
    ),
    v.transform(Number),
  );

/** A number, or the text of one. */
export const number = numeric(Number.isFinite);

/** A HubSpot id. One beyond 2⁵³ would silently become another id, so it is refused. */
export const id = numeric(Number.isSafeInteger);

/** A field that may be missing. Hosts also send `null` for that; it reads as missing. */
export const maybe = <T extends v.GenericSchema>(schema: T) =>
  v.pipe(
    v.nullish(schema),
    v.transform((value) => value ?? undefined),
  );

/** Whether this is an object with fields, and no list, date or map. */
export const isRecord = (value: unknown) => Object.prototype.toString.call(value) === '[object Object]';

/** What is inside may have more fields than we know: they pass untouched. */
export const fields = <const T extends v.ObjectEntries>(entries: T) =>
  v.pipe(v.custom<v.InferInput<v.LooseObjectSchema<T, undefined>>>(isRecord), v.looseObject(entries));

/** Where a record lives in the CRM. `objectTypeId` is `0-1` for contacts, `0-2` for companies, or a custom object's. */
export const objectCoordinates = fields({ portalId: id, objectId: id, objectTypeId: text });

/** Why HubSpot could not do what was asked. */
export const failure = maybe(fields({ error: maybe(fields({ message: maybe(text) })) }));

/** Names the engagement, that is the call's record in the CRM. */
export const engagement = fields({ engagementId: id, externalCallId: maybe(text) });

/** Names a call by the app's own id. */
export const callReference = fields({ externalCallId: text });

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
export const engagementProperties = v.record(
  text,
  v.pipe(kind('string', 'number', 'boolean'), v.transform(String)),
);

export type ObjectCoordinates = v.InferOutput<typeof objectCoordinates>;
export type CallerIdMatch = v.InferOutput<typeof callerIdMatch>;
export type CallEndStatus = (typeof callEndStatuses)[number];
export type EngagementProperties = Readonly<Record<string, string>>;

/** Reads a value the way all standard schemas do. None of ours waits for anything. */
export function validate(schema: v.GenericSchema, value: unknown) {
  return schema['~standard'].validate(value) as Awaited<ReturnType<Validate>>;
}

type Validate = v.GenericSchema['~standard']['validate'];
