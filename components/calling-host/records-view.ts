/** The records of the CRM, with their numbers as buttons, and the task queue. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../src/index.js';
import { objectTypes, type CrmRecord, type HostState } from '../../src/host/index.js';
import { icon } from '../shared/icon.js';
import { phone } from '../shared/icons.js';

/** The kinds of records in the order in which they are shown, by objectTypeId. Each account has its own custom objects. */
const kinds = [
  ['Contacts', /^0-1$/],
  ['Companies', /^0-2$/],
  ['Deals', /^0-3$/],
  ['Tickets', /^0-5$/],
  ['Custom objects', /^2-/],
] as const;

/** What is called when a button is pressed. */
export interface RecordsHandlers {
  readonly dial: (record: CrmRecord, number: string) => void;
  readonly open: (record: CrmRecord) => void;
}

/** What is called when the button of the queue is pressed. */
export interface QueueHandlers {
  readonly start: (records: readonly CrmRecord[]) => void;
  readonly stop: () => void;
}

/** A button that starts a queue of all records with a number, or stops the queue that there is. */
export function renderQueueButton(
  { records, queue }: HostState,
  { start, stop }: QueueHandlers,
): TemplateResult {
  return queue.length > 0
    ? html`<button class="quiet" type="button" @click=${stop}>Stop queue (${queue.length} left)</button>`
    : html`<button
        class="quiet"
        type="button"
        @click=${() => {
          start(records.filter(({ phones }) => phones.length > 0));
        }}
      >
        Start task queue
      </button>`;
}

/** A list of each kind that there are records of. */
export function renderRecords(
  { records, record: current }: HostState,
  handlers: RecordsHandlers,
): TemplateResult[] {
  return kinds.flatMap(([title, isOfKind]) => {
    const some = records.filter(({ objectTypeId }) => isOfKind.test(objectTypeId));
    return some.length === 0
      ? []
      : [
          html`<h3>${title}</h3>
            <ul>
              ${some.map((record) => renderRecord(record, record === current, handlers))}
            </ul>`,
        ];
  });
}

function renderRecord(record: CrmRecord, isCurrent: boolean, { dial, open }: RecordsHandlers) {
  const { name, note, phones, email, objectId, objectTypeId } = record;
  const kind = objectTypes[objectTypeId]?.toLowerCase() ?? `object of type ${objectTypeId}`;
  return html`<li class="record" aria-current=${isCurrent ? 'true' : nothing}>
    <button
      type="button"
      class="name"
      aria-label="Open the record of ${name}"
      @click=${() => {
        open(record);
      }}
    >
      ${name}
    </button>
    ${note ? html`<span class="hint">${note}</span>` : nothing}
    ${isCurrent ? html`<span class="hint opened">On view: ${kind} ${objectId}${email ? `, ${email}` : ''}</span>` : nothing}
    ${phones.map(
      ({ label, number }) =>
        html`<button
          type="button"
          class="number"
          @click=${() => {
            dial(record, number);
          }}
        >
          ${icon(phone)}
          <span class="visually-hidden">Call ${name}, </span>
          <bdi dir="ltr">${formatNumber(number)}</bdi>
          <span class="hint">${label ?? ''}</span>
        </button>`,
    )}
  </li>`;
}
