/** The order of all that owners tell. A strange page may say anything: there is always something later than that. */

/** Where something stands in the order of all that owners tell. */
export interface Turn {
  readonly from: string;
  /** Which of all owners tells it. */
  readonly term: number;
  /** How many things it has told by then. */
  readonly number: number;
}

/** Terms count in a circle of this size, and of two the later one is at most half of it ahead. */
const circle = 2 ** 32;

/** The next term. */
export const termAfter = (term: number): number => (term + 1) % circle;

/** Whether what an owner tells comes after what was told by this or another one. */
export function isLater(one: Turn, other: Turn): boolean {
  const ahead = (one.term - other.term) | 0;
  if (ahead === circle / -2) return one.term > other.term;
  if (ahead !== 0) return ahead > 0;
  return one.from === other.from ? one.number > other.number : one.from > other.from;
}
