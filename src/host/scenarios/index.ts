/** The table of all scenarios. Each has a file of its name in this folder. */
import type { Scenario } from '../scenario.js';
import { availability } from './availability.js';
import { bothEngagementMessages } from './both-engagement-messages.js';
import { duplicatedMessages } from './duplicated-messages.js';
import { endCall } from './end-call.js';
import { engagementFailed } from './engagement-failed.js';
import { finalize } from './finalize.js';
import { finalizeFailed } from './finalize-failed.js';
import { frameScenarios } from './frames/index.js';
import { handshake } from './handshake.js';
import { hostRemount } from './host-remount.js';
import { idsAsStrings } from './ids-as-strings.js';
import { inboundDeclined } from './inbound-declined.js';
import { inboundKnown } from './inbound-known.js';
import { inboundMissed } from './inbound-missed.js';
import { inboundNavigation } from './inbound-navigation.js';
import { inboundSeveral } from './inbound-several.js';
import { inboundUnknown } from './inbound-unknown.js';
import { lateEngagement } from './late-engagement.js';
import { login } from './login.js';
import { lostAcknowledgement } from './lost-acknowledgement.js';
import { matchFailed } from './match-failed.js';
import { navigationFailed } from './navigation-failed.js';
import { noEngagement } from './no-engagement.js';
import { noNextDial } from './no-next-dial.js';
import { noObjectId } from './no-object-id.js';
import { oldNumberField } from './old-number-field.js';
import { outboundAnswered } from './outbound-answered.js';
import { outboundBusy } from './outbound-busy.js';
import { outboundCancelled } from './outbound-cancelled.js';
import { outboundCustomObject } from './outbound-custom-object.js';
import { outboundFarEndHangsUp } from './outbound-far-end-hangs-up.js';
import { outboundFromWidget } from './outbound-from-widget.js';
import { outboundNoAnswer } from './outbound-no-answer.js';
import { reloadInCall } from './reload-in-call.js';
import { remotePlace } from './remote-place.js';
import { requests } from './requests.js';
import { severalMatches } from './several-matches.js';
import { slowAcknowledgement } from './slow-acknowledgement.js';
import { taskQueue } from './task-queue.js';
import { transfer } from './transfer.js';
import { unknownMessage } from './unknown-message.js';
import { updateFailed } from './update-failed.js';
import { visibility } from './visibility.js';
import { widgetUrlFailed } from './widget-url-failed.js';
import { zeroObjectId } from './zero-object-id.js';

/** Every scenario that is played in one frame. */
export const scenarios: readonly Scenario[] = [
  // Everything besides the course of one call.
  availability,
  endCall,
  finalize,
  handshake,
  login,
  remotePlace,
  requests,
  taskQueue,
  transfer,
  unknownMessage,
  visibility,
  // Outbound calls.
  outboundAnswered,
  outboundBusy,
  outboundCancelled,
  outboundCustomObject,
  outboundFarEndHangsUp,
  outboundFromWidget,
  outboundNoAnswer,
  // Inbound calls.
  inboundDeclined,
  inboundKnown,
  inboundMissed,
  inboundNavigation,
  inboundSeveral,
  inboundUnknown,
  // The handshake goes wrong, or happens again.
  hostRemount,
  lostAcknowledgement,
  reloadInCall,
  slowAcknowledgement,
  // HubSpot’s own work goes wrong: engagements, matches, records.
  engagementFailed,
  finalizeFailed,
  lateEngagement,
  matchFailed,
  navigationFailed,
  noEngagement,
  severalMatches,
  updateFailed,
  widgetUrlFailed,
  // Messages come in another form than expected, or twice.
  bothEngagementMessages,
  duplicatedMessages,
  idsAsStrings,
  noNextDial,
  noObjectId,
  oldNumberField,
  zeroObjectId,
];

/** Every scenario, those for several frames last. */
export const allScenarios: readonly Scenario[] = [...scenarios, ...frameScenarios];

/**
 * The scenario of this name. Throws a `RangeError` that lists all names for one that there is not.
 *
 * @param name - In kebab case: `outbound-answered`.
 */
export function findScenario(name: string): Scenario {
  const found = allScenarios.find((scenario) => scenario.name === name);
  if (found) return found;
  throw new RangeError(
    `There is no scenario “${name}”; there are: ${allScenarios.map((one) => one.name).join(', ')}.`,
  );
}
