/** What all visible elements share: a bridge to follow and a language to speak. */
import { LitElement } from 'lit';
import { onPhoneNumbersChange } from '../../src/index.js';
import type { Bridge } from './bridges.js';
import { defineOnce } from './define.js';
import { Localize } from './localize.js';
import { property } from './property.js';

/**
 * @fires hs-error - No bridge was found after a while: `{ code: 'NO_BRIDGE', message, fatal }`. Does not bubble.
 */
export abstract class HsElement extends LitElement {
  /** The name the element is registered under unless another is given. */
  static readonly tag: string;

  /** Registers the element; does nothing where the name is taken already. */
  static define(tag = this.tag, registry?: CustomElementRegistry): void {
    defineOnce(this as unknown as Parameters<typeof defineOnce>[0], tag, registry);
  }

  /** The bridge to follow. Default: the one that `for` names, the nearest around, or the only one on the page. */
  @property({ attribute: false }) bridge: Bridge | undefined;

  /** The id of the bridge to follow, in the same root. */
  @property() for: string | undefined;

  #stopFollowing: (() => void) | undefined;

  protected readonly localize = new Localize(this);

  // Named so that accessibility checkers see it.
  protected readonly internals = this.attachInternals();

  override connectedCallback(): void {
    super.connectedCallback();
    // How numbers are written may be known better later.
    this.#stopFollowing ??= onPhoneNumbersChange(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopFollowing?.();
    this.#stopFollowing = undefined;
  }

  /** Sets or clears a custom state, for `:state(…)` in style sheets. */
  protected toggleState(name: string, isOn: boolean): void {
    this.internals.states[isOn ? 'add' : 'delete'](name);
  }
}
