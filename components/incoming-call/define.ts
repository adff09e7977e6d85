import { HsIncomingCall } from './incoming-call.js';

HsIncomingCall.define();

export { HsIncomingCall };
