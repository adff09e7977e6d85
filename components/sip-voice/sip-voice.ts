/** `<hs-sip-voice>`: a SIP phone as an element. */
import type { PropertyValues } from 'lit';
import {
  SipVoice,
  type DigitTransport,
  type SipCredentials,
  type SipEngine,
  type SipSettings,
  type Supplied,
} from '../../src/voice/sip/index.js';
import { findBridge } from '../shared/find-bridge.js';
import { property } from '../shared/property.js';
import { HsVoiceElement } from '../shared/voice-element.js';

/**
 * Gives the bridge around it a phone that speaks SIP over WebSocket, by JsSIP. Not visible.
 *
 * It connects as soon as it is in the page, has a bridge, and `server` and `uri` are set, and looks for the server
 * until it is taken out. Other settings count from the end of the last call on. JsSIP is loaded when it connects:
 * install `jssip`, or give it as `engine`.
 *
 * The far end gets SRTP by DTLS and needs a server that speaks WebRTC. Calls outlive a lost server for 30 seconds.
 *
 * @tag hs-sip-voice
 */
export class HsSipVoice extends HsVoiceElement {
  /** The name the element is registered under unless another is given. */
  static override readonly tag = 'hs-sip-voice';

  /** The phone itself. */
  override readonly provider = new SipVoice();

  /** The server's address, `wss://…`; several, separated by spaces: the first that answers is used. Default: none. */
  @property() server = '';

  /** The phone's own address: `sip:alice@example.com`. Numbers are dialled at its domain. Default: none. */
  @property() uri = '';

  /** The name that others see. Default: none. */
  @property({ attribute: 'display-name' }) displayName = '';

  /** Seconds until the server forgets the phone unless it is heard of again; 10 or more. Default: 600. */
  @property({ type: Number, attribute: 'register-expires' }) registerExpires = 600;

  /** How digits are sent: `rfc2833` in the sound (RFC 4733), or `info` by SIP INFO. Default: `rfc2833`. */
  @property() dtmf: DigitTransport = 'rfc2833';

  /**
   * STUN and TURN servers, or a function, async or not, that gets them; it is called for each call. Default: none.
   */
  @property({ attribute: false }) iceServers: Supplied<readonly RTCIceServer[]> | undefined;

  /**
   * Who logs in, `{ authorizationUser?, password }`, or a function, async or not, that gets it; it is called at each
   * login. Without it the server has to know the phone otherwise. Never an attribute, never logged. Default: none.
   */
  @property({ attribute: false }) credentials: Supplied<SipCredentials> | undefined;

  /** JsSIP, for pages that load it by themselves. Default: it is imported as `jssip`. */
  @property({ attribute: false }) engine: SipEngine | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moving takes an element out and puts it back in at once: calls outlive that.
    queueMicrotask(() => {
      if (!this.isConnected) void this.provider.disconnect();
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!this.isConnected) return;
    this.provider.configure(this.#settings());
    // Why it does not succeed, the provider's state tells.
    if (this.server && this.uri && findBridge(this)) void this.provider.connect().catch(() => undefined);
  }

  #settings(): SipSettings {
    const { server, uri, displayName, registerExpires, dtmf, iceServers, credentials, engine } = this;
    return { server, uri, displayName, registerExpires, dtmf, iceServers, credentials, engine };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-sip-voice': HsSipVoice;
  }
}
