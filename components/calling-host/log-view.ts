/** The call log: what the CRM has of each call. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../src/index.js';
import { findRecord, type CrmRecord, type LogEntry } from '../../src/host/index.js';
import { formatTimer } from '../shared/duration.js';
import { cutText } from './message-picture.js';

/** How many calls are shown, the latest ones. */
const maxCalls = 50;

/** How many characters of the notes, and of each other text of a call, are shown. */
const maxNotes = 5000;
const maxText = 100;

/** Shows the latest call first. A call that goes on is not shown yet. */
export function renderLog(log: readonly LogEntry[], records: readonly CrmRecord[]): TemplateResult {
  const entries = log.filter(
    ({ isCompleted, isGhost, phase }) => isCompleted || isGhost || phase === 'transferred',
  );
  if (entries.length === 0) {
    return html`<p class="hint">No calls yet. When a call is over it appears here, with its notes.</p>`;
  }
  const hidden = entries.length - maxCalls;
  return html`<ol class="log">
      ${entries
        .slice(-maxCalls)
        .toReversed()
        .map((entry) => renderEntry(entry, records))}
    </ol>
    ${hidden > 0 ? html`<p class="hint more">${hidden} older calls are not shown.</p>` : nothing}`;
}

function renderEntry(entry: LogEntry, records: readonly CrmRecord[]) {
  const { record, number, status, duration, engagementId, body, startedAt, isGhost, phase } = entry;
  const writtenStatus = cutText(entry.writtenStatus ?? 'none', maxText);
  const name = record && findRecord(records, record)?.name;
  const shown = phase === 'transferred' ? 'TRANSFERRED' : (status ?? 'unknown');
  const time = new Date(startedAt);
  const notes = plainText(cutText(body, maxNotes));
  return html`<li class="logged-call" data-status=${shown}>
    <div class="line">
      <h3 class="name">${name ?? 'Unknown'}</h3>
      <span class="status">${shown}</span>
      ${isGhost ? html`<span class="ghost">not completed</span>` : nothing}
      <time datetime=${time.toISOString()}
        >${time.toLocaleTimeString(undefined, { timeStyle: 'short' })}</time
      >
    </div>
    <dl>
      <div>
        <dt class="visually-hidden">Number</dt>
        <dd><bdi class="number" dir="ltr">${formatNumber(cutText(number, maxText))}</bdi></dd>
      </div>
      <div>
        <dt>Duration</dt>
        <dd class="duration">${formatTimer(duration)}</dd>
      </div>
      <div>
        <dt>Engagement</dt>
        <dd class="engagement">${engagementId ?? 'none'}</dd>
      </div>
      <div>
        <dt>Status said</dt>
        <dd class="said-status">${status ?? 'none'}</dd>
      </div>
      <div>
        <dt>Status written</dt>
        <dd class="written-status">${writtenStatus}</dd>
      </div>
    </dl>
    ${entry.doStatusesDisagree ? renderDisagreement(entry) : nothing}
    ${notes === '' ? nothing : html`<p class="notes">${notes}</p>`}
  </li>`;
}

function renderDisagreement({ status, writtenStatus, rightStatus }: LogEntry) {
  return html`<p class="disagreement">
    <b>The two statuses disagree.</b> After the callEndStatus ${status}, hs_call_status should be
    ${rightStatus}, not ${cutText(writtenStatus ?? 'none', maxText)}.
  </p>`;
}

// The notes may hold anything. A document that is only parsed runs no script and loads nothing.
function plainText(markup: string): string {
  const { body } = new DOMParser().parseFromString(markup, 'text/html');
  for (const lineBreak of body.querySelectorAll('br')) lineBreak.replaceWith('\n');
  return body.textContent;
}
