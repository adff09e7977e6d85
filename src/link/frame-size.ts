/** How large a host lets the frame of a widget be, whatever the widget asks for. */

/** The least and the most px of a frame's width and height: it can still be seen, and no screen is larger. */
export const frameSideLimits = { min: 50, max: 5000 } as const;

/** The side of a frame that comes nearest to what was asked for, in px. */
export function frameSide(askedPx: number): number {
  return Math.min(Math.max(askedPx, frameSideLimits.min), frameSideLimits.max);
}
