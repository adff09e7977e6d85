/** A host's link on a fake port, and a note of everything it told. */
import type { Message, OutboundType } from '../../protocol/index.js';
import type { Envelope } from '../envelope.js';
import { FakePort } from './fake-port.js';
import { HostLink, type HostLinkOptions } from '../host-link.js';
import type { Rejection } from '../rejections.js';

/** Where the widget lives. */
export const widgetOrigin = 'https://phone.example';

export class FakeHost {
  readonly port = new FakePort({ origin: 'https://app.hubspot.com' });
  readonly link: HostLink;
  readonly ready: Envelope[] = [];
  readonly received: Message<OutboundType>[] = [];
  readonly unknown: Envelope[] = [];
  readonly sent: Envelope[] = [];
  readonly rejected: Rejection[] = [];
  timeouts = 0;

  constructor(options: Partial<HostLinkOptions> = {}) {
    this.link = new HostLink(
      this.port,
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

  /** One that was answered. */
  static shaken(options: Partial<HostLinkOptions> = {}): FakeHost {
    const host = new FakeHost(options);
    host.acknowledge();
    return host;
  }

  /** Codes of the rejections told so far. */
  get turnedAway(): readonly string[] {
    return this.rejected.map(({ code }) => code);
  }

  /** How often it has said SYNC. */
  get syncs(): number {
    return this.port.types.filter((type) => type === 'SYNC').length;
  }

  /** A message arrives from the widget, unless said otherwise. */
  hear(data: unknown, from: { origin?: string; source?: unknown } = {}): void {
    this.port.receive(data, { origin: widgetOrigin, ...from });
  }

  /** Answers the last SYNC as the official SDK does: everything echoed. */
  acknowledge(changes: object = {}): void {
    const sync = this.port.last('SYNC');
    const own = { type: 'SYNC_ACK', debugMode: false, version: '0.9.7', iFrameUrl: widgetOrigin };
    this.hear({ ...sync, ...own, ...changes });
  }
}
