/** A widget without any code of ours: it posts whatever a test says, and keeps what it is sent. */
import type { HubSpotHostOptions } from '../host-options.js';
import { HubSpotHost } from '../hubspot-host.js';
import { createWire, hostOrigin, widgetOrigin } from './fake-wire.js';

/** A message as it is posted. */
export type Posted = Readonly<Record<string, unknown>>;

export class BareWidget {
  readonly host: HubSpotHost;
  /** What the host has sent, SYNC left out. */
  readonly heard: Posted[] = [];
  readonly #wire = createWire();
  #ids = 0;

  /** @param version - What the widget says of its SDK in SYNC_ACK. */
  constructor(version: unknown = '0.9.7', options: Partial<HubSpotHostOptions> = {}) {
    const { host, widget } = this.#wire;
    this.host = new HubSpotHost({ wire: host, clock: host }, { widgetOrigin, delayMs: 1, ...options });
    widget.listen(({ data }) => {
      const message = data as Posted;
      if (message['type'] === 'SYNC') this.post({ ...message, type: 'SYNC_ACK', version });
      else this.heard.push(message);
    });
  }

  /** Shakes hands and says INITIALIZED. Resolves when the host has heard it. */
  async start(initialized: unknown = { isLoggedIn: true, isAvailable: true }): Promise<this> {
    const acknowledged = this.host.waitFor('SYNC_ACK');
    this.host.connect();
    await acknowledged;
    await this.say('INITIALIZED', initialized);
    return this;
  }

  /** Posts a message, as it is. */
  post(message: object): void {
    this.#wire.widget.post(message, hostOrigin);
  }

  /** Posts a message of a type. Resolves when the host has got it. */
  async say(type: string, data?: unknown, beside: object = {}): Promise<void> {
    const { host } = this;
    const since = host.mark();
    this.#ids += 1;
    const arrived = new Promise<void>((resolve) => {
      const listen = () => {
        if (host.transcript.every(({ index }) => index < since)) return;
        host.removeEventListener('message', listen);
        // The host is told after the message is written down.
        setTimeout(resolve);
      };
      host.addEventListener('message', listen);
    });
    this.post({ type, messageId: `widget-${String(this.#ids)}`, data, ...beside });
    await arrived;
  }

  stop(): void {
    this.host.stop();
  }
}
