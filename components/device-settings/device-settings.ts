/** `<hs-device-settings>`: which microphone, speaker and ringer are used. */
import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { DeviceUse, PlayingSound, VoiceDevice, VoiceDevices } from '../../src/index.js';
import { BridgeController } from '../shared/bridge-controller.js';
import { fieldStyles } from '../shared/field.styles.js';
import { notificationRight, type NotificationRight } from '../shared/call-notification.js';
import '../shared/further-words.js';
import { HsElement } from '../shared/hs-element.js';
import { microphoneWordsFor } from '../shared/microphone-words.js';
import { panelStyles } from '../shared/panel.styles.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { deviceSettingsStyles } from './device-settings.styles.js';

/** The list of devices to choose from, for each use. */
const lists = { input: 'inputs', output: 'outputs', ringer: 'outputs' } as const;

/** How long the sound of a Try button is played, in ms. */
const trialMs = 2400;

/**
 * Chooses the microphone, the speaker, the ringer and its volume, of a voice with the capability `devices`. A change
 * counts at once, also in a call. A speaker can be tried, and how loud the microphone is can be seen. Below that stands
 * whether calls are shown as notifications of the system while the tab is hidden.
 *
 * @tag hs-device-settings
 * @csspart base - The whole.
 * @csspart label - Each label.
 * @csspart choice - Each list.
 * @csspart try-button - Plays a sound on a speaker.
 * @csspart volume - How loud it rings.
 * @csspart level - How loud the microphone is, while it is tried.
 * @csspart notifications - Whether calls are shown as notifications.
 * @csspart allow-button - Asks the browser to allow them.
 * @csspart error - What did not work.
 * @cssstate open - The voice has devices to choose from; else the element takes no room.
 */
export class HsDeviceSettings extends HsElement {
  static override readonly tag = 'hs-device-settings';

  static override styles = [sharedStyles, panelStyles, fieldStyles, deviceSettingsStyles];

  static override properties: PropertyDeclarations = {
    failed: { attribute: false },
    level: { attribute: false },
  };

  /** What did not work, in words. */
  private failed: string | undefined;
  /** How loud the microphone is, while it is tried. */
  private level: number | undefined;

  readonly #bridge: BridgeController = new BridgeController(this, { select: ({ voice }) => [voice] });
  #devices: VoiceDevices | undefined;
  #listening: { stop(): void } | undefined;
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
        ${this.#renderNotifications(notificationRight())}
        <p part="error" role="alert">${this.failed ?? nothing}</p>
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
          use === 'input' && !devices.listen
            ? nothing
            : html`<button
                part="try-button"
                class="quiet"
                type="button"
                name=${use}
                aria-label=${this.localize.term('tryDevice', this.localize.term(use))}
                aria-pressed=${use === 'input' ? this.level !== undefined : nothing}
                @click=${use === 'input' ? this.#onListen : this.#onTry}
              >
                ${this.localize.term('try')}
              </button>`
        }
        ${
          use === 'input' && this.level !== undefined
            ? html`<meter
                part="level"
                aria-label=${this.localize.term('microphoneLevel')}
                .value=${this.level}
              ></meter>`
            : nothing
        }
      </div>
    `;
  }

  #renderNotifications(right: NotificationRight) {
    return html`
      <p part="label">${this.localize.term('notifications')}</p>
      <div part="notifications" class="row">
        <p tabindex="-1">
          ${right === 'denied' ? this.localize.term('notifications.denied', location.origin) : this.localize.term(`notifications.${right}`)}
        </p>
        ${
          right === 'default'
            ? html`<button part="allow-button" class="quiet" type="button" @click=${this.#onAllow}>
                ${this.localize.term('allow')}
              </button>`
            : nothing
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
    this.failed = undefined;
    try {
      await this.#devices?.choose(use, list.value);
    } catch {
      // The device that was used before is still used: the list shows it again.
      this.failed = this.localize.term('deviceFailed');
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

  async #onListen(): Promise<void> {
    const isStop = this.level !== undefined;
    this.#stop();
    if (isStop || !this.#devices?.listen) return;
    this.failed = undefined;
    this.level = 0;
    const isWanted = () => this.level !== undefined;
    try {
      const listening = await this.#devices.listen((level) => {
        if (isWanted()) this.level = level;
      });
      // Stopped, or gone, while the browser asked the user.
      if (isWanted()) this.#listening = listening;
      else listening.stop();
    } catch (error) {
      this.level = undefined;
      this.failed = microphoneWordsFor(error, this.localize) ?? this.localize.term('deviceFailed');
    }
  }

  async #onAllow(): Promise<void> {
    await Notification.requestPermission();
    this.requestUpdate();
    await this.updateComplete;
    // The button is gone.
    this.renderRoot.querySelector<HTMLElement>('[part=notifications] :is(button, p)')?.focus();
  }

  #stop(): void {
    this.#listening?.stop();
    this.#listening = this.level = undefined;
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
