/** The base class of all elements that belong to a bridge: gives them a bridge, words and numbers in their language. */
import { html, type PropertyDeclarations, type PropertyValues } from 'lit';
import { onPhoneNumbersChange } from '../../src/index.js';
import { attempt } from './attempt.js';
import { BaseElement } from './base-element.js';
import type { Bridge } from './bridges.js';
import { focusedIn, keepFocus } from './keep-focus.js';
import { Localize } from './localize.js';
import { isOnServer } from './on-server.js';

/**
 * @fires hs-error - No bridge was found within 3 s: `{ code: 'NO_BRIDGE', message, fatal }`. Does not bubble.
 */
export abstract class HsElement extends BaseElement {
  static override properties: PropertyDeclarations = {
    bridge: { attribute: false },
    for: {},
  };

  /** The bridge of the element. Default: the one that `for` names, the nearest around it, or the only one on the page. */
  bridge: Bridge | undefined;

  /** The id of the bridge, in the same document or shadow root. Default: none. */
  for: string | undefined;

  #stopWatchingNumbers: (() => void) | undefined;

  protected readonly localize = new Localize(this);

  // Accessibility checkers look for a property of this name. Some environments have none, such as jsdom.
  protected readonly internals = attempt(() => this.attachInternals());

  override connectedCallback(): void {
    super.connectedCallback();
    // A library that formats phone numbers may be loaded later.
    this.#stopWatchingNumbers ??= onPhoneNumbersChange(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatchingNumbers?.();
    this.#stopWatchingNumbers = undefined;
  }

  protected override update(changed: PropertyValues): void {
    const had = focusedIn(this);
    super.update(changed);
    if (had) void keepFocus(this, had);
  }

  /** Sets or clears a custom state, for `:state(…)` in style sheets. Without custom states only the look is lost. */
  protected toggleState(name: string, isOn: boolean): void {
    attempt(() => this.internals?.states[isOn ? 'add' : 'delete'](name));
  }

  /** Shows or hides an element with `panelStyles`. */
  protected toggleOpen(isOpen: boolean): void {
    this.toggleState('open', isOpen);
    this.toggleState('closed', !isOpen);
    // A server cannot write states.
    if (isOnServer && !isOpen)
      this.render = () =>
        html`<style>
          :host {
            display: none;
          }
        </style>`;
  }
}
