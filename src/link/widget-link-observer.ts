/** What a widget's link tells its owner. */
import type { CallingError, HostContext, InboundType, Message } from '../protocol/index.js';
import type { Envelope } from './envelope.js';
import type { Rejection } from './rejections.js';

/**
 * `idle`: not listening. `connecting`: waiting for HubSpot's SYNC. `connected`: the handshake is done. `failed`: a
 * problem was reported; after `SYNC_TIMEOUT` a late SYNC still connects.
 */
export type ConnectionState = 'idle' | 'connecting' | 'connected' | 'failed';

export interface WidgetLinkObserver {
  /** `problem` says why, when the new state is `failed`. */
  connectionChanged(state: ConnectionState, problem?: CallingError): void;
  /** The first handshake is done; now INITIALIZED is due. `sync` is the host's message as it was sent. */
  ready(context: HostContext, sync: Envelope): void;
  /**
   * The host shook hands again and has to be sent INITIALIZED again. `previous` is the context before, if the host says
   * something else now.
   */
  readyAgain(context: HostContext, previous: HostContext | undefined, sync: Envelope): void;
  /** HubSpot sent a message of a known type. */
  received(message: Message<InboundType>): void;
  /** HubSpot sent a message of an unknown type. It is answered with ERROR, unless this returns `false`. */
  receivedUnknown(message: Envelope): unknown;
  /** A message was sent to HubSpot just now. */
  sent(message: Envelope): void;
  /** Messages were turned away. */
  rejected(rejection: Rejection): void;
  /** Something went wrong. */
  failed(error: CallingError): void;
}
