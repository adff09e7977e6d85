/**
 * The widget's side of the handshake.
 *
 * 1. A SYNC that passed the gates and is answered binds the link to the window and the origin that the browser says
 *    it came from. The SYNC's own `hostUrl` is compared with that origin and reported if it differs, never obeyed.
 * 2. The answer is SYNC_ACK: the SYNC's own fields, with `type`, `debugMode`, `version` and `iFrameUrl` overwritten,
 *    sent to the bound origin.
 *    Of several links on a page that hear one SYNC, the first answers it, and the others take the handshake up.
 * 3. Later SYNCs are answered too, because a host that lost the answer or was mounted again needs one. But at most one
 *    is answered in 300 ms, because a host that gets seven answers starts seven times.
 * 4. The app is told once that HubSpot is ready. A later SYNC with other values changes the context.
 * 5. The handshake is kept for the page: a link that is opened later takes it up, if it passes the gates of that link.
 * 6. The host ignores everything before INITIALIZED, so a host that was answered again has to be sent it again.
 */
import { readContext, type HostContext } from '../protocol/index.js';
import type { Clock } from './clock.js';
import type { Envelope } from './envelope.js';
import type { Arrival } from './arrival.js';
import type { Wire } from './wire.js';

/** The version of the official SDK whose messages these are. HubSpot's host may look at it. */
const sdkVersion = '0.9.7';

/** The least time in ms from one acknowledgement to the next. */
const acknowledgementGapMs = 300;

/** The handshake that the link is bound to. */
export interface AcceptedHandshake {
  /** The window whose SYNC was answered last. Messages are sent to it. */
  readonly window: unknown;
  /** The only origin that is listened to and sent to. */
  readonly origin: string;
  /** What the SYNC said. */
  readonly context: HostContext;
}

/** A SYNC that the link is bound by. */
export interface Answer {
  /** What the SYNC said. */
  readonly context: HostContext;
  /** Whether this link has answered it. */
  readonly isPosted: boolean;
}

export class Handshake {
  readonly #wire: Wire;
  readonly #clock: Clock;
  #accepted: AcceptedHandshake | undefined;
  #acknowledgedAt = -Infinity;

  constructor(wire: Wire, clock: Clock) {
    this.#wire = wire;
    this.#clock = clock;
  }

  /** The latest handshake, once there is one. */
  get accepted(): AcceptedHandshake | undefined {
    return this.#accepted;
  }

  /**
   * Binds the link to the sender of a SYNC that passed the gates, and answers it unless another link of the page has
   * answered it already. Undefined when another SYNC was answered a moment ago, and this one was not.
   *
   * @param debugMode - What the host is told about debugging.
   */
  answer(sync: Envelope, arrival: Arrival, debugMode: boolean): Answer | undefined {
    const { links } = this.#wire;
    const { origin, source } = arrival;
    const context = readContext({ ...sync });
    const kept = links.handshake;
    const accepted = { window: source, origin, context };
    if (kept && (arrival === kept || arrival === kept.event)) {
      this.#acknowledgedAt = kept.answeredAt;
      this.#accepted = accepted;
      return { context, isPosted: false };
    }
    const now = this.#clock.now();
    // The distance, not the difference: a clock that was set back must not silence the link.
    if (Math.abs(now - this.#acknowledgedAt) < acknowledgementGapMs) return undefined;
    this.#acknowledgedAt = now;
    this.#accepted = accepted;
    links.handshake = { source, origin, data: sync, event: arrival, answeredAt: now };
    this.#wire.post(
      {
        ...sync,
        type: 'SYNC_ACK',
        debugMode,
        version: sdkVersion,
        iFrameUrl: this.#wire.origin,
      },
      origin,
      source,
    );
    return { context, isPosted: true };
  }
}
