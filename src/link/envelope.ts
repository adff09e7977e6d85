/** The outermost shape of every message. */

/** A message that has a type and an id; nothing is known of the rest yet. */
export interface Envelope {
  readonly type: string;
  readonly messageId: string | number;
  readonly data?: unknown;
}

/** Reads an envelope, or tells that there is none. Inherited fields do not count. */
export function readEnvelope(arrived: unknown): Envelope | undefined {
  if (!isPlainObject(arrived)) return undefined;
  if (!Object.hasOwn(arrived, 'type') || !Object.hasOwn(arrived, 'messageId')) return undefined;
  const { type, messageId } = arrived;
  if (!isText(type, 64) || !(isText(messageId, 256) || Number.isFinite(messageId))) return undefined;
  return arrived as Readonly<Record<string, unknown>> & Envelope;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= most;
}
