/** The outermost shape of every message: a type, an id, and perhaps data. */

const maxTypeLength = 64;
const maxIdLength = 256;

/** A message of which nothing else has been checked. */
export interface Envelope {
  readonly type: string;
  readonly messageId: string | number;
  readonly data?: unknown;
}

/**
 * Reads what has arrived as an envelope; undefined if it is none. Inherited fields do not count.
 *
 * @param createSyncId - Makes the id of a SYNC that has none, so that it can be answered. Default: it is no envelope.
 */
export function readEnvelope(arrived: unknown, createSyncId?: () => string): Envelope | undefined {
  if (!isPlainObject(arrived) || !Object.hasOwn(arrived, 'type')) return undefined;
  const { type } = arrived;
  if (!isText(type, maxTypeLength)) return undefined;
  const messageId = Object.hasOwn(arrived, 'messageId') ? arrived['messageId'] : undefined;
  if (createSyncId && type === 'SYNC' && (messageId ?? '') === '') {
    return { ...arrived, type, messageId: createSyncId() };
  }
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
