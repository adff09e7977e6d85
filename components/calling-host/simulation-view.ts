/** The controls of the simulation: which widget, in which place, and what happens to its page. */
import { html, type TemplateResult } from 'lit';
import type { HostPlace } from '../../src/host/index.js';
import { settingNames, type ShownSettings } from './account-part.js';
import { findPlace, isSamePlace, labelOf, places } from './places.js';
import { renderTool } from './tool-view.js';

/** What is called when a control is used. */
export interface SimulationHandlers {
  /** Loads the widget at an address; the empty address takes the widget away. */
  readonly load: (address: string) => void;
  readonly move: (place: HostPlace) => void;
  /** Changes settings of the app. */
  readonly set: (settings: Partial<ShownSettings>) => void;
  readonly reload: () => void;
  readonly remount: () => void;
}

/** What the controls show. */
export interface Simulation {
  /** The address of the widget's page. */
  readonly src: string;
  readonly place: HostPlace;
  readonly settings: ShownSettings;
}

/** The settings of the app that can be switched, and what the page calls them. */
const settingLabels: Readonly<Record<keyof ShownSettings, string>> = {
  supportsInboundCalling: 'Inbound calling',
  usesRemote: 'Navigation bar',
  usesCallingWindow: 'Calling window',
};

export function renderSimulation(
  { src, place: current, settings }: Simulation,
  handlers: SimulationHandlers,
): TemplateResult {
  const { load, move, set, reload, remount } = handlers;
  const content = html`<form
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
    <fieldset class="settings">
      <legend>Settings of the app</legend>
      ${settingNames.map(
        (name) =>
          html`<label class="check">
            <input
              name=${name}
              type="checkbox"
              .checked=${settings[name]}
              @change=${({ target }: Event) => {
                set({ [name]: (target as HTMLInputElement).checked });
              }}
            />
            ${settingLabels[name]}
          </label>`,
      )}
    </fieldset>
    <button class="quiet" type="button" @click=${reload}>Reload page</button>
    <button class="quiet" type="button" @click=${remount}>Re-mount host</button>`;
  return renderTool({ title: 'Simulation', note: labelOf(current) }, content);
}
