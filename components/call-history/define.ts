import { HsCallHistory } from './call-history.js';

HsCallHistory.define();

export { HsCallHistory };
