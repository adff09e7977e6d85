/** A deep copy of plain data; undefined when the browser cannot copy it. */
export function tryClone<T>(value: T): T | undefined {
  try {
    return structuredClone(value);
  } catch {
    return undefined;
  }
}
