/** The notes of a call that was handed over, where they did not reach HubSpot: shown until they are copied. */
import { html, nothing } from 'lit';
import type { Call } from '../../src/index.js';
import type { Localize } from '../shared/localize.js';
import type { BridgeController } from '../shared/bridge-controller.js';
import { whoAndEnd } from './who-and-end.js';

export interface KeptNotesOptions {
  readonly call: Call;
  readonly bridge: BridgeController;
  readonly localize: Localize;
  /** How many calls are to be finished, in words. */
  readonly more: string | undefined;
  /** How copying went; undefined before. */
  readonly copying: Copying | undefined;
  readonly onCopied: (how: Copying) => void;
  readonly onClose: () => void;
}

/** `by-hand`: the browser refuses the clipboard to this page; the notes are selected, for its own command. */
export type Copying = 'copied' | 'by-hand';

export function renderKeptNotes(options: KeptNotesOptions) {
  const { call, bridge, localize, more, copying, onCopied, onClose } = options;
  const onCopy = async ({ currentTarget }: Event) => {
    const notes = (currentTarget as Element).closest('[part=base]')?.querySelector('textarea');
    if (notes) onCopied(await copyText(notes));
  };
  return html`
    <div part="base" class="column" role="group" aria-labelledby="title summary">
      ${whoAndEnd(call, bridge, localize, more)}
      <p part="error" id="error" role="alert">${localize.term('notesNotSaved', call.failure)}</p>
      <label part="label" for="notes">${localize.term('notes')}</label>
      <textarea
        id="notes"
        part="notes"
        rows="3"
        readonly
        aria-describedby="error"
        .value=${call.engagement.notes ?? ''}
      ></textarea>
      <p role="status">
        ${copying ? localize.term(copying === 'copied' ? 'copied' : 'copyByHand') : nothing}
      </p>
      <div part="dock" class="dock">
        <div class="buttons">
          <button part="copy-button" class="main" type="button" @click=${onCopy}>
            ${localize.term('copy')}
          </button>
          <button part="close-button" class="ghost" type="button" @click=${onClose}>
            ${localize.term('close')}
          </button>
        </div>
      </div>
    </div>
  `;
}

/** Copies the text of a field. A framed page may have no clipboard: then the text is selected. */
async function copyText(field: HTMLTextAreaElement): Promise<Copying> {
  try {
    await navigator.clipboard.writeText(field.value);
    return 'copied';
  } catch {
    field.focus();
    field.select();
    return 'by-hand';
  }
}
