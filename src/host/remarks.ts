/** What people should know about a message of the widget that fits the protocol. Pure functions. */
import { outboundMessages, parsePayload, type Message, type OutboundType } from '../protocol/index.js';
import { isIgnored } from './ignored-calls.js';
import { warningOn } from './said.js';
import type { HostState } from './state.js';
import { payloadOf, typeOf, type TranscriptEntry } from './transcript.js';

const ignored =
  'HubSpot ignores this call: the app’s setting supportsInboundCalling is off. It shows and logs nothing.';

/** Why HubSpot ignores a message (`remark`), and why it should not have been said (`warning`). */
export function remarksOn(state: HostState, posted: unknown): Pick<TranscriptEntry, 'remark' | 'warning'> {
  const type = typeOf(posted);
  const record = outboundMessages.get(type);
  const parsed = record && parsePayload(type, record, payloadOf(posted));
  if (!parsed?.ok) return {};
  const message = { type, data: parsed.data } as Message<OutboundType>;
  if (isIgnored(state, message)) return { remark: ignored };
  const warning = warningOn(state, message);
  return warning === undefined ? {} : { warning };
}
