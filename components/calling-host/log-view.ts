/** The call log: what the CRM has of each call. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber, hubSpotCallOutcomes } from '../../src/index.js';
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

/** The statuses of HubSpot in words. */
const words: Readonly<Record<string, string>> = {
  COMPLETED: 'Completed',
  CANCELED: 'Canceled',
  BUSY: 'Busy',
  NO_ANSWER: 'No answer',
  REJECTED: 'Declined',
  MISSED: 'Missed',
  FAILED: 'Failed',
};

const inWords = (status: string) => words[status] ?? status;

/** What became of a call, in words: what was said of its end, or where nothing was, what was written. */
function endOf({ phase, isGhost, status, writtenStatus, doStatusesDisagree }: LogEntry): string {
  if (phase === 'transferred') return 'Transferred';
  if (doStatusesDisagree) return 'Statuses disagree';
  const known = status ?? writtenStatus;
  const end = known === undefined ? 'End unknown' : inWords(known);
  return isGhost ? `${end}, not saved` : end;
}

/** Whether a call is one that an agent had and saved: it is shown without an alarm. */
const isFine = ({ phase, isGhost, doStatusesDisagree, status, writtenStatus }: LogEntry) =>
  phase === 'transferred' || (!isGhost && !doStatusesDisagree && (status ?? writtenStatus) === 'COMPLETED');

const isWrong = ({ isGhost, doStatusesDisagree, status, writtenStatus }: LogEntry) =>
  isGhost || doStatusesDisagree || (status ?? writtenStatus) === 'FAILED';

/** The outcome that the agent has chosen: HubSpot's name for it, or its id; undefined for none. */
function outcomeOf({ properties }: LogEntry): string | undefined {
  const chosen = properties['hs_call_disposition'];
  return hubSpotCallOutcomes.find(({ id }) => id === chosen)?.label ?? chosen;
}

// One badge: what became of the call, which outcome was chosen, what was said and what was written.
function renderBadge(entry: LogEntry) {
  const said = entry.status ?? 'none';
  const written = cutText(entry.writtenStatus ?? 'none', maxText);
  const outcome = outcomeOf(entry);
  const tone = isWrong(entry) ? 'wrong' : isFine(entry) ? 'fine' : 'plain';
  return html`<p class="badge" data-tone=${tone}>
    <b class="end">${cutText(endOf(entry), maxText)}</b>
    ${outcome === undefined ? nothing : html`<span class="outcome">outcome ${cutText(outcome, maxText)}</span>`}
    <span class="statuses"
      >said <span class="status said-status" title="callEndStatus of CALL_ENDED">${said}</span>, written
      <span class="written-status" title="hs_call_status of CALL_COMPLETED">${written}</span></span
    >
  </p>`;
}

function renderEntry(entry: LogEntry, records: readonly CrmRecord[]) {
  const { record, number, duration, engagementId, body, startedAt, direction } = entry;
  const name = record && findRecord(records, record)?.name;
  const time = new Date(startedAt);
  const notes = plainText(cutText(body, maxNotes));
  return html`<li class="logged-call">
    <div class="line">
      <h3 class="name">${name ?? 'Unknown'}</h3>
      <time datetime=${time.toISOString()}
        >${time.toLocaleTimeString(undefined, { timeStyle: 'short' })}</time
      >
    </div>
    ${renderBadge(entry)}
    <dl>
      <div>
        <dt>${direction === 'INBOUND' ? 'From' : 'To'}</dt>
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
