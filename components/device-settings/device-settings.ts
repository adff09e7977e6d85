/** `<hs-device-settings>`: which microphone, speaker and ringer are used. */
import { html, nothing, type PropertyValues } from 'lit';
import { Later } from '../../src/bridge/later.js';
import { BridgeController } from '../shared/bridge-controller.js';
import '../shared/further-words.js';
import { LaterElement } from '../shared/later-element.js';
import { placeOf } from '../shared/where-calls-are.js';
import { panelStyles } from '../shared/panel.styles.js';
import { sharedStyles } from '../shared/shared.styles.js';
import type { DeviceChoice } from './device-choice.js';

const deviceChoice = new Later(() => import('./device-choice.js'));

/**
 * Chooses the microphone, the speaker, the ringer and its volume, of a voice with the capability `devices`. A change
 * counts at once, also in a call. A speaker can be tried, and how loud the microphone is can be seen. Below that stands
 * whether calls are shown as notifications of the system while the tab is hidden. Where another frame has the calls, the
 * devices are chosen there, and it is said where that is.
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
 * @csspart elsewhere - Says where they are chosen, while another frame has the calls.
 * @cssstate open - The voice has devices to choose from; else the element takes no room.
 */
export class HsDeviceSettings extends LaterElement {
  static override readonly tag = 'hs-device-settings';

  static override styles = [sharedStyles, panelStyles];

  readonly #bridge: BridgeController = new BridgeController(this, {
    select: ({ voice, frame }) => [voice, frame],
  });
  #choice: DeviceChoice | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#choice?.follow(undefined);
    this.#choice?.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const devices = this.#bridge.voice?.devices;
    const code = devices && this.codeOf(deviceChoice);
    if (code) this.#choice ??= new code.DeviceChoice(this, this.localize);
    this.#choice?.follow(devices);
    this.toggleOpen(this.#isElsewhere || (this.#choice !== undefined && devices !== undefined));
  }

  protected override render() {
    const { state } = this.#bridge;
    if (this.#isElsewhere && state)
      return html`<p part="elsewhere">${this.localize.term(`devices.${placeOf(state.frame)}`)}</p>`;
    return this.#choice?.render() ?? nothing;
  }

  /** There are devices to choose from where the calls are: in another frame. */
  get #isElsewhere(): boolean {
    const { frame, voice } = this.#bridge.state ?? {};
    return frame?.role === 'mirror' && voice?.capabilities.devices === true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-device-settings': HsDeviceSettings;
  }
}
