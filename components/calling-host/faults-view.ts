/** The faults as a list of checkboxes. */
import { html, type TemplateResult } from 'lit';
import { faultNames, faults, type FaultName } from '../../src/host/index.js';

/** `chosen` are the faults that are on; `toggle` is called for each that is switched on or off. */
export function renderFaults(
  chosen: readonly FaultName[],
  toggle: (name: FaultName, isOn: boolean) => void,
): TemplateResult {
  const count = chosen.length === 0 ? 'none is on' : `${String(chosen.length)} on`;
  return html`<details>
    <summary>
      <h2>Faults</h2>
      <span class="hint">${count}</span>
    </summary>
    <p class="hint">What HubSpot does wrong from now on. The line below each says what a good widget does.</p>
    <ul>
      ${faultNames.map(
        (name) =>
          html`<li>
            <label>
              <input
                type="checkbox"
                name=${name}
                .checked=${chosen.includes(name)}
                @change=${({ target }: Event) => {
                  toggle(name, (target as HTMLInputElement).checked);
                }}
              />
              <span>
                <b>${name}</b>
                <span class="wrong">${faults[name].wrong}</span>
                <span class="right">${faults[name].right}</span>
              </span>
            </label>
          </li>`,
      )}
    </ul>
  </details>`;
}
