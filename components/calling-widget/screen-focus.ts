/** Where the focus goes when the screen changes. */
import type { Screen } from './screen.js';

/** The element of each screen that gets the focus. */
const elementOfScreen: Partial<Record<Screen, string>> = {
  login: 'hs-login',
  ready: 'hs-dialer',
  call: 'hs-call-controls',
  'wrap-up': 'hs-wrap-up',
};

/**
 * Whether the focus may be moved to a new screen. It may if it was in the widget already, or nowhere on the page. It is
 * never taken from the rest of the page, nor from the notes of a call while that goes on.
 */
export function mayMoveFocus(widget: HTMLElement, screen: Screen): boolean {
  const isInNotes = widget.shadowRoot?.activeElement?.matches('textarea') && screen === 'call';
  const isInWidget = widget.matches(':focus-within') && !isInNotes;
  const isNowhere = document.activeElement === document.body && screen !== 'ready';
  return isInWidget || isNowhere;
}

/** The element that gets the focus on a screen: the app's own if its slot is filled, otherwise ours. */
export function focusTarget(root: ParentNode, screen: Screen): HTMLElement | undefined {
  const name = elementOfScreen[screen];
  const ours = name && root.querySelector<HTMLElement>(name);
  if (!ours) return undefined;
  const slot = ours.parentElement;
  const slotted = slot instanceof HTMLSlotElement ? slot.assignedElements()[0] : undefined;
  return slotted instanceof HTMLElement ? slotted : ours;
}
