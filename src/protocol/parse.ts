/** Reads a payload, or names the field at fault. Never its value: that may be a phone number. */
import type { MessageRecord } from './messages.js';
import { read, type Reading } from './schema.js';

/** A payload that fits its message, or the place where it does not: `DIAL_NUMBER.phoneNumber`. */
export type Parsed = Reading<unknown>;

/** Reads the payload of a message of this type. */
export function parsePayload(type: string, record: MessageRecord, data: unknown): Parsed {
  return read(record.data, data, type);
}
