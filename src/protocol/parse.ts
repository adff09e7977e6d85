/** Reads a payload, or names the field that is wrong. It never tells the value, which may be a phone number. */
import type { MessageRecord } from './messages.js';
import { read, type Reading } from './schema.js';

/** The payload as it was read, or the place that does not fit: `DIAL_NUMBER.phoneNumber`. */
export type Parsed = Reading<unknown>;

/** Reads the payload of a message of this type. */
export function parsePayload(type: string, record: MessageRecord, data: unknown): Parsed {
  return read(record.data, data, type);
}
