/** The table of all faults: everything that the host can do wrong, by name. */
import type { Fault } from '../fault.js';
import { bothEngagementMessages } from './both-engagement-messages.js';
import { duplicatedMessages } from './duplicated-messages.js';
import { engagementFailed } from './engagement-failed.js';
import { finalizeFailed } from './finalize-failed.js';
import { hostRemount } from './host-remount.js';
import { idsAsStrings } from './ids-as-strings.js';
import { lateEngagement } from './late-engagement.js';
import { lostAcknowledgement } from './lost-acknowledgement.js';
import { matchFailed } from './match-failed.js';
import { navigationFailed } from './navigation-failed.js';
import { noEngagement } from './no-engagement.js';
import { noNextDial } from './no-next-dial.js';
import { noObjectId } from './no-object-id.js';
import { oldNumberField } from './old-number-field.js';
import { reloadInCall } from './reload-in-call.js';
import { severalMatches } from './several-matches.js';
import { slowAcknowledgement } from './slow-acknowledgement.js';
import { updateFailed } from './update-failed.js';
import { widgetUrlFailed } from './widget-url-failed.js';
import { zeroObjectId } from './zero-object-id.js';

/**
 * All faults by name. Of several that are on at once and contradict each other, the later one counts; what they change
 * in a message is changed in this order.
 */
export const faults = {
  'slow-acknowledgement': slowAcknowledgement,
  'lost-acknowledgement': lostAcknowledgement,
  'host-remount': hostRemount,
  'reload-in-call': reloadInCall,
  'no-engagement': noEngagement,
  'late-engagement': lateEngagement,
  'engagement-failed': engagementFailed,
  'update-failed': updateFailed,
  'match-failed': matchFailed,
  'several-matches': severalMatches,
  'navigation-failed': navigationFailed,
  'finalize-failed': finalizeFailed,
  'widget-url-failed': widgetUrlFailed,
  'no-next-dial': noNextDial,
  'no-object-id': noObjectId,
  'zero-object-id': zeroObjectId,
  'old-number-field': oldNumberField,
  'both-engagement-messages': bothEngagementMessages,
  'ids-as-strings': idsAsStrings,
  'duplicated-messages': duplicatedMessages,
} as const satisfies Readonly<Record<string, Fault>>;

/** The name of a fault. */
export type FaultName = keyof typeof faults;

/** The names of all faults. */
export const faultNames = Object.keys(faults) as readonly FaultName[];
