/** What a bridge and the other frames of its user know of each other. One frame owns the calls, and the others mirror it. */
import type { FrameStatus, SharedState, WidgetHappening } from '../call/index.js';
import type { Envelope } from '../link/index.js';
import type { CallingError, InboundType, Message, OutboundType } from '../protocol/index.js';
import type { FrameReach } from './frame-reach.js';
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
  /** This frame goes; true if another one goes on with the calls. */
  leave(): boolean;
  /** The browser shows the page again, after it has left. */
  comeBack(): void;
}

/** What several frames may do to the bridge they serve. */
export interface FrameReports extends Pick<FrameReach, 'target' | 'update' | 'perform'> {
  /** Tells what went wrong: raised as `hs-error`. */
  fail(problem: CallingError): void;
  /** Shows what the owner tells. */
  mirror(shared: SharedState): void;
  /** Sends a message to the HubSpot page around this frame. */
  send(message: Omit<Envelope, 'messageId'> & Partial<Envelope>): void;
  /** Loads what it takes to go on with calls. */
  prepare(): Promise<void>;
  /**
   * Goes on with the calls of an owner that has gone, which are still mirrored here: those that the voice can restore, and
   * the end of the others is told.
   *
   * @param frame - What part this frame plays from now on.
   * @param voice - What the voice of the owner has told of its calls, for the voice of this frame.
   */
  inherit(frame: FrameStatus, voice: unknown): void;
  /** What another frame's voice needs to go on with the calls of this one's. */
  keptByVoice(): unknown;
  /** The calls of now that are not finished, for another frame that goes on with them. */
  keptCalls(): readonly KeptCall[];
  /** Once it is prepared: the calls of the page before this one, which are taken out of the storage. */
  takeKept(): readonly KeptCall[];
}

/** The frames beside a bridge, for its parts. They are introduced later, if at all. */
export interface FrameSeam {
  current: BridgeFrames;
}

/** There are no other frames. */
export const noFrames: BridgeFrames = {
  tellsUser: true,
  forward: () => false,
  relay: () => false,
  leave: () => false,
  comeBack() {
    // It was never away.
  },
};
