/** What a mirror hands on to the owner of the calls, and what is its own business. */
import type { InboundType, OutboundType } from '../protocol/index.js';
import type { Forwarded } from '../bridge/index.js';

/** What a frame says to its own HubSpot page, and what it is answered. */
const ofFrame: ReadonlySet<string> = new Set<InboundType | OutboundType | 'hs-navigate-request'>([
  'INITIALIZED',
  'NAVIGATE_TO_RECORD',
  'NAVIGATE_TO_RECORD_FAILED',
  'RESIZE_WIDGET',
  'ERROR',
  'SET_WIDGET_URL',
  'SET_WIDGET_URL_FAILED',
  'VISIBILITY_CHANGED',
  'hs-navigate-request',
]);

/** Whether it is the business of whoever owns the calls. */
export function isOwners(what: Forwarded): boolean {
  switch (what.kind) {
    case 'request':
      return !ofFrame.has(what.request.name);
    case 'said':
      return !ofFrame.has(what.type);
    case 'received':
      return !ofFrame.has(what.message.type);
    default:
      return true;
  }
}
