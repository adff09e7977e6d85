/** Says what is dialled for a text, where that is not what was typed. */
import { html, type TemplateResult } from 'lit';
import { formatNumber, splitNumber, spokenNumber } from '../../src/index.js';
import { announce } from './announcer.js';
import type { Localize } from './localize.js';
import { phoneNumber } from './phone-number.js';

/** How long nobody types before it is announced, in ms. */
const typingPauseMs = 1000;

/** What is dialled, and how it came about. */
export interface WillCall {
  /** What was typed or pasted. */
  readonly typed: string;
  /** What is dialled; empty if nothing can be. */
  readonly toNumber: string;
  /** The country whose number it is. Default: the page's own. */
  readonly country?: string | undefined;
}

/** What a number is without the signs that only part it. */
export const withoutSeparators = (text: string): string => text.replaceAll(/[\s()./-]/g, '');

const partsOf = (toNumber: string) => {
  const { number, digits = '' } = splitNumber(toNumber);
  return { number, tones: digits.replaceAll(/,+/g, ' ').trim() };
};

/** Whether the number is not simply what was typed. */
export function isOtherThanTyped({ typed, toNumber }: WillCall): boolean {
  if (toNumber === '') return false;
  return partsOf(toNumber).tones !== '' || withoutSeparators(typed) !== withoutSeparators(toNumber);
}

/** The sentence, with the number as it is written and as it is heard. */
export function renderWillCall({ toNumber, country }: WillCall, localize: Localize): TemplateResult {
  const { number, tones } = partsOf(toNumber);
  const [before, after] = localize.term('willCall', '\0', tones).split('\0');
  return html`<span>${before}${phoneNumber(number, localize, formatNumber(number, country))}${after}</span>`;
}

/** Announces the sentence once nobody has typed for a second. Returns what keeps it from being announced. */
export function announceWillCall({ toNumber }: WillCall, localize: Localize, page: Document): () => void {
  const { number, tones } = partsOf(toNumber);
  const text = localize.term('willCall', spokenNumber(number), spokenNumber(tones));
  const timer = setTimeout(() => {
    announce(page, text, text);
  }, typingPauseMs);
  return () => {
    clearTimeout(timer);
  };
}
