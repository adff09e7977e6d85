/** The title of the page: during a call it says what is going on, before the page's own title. */
import { isOffered, type Call } from '../../src/index.js';
import { phaseText, spokenText } from '../shared/call-words.js';
import type { Localize } from '../shared/localize.js';
import { writtenWho } from '../shared/spoken-who.js';

/** The words for a call, such as “Incoming call from Ada” or “Connected · Ada”. A number is written, not spelled. */
export function titleWords(call: Call, localize: Localize): string {
  const who = writtenWho(call, localize);
  const isSentence = !call.connecting && (call.phase === 'dialing' || isOffered(call));
  return isSentence ? spokenText(call, localize, { who }) : [phaseText(call, localize), who].join(' · ');
}

/** Changes the title of the page and restores it. */
export class PageTitle {
  /** The page's own title, while words stand before it. */
  #ownTitle: string | undefined;

  /** Puts words before the page's own title. Without words, the page has its own title back. */
  show(words: string | undefined): void {
    if (words === undefined) {
      this.restore();
      return;
    }
    this.#ownTitle ??= document.title;
    document.title = [words, this.#ownTitle].filter(Boolean).join(' · ');
  }

  restore(): void {
    if (this.#ownTitle !== undefined) document.title = this.#ownTitle;
    this.#ownTitle = undefined;
  }
}
