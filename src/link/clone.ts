/** A deep copy of plain data; undefined when the browser cannot copy it. */
export function tryClone<T>(value: T): T | undefined {
  try {
    // Browsers before 2022, and jsdom under Jest, have no such function: there data is copied as JSON writes it.
    return typeof structuredClone === 'function'
      ? structuredClone(value)
      : (JSON.parse(JSON.stringify(value)) as T);
  } catch {
    return undefined;
  }
}
