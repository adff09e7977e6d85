/**
 * A copy of `before` with these changes; `before` itself when none of them differs from what was there. So whoever
 * compares two states with `===` sees at once whether anything happened.
 */
export function changed<T extends object>(before: T, changes: Partial<T>): T {
  const names = Object.keys(changes) as (keyof T)[];
  return names.every((name) => changes[name] === before[name]) ? before : { ...before, ...changes };
}
