/** Keeps the focus from being lost when what has it goes: it never falls back to the page. */
import { attempt } from './attempt.js';
import { parentAcrossShadow } from './tree.js';

/** What has the focus inside an element. */
export const focusedIn = ({ shadowRoot }: Element): Element | null =>
  attempt(() => shadowRoot?.activeElement) ?? null;

/** What has the focus, in whichever shadow root. */
export function focused(): Element | null {
  let active = document.activeElement;
  for (let inner = active; inner; inner = focusedIn(inner)) active = inner;
  return active;
}

/** An element whose box is left out has its content seen instead. */
const isSeen = (element: Element) =>
  element.isConnected &&
  (element.getClientRects().length > 0 || getComputedStyle(element).display === 'contents');

/**
 * To be called after an update of an element in which `had` had the focus. If that is gone, and nobody has taken the focus
 * meanwhile, it goes to the element itself, else to the nearest around it or beside it that takes it.
 */
export async function keepFocus(element: Element, had: Element): Promise<void> {
  // By then everything else is drawn too, and who moves the focus on purpose has done so.
  await new Promise((resolve) => setTimeout(resolve));
  const now = focused();
  if (isSeen(had) || (now && now !== document.body && now !== had && isSeen(now))) return;
  for (let place: Element | null = element; place; place = parentAcrossShadow(place)) {
    for (const each of [place, ...place.querySelectorAll<HTMLElement>('*')]) {
      if (!(each instanceof HTMLElement) || !each.localName.includes('-') || !isSeen(each)) continue;
      each.focus();
      // Some draw first.
      await (each as { updateComplete?: Promise<unknown> }).updateComplete;
      if (each.matches(':focus-within')) return;
    }
  }
}
