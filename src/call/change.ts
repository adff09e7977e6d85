/** Changes that are none leave everything as it is: who compares by identity sees at once that nothing happened. */
export function change<T extends object>(before: T, changes: Partial<T>): T {
  const names = Object.keys(changes) as (keyof T)[];
  return names.every((name) => changes[name] === before[name]) ? before : { ...before, ...changes };
}
