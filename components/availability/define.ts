import { HsAvailability } from './availability.js';

HsAvailability.define();

export { HsAvailability };
