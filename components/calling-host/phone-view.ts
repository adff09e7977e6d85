/** The phone: the widget in its frame, and what is above it. */
import { html, nothing, type TemplateResult } from 'lit';
import { liveCall, type HostPromptEvent, type HostState } from '../../src/host/index.js';
import { stateText, titleOf } from './places.js';

/** What is shown. */
export interface Phone {
  /** What is true in the host; undefined without a widget. */
  readonly now: HostState | undefined;
  readonly state: HostState;
  readonly isAway: boolean;
  /** Why the widget has not started. */
  readonly trouble: string | undefined;
  /** What a person is asked to do in the widget. */
  readonly prompt: HostPromptEvent | undefined;
}

/** What is pressed. */
export interface PhoneHandlers {
  readonly hangUp: () => void;
  readonly minimise: () => void;
  readonly retry: () => void;
  readonly done: () => void;
}

export function renderPhone(phone: Phone, handlers: PhoneHandlers): TemplateResult {
  const { now, state, isAway } = phone;
  return html`<section id="phone" part="phone" aria-labelledby="phone-title" tabindex="-1">
    <div class="bar">
      <div>
        <h2 id="phone-title">${titleOf(state.place)}</h2>
        <p id="phone-state" role="status">${now ? stateText(now) : 'No widget'}</p>
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
        ${isAway ? 'Open' : 'Minimise'}
      </button>
    </div>
    <div class="notice trouble" role="status">${renderTrouble(phone, handlers)}</div>
    <div class="notice prompt" role="status">${renderPrompt(phone, handlers)}</div>
    <iframe
      id="widget"
      part="frame"
      title="Calling widget"
      width=${state.size.width ?? 400}
      height=${state.size.height ?? 650}
    ></iframe>
  </section>`;
}

function renderTrouble({ now, trouble }: Phone, { retry }: PhoneHandlers) {
  if (trouble === undefined) {
    return now ? nothing : html`<p>Give the address of your widget’s page to see it here.</p>`;
  }
  return html`<p><b>The widget has not started.</b> ${trouble}</p>
    ${now ? html`<button class="quiet" type="button" @click=${retry}>Try again</button>` : nothing}`;
}

function renderPrompt({ prompt }: Phone, { done }: PhoneHandlers) {
  if (!prompt) return nothing;
  return html`<p><b>Your turn.</b> ${prompt.instruction}</p>
    <button class="quiet" type="button" @click=${done}>Done</button>`;
}
