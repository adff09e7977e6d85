/** Takes the text of a JSON file apart as it comes: into the items of its list `entries`, and what is around them. */

/** What changes where the text is in the file: within a text, and outside of one. */
const inText = /["\\]/g;
const outsideOfText = /["{}[\],]/g;

/** The name before the list, at the end of what came before it. */
const listName = /(?:^|[^\\])"entries"\s*:\s*$/;
const maxNameLength = 200;

/** Only blanks, as JSON has them: a list without an item. */
const blank = /^[ \t\n\r]*$/;

/** What is told while a file is taken apart. */
export interface ItemListener {
  /** The list begins. Where a file has two of that name, the second one counts, as in JSON. */
  readonly list: () => void;
  /** The text of one item, without the comma. It may be no JSON. */
  readonly item: (text: string) => void;
}

export class ListedItems {
  readonly #listener: ItemListener;
  #depth = 0;
  #isInText = false;
  /** A text goes on behind the escaped character that the next piece begins with. */
  #isEscaped = false;
  /** The item that has begun; undefined outside of the list. */
  #item: string | undefined;
  #isFirst = true;
  #around = '';
  /** The end of it, by itself: to take it from the whole at each list would take ever longer. */
  #aroundEnd = '';

  constructor(listener: ItemListener) {
    this.#listener = listener;
  }

  /** The file without the items of the list. */
  get around(): string {
    return this.#around;
  }

  /** How many characters are held: of the item that has begun, and of what is around the list. */
  get heldLength(): number {
    return Math.max(this.#item?.length ?? 0, this.#around.length);
  }

  /** Reads the next piece of the file. */
  push(text: string): void {
    /** Up to here the text has its place in an item, or around the list. */
    let kept = 0;
    const keep = (until: number) => {
      const piece = text.slice(kept, until);
      if (this.#item === undefined) {
        this.#around += piece;
        this.#aroundEnd = (this.#aroundEnd + piece.slice(-maxNameLength)).slice(-maxNameLength);
      } else this.#item += piece;
      kept = until;
    };
    const endItem = (until: number, isLast: boolean) => {
      keep(until);
      const item = this.#item ?? '';
      const isEmptyList = isLast && this.#isFirst && blank.test(item);
      if (!isEmptyList) this.#listener.item(item);
      this.#isFirst = false;
    };

    let at = this.#isEscaped ? 1 : 0;
    this.#isEscaped = false;
    for (;;) {
      const sign = this.#isInText ? inText : outsideOfText;
      sign.lastIndex = at;
      const found = sign.exec(text);
      if (!found) break;
      const { index } = found;
      at = index + 1;
      switch (found[0]) {
        case '\\':
          at += 1;
          this.#isEscaped = at > text.length;
          break;
        case '"':
          this.#isInText = !this.#isInText;
          break;
        case ',':
          if (this.#depth !== 2 || this.#item === undefined) break;
          endItem(index, false);
          this.#item = '';
          kept = at;
          break;
        case '{':
        case '[':
          this.#depth += 1;
          if (this.#depth !== 2 || found[0] === '{') break;
          keep(index);
          if (!listName.test(this.#aroundEnd)) break;
          keep(at);
          this.#item = '';
          this.#isFirst = true;
          this.#listener.list();
          break;
        default:
          this.#depth -= 1;
          if (this.#depth !== 1 || this.#item === undefined) break;
          endItem(index, true);
          this.#item = undefined;
      }
    }
    keep(text.length);
  }
}
