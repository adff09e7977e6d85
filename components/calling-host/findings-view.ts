/** What HubSpot would make a mess of, above the call log. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CallFinding } from '../../src/host/index.js';

/** How many findings are shown, the latest ones. */
const maxFindings = 5;

/** A call that is not saved yet has a mark in the log already: only what no widget may do is shown here. */
export function renderFindings(findings: readonly CallFinding[]): TemplateResult {
  const shown = findings.filter(({ kind }) => kind !== 'never-completed').slice(-maxFindings);
  return html`<div class="findings" role="status">
    ${
      shown.length === 0
        ? nothing
        : html`<p><b>HubSpot would make a mess of this.</b></p>
            <ul>
              ${shown.map(({ text }) => html`<li class="finding">${text}</li>`)}
            </ul>`
    }
  </div>`;
}
