/** Reads a payload, or names the field at fault. Never its value: that may be a phone number. */
import * as v from './schema.js';
import type { MessageRecord } from './messages.js';

/** A payload that fits its message, or the place where it does not: `DIAL_NUMBER.phoneNumber`. */
export type Parsed =
  { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly at: string };

/** Reads the payload of a message of this type. */
export function parsePayload(type: string, record: MessageRecord, data: unknown): Parsed {
  const result = v.safeParse(record.data, data);
  if (result.success) return { ok: true, data: result.output };
  const path = result.issues[0].path?.map(({ key }) => String(key)) ?? [];
  return { ok: false, at: [type, ...path].join('.') };
}
