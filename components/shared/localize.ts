/** Finds the words for an element, in the language of the page around it; and registers further languages. */
import { LocalizeController, registerTranslation, update } from '@shoelace-style/localize';
import type { LitElement } from 'lit';
import { basicWords } from '../translations/en.js';
import { formatDuration } from './duration.js';
import type { Terms } from './terms.js';
import { parentAcrossShadow } from './tree.js';

// English is always there: it stands in where a language is not registered.
registerTranslation(basicWords);

export { registerTranslation };

/** Watches the `lang` of all elements on the page. The library itself watches only that of `<html>`. */
let langObserver: MutationObserver | undefined;

function observeLang(): MutationObserver {
  const observer = new MutationObserver(update);
  observer.observe(document, { attributeFilter: ['lang'], subtree: true });
  return observer;
}

/**
 * The words for one element. The language is the `lang` of the nearest element around it, across shadow roots, or English
 * if that language is not registered.
 */
export class Localize extends LocalizeController<Terms> {
  readonly #element: LitElement;

  constructor(element: LitElement) {
    super(element);
    this.#element = element;
  }

  override hostConnected(): void {
    super.hostConnected();
    langObserver ??= observeLang();
  }

  /** The language that words, numbers and durations are written in. */
  override lang(): string {
    const lang = this.#nearestLang().replaceAll('_', '-');
    return this.exists('$code', { lang }) ? lang : basicWords.$code;
  }

  /** A duration in words: “2 minutes, 14 seconds”. */
  duration(durationMs: number): string {
    return formatDuration(durationMs, this.lang());
  }

  #nearestLang(): string {
    for (let element: Element | null = this.#element; element; element = parentAcrossShadow(element)) {
      const lang = element.getAttribute('lang');
      if (lang !== null) return lang;
    }
    return super.lang();
  }
}
