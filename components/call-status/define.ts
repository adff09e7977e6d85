import { HsCallStatus } from './call-status.js';

HsCallStatus.define();

export { HsCallStatus };
