/** Text that strangers write, such as a caller's name, made fit to be shown. */

/** How many characters of a name or number are shown. */
const maxShown = 120;

// Zero-width joiners stay: names in some scripts are written with them.
const invisible = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\s]+/gu;

/** At most 120 characters on one line, without control and direction characters. What is longer ends with an ellipsis. */
export function shownText(text: string): string {
  // Bounded before it is read, so that no text takes long.
  const clean = text
    .slice(0, 4 * maxShown)
    .replaceAll(invisible, ' ')
    .trim();
  return clean.length > maxShown || text.length > 4 * maxShown
    ? `${clean.slice(0, maxShown).replace(/[\ud800-\udbff]$/, '')}…`
    : clean;
}
