/** The history of calls in the phone: its button with the number of missed calls, its panel, and when its code is loaded. */
import { html, nothing } from 'lit';
import { missedCalls, pastCalls, type WidgetState } from '../../src/index.js';
import type { HsElement } from '../shared/hs-element.js';
import { history } from '../shared/icons.js';
import type { Localize } from '../shared/localize.js';
import { HeaderPanel } from './header-panel.js';
import { screenOf } from './screen.js';

export class HistoryPanel extends HeaderPanel {
  readonly #load: () => Promise<unknown>;
  #loaded: Promise<unknown> | undefined;

  /** @param load - Loads and registers the element. */
  constructor(host: HsElement, load: () => Promise<unknown>) {
    // The element may have to be loaded first, and be drawn.
    const focus = async () => {
      await this.load();
      await host.updateComplete;
      host.shadowRoot?.querySelector<HTMLElement>('hs-call-history:not([recent])')?.focus();
    };
    super(host, { part: 'history-button', shape: history, onOpen: () => void focus() });
    this.#load = load;
  }

  /** Whether there is a call to show. */
  hasCalls(state: WidgetState | undefined): boolean {
    return state !== undefined && pastCalls(state).length > 0;
  }

  /** Loads the element. Should that fail, it is tried again the next time. */
  load(): Promise<unknown> {
    this.#loaded ??= this.#load().catch(() => (this.#loaded = undefined));
    return this.#loaded;
  }

  /** To be called with each change: a number that HubSpot sends, and a call, put it away. */
  follow(now: WidgetState, previous: WidgetState | undefined): void {
    if (this.hasCalls(now)) void this.load();
    if (screenOf(now) !== 'ready' || now.intent !== previous?.intent) this.isOpen = false;
  }

  /** Its button, while the phone is ready and there is something to show. */
  headerButton(state: WidgetState | undefined, isLoader: boolean, localize: Localize) {
    if (!state || screenOf(state) !== 'ready' || !(isLoader || this.hasCalls(state))) return nothing;
    const count = missedCalls(state).length;
    const words = localize.term('callHistory');
    const missed = localize.term('missedCalls', String(count));
    return html`<span class="badged"
      >${this.button(count > 0 ? localize.term('named', words, missed) : words)}${
        count > 0 ? html`<span part="history-badge" aria-hidden="true">${count}</span>` : nothing
      }</span
    >`;
  }
}
