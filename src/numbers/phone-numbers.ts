/** The interface of the rules for phone numbers. Countries are written as in ISO 3166-1: `US`, `GB`. */

/**
 * The rules by which numbers are shown and dialled. Nothing is ever refused: what an adapter does not understand
 * (a short code, a `*` or `#` code, an extension, a word, a SIP address) is treated as by the small rules.
 *
 * `country` is where a number without `+` belongs. Default: the adapter's own country, or none.
 */
export interface PhoneNumbers {
  /** A number for the eye: `+12025550123` → `+1 202 555 0123`. */
  format(number: string, country?: string): string;

  /**
   * What was typed so far, with separators put in. Digits and their order stay, so a field can keep its caret behind
   * the same digit. It has to delete digits, not separators: a separator that was deleted is put in again.
   */
  formatAsTyped(text: string, country?: string): string;

  /** What is dialled: E.164 where the number is complete and valid, else the number without its separators. */
  toDialable(text: string, country?: string): string;

  /** The country of a number. `undefined`: not known. */
  countryOf(number: string, country?: string): string | undefined;

  /** Whether the number has a length that its country uses. `undefined`: no rule says, as for a short code. */
  isPossible(number: string, country?: string): boolean | undefined;

  /** Whether the number is complete and in a range that is in use. `undefined`: no rule says, as for a short code. */
  isValid(number: string, country?: string): boolean | undefined;
}
