/** The settings of a widget's link: whom to trust and how long to wait. */
import type { TrustSettings } from './trusted-origins.js';

/** Which windows may send: `parent`, only the one at the other end; `origin`, any window of a trusted origin. */
export type SourceCheck = 'parent' | 'origin';

export interface WidgetLinkOptions extends TrustSettings {
  /** Ms until a missing host is reported as `SYNC_TIMEOUT`. Listening goes on. Default: 30000. */
  readonly handshakeTimeout?: number;
  /** Refuse to connect when a frame further up is not trusted. Default: false. */
  readonly strictAncestors?: boolean;
  /**
   * Which windows may send. `origin`, any window of a trusted origin, is for hosts that send from another window than
   * the parent. Default: `parent`.
   */
  readonly sourceCheck?: SourceCheck;
  /** Log one line for each message, phone numbers masked. Default: false. */
  readonly debug?: boolean;
}
