/** Reads a payload, or names the field at fault. Never its value: that may be a phone number. */
import { validate } from './fields.js';
import type { MessageRecord } from './messages.js';

/** A payload that fits its message, or the place where it does not: `DIAL_NUMBER.phoneNumber`. */
export type Parsed =
  { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly at: string };

/** Reads the payload of a message of this type. */
export function parsePayload(type: string, record: MessageRecord, data: unknown): Parsed {
  const result = validate(record.data, data);
  if (!result.issues) return { ok: true, data: result.value };
  const path = result.issues[0]?.path?.map((place) => (typeof place === 'object' ? place.key : place));
  return { ok: false, at: [type, ...(path ?? [])].map(String).join('.') };
}
