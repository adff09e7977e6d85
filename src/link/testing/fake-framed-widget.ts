/** A widget's link in this window, with a real frame in HubSpot's place, and a note of what the link told. */
import { callingError, type InboundType, type Message } from '../../protocol/index.js';
import type { Envelope } from '../envelope.js';
import { openFrame, type SpeakingFrame } from './fake-frame.js';
import { dial, sync } from './fake-widget.js';
import { WidgetLink } from '../widget-link.js';
import { windowPort } from '../window-port.js';

export class FramedWidget {
  readonly received: Message<InboundType>[] = [];
  readonly unknown: Envelope[] = [];
  /** Codes of messages that were turned away. */
  readonly turnedAway: string[] = [];
  readonly #host: SpeakingFrame;
  readonly #link: WidgetLink;
  #checks = 0;
  #onReceived: (message: Message<InboundType>) => void = () => undefined;

  private constructor(host: SpeakingFrame) {
    this.#host = host;
    const nothing = () => undefined;
    this.#link = new WidgetLink(
      windowPort({ peer: () => host.view }),
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
      callingError,
    );
  }

  /** One that shook hands with a frame. */
  static async open(): Promise<FramedWidget> {
    const host = await openFrame();
    const widget = new FramedWidget(host);
    widget.#link.connect();
    host.say({ ...sync, hostUrl: location.origin });
    await widget.settled();
    return widget;
  }

  /** HubSpot's place. */
  get host(): SpeakingFrame {
    return this.#host;
  }

  /** Resolves when everything said so far has arrived, and the link has delivered a good message after it. */
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
