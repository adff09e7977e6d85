/** Every element as a class; nothing is registered. */
export * from '../src/index.js';
export { HsCallControls } from './call-controls/call-controls.js';
export { HsCallStatus } from './call-status/call-status.js';
export { HsCallingBridge } from './calling-bridge/calling-bridge.js';
export { HsDialer } from './dialer/dialer.js';
export { HsIncomingCall } from './incoming-call/incoming-call.js';
export { HsKeypad, type KeyPress } from './keypad/keypad.js';
export type { Bridge } from './shared/bridges.js';
export { HsElement } from './shared/hs-element.js';
export { registerTranslation } from './shared/localize.js';
export type { Terms } from './shared/localize.js';
