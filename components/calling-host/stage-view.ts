/** What is simulated: which widget, where it is, and what happens to its page. */
import { html, type TemplateResult } from 'lit';
import type { HostPlace } from '../../src/host/index.js';
import { findPlace, isSamePlace, places } from './places.js';

/** What is pressed. */
export interface StageHandlers {
  readonly load: (address: string) => void;
  readonly move: (place: HostPlace) => void;
  readonly reload: () => void;
  readonly remount: () => void;
}

export function renderStage(src: string, current: HostPlace, handlers: StageHandlers): TemplateResult {
  const { load, move, reload, remount } = handlers;
  return html`<div class="stage" role="group" aria-label="What is simulated">
    <form
      class="address"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const address = new FormData(event.target as HTMLFormElement).get('address');
        load(typeof address === 'string' ? address.trim() : '');
      }}
    >
      <label for="address">Widget</label>
      <input
        id="address"
        name="address"
        inputmode="url"
        autocomplete="off"
        spellcheck="false"
        placeholder="https://phone.example/widget.html"
        .value=${src}
      />
      <button class="quiet" type="submit">Load</button>
    </form>
    <label class="place">
      Place
      <select
        id="place"
        @change=${({ target }: Event) => {
          const place = findPlace((target as HTMLSelectElement).value);
          if (place) move(place);
        }}
      >
        ${places.map(
          ({ value, label, place }) =>
            html`<option value=${value} .selected=${isSamePlace(place, current)}>${label}</option>`,
        )}
      </select>
    </label>
    <button class="quiet" type="button" @click=${reload}>Reload page</button>
    <button class="quiet" type="button" @click=${remount}>Re-mount host</button>
    <slot></slot>
  </div>`;
}
