/**
 * The widget's side of the handshake.
 *
 * 1. A SYNC that came through the gates and is answered binds the link to the window and the origin the browser
 *    says it came from. What the SYNC itself says of its address (`hostUrl`) is compared and reported, never obeyed.
 * 2. It is answered with SYNC_ACK: its own fields, with `type`, `debugMode`, `version` and `iFrameUrl`
 *    overwritten, to the bound origin.
 * 3. Later SYNCs are answered too, for a host that lost the answer or was mounted anew needs one; but at most
 *    once in 300 ms, for a host that finds seven answers starts seven times.
 * 4. Ready comes once. A later SYNC that tells something else changes the context.
 * 5. The host takes nothing before INITIALIZED; a host that was answered again has to hear it again.
 */
import { isSameContext, readContext, type HostContext } from '../protocol/index.js';
import type { Envelope } from './envelope.js';
import type { Port } from './port.js';

/** The version of the official SDK whose messages these are. HubSpot's host may look at it. */
const sdkVersion = '0.9.7';

const acknowledgementGap = 300;

/** What a SYNC has brought about. */
export type Answer =
  | { readonly was: 'too soon' }
  | { readonly was: 'first'; readonly context: HostContext }
  | { readonly was: 'again'; readonly context: HostContext; readonly previous: HostContext | undefined };

export class Handshake {
  readonly #port: Port;
  readonly #debug: () => boolean;
  #boundOrigin: string | undefined;
  #boundWindow: unknown;
  #context: HostContext | undefined;
  #answeredAt = -Infinity;

  constructor(port: Port, debug: () => boolean) {
    this.#port = port;
    this.#debug = debug;
  }

  /** The only origin that is heard and written to, once there is one. */
  get boundOrigin(): string | undefined {
    return this.#boundOrigin;
  }

  /** The window that is written to, once there is one: the one whose SYNC was answered last. */
  get boundWindow(): unknown {
    return this.#boundWindow;
  }

  answer(sync: Envelope, origin: string, source: unknown): Answer {
    const now = this.#port.now();
    // A clock set back must not silence the link.
    if (Math.abs(now - this.#answeredAt) < acknowledgementGap) return { was: 'too soon' };
    this.#answeredAt = now;
    this.#boundOrigin = origin;
    this.#boundWindow = source;
    this.#port.post(
      {
        ...sync,
        type: 'SYNC_ACK',
        debugMode: this.#debug(),
        version: sdkVersion,
        iFrameUrl: this.#port.origin,
      },
      origin,
      source,
    );
    return this.#learn(readContext({ ...sync }));
  }

  #learn(context: HostContext): Answer {
    const known = this.#context;
    this.#context = context;
    if (!known) return { was: 'first', context };
    return { was: 'again', context, previous: isSameContext(known, context) ? undefined : known };
  }
}
