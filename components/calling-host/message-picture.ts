/** What a message holds, as a text of bounded length, whatever a widget has put into it. */

/** How deep lists and objects are drawn that are in each other. */
const maxDepth = 8;

/** How many items of one list, or fields of one object, are drawn. */
const maxItems = 50;

/** How many characters of one text are drawn. */
const maxTextLength = 500;

/** How many values, and how many characters of all texts, are drawn in all. */
const maxValues = 400;
const maxCharacters = 4000;

/** A text that is cut where it is too long: how long it is, is said instead of the rest. */
export function cutText(text: string, maxLength = maxTextLength): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength)}… (${String(text.length)} characters)`;
}

/** A value as JSON with line breaks. What is too long, too deep or no JSON is named by a text in its place. */
export function pictureOf(value: unknown): string {
  let values = maxValues;
  let characters = maxCharacters;
  const above = new Set<object>();

  const cut = (text: string) => {
    const drawn = cutText(text, Math.min(maxTextLength, characters));
    characters -= Math.min(text.length, characters);
    return drawn;
  };
  const drawObject = (object: object): unknown => {
    if (above.has(object)) return '(contains itself)';
    if (!Array.isArray(object) && !isPlain(object)) return describe(object);
    if (above.size >= maxDepth) return '(deeper)';
    above.add(object);
    const drawn = Array.isArray(object) ? drawList(object) : drawFields(object);
    above.delete(object);
    return drawn;
  };
  const drawList = (list: readonly unknown[]) => {
    const drawn = list.slice(0, maxItems).map(draw);
    return list.length > maxItems ? [...drawn, more(list.length)] : drawn;
  };
  const drawFields = (object: object) => {
    const names = Object.keys(object);
    const drawn = names
      .slice(0, maxItems)
      .map((name) => [cut(name), draw(Reflect.get(object, name))] as const);
    return Object.fromEntries(names.length > maxItems ? [...drawn, ['…', more(names.length)]] : drawn);
  };
  const draw = (inside: unknown): unknown => {
    values -= 1;
    if (values < 0) return '…';
    if (typeof inside === 'string') return cut(inside);
    if (typeof inside === 'object' && inside !== null) return drawObject(inside);
    return isJson(inside) ? inside : describe(inside);
  };

  try {
    return JSON.stringify(draw(value) ?? null, undefined, 2);
  } catch {
    return '"(cannot be read)"';
  }
}

const more = (count: number) => `… ${String(count - maxItems)} more`;

const isPlain = (object: object) => Object.prototype.toString.call(object) === '[object Object]';

// What is undefined is left out, as JSON does.
const isJson = (value: unknown) =>
  value === undefined || value === null || typeof value === 'boolean' || Number.isFinite(value);

// In a few words: `(Map of 3)`, `(Uint8Array of 9)`, `(bigint 5)`. A large BigInt would take long to write.
function describe(value: unknown): string {
  if (typeof value === 'bigint') {
    return BigInt.asIntN(64, value) === value ? `(bigint ${String(value)})` : '(bigint of more than 64 bits)';
  }
  if (typeof value !== 'object') return `(${typeof value === 'number' ? String(value) : typeof value})`;
  const { size, length, byteLength } = value as Readonly<Record<'size' | 'length' | 'byteLength', unknown>>;
  const amount = size ?? length ?? byteLength;
  const name = Object.prototype.toString.call(value).slice(8, -1);
  return `(${cutText(name, 40)}${typeof amount === 'number' ? ` of ${String(amount)}` : ''})`;
}
