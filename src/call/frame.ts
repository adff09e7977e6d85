/** What part a frame plays among the frames of one user: one of them owns the calls, and the others mirror it. */
import type { HostContext } from '../protocol/index.js';

/** The part of this frame. Plain data. */
export interface FrameStatus {
  /**
   * The `owner` holds the voice and the calls. A `mirror` shows what the owner tells it, and hands on what is pressed.
   * `undecided`: it is not known yet which of the two this frame is.
   */
  readonly role: 'undecided' | 'owner' | 'mirror';
  /** Where the owner is: `widget`, `remote` or `window`. Undefined while that is not known, and without frames. */
  readonly ownerPlace: string | undefined;
  /** Calls take the calling window, and it is not open: the owner keeps what is known, and carries no call. */
  readonly needsWindow: boolean;
  /** Whether an inbound call is heard to ring in this frame: the one that the user sees. */
  readonly rings: boolean;
  /** A mirror rings, and its browser keeps that silent until the user touches its page. Default: false. */
  readonly isRingSilent?: boolean;
}

/** A page of one frame: it owns its calls. */
export const aloneInFrame: FrameStatus = {
  role: 'owner',
  ownerPlace: undefined,
  needsWindow: false,
  rings: true,
};

/** Where a frame is: HubSpot's `iframeLocation`, and whether HubSpot has the calls in a window of its own. */
export type FramePlace = Pick<HostContext, 'iframeLocation' | 'usesCallingWindow'>;

/** Whether HubSpot has the calls in a window of its own, and shows this frame in the navigation bar: it carries no call. */
export function isBesideWindow({ iframeLocation, usesCallingWindow }: FramePlace): boolean {
  return usesCallingWindow === true && iframeLocation === 'remote';
}

/** The part of a frame that owns the calls. */
export function asOwner(place: FramePlace): FrameStatus {
  return { ...aloneInFrame, ownerPlace: place.iframeLocation, needsWindow: isBesideWindow(place) };
}
