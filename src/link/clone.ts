/** A deep copy of plain data, or nothing when the browser cannot make one. */
export function tryClone<T>(value: T): T | undefined {
  try {
    return structuredClone(value);
  } catch {
    return undefined;
  }
}
