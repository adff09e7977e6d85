/** Announces to screen readers. The live regions are in the light DOM: in shadow roots they are not reliable. */

/** A `polite` announcement waits for a pause, an `assertive` one interrupts. */
export type Urgency = 'polite' | 'assertive';

const attribute = 'data-hs-live';

/** Adds both live regions to the page, empty: a region that is added together with its text is often not read. */
export function prepareAnnouncer(page: Document): void {
  region(page, 'polite');
  region(page, 'assertive');
}

/**
 * Announces a text.
 *
 * @param occasion - Identifies what it is about. The same occasion is announced once, also if two elements show it.
 */
export function announce(page: Document, text: string, occasion: string, urgency: Urgency = 'polite'): void {
  const place = region(page, urgency);
  if (place.dataset['occasion'] === occasion) return;
  place.dataset['occasion'] = occasion;
  place.textContent = text;
}

function region(page: Document, urgency: Urgency): HTMLElement {
  const present = page.querySelector<HTMLElement>(`[${attribute}="${urgency}"]`);
  if (present) return present;
  const made = page.createElement('div');
  made.setAttribute(attribute, urgency);
  made.setAttribute('aria-live', urgency);
  made.setAttribute('aria-atomic', 'true');
  // Visually hidden. Set as properties, since a Content-Security-Policy may forbid inline styles.
  Object.assign(made.style, {
    position: 'absolute',
    width: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  });
  page.body.append(made);
  return made;
}
