/** Announces to screen readers. The live regions are in the light DOM: in shadow roots they are not reliable. */

/** A `polite` announcement waits for a pause, an `assertive` one interrupts. */
export type Urgency = 'polite' | 'assertive';

const urgencies = ['polite', 'assertive'] as const;

const attribute = 'data-hs-live';

/** Ms that a text stays before the next takes its place. Screen readers miss a text that goes sooner. */
const shownMs = 300;

/** How many texts wait for their turn, at most. Of more, the oldest are not news any more. */
const maxWaiting = 8;

interface Announcement {
  readonly occasion: string;
  text: string;
  /** Nobody can have heard it: it waits, or was shown in this very moment. */
  isUnheard: boolean;
}

/** What is announced in a region: the first is shown, the others wait. */
const lines = new WeakMap<HTMLElement, Announcement[]>();

/** Adds both live regions to the page, empty: a region that is added together with its text is often not read. */
export function prepareAnnouncer(page: Document): void {
  for (const urgency of urgencies) region(page, urgency);
}

/**
 * Announces a text, after those of the same urgency that were announced a moment ago.
 *
 * @param occasion - Identifies what it is about. The same occasion is announced once, also if two elements show it.
 */
export function announce(page: Document, text: string, occasion: string, urgency: Urgency = 'polite'): void {
  const place = region(page, urgency);
  if (place.dataset['occasion'] === occasion) return;
  place.dataset['occasion'] = occasion;
  const line = lines.get(place) ?? [];
  lines.set(place, line);
  line.push({ occasion, text, isUnheard: true });
  if (line.length === 1) show(place, line);
  else if (line.length > maxWaiting + 1) line.splice(1, 1);
}

/** Replaces the text that was announced for an occasion, if nobody can have heard it yet. Returns whether it did. */
export function revise(page: Document, text: string, occasion: string): boolean {
  for (const urgency of urgencies) {
    const place = region(page, urgency);
    const line = lines.get(place) ?? [];
    const found = line.find((each) => each.isUnheard && each.occasion === occasion);
    if (!found) continue;
    found.text = text;
    if (found === line[0]) place.textContent = text;
    return true;
  }
  return false;
}

function show(place: HTMLElement, line: Announcement[]): void {
  const [now] = line;
  if (!now) return;
  place.textContent = now.text;
  queueMicrotask(() => (now.isUnheard = false));
  setTimeout(
    () => {
      line.shift();
      show(place, line);
    },
    now.text === '' ? 0 : shownMs,
  );
}

function region(page: Document, urgency: Urgency): HTMLElement {
  const present = page.querySelector<HTMLElement>(`[${attribute}="${urgency}"]`);
  if (present) return present;
  const made = page.createElement('div');
  made.setAttribute(attribute, urgency);
  made.setAttribute('aria-live', urgency);
  made.setAttribute('aria-atomic', 'true');
  // Visually hidden. Set as properties, since a Content-Security-Policy may forbid inline styles.
  // At the top, and one line however much is said: below a phone as high as its frame, the page would begin to scroll.
  Object.assign(made.style, {
    position: 'fixed',
    top: '0',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  });
  page.body.append(made);
  return made;
}
