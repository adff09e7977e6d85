/** What a text is dialled as. Every field and button that starts a call asks here, and shows it before it is dialled. */
import { numberIn, splitNumber, type WrongNumber } from '../call/index.js';
import { dialableNumber } from './format.js';

/** What a text is dialled as, or why it cannot be. */
export interface NumberToDial {
  /** What is dialled, as `dialableNumber` writes it; empty if the text cannot be dialled. */
  readonly toNumber: string;
  /** Why it cannot be dialled; undefined if it can. */
  readonly wrong: WrongNumber | undefined;
}

/**
 * Decides what is dialled for a text that somebody typed or pasted: see `numberIn` for what is found in it.
 *
 * @param country - Where a number without `+` belongs. Default: the country of the rules in use, or none.
 */
export function numberToDial(text: string, country?: string): NumberToDial {
  const { written, wrong } = numberIn(text);
  if (wrong) return { toNumber: '', wrong };
  const { number, digits } = splitNumber(written);
  const whole = dialableNumber(number, country);
  // An extension stays as it is written, unless the number before it does not.
  const toNumber =
    digits === undefined || whole !== number ? whole + (digits ?? '') : dialableNumber(written);
  return { toNumber, wrong };
}
