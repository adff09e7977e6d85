/** Phone numbers for the eye, the ear and the line. */
export * from './spoken-number.js';
export * from './format.js';
export type { PhoneNumbers } from './phone-numbers.js';
export * from './rules-in-use.js';
export * from './to-dial.js';
export { smallPhoneNumbers } from './small-phone-numbers.js';
