/** HubSpot's navigation bar: the title, and the button of a widget that is in the bar. */
import { html, nothing, type TemplateResult } from 'lit';
import type { HostState } from '../../src/host/index.js';
import { icon } from '../shared/icon.js';
import { phone } from '../shared/icons.js';
import { isAway } from './places.js';

/** `minimise` is called when the button of the widget is pressed. */
export function renderBar(state: HostState, minimise: () => void): TemplateResult {
  return html`<header part="bar">
    <h1>Simulated HubSpot</h1>
    <slot name="header"></slot>
    ${state.place.iframeLocation === 'remote' ? renderWidgetButton(state, minimise) : nothing}
  </header>`;
}

function renderWidgetButton(state: HostState, minimise: () => void) {
  return html`<button
    id="remote"
    type="button"
    aria-expanded=${String(!isAway(state))}
    aria-controls="widget-place"
    @click=${minimise}
  >
    ${icon(phone)} Phone
  </button>`;
}
