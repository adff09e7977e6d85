/** About how much memory a message takes, whatever a widget has put into it. */

/** What a value takes beside its own content, in bytes: about what browsers need for one. */
const perValue = 64;

/** About how many bytes a value takes. Counting ends at `maxBytes`, so that it takes no longer than a message of that size. */
export function sizeOf(value: unknown, maxBytes: number): number {
  const waiting: unknown[] = [value];
  const seen = new Set<unknown>();
  let bytes = 0;
  try {
    while (waiting.length > 0 && bytes < maxBytes) {
      const next = waiting.pop();
      bytes += perValue;
      if (typeof next === 'string') bytes += 2 * next.length;
      else if (typeof next === 'bigint') bytes += bytesOf(next);
      else if (typeof next === 'object' && next !== null && !seen.has(next)) {
        seen.add(next);
        if (next instanceof Blob) bytes += next.size;
        else if (next instanceof ArrayBuffer || ArrayBuffer.isView(next)) bytes += next.byteLength;
        else
          for (const inside of contentOf(next))
            if (waiting.push(inside) * perValue > maxBytes) return maxBytes;
      }
    }
  } catch {
    return maxBytes; // It cannot be read: it may be anything.
  }
  return Math.min(bytes, maxBytes);
}

function contentOf(object: object): Iterable<unknown> {
  const all = object instanceof Map || object instanceof Set ? object : Object.entries(object);
  return [...(all as Iterable<unknown>)].flat();
}

// Each step takes twice as long as the one before: no more in all than the number is long.
function bytesOf(number: bigint): number {
  let bits = 64;
  while (BigInt.asIntN(bits, number) !== number) bits *= 2;
  return bits / 8;
}
