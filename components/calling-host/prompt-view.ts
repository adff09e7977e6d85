/** What a person is asked to do in a widget while a scenario is played. */
import { html, nothing, type TemplateResult } from 'lit';
import type { HostPromptEvent } from '../../src/host/index.js';

/** `done`: the person says that it is done. Nothing is drawn where nothing is asked. */
export function renderPrompt(
  prompt: HostPromptEvent | null | undefined,
  done: () => void,
): TemplateResult | typeof nothing {
  if (!prompt) return nothing;
  return html`<p><b>Your turn.</b> ${prompt.instruction}</p>
    <button class="quiet" type="button" @click=${done}>Done</button>`;
}
