/** Keeps what is the same: a copy that equals what was there is taken for it, so that nothing is drawn again. */

/** The value, with the parts of `before` wherever they are equal. Both are plain data. */
export function reuse<T>(value: T, before: unknown): T {
  if (Object.is(value, before) || typeof value !== 'object' || value === null) return value;
  if (typeof before !== 'object' || before === null || Array.isArray(value) !== Array.isArray(before))
    return value;
  const was = new Map(Object.entries(before));
  const entries = Object.entries(value).map(
    ([name, part]) => [name, reuse(part as unknown, was.get(name))] as const,
  );
  const isSame =
    entries.length === was.size &&
    entries.every(([name, part]) => was.has(name) && Object.is(part, was.get(name)));
  if (isSame) return before as T;
  return (Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries)) as T;
}
