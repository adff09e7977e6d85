/** What is known of a call, as properties of the CRM's call object. */
import type { EngagementProperties } from '../protocol/index.js';
import { callStatusOf } from './call-end.js';
import { talkTime, type Call } from './call.js';

/** The `hs_call_*` properties of a call. All are text; what is not known is left out. */
export function engagementProperties(call: Call): EngagementProperties {
  const { notes, outcome, title, recordingUrl, properties } = call.engagement;
  return withoutMissing({
    hs_timestamp: String(call.createdAt),
    hs_call_direction: call.direction === 'inbound' ? 'INBOUND' : 'OUTBOUND',
    hs_call_duration: String(talkTime(call, call.endedAt ?? call.createdAt)),
    hs_call_status: callStatusOf(call),
    hs_call_from_number: call.fromNumber,
    hs_call_to_number: call.toNumber,
    hs_call_title: title,
    hs_call_body: notes && asHtml(notes),
    hs_call_disposition: outcome || undefined,
    // HubSpot refuses any other address, and the whole update with it.
    hs_call_recording_url: recordingUrl?.startsWith('https://') ? recordingUrl : undefined,
    ...properties,
  });
}

/** The property is rich text: what looks like a tag would vanish, and line breaks too. */
function asHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/\r?\n/g, '<br>');
}

function withoutMissing(properties: Readonly<Record<string, string | undefined>>): EngagementProperties {
  return Object.fromEntries(
    Object.entries(properties).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
