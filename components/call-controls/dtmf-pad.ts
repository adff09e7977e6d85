/** The keypad of a call, and the digits that were sent. */
import { html } from 'lit';
import type { Bridge } from '../shared/bridges.js';
import type { KeyPress } from '../keypad/keypad.js';

export function renderKeypad(
  digits: string,
  bridge: Bridge | undefined,
  onKeyPress: (event: CustomEvent<KeyPress>) => void,
) {
  return html`
    <p part="digits"><bdi dir="ltr">${digits}</bdi></p>
    <hs-keypad part="keypad" exportparts="key" .bridge=${bridge} @hs-key-press=${onKeyPress}></hs-keypad>
  `;
}
