/** Reads a payload, or names the field that is wrong. It never tells the value, which may be a phone number. */
import type { MessageRecord } from './messages.js';
import { partly, read, type Reading } from './schema.js';

/** The payload as it was read, or the place that does not fit: `DIAL_NUMBER.phoneNumber`. */
export type Parsed = Reading<unknown>;

/** Reads the payload of a message of this type. */
export function parsePayload(type: string, record: MessageRecord, data: unknown): Parsed {
  return read(record.data, data, type);
}

/** Reads a payload of which something may still be missing: what does not fit and is required stays as it is. */
export function parsePart(type: string, record: MessageRecord, data: unknown): Parsed {
  return read(record.data.fields ? partly(record.data) : record.data, data, type);
}

/** The payload of a message as it was posted: its `data`, or what stands beside its type. */
export function payloadIn(message: { readonly data?: unknown }, { atTop }: MessageRecord): unknown {
  return atTop && message.data === undefined
    ? { [atTop]: Reflect.get(message, atTop) as unknown }
    : message.data;
}
