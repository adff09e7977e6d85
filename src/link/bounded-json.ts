/** Values as JSON, within bounds: a short message may be a very long text, and what contains itself an endless one. */

/** How many characters of all texts and names are written. What is in several places counts at each of them. */
const maxCharacters = 64_000_000;

/**
 * A value as JSON. Undefined for what JSON cannot write (what contains itself, a BigInt), for bytes, each of which it would
 * write as a field, and for what holds more than `maxValues` values.
 */
export function boundedJson(value: unknown, maxValues: number): string | undefined {
  let values = 0;
  let characters = 0;
  try {
    // Without a function that sees each value, Chromium notices only gigabytes later that an object contains itself.
    return JSON.stringify(value, (name, inside: unknown) => {
      values += 1;
      characters += name.length + (typeof inside === 'string' ? inside.length : 0);
      if (values > maxValues || characters > maxCharacters || ArrayBuffer.isView(inside))
        throw new RangeError();
      return inside;
    });
  } catch {
    return undefined;
  }
}
