/** A widget's link in this window, with a real frame in HubSpot's place, and a record of what the link told. */
import type { InboundType, Message } from '../../protocol/index.js';
import { systemClock } from '../clock.js';
import type { Envelope } from '../envelope.js';
import { openFrame, type SpeakingFrame } from './fake-frame.js';
import { dial, sync } from './fake-widget.js';
import { elementsProfile } from '../profile.js';
import { WidgetLink } from '../widget-link.js';
import { windowWire } from '../window-wire.js';

export class FramedWidget {
  readonly received: Message<InboundType>[] = [];
  readonly unknown: Envelope[] = [];
  /** The codes of the rejections so far. */
  readonly turnedAway: string[] = [];
  readonly #host: SpeakingFrame;
  readonly #link: WidgetLink;
  #checks = 0;
  #onReceived: (message: Message<InboundType>) => void = () => undefined;

  private constructor(host: SpeakingFrame) {
    this.#host = host;
    const nothing = () => undefined;
    this.#link = new WidgetLink(
      { wire: windowWire({ peer: () => host.view }), clock: systemClock, profile: elementsProfile },
      { allowedOrigins: [location.origin] },
      {
        connectionChanged: nothing,
        ready: () => this.#link.send({ type: 'INITIALIZED' }),
        readyAgain: nothing,
        received: (message) => this.#onReceived(message),
        receivedUnknown: (message) => this.unknown.push(message),
        sent: nothing,
        rejected: ({ code }) => this.turnedAway.push(code),
        failed: nothing,
      },
    );
  }

  /** A widget that has shaken hands with a frame. */
  static async open(): Promise<FramedWidget> {
    const host = await openFrame();
    const widget = new FramedWidget(host);
    widget.#link.connect();
    host.say({ ...sync, hostUrl: location.origin });
    await widget.settled();
    return widget;
  }

  /** The frame in HubSpot's place. */
  get host(): SpeakingFrame {
    return this.#host;
  }

  /** Resolves when everything posted so far has arrived and the link has delivered a good message after it. */
  settled(): Promise<void> {
    this.#checks += 1;
    const messageId = `alive ${String(this.#checks)}`;
    const delivered = new Promise<void>((resolve) => {
      this.#onReceived = (message) => {
        if (message.messageId === messageId) resolve();
        else this.received.push(message);
      };
    });
    this.#host.say({ ...dial, messageId });
    return delivered;
  }

  close(): void {
    this.#link.disconnect();
    this.#host.remove();
  }
}
