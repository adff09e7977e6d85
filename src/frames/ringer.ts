/** Which one of a user's frames rings: the one that they see. */

/** How far a user sees a frame, and whether they would hear it. Plain data. */
export interface Sight {
  /** The page is in sight, and HubSpot has neither hidden nor minimised the widget. */
  readonly isShown: boolean;
  /** When the user last turned to it, or it last came in sight: epoch ms. 0 if never. */
  readonly shownAt: number;
  /** The user has touched the page: the browser lets it sound. */
  readonly canPlay: boolean;
}

/** A frame that may ring. */
export interface RingCandidate extends Sight {
  readonly id: string;
  /** It owns the calls. */
  readonly isOwner: boolean;
}

/**
 * The id of the frame that rings: one that is shown before one that is not, then one that can be heard, then the one that the
 * user turned to last, then the owner. Of equals the one that rings already, else the one with the smallest id; undefined
 * without any frame. The order of the frames makes no difference.
 *
 * @param ringing - The id of the frame that rings now, if one does.
 */
export function ringerOf(frames: readonly RingCandidate[], ringing?: string): string | undefined {
  const isBetter = (one: RingCandidate, other: RingCandidate) =>
    (Number(one.isShown) - Number(other.isShown) ||
      Number(one.canPlay) - Number(other.canPlay) ||
      one.shownAt - other.shownAt ||
      Number(one.isOwner) - Number(other.isOwner) ||
      Number(one.id === ringing) - Number(other.id === ringing) ||
      (one.id < other.id ? 1 : -1)) > 0;
  return frames.reduce<RingCandidate | undefined>(
    (best, frame) => (best && !isBetter(frame, best) ? best : frame),
    undefined,
  )?.id;
}
