/** The list of the shortcuts of the phone. */
import { html } from 'lit';
import '../shared/at-once.js';
import { iconButton } from '../shared/icon-button.js';
import { close } from '../shared/icons.js';
import type { Localize } from '../shared/localize.js';
import { findLayout, keyNames } from './key-names.js';
import { wordsOf, type ShortcutsInUse } from './shortcuts.js';

export interface ShortcutListOptions {
  readonly inUse: ShortcutsInUse;
  readonly localize: Localize;
  /** The phone, which has the buttons. */
  readonly phone: ParentNode;
  readonly onClose: () => void;
}

/** Makes the list, for the keyboard of the user. */
export async function makeShortcutList() {
  const layout = await findLayout();
  return ({ inUse, localize, phone, onClose }: ShortcutListOptions) => {
    const name = localize.term('close');
    return html`<section part="shortcuts" aria-labelledby="shortcuts-title">
      <div class="row">
        <p part="shortcuts-title" id="shortcuts-title" tabindex="-1">${localize.term('shortcuts')}</p>
        ${iconButton({ part: 'shortcuts-close', name, shape: close, onClick: onClose })}
      </div>
      <p>${localize.term('shortcutsWhere')}</p>
      <dl>
        ${[...inUse].map(
          ([action, shortcut]) =>
            html`<div class="row">
              <dt>${wordsOf(action, phone, localize)}</dt>
              <dd dir="ltr">
                ${keyNames(shortcut, layout, localize).map((key) => html`<kbd>${key}</kbd> `)}
              </dd>
            </div>`,
        )}
      </dl>
    </section>`;
  };
}
