/** What HubSpot could not do, and the words for it. */
import { en } from '../translations/en.js';

/** What a person is told of. */
export type Notice = `notice.${
  | 'CREATE_ENGAGEMENT_FAILED'
  | 'NAVIGATE_TO_RECORD_FAILED'
  | 'FINALIZE_ENGAGEMENT_FAILED'
  | 'PUBLISH_TO_CHANNEL_FAILED'
  | 'CALLER_ID_MATCH_FAILED'
  | 'PHONE_BUSY'}`;

/** The notice for a message or an error code, if it is one for people. */
export function noticeFor(code: string): Notice | undefined {
  const key = `notice.${code}`;
  return key in en ? (key as Notice) : undefined;
}
