/** Phone numbers as they are typed or pasted, and for the ear: the same whichever rules are in use. */
export { cleanNumber, isTooLong } from '../call/index.js';

/** A number for the ear: its digits with spaces between them, so that a screen reader says each one. */
export function spokenNumber(number: string): string {
  return Array.from(number.replaceAll(/[\s().-]/g, '')).join(' ');
}
