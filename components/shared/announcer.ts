/** Speaks to screen readers. From the light DOM, since live regions in shadow roots are not reliable. */

/** `polite` waits for a pause, `assertive` interrupts. */
export type Urgency = 'polite' | 'assertive';

const attribute = 'data-hs-live';

/** Puts both regions into the page, empty: a region that comes with its text is often not read. */
export function prepareAnnouncer(page: Document): void {
  region(page, 'polite');
  region(page, 'assertive');
}

/** Says something, once for each occasion: two elements that show the same call do not say it twice. */
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
  // Seen by nobody. Through the object model, since inline styles may be forbidden.
  Object.assign(made.style, {
    position: 'absolute',
    width: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  });
  page.body.append(made);
  return made;
}
