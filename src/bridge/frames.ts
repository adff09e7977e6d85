/** What a bridge and the other frames of its user know of each other. One frame owns the calls, and the others mirror it. */
import type { WidgetHappening } from '../call/index.js';
import type { Envelope } from '../link/index.js';
import type { InboundType, Message, OutboundType } from '../protocol/index.js';
import type { KeptCall } from './kept-calls.js';
import type { Request } from './requests.js';

/** What becomes true without a word to HubSpot, and what a frame may therefore hand to the owner as it is. */
export type SharedHappening = Extract<
  WidgetHappening,
  { readonly type: 'FOCUS' | 'DIAL_INTENT' | 'HISTORY_SEEN' | 'FROM_NUMBER' | 'CALL_RESTORED' | 'CALL' }
>;

/** Something that is the owner's business, wherever it happens. Plain data. */
export type Forwarded =
  /** A person asks for something. */
  | { readonly kind: 'request'; readonly request: Request }
  /** The app says something to HubSpot. */
  | {
      readonly kind: 'said';
      readonly type: OutboundType;
      readonly data: Readonly<Record<string, unknown>> | undefined;
    }
  /** HubSpot says something. */
  | { readonly kind: 'received'; readonly message: Message<InboundType> }
  | { readonly kind: 'happened'; readonly happened: SharedHappening }
  /** Calls of a page before that was another frame's. */
  | { readonly kind: 'kept'; readonly kept: readonly KeptCall[] };

/** The other frames of a user, as a bridge needs them. */
export interface BridgeFrames {
  /** Hands something to the frame that owns the calls. False if that is this one: it is to be done here. */
  forward(what: Forwarded): boolean;
  /** Has another frame send a message to HubSpot. False if this one is to send it. */
  relay(message: Envelope): boolean;
  /** Whether this frame tells its own HubSpot page whether the user is logged in, and available. */
  readonly tellsUser: boolean;
  /** Ms that what happens in another frame may take to be heard of in this one, which owns the calls. 0 if there is no other. */
  readonly lateMs: number;
  /** This frame goes; true if another one goes on with the calls. */
  leave(): boolean;
  /** The browser shows the page again, after it has left. */
  comeBack(): void;
}

/** The frames beside a bridge, for its parts. They are introduced later, if at all. */
export interface FrameSeam {
  current: BridgeFrames;
}

/** There are no other frames. */
export const noFrames: BridgeFrames = {
  tellsUser: true,
  lateMs: 0,
  forward: () => false,
  relay: () => false,
  leave: () => false,
  comeBack() {
    // It was never away.
  },
};
