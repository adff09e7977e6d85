/** A host's link on a fake window, and a record of everything it told. */
import type { Message, OutboundType } from '../../protocol/index.js';
import type { Envelope } from '../envelope.js';
import { FakeWindow } from './fake-window.js';
import { HostLink, type HostLinkOptions } from '../host-link.js';
import type { Rejection } from '../rejections.js';

/** The widget's origin. */
export const widgetOrigin = 'https://phone.example';

export class FakeHost {
  readonly window = new FakeWindow({ origin: 'https://app.hubspot.com' });
  readonly link: HostLink;
  readonly ready: Envelope[] = [];
  readonly received: Message<OutboundType>[] = [];
  readonly unknown: Envelope[] = [];
  readonly sent: Envelope[] = [];
  readonly rejected: Rejection[] = [];
  timeouts = 0;

  constructor(options: Partial<HostLinkOptions> = {}) {
    this.link = new HostLink(
      { wire: this.window, clock: this.window },
      { widgetOrigin, ...options },
      {
        ready: (acknowledgement) => this.ready.push(acknowledgement),
        timedOut: () => (this.timeouts += 1),
        received: (message) => this.received.push(message),
        receivedUnknown: (message) => this.unknown.push(message),
        sent: (message) => this.sent.push(message),
        rejected: (rejection) => this.rejected.push(rejection),
      },
    );
    this.link.connect();
  }

  /** A host that was answered: the handshake is done. */
  static shaken(options: Partial<HostLinkOptions> = {}): FakeHost {
    const host = new FakeHost(options);
    host.acknowledge();
    return host;
  }

  /** The codes of the rejections so far. */
  get turnedAway(): readonly string[] {
    return this.rejected.map(({ code }) => code);
  }

  /** How often it has sent SYNC. */
  get syncs(): number {
    return this.window.types.filter((type) => type === 'SYNC').length;
  }

  /** Lets a message arrive, from the widget unless said otherwise. */
  receive(data: unknown, from: { origin?: string; source?: unknown } = {}): void {
    this.window.receive(data, { origin: widgetOrigin, ...from });
  }

  /** Answers the last SYNC as the official SDK does: with all its fields. */
  acknowledge(changes: object = {}): void {
    const sync = this.window.last('SYNC');
    const own = { type: 'SYNC_ACK', debugMode: false, version: '0.9.7', iFrameUrl: widgetOrigin };
    this.receive({ ...sync, ...own, ...changes });
  }
}
