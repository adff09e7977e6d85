/** The base class of elements that draw with code which is loaded when there is first something to draw. */
import { adoptStyles, type CSSResultOrNative } from 'lit';
import type { Later } from '../../src/bridge/later.js';
import { HsElement } from './hs-element.js';

export abstract class LaterElement extends HsElement {
  /** While the code is being loaded. */
  #loading: Promise<unknown> | undefined;

  // Who waits until it is drawn waits for the code that draws it.
  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    if (!this.#loading) return isDone;
    await this.#loading;
    return super.getUpdateComplete();
  }

  /**
   * Code to draw with, whose `styles` come before those of the element. Undefined until it is loaded: then the element is
   * drawn anew.
   */
  protected codeOf<Code extends { readonly styles: CSSResultOrNative[] }>(
    later: Later<Code>,
  ): Code | undefined {
    const { code } = later;
    const { elementStyles } = this.constructor as typeof LaterElement;
    if (code) adoptStyles(this.renderRoot as ShadowRoot, [...code.styles, ...elementStyles]);
    else this.#loading ??= this.#load(later);
    return code;
  }

  async #load(later: Later<unknown>): Promise<void> {
    const code = await later.load();
    this.#loading = undefined;
    if (code) this.requestUpdate();
  }
}
