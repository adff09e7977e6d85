/** One of the round buttons of a call. */
import { html, nothing } from 'lit';
import { icon } from '../shared/icon.js';
import { iconOf, type Control } from './controls.js';

export interface ControlButton {
  readonly name: Control;
  /** The word below it. */
  readonly label: string;
  /** That word, and whose call it is where there is more than one. */
  readonly accessibleName: string;
  /** Whether what it switches is on. */
  readonly isOn: boolean;
  /** Whether the panel that it opens is open; undefined where it opens none. */
  readonly isOpen: boolean | undefined;
  /** The value of `aria-disabled`. */
  readonly isDisabled: 'true' | typeof nothing;
  readonly onClick: (event: Event) => void;
}

export function controlButton(button: ControlButton) {
  const { name, label, accessibleName, isOn, isOpen, isDisabled, onClick } = button;
  return html`<button
    part="control"
    type="button"
    name=${name}
    aria-label=${accessibleName}
    aria-expanded=${isOpen ?? nothing}
    aria-pressed=${isOpen === undefined ? isOn : nothing}
    aria-disabled=${isDisabled}
    @click=${onClick}
  >
    <span class="circle">${icon(iconOf[name][isOn ? 'on' : 'off'])}</span>
    ${label}
  </button>`;
}
