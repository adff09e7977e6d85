/** Whom to hand a call over to: a list that belongs to the field of the transfer form, by the ARIA pattern of a combobox. */
import { html, nothing, type ReactiveController } from 'lit';
import { formatNumber, shownText } from '../../src/index.js';
import '../shared/at-once.js';
import { announce } from '../shared/announcer.js';
import { attempt } from '../shared/attempt.js';
import type { Bridge } from '../shared/bridges.js';
import type { HsElement } from '../shared/hs-element.js';
import type { Localize } from '../shared/localize.js';
import { phoneNumber } from '../shared/phone-number.js';
import { inARow } from '../shared/who.js';
import { peopleListStyles } from './people-list.styles.js';
import { PeopleSearch } from './people-search.js';
import type { Directory, Person } from './read-people.js';
import { recentPeople, rememberPerson } from './recent-people.js';

export interface PeopleListOptions {
  readonly localize: Localize;
  readonly directory: () => Directory | undefined;
  readonly bridge: () => Bridge | undefined;
  readonly onPick: (person: Person) => void;
}

/** The words for an availability that many apps have; any other is the app's own word. */
const availabilityWords = { available: 'available', busy: 'end.BUSY', unavailable: 'unavailable' } as const;

export class PeopleList implements ReactiveController {
  readonly #host: HsElement;
  readonly #options: PeopleListOptions;
  readonly #search: PeopleSearch;
  #recent: readonly Person[] = [];
  #isOpen = false;
  /** The place of the one that the arrow keys have come to. */
  #active: number | undefined;

  constructor(host: HsElement, options: PeopleListOptions) {
    this.#host = host;
    this.#options = options;
    this.#search = new PeopleSearch(options.directory, () => {
      this.#onAnswer();
    });
    const { styleSheet } = peopleListStyles;
    host.shadowRoot?.addEventListener('click', this.#onClick);
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** What the field tells screen readers. */
  get field() {
    const isExpanded = this.#isOpen && this.#people.length > 0;
    return {
      isExpanded,
      activeId: isExpanded && this.#active !== undefined ? idOf(this.#active) : undefined,
    };
  }

  /** Searches for what is in the field; while it is empty, offers those of before. */
  search(typed: string): void {
    const query = shownText(typed);
    this.stop();
    if (query === '') this.#recent = recentPeople(this.#options.bridge());
    else this.#search.start(query);
    this.#isOpen = query !== '' || this.#recent.length > 0;
  }

  /** Closes the list and forgets what is in it. */
  stop(): void {
    this.#search.stop();
    this.#recent = [];
    this.#close();
  }

  /** To be told of somebody whom a call is handed over to. */
  remember(person: Person): void {
    rememberPerson(this.#options.bridge(), person);
  }

  readonly onKeydown = (event: KeyboardEvent): void => {
    const { key, isComposing, repeat } = event;
    if (isComposing) return;
    const chosen = this.#active === undefined ? undefined : this.#people[this.#active];
    if (key === 'ArrowDown' || key === 'ArrowUp') this.#move(key === 'ArrowDown' ? 1 : -1);
    else if (key === 'Enter' && chosen && !repeat) this.#options.onPick(chosen);
    else if (key === 'Escape' && this.#isOpen) {
      event.stopPropagation();
      this.#close();
    } else {
      if (key === 'Tab') this.#close();
      return;
    }
    event.preventDefault();
  };

  render() {
    if (!this.#isOpen) return nothing;
    const { localize } = this.#options;
    const people = this.#people;
    return html`<div part="people">
      <p id="people-words">${this.#words}</p>
      ${
        people.length > 0
          ? html`<ul
              id="people"
              role="listbox"
              aria-label=${localize.term('transferTo')}
              @mousedown=${keepFocusInField}
            >
              ${people.map((person, at) => this.#renderPerson(person, at))}
            </ul>`
          : nothing
      }
    </div>`;
  }

  #renderPerson(person: Person, at: number) {
    const { localize } = this.#options;
    const { name, toNumber, kind } = person;
    const number = phoneNumber(toNumber, localize);
    const about = [localize.term(`kind.${kind}`), this.#availability(person), name ? number : undefined];
    return html`<li
      part="person"
      id=${idOf(at)}
      role="option"
      aria-selected=${at === this.#active ? 'true' : 'false'}
    >
      <div>${name ? html`<bdi>${name}</bdi>` : number}</div>
      <div>${inARow(about)}</div>
    </li>`;
  }

  #availability({ availability }: Person) {
    if (availability === undefined) return undefined;
    return Object.hasOwn(availabilityWords, availability)
      ? this.#options.localize.term(availabilityWords[availability as keyof typeof availabilityWords])
      : html`<bdi>${availability}</bdi>`;
  }

  get #people(): readonly Person[] {
    return this.#search.state === 'idle' ? this.#recent : this.#search.people;
  }

  /** What stands above the list, or instead of it. */
  get #words(): string {
    const { localize } = this.#options;
    const { length } = this.#people;
    switch (this.#search.state) {
      case 'idle':
        return localize.term('recentPeople');
      case 'searching':
        return localize.term('searching');
      case 'failed':
        return localize.term('directoryFailed');
      case 'done':
        return length > 0 ? localize.term('peopleFound', String(length)) : localize.term('nobodyFound');
    }
  }

  readonly #onClick = ({ target }: Event): void => {
    const option = target instanceof Element ? target.closest('[role=option]') : undefined;
    const person = this.#people.find((_, at) => idOf(at) === option?.id);
    if (person) this.#options.onPick(person);
  };

  #onAnswer(): void {
    // Each answer is news, also one that reads like the one before.
    announce(this.#host.ownerDocument, this.#words, `people ${String(performance.now())}`);
    this.#active = undefined;
    this.#host.requestUpdate();
  }

  #move(step: 1 | -1): void {
    const { length } = this.#people;
    if (length === 0) return;
    this.#isOpen = true;
    const from = this.#active ?? (step === 1 ? -1 : length);
    this.#active = (from + step + length) % length;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      const chosen = this.#host.renderRoot.querySelector('[role=option][aria-selected=true]');
      attempt(() => chosen?.scrollIntoView({ block: 'nearest' }));
    });
  }

  #close(): void {
    this.#isOpen = false;
    this.#active = undefined;
    this.#host.requestUpdate();
  }
}

/** How somebody is named in the field. */
export const fieldText = ({ name, toNumber }: Person) => name || formatNumber(toNumber);

const idOf = (at: number) => `person-${String(at)}`;

// A press in the list leaves the focus in the field.
function keepFocusInField(event: Event): void {
  event.preventDefault();
}
