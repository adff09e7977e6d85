/** The list of the shortcuts of the phone. */
import { html } from 'lit';
import '../shared/at-once.js';
import { iconButton } from '../shared/icon-button.js';
import { close } from '../shared/icons.js';
import type { Localize } from '../shared/localize.js';
import { actions, type ShortcutsInUse } from './shortcuts.js';

export function shortcutList(inUse: ShortcutsInUse, localize: Localize, onClose: () => void) {
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
            <dt>${localize.term(actions[action].words)}</dt>
            <dd dir="ltr">${shortcut.split('+').map((key) => html`<kbd>${key}</kbd> `)}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}
