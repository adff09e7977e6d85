/** The faults as a list of checkboxes. */
import { html, type TemplateResult } from 'lit';
import { faultNames, faults, type FaultName } from '../../src/host/index.js';
import { renderTool } from './tool-view.js';

/** `chosen` are the faults that are on; `toggle` is called for each that is switched on or off. */
export function renderFaults(
  chosen: readonly FaultName[],
  toggle: (name: FaultName, isOn: boolean) => void,
): TemplateResult {
  const isTrouble = chosen.length > 0;
  return renderTool(
    { title: 'Faults', note: isTrouble ? `${String(chosen.length)} on` : 'none is on', isTrouble },
    html`<p class="hint">
        What HubSpot does wrong from now on. The line below each says what a good widget does.
      </p>
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
      </ul>`,
  );
}
