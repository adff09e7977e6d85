/** A field for a phone number: formatted while somebody types, and what is dialled is told where that is not what was typed. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { numberIn, numberToDial, type NumberToDial } from '../../src/index.js';
import { formatField, insertText, shownAs } from './edit-field.js';
import type { Localize } from './localize.js';
import { announceWillCall, isOtherThanTyped, withoutSeparators, type WillCall } from './will-call.js';

export interface NumberFieldOptions {
  readonly localize: Localize;
  readonly field: () => HTMLInputElement | null;
  /** The number in the field, without the separators that were put in. */
  readonly value: () => string;
  /** The country whose number it is; undefined for the page's own. */
  readonly country?: () => string | undefined;
  readonly onEdit: (value: string) => void;
}

export class NumberField implements ReactiveController {
  readonly #options: NumberFieldOptions;

  /** What was pasted, and what is in the field for it. */
  #pasted: { readonly text: string; readonly written: string } | undefined;

  #stopAnnouncing: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, options: NumberFieldOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stopAnnouncing?.();
  }

  /** What is dialled, or why nothing can be. */
  get dialled(): NumberToDial {
    return numberToDial(this.#value, this.#country);
  }

  /** What is dialled, beside what was typed or pasted. */
  get will(): WillCall {
    const { text, written } = this.#pasted ?? { text: '', written: undefined };
    const isPasted = written !== undefined && isSame(written, this.#value);
    return {
      typed: isPasted ? text : this.#value,
      toNumber: this.dialled.toNumber,
      country: this.#country,
    };
  }

  /** What the field shows. */
  get shown(): string {
    return shownAs(this.#value, this.#country);
  }

  /** Changes what is in the field, as by a key. */
  edit(change: (field: HTMLInputElement) => void, isForward?: boolean): void {
    const { field: find, localize, onEdit } = this.#options;
    const field = find();
    if (!field) return;
    change(field);
    onEdit(formatField(field, this.shown, isForward));
    this.#stopAnnouncing?.();
    const { will } = this;
    this.#stopAnnouncing = isOtherThanTyped(will)
      ? announceWillCall(will, localize, field.ownerDocument)
      : undefined;
  }

  readonly onInput = (event: Event): void => {
    const { isComposing, inputType } = event instanceof InputEvent ? event : {};
    // What an input method has not finished stays as it is.
    if (!isComposing) this.edit(() => undefined, inputType?.endsWith('Forward'));
  };

  readonly onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain');
    if (!text) return;
    event.preventDefault();
    const { written } = numberIn(text);
    this.edit((field) => {
      insertText(field, written);
      this.#pasted = field.value === written ? { text, written } : undefined;
    });
  };

  get #value(): string {
    return this.#options.value();
  }

  get #country(): string | undefined {
    return this.#options.country?.();
  }
}

const isSame = (one: string, other: string) => withoutSeparators(one) === withoutSeparators(other);
