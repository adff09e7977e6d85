import { HsCallingBridge } from './calling-bridge.js';

HsCallingBridge.define();

export { HsCallingBridge };
