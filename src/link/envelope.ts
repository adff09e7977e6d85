/** The outermost shape of every message: a type, an id, and perhaps data. */

const maxTypeLength = 64;
const maxIdLength = 256;

/** A message of which nothing else has been checked. */
export interface Envelope {
  readonly type: string;
  readonly messageId: string | number;
  readonly data?: unknown;
}

/** Reads what has arrived as an envelope; undefined if it is none. Inherited fields do not count. */
export function readEnvelope(arrived: unknown): Envelope | undefined {
  if (!isPlainObject(arrived)) return undefined;
  if (!Object.hasOwn(arrived, 'type') || !Object.hasOwn(arrived, 'messageId')) return undefined;
  const { type, messageId } = arrived;
  if (!isText(type, maxTypeLength)) return undefined;
  if (!(isText(messageId, maxIdLength) || Number.isFinite(messageId))) return undefined;
  return arrived as Readonly<Record<string, unknown>> & Envelope;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isText(value: unknown, maxLength: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= maxLength;
}
