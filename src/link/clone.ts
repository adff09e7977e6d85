/** A deep copy of plain data; undefined when the browser cannot copy it. */
export function tryClone<T>(value: T): T | undefined {
  return attempt(() => clone(value)) ?? attempt(() => clone(unwrapped(value) as T));
}

function attempt<T>(copy: () => T): T | undefined {
  try {
    return copy();
  } catch {
    return undefined;
  }
}

// Browsers before 2022, and jsdom under Jest, have no such function: there data is copied as JSON writes it.
const clone = <T>(value: T): T =>
  typeof structuredClone === 'function' ? structuredClone(value) : (JSON.parse(JSON.stringify(value)) as T);

/** The same in objects and arrays of its own. What Vue and Svelte make reactive is a proxy, and no browser copies one. */
function unwrapped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrapped);
  if (Object.prototype.toString.call(value) !== '[object Object]') return value;
  return Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, unwrapped(one)]));
}
