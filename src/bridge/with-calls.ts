/** What a bridge needs once there are calls, of this page or of the one before: one file, which is loaded later. */
import './at-once.js';

export { CallKeeper } from './call-keeper.js';
export { PartyLookup } from './party-lookup.js';
