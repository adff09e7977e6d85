/** HubSpot's navigation bar: the title, and the button of a widget that is in the bar. */
import { html, nothing, type TemplateResult } from 'lit';
import type { HostState } from '../../src/host/index.js';
import { icon } from '../shared/icon.js';
import { phone } from '../shared/icons.js';
import { isAway } from './places.js';

/** What is called when a button of the bar is pressed. */
export interface BarHandlers {
  readonly minimise: () => void;
  /** Opens the calling window; undefined where there is none to open. */
  readonly openWindow: (() => void) | undefined;
}

export function renderBar(state: HostState, { minimise, openWindow }: BarHandlers): TemplateResult {
  return html`<header part="bar">
    <h1>Simulated HubSpot</h1>
    <slot name="header"></slot>
    ${
      openWindow
        ? html`<button id="open-window" class="in-bar" type="button" @click=${openWindow}>
            Open the calling window
          </button>`
        : nothing
    }
    ${state.place.iframeLocation === 'remote' ? renderWidgetButton(state, minimise) : nothing}
  </header>`;
}

function renderWidgetButton(state: HostState, minimise: () => void) {
  return html`<button
    id="remote"
    class="in-bar"
    type="button"
    aria-expanded=${String(!isAway(state))}
    aria-controls="widget-place"
    @click=${minimise}
  >
    ${icon(phone)} Phone
  </button>`;
}
