/** What `components/index.ts` exports: the classes of the elements that it registers, and what goes with them. */
export type * from '../src/index.js';
export {
  focusedCall,
  formatNumber,
  hubSpotCallOutcomeIds,
  hubSpotCallOutcomes,
  talkTime,
  usePhoneNumbers,
} from '../src/index.js';
export { HsAvailability, type AvailabilityReason } from './availability/availability.js';
export {
  HsCallControls,
  type Directory,
  type DirectoryEntry,
  type Person,
} from './call-controls/call-controls.js';
export type { HsCallQueue, QueueChange, QueueChangeReason, QueuedCall } from './call-queue/call-queue.js';
export type { CallPage, HsCallHistory, LoadPage, LoadedCall } from './call-history/call-history.js';
export { HsCallStatus } from './call-status/call-status.js';
export { HsCallingBridge } from './calling-bridge/calling-bridge.js';
export { HsCallingWidget } from './calling-widget/calling-widget.js';
export type { HsCallingWindow } from './calling-window/calling-window.js';
export { HsDeviceSettings } from './device-settings/device-settings.js';
export { HsDialer } from './dialer/dialer.js';
export { HsFromNumber } from './from-number/from-number.js';
export { HsIncomingCall } from './incoming-call/incoming-call.js';
export { HsKeypad, type KeyPress } from './keypad/keypad.js';
export { HsLogin } from './login/login.js';
export type { Bridge } from './shared/bridges.js';
export type { WindowResult } from '../src/frames/calling-window.js';
export { HsElement } from './shared/hs-element.js';
export { registerTranslation, type Localize } from './shared/localize.js';
export type { Terms } from './shared/terms.js';
export type { ShortcutName, Shortcuts } from './calling-widget/shortcuts.js';
export {
  HsWrapUp,
  type NoteTemplate,
  type NoteTemplates,
  type OutcomeLoader,
  type Outcomes,
} from './wrap-up/wrap-up.js';
