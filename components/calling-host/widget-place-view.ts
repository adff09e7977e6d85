/** The place in HubSpot that the widget is in: its title and state, what is asked of the user, and the frame. */
import { html, nothing, type TemplateResult } from 'lit';
import { firstState, liveCall, type HostPromptEvent, type HostState } from '../../src/host/index.js';
import { icon } from '../shared/icon.js';
import { close } from '../shared/icons.js';
import { isAway, missesWindow, stateText, titleOf } from './places.js';
import { renderPrompt } from './prompt-view.js';

/** What is shown. */
export interface WidgetPlace {
  /** What is true in the host; undefined without a widget. */
  readonly state: HostState | undefined;
  /** Why the widget has not started, in words; undefined if it has, or may still. */
  readonly trouble: string | undefined;
  /** What a person is asked to do in the widget; undefined if nothing. */
  readonly prompt: HostPromptEvent | undefined;
  /** Whether the page can open the calling window. */
  readonly canOpenWindow: boolean;
  /** Whether it is all that the page has. */
  readonly isPage: boolean;
}

/** What is called when a button is pressed. */
export interface WidgetPlaceHandlers {
  readonly hangUp: () => void;
  /** Minimises the widget, or brings it back. */
  readonly minimise: () => void;
  /** Closes the widget. */
  readonly close: () => void;
  readonly retry: () => void;
  /** The person says that what the prompt asked for is done. */
  readonly done: () => void;
}

export function renderWidgetPlace(place: WidgetPlace, handlers: WidgetPlaceHandlers): TemplateResult {
  const state = place.state ?? firstState;
  return html`<section
    id="widget-place"
    part="widget-place"
    aria-labelledby="widget-place-title"
    tabindex="-1"
  >
    <div class="bar">
      <div>
        ${
          place.isPage
            ? html`<h1 id="widget-place-title">${titleOf(state.place)}</h1>`
            : html`<h2 id="widget-place-title">${titleOf(state.place)}</h2>`
        }
        <p id="widget-state" role="status">${place.state ? stateText(state) : 'No widget'}</p>
      </div>
      <button
        id="hang-up"
        class="quiet danger"
        type="button"
        aria-label="Hang up from HubSpot"
        ?hidden=${!liveCall(state)}
        @click=${handlers.hangUp}
      >
        Hang up
      </button>
      <button id="minimise" class="quiet" type="button" @click=${handlers.minimise}>
        ${isAway(state) ? 'Open' : 'Minimise'}
      </button>
      <button
        id="close"
        class="quiet"
        type="button"
        aria-label="Close the widget"
        ?hidden=${!place.state || isAway(state)}
        @click=${handlers.close}
      >
        ${icon(close)}
      </button>
    </div>
    <div class="notice trouble" role="status">${renderTrouble(place, handlers)}</div>
    <div class="notice window" role="status">${renderMissingWindow(place)}</div>
    <div class="notice prompt" role="status">${renderPrompt(place.prompt, handlers.done)}</div>
    <iframe
      id="widget"
      part="frame"
      title="Calling widget"
      width=${state.size.width ?? 400}
      height=${state.size.height ?? 650}
    ></iframe>
  </section>`;
}

function renderTrouble({ state, trouble }: WidgetPlace, { retry }: WidgetPlaceHandlers) {
  if (trouble === undefined) {
    return state ? nothing : html`<p>Give the address of your widget’s page to see it here.</p>`;
  }
  return html`<p><b>The widget has not started.</b> ${trouble}</p>
    ${state ? html`<button class="quiet" type="button" @click=${retry}>Try again</button>` : nothing}`;
}

function renderMissingWindow({ state, canOpenWindow }: WidgetPlace) {
  if (!state || !missesWindow(state)) return nothing;
  return html`<p><b>Only the calling window carries calls.</b> ${canOpenWindow ? openIt : shareIt}</p>`;
}

const openIt = 'It is not open: open it in the bar above.';
const shareIt =
  'This page has none: give this element the attribute “shared”, and your server a page for the window.';
