/** Where the focus goes when the screen changes. */
import { focusedIn } from '../shared/keep-focus.js';
import { partElement } from '../shared/part-element.js';
import type { Screen } from './screen.js';

/** The slot of each screen whose content gets the focus. */
const slotOfScreen: Partial<Record<Screen, string>> = {
  login: 'login',
  ready: 'dialer',
  call: 'call-controls',
  'wrap-up': 'wrap-up',
};

/**
 * Whether the focus may be moved to a new screen. It may if it was in the widget already, or nowhere on the page. It is
 * never taken from the rest of the page, nor from the notes of a call while that goes on.
 */
export function mayMoveFocus(widget: HTMLElement, screen: Screen): boolean {
  const isInNotes = focusedIn(widget)?.matches('textarea') && screen === 'call';
  const isInWidget = widget.matches(':focus-within') && !isInNotes;
  const isNowhere = document.activeElement === document.body && screen !== 'ready';
  return isInWidget || isNowhere;
}

/** The element that gets the focus on a screen: the app's own if its slot is filled, otherwise ours. */
export function focusTarget(root: ParentNode, screen: Screen): HTMLElement | undefined {
  const name = slotOfScreen[screen];
  return name === undefined ? undefined : partElement(root, name);
}
