/** `<hs-sip-voice>`: gives the bridge a voice that speaks SIP. */
import type { PropertyDeclarations, PropertyValues } from 'lit';
import {
  SipVoice,
  type DigitTransport,
  type SipCredentials,
  type SipEngine,
  type SipSettings,
  type Supplied,
} from '../../src/voice/sip/index.js';
import { findBridge } from '../shared/find-bridge.js';
import { HsVoiceElement } from '../shared/voice-element.js';

export type * from '../../src/voice/sip/index.js';

/**
 * Gives the bridge a voice that speaks SIP over WebSocket, by JsSIP. Not visible.
 *
 * It connects as soon as it is in the page, has a bridge, and `server` and `uri` are set; a connection that is lost is
 * restored until the element is removed. A changed setting counts from the end of the last call on. JsSIP is loaded when it connects:
 * install `jssip`, or give it as `engine`.
 *
 * The sound is SRTP with keys by DTLS: the server has to speak WebRTC. Calls outlive a lost server for 30 seconds.
 *
 * @tag hs-sip-voice
 */
export class HsSipVoice extends HsVoiceElement {
  /** The name the element is registered under unless another is given. */
  static override readonly tag = 'hs-sip-voice';

  static override properties: PropertyDeclarations = {
    server: {},
    uri: {},
    displayName: { attribute: 'display-name' },
    registerExpires: { type: Number, attribute: 'register-expires' },
    keepAliveIntervalMs: { type: Number, attribute: 'keep-alive-interval-ms' },
    keepAliveTimeoutMs: { type: Number, attribute: 'keep-alive-timeout-ms' },
    dtmf: {},
    iceServers: { attribute: false },
    credentials: { attribute: false },
    engine: { attribute: false },
  };

  /** The voice itself: its state, its sessions, its devices. */
  override readonly provider = new SipVoice();

  /** The server's address, `wss://…`; several, separated by spaces: the first that answers is used. Default: none. */
  server = '';

  /** The user's own address: `sip:alice@example.com`. Numbers are dialled at its domain. Default: none. */
  uri = '';

  /** The name that others see. Default: none. */
  displayName = '';

  /** Seconds that a registration is valid; it is refreshed before. 10 or more. Default: 600. */
  registerExpires = 600;

  /**
   * Ms of silence after which the server is asked whether it is still there. 1000 or more; 0: only when there is reason to
   * doubt it. Default: 20000.
   */
  keepAliveIntervalMs = 20_000;

  /**
   * Ms that the server has to answer that. Then the connection is given up, and another one is opened. 500 or more.
   * Default: 6000.
   */
  keepAliveTimeoutMs = 6000;

  /** How DTMF digits are sent: `rfc2833` in the sound (RFC 4733), or `info` by SIP INFO. Default: `rfc2833`. */
  dtmf: DigitTransport = 'rfc2833';

  /**
   * STUN and TURN servers, or a function, async or not, that gets them and is called for each call. Default: none.
   */
  iceServers: Supplied<readonly RTCIceServer[]> | undefined;

  /**
   * The user's credentials, `{ authorizationUser?, password }`, or a function, async or not, that gets them and is
   * called for each registration. Never an attribute, never logged. Default: none, for servers that ask for none.
   */
  credentials: Supplied<SipCredentials> | undefined;

  /** JsSIP, for pages that load it by themselves. Default: it is imported as `jssip`. */
  engine: SipEngine | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is only moved is back in the page by then, and keeps its calls.
    queueMicrotask(() => {
      if (!this.isConnected) void this.provider.disconnect();
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!this.isConnected) return;
    this.provider.configure(this.#settings());
    // A failure is the provider's `problem`, which the bridge reports.
    if (this.server && this.uri && this.mayConnect && findBridge(this))
      void this.provider.connect().catch(() => undefined);
  }

  #settings(): SipSettings {
    const { server, uri, displayName, registerExpires, keepAliveIntervalMs, keepAliveTimeoutMs } = this;
    const { dtmf, iceServers, credentials, engine } = this;
    const login = { server, uri, displayName, registerExpires, credentials, engine };
    return { ...login, keepAliveIntervalMs, keepAliveTimeoutMs, dtmf, iceServers };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-sip-voice': HsSipVoice;
  }
}
