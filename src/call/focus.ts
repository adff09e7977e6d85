/**
 * Which call has the focus: “the call” of the card, the controls, the notes, the keypad, the title and the announcements.
 * It is always one of those that need the user most, so that none of them is about another.
 */
import { awaitsWrapUp, isOffered, isTaken, type Call } from './call.js';
import { changed } from './change.js';
import type { WidgetState } from './state.js';

/** How much a call needs the user: one on the line before one that rings, and that before one to be finished. */
function needOf(call: Call): number {
  if (isTaken(call)) return 3;
  if (isOffered(call)) return 2;
  return awaitsWrapUp(call) ? 1 : 0;
}

/**
 * Gives the focus to a call, or leaves it where it is. If another needs the user more, that one gets it: rather one they
 * talk in than one on hold, else the latest. When none needs the user any more, it stays on the screen.
 *
 * @param wanted - The `externalCallId` of the call that shall have the focus. Default: the one that has it.
 */
export function focusOn(state: WidgetState, wanted = state.focus): WidgetState {
  const most = Math.max(0, ...state.calls.map(needOf));
  const needy = state.calls.filter((call) => needOf(call) === most);
  const mayStay = most === 0 || needy.some(({ externalCallId }) => externalCallId === wanted);
  const next = needy.findLast(({ held }) => !held) ?? needy.at(-1);
  return changed(state, { focus: mayStay ? wanted : next?.externalCallId });
}

/** Whether the user has just turned to this call: it was dialled or answered, or is no longer on hold. */
export function isTurnedTo(call: Call, before: Call | undefined): boolean {
  return isTaken(call) && (!before || !isTaken(before) || (before.held && !call.held));
}
