/** What `<hs-device-settings>` shows: the devices, and how they are tried. It is loaded when there are devices to choose from. */
import { html, nothing } from 'lit';
import type { DeviceUse, PlayingSound, VoiceDevice, VoiceDevices } from '../../src/index.js';
import '../shared/at-once.js';
import { fieldStyles } from '../shared/field.styles.js';
import type { HsElement } from '../shared/hs-element.js';
import type { Localize } from '../shared/localize.js';
import { microphoneWordsFor } from '../shared/microphone-words.js';
import { notificationRight, type NotificationRight } from '../shared/notification-right.js';
import { deviceSettingsStyles } from './device-settings.styles.js';

export const styles = [fieldStyles, deviceSettingsStyles];

/** The list of devices to choose from, for each use. */
const lists = { input: 'inputs', output: 'outputs', ringer: 'outputs' } as const;

/** How long the sound of a Try button is played, in ms. */
const trialMs = 2400;

interface Shown {
  /** What did not work, in words. */
  readonly failed?: string | undefined;
  /** How loud the microphone is, while it is tried. */
  readonly level?: number | undefined;
}

export class DeviceChoice {
  readonly #host: HsElement;
  readonly #localize: Localize;
  #shown: Shown = {};
  #devices: VoiceDevices | undefined;
  #listening: { stop(): void } | undefined;
  #playing: { readonly sound: PlayingSound; readonly end: ReturnType<typeof setTimeout> } | undefined;

  constructor(host: HsElement, localize: Localize) {
    this.#host = host;
    this.#localize = localize;
  }

  /** Follows these devices, or none. */
  follow(devices: VoiceDevices | undefined): void {
    if (devices === this.#devices) return;
    this.#devices?.removeEventListener('devicechange', this.#onDeviceChange);
    this.#devices = devices;
    devices?.addEventListener('devicechange', this.#onDeviceChange);
    void devices?.refresh();
  }

  /** Stops what is tried. */
  stop(): void {
    this.#listening?.stop();
    this.#listening = undefined;
    this.#show({ level: undefined });
    clearTimeout(this.#playing?.end);
    this.#playing?.sound.stop();
    this.#playing = undefined;
  }

  #show(shown: Shown): void {
    this.#shown = { ...this.#shown, ...shown };
    this.#host.requestUpdate();
  }

  render() {
    const devices = this.#devices;
    if (!devices) return nothing;
    return html`
      <div part="base" role="group" aria-label=${this.#localize.term('devices')}>
        ${this.#renderChoice(devices, 'input')}
        ${devices.outputs.length > 0 ? [this.#renderChoice(devices, 'output'), this.#renderChoice(devices, 'ringer')] : nothing}
        <label part="label" for="volume">${this.#localize.term('ringerVolume')}</label>
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
        <p part="error" role="alert">${this.#shown.failed ?? nothing}</p>
      </div>
    `;
  }

  #renderChoice(devices: VoiceDevices, use: DeviceUse) {
    const all = devices[lists[use]];
    return html`
      <label part="label" for=${use}>${this.#localize.term(use)}</label>
      <div class="row">
        <select id=${use} part="choice" name=${use} @change=${this.#onChoice}>
          <option value="" ?selected=${devices[use] === ''}>${this.#localize.term('systemDevice')}</option>
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
                aria-label=${this.#localize.term('tryDevice', this.#localize.term(use))}
                aria-pressed=${use === 'input' ? this.#shown.level !== undefined : nothing}
                @click=${use === 'input' ? this.#onListen : this.#onTry}
              >
                ${this.#localize.term('try')}
              </button>`
        }
        ${
          use === 'input' && this.#shown.level !== undefined
            ? html`<meter
                part="level"
                aria-label=${this.#localize.term('microphoneLevel')}
                .value=${this.#shown.level}
              ></meter>`
            : nothing
        }
      </div>
    `;
  }

  #renderNotifications(right: NotificationRight) {
    return html`
      <p part="label">${this.#localize.term('notifications')}</p>
      <div part="notifications" class="row">
        <p tabindex="-1">
          ${right === 'denied' ? this.#localize.term('notifications.denied', location.origin) : this.#localize.term(`notifications.${right}`)}
        </p>
        ${
          right === 'default'
            ? html`<button part="allow-button" class="quiet" type="button" @click=${this.#onAllow}>
                ${this.#localize.term('allow')}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  // Browsers hide the names of devices until the microphone is granted.
  #renderOption({ id, label }: VoiceDevice, index: number, chosen: string) {
    const name = label || `${this.#localize.term('device')} ${this.#localize.number(index + 1)}`;
    return html`<option value=${id} ?selected=${id === chosen}>${name}</option>`;
  }

  readonly #onDeviceChange = (): void => {
    this.#host.requestUpdate();
  };

  readonly #onChoice = async (event: Event): Promise<void> => {
    const list = event.target as HTMLSelectElement;
    const use = list.name as DeviceUse;
    this.#show({ failed: undefined });
    try {
      await this.#devices?.choose(use, list.value);
    } catch {
      // The device that was used before is still used: the list shows it again.
      this.#show({ failed: this.#localize.term('deviceFailed') });
      list.value = this.#devices?.[use] ?? '';
    }
  };

  readonly #onVolume = (event: Event): void => {
    this.#devices?.setRingerVolume((event.target as HTMLInputElement).valueAsNumber / 100);
  };

  readonly #onTry = (event: Event): void => {
    const { name } = event.currentTarget as HTMLButtonElement;
    this.stop();
    const sound = this.#devices?.play?.(name as 'output' | 'ringer');
    if (sound) this.#playing = { sound, end: setTimeout(() => this.stop(), trialMs) };
  };

  readonly #onListen = async (): Promise<void> => {
    const isStop = this.#shown.level !== undefined;
    this.stop();
    if (isStop || !this.#devices?.listen) return;
    this.#show({ failed: undefined });
    this.#show({ level: 0 });
    const isWanted = () => this.#shown.level !== undefined;
    try {
      const listening = await this.#devices.listen((level) => {
        if (isWanted()) this.#show({ level });
      });
      // Stopped, or gone, while the browser asked the user.
      if (isWanted()) this.#listening = listening;
      else listening.stop();
    } catch (error) {
      this.#show({ level: undefined });
      this.#show({
        failed: microphoneWordsFor(error, this.#localize) ?? this.#localize.term('deviceFailed'),
      });
    }
  };

  readonly #onAllow = async (): Promise<void> => {
    await Notification.requestPermission();
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    // The button is gone.
    this.#host.renderRoot.querySelector<HTMLElement>('[part=notifications] :is(button, p)')?.focus();
  };
}
