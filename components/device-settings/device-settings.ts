/** `<hs-device-settings>`: which microphone, speaker and ringer are used. */
import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { DeviceUse, PlayingSound, VoiceDevice, VoiceDevices } from '../../src/index.js';
import { BridgeController } from '../shared/bridge-controller.js';
import { fieldStyles } from '../shared/field.styles.js';
import '../shared/further-words.js';
import { HsElement } from '../shared/hs-element.js';
import { panelStyles } from '../shared/panel.styles.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { deviceSettingsStyles } from './device-settings.styles.js';

/** The list of devices to choose from, for each use. */
const lists = { input: 'inputs', output: 'outputs', ringer: 'outputs' } as const;

/** How long the sound of a Try button is played, in ms. */
const trialMs = 2400;

/**
 * Chooses the microphone, the speaker, the ringer and its volume, of a voice with the capability `devices`. A change
 * counts at once, also in a call. A speaker can be tried.
 *
 * @tag hs-device-settings
 * @csspart base - The whole.
 * @csspart label - Each label.
 * @csspart choice - Each list.
 * @csspart try-button - Plays a sound on a speaker.
 * @csspart volume - How loud it rings.
 * @csspart error - What did not work.
 * @cssstate open - The voice has devices to choose from; else the element takes no room.
 */
export class HsDeviceSettings extends HsElement {
  static override readonly tag = 'hs-device-settings';

  static override styles = [sharedStyles, panelStyles, fieldStyles, deviceSettingsStyles];

  static override properties: PropertyDeclarations = {
    failed: { attribute: false },
  };

  private failed = false;

  readonly #bridge: BridgeController = new BridgeController(this, { select: ({ voice }) => [voice] });
  #devices: VoiceDevices | undefined;
  #playing: { readonly sound: PlayingSound; readonly end: ReturnType<typeof setTimeout> } | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follow(undefined);
    this.#stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#follow(this.#bridge.voice?.devices);
    this.toggleOpen(this.#devices !== undefined);
  }

  protected override render() {
    const devices = this.#devices;
    if (!devices) return nothing;
    return html`
      <div part="base" role="group" aria-label=${this.localize.term('devices')}>
        ${this.#renderChoice(devices, 'input')}
        ${devices.outputs.length > 0 ? [this.#renderChoice(devices, 'output'), this.#renderChoice(devices, 'ringer')] : nothing}
        <label part="label" for="volume">${this.localize.term('ringerVolume')}</label>
        <input
          id="volume"
          part="volume"
          type="range"
          min="0"
          max="100"
          step="5"
          .value=${String(Math.round(devices.ringerVolume * 100))}
          @input=${this.#onVolume}
        />
        <p part="error" role="alert">${this.failed ? this.localize.term('deviceFailed') : nothing}</p>
      </div>
    `;
  }

  #renderChoice(devices: VoiceDevices, use: DeviceUse) {
    const all = devices[lists[use]];
    return html`
      <label part="label" for=${use}>${this.localize.term(use)}</label>
      <div class="row">
        <select id=${use} part="choice" name=${use} @change=${this.#onChoice}>
          <option value="" ?selected=${devices[use] === ''}>${this.localize.term('systemDevice')}</option>
          ${all.map((device, index) => this.#renderOption(device, index, devices[use]))}
        </select>
        ${
          use === 'input'
            ? nothing
            : html`<button
                part="try-button"
                class="quiet"
                type="button"
                name=${use}
                aria-label=${this.localize.term('tryDevice', this.localize.term(use))}
                @click=${this.#onTry}
              >
                ${this.localize.term('try')}
              </button>`
        }
      </div>
    `;
  }

  // Browsers hide the names of devices until the microphone is granted.
  #renderOption({ id, label }: VoiceDevice, index: number, chosen: string) {
    const name = label || `${this.localize.term('device')} ${this.localize.number(index + 1)}`;
    return html`<option value=${id} ?selected=${id === chosen}>${name}</option>`;
  }

  #follow(devices: VoiceDevices | undefined): void {
    if (devices === this.#devices) return;
    this.#devices?.removeEventListener('devicechange', this.#onDeviceChange);
    this.#devices = devices;
    devices?.addEventListener('devicechange', this.#onDeviceChange);
    void devices?.refresh();
  }

  readonly #onDeviceChange = (): void => {
    this.requestUpdate();
  };

  async #onChoice(event: Event): Promise<void> {
    const list = event.target as HTMLSelectElement;
    const use = list.name as DeviceUse;
    this.failed = false;
    try {
      await this.#devices?.choose(use, list.value);
    } catch {
      // The device that was used before is still used: the list shows it again.
      this.failed = true;
      list.value = this.#devices?.[use] ?? '';
    }
  }

  #onVolume(event: Event): void {
    this.#devices?.setRingerVolume((event.target as HTMLInputElement).valueAsNumber / 100);
  }

  #onTry(event: Event): void {
    const { name } = event.currentTarget as HTMLButtonElement;
    this.#stop();
    const sound = this.#devices?.play?.(name as 'output' | 'ringer');
    if (sound) this.#playing = { sound, end: setTimeout(() => this.#stop(), trialMs) };
  }

  #stop(): void {
    clearTimeout(this.#playing?.end);
    this.#playing?.sound.stop();
    this.#playing = undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-device-settings': HsDeviceSettings;
  }
}
