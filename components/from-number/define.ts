import { HsFromNumber } from './from-number.js';

HsFromNumber.define();

export { HsFromNumber };
