/** What a change of the calls says to screen readers. */
import {
  awaitsWrapUp,
  findCall,
  focusedCall,
  isAttended,
  isLive,
  isOffered,
  openCalls,
  type Call,
  type WidgetState,
} from '../../src/index.js';
import { announce, revise } from './announcer.js';
import { occasionOf, spokenText } from './call-words.js';
import type { Localize } from './localize.js';
import { spokenWho } from './spoken-who.js';

/**
 * Announces what has happened to the calls: to the one that changed, which is in front since then, and, while they talk in
 * it, who is on hold. Where there is more than one call each is named.
 *
 * @param test - Only changes of a call that passes it are announced. Default: all.
 */
export function announceCalls(
  page: Document,
  now: WidgetState,
  previous: WidgetState,
  localize: Localize,
  test: (call: Call) => boolean = () => true,
): void {
  const changed = now.calls.find((call) => isNews(call, findCall(previous, call.externalCallId)));
  const front = now.focus === previous.focus ? undefined : focusedCall(now);
  const told = [...new Set([changed, front])].filter((call) => call !== undefined);
  if (told[0] && test(told[0])) {
    // One that had ended before this page was there: nobody has heard yet whose it was.
    const isOld = !isLive(told[0]) && !findCall(previous, told[0].externalCallId);
    const isNamed = isOld || [now, previous].some((state) => openCalls(state).length > 1);
    const words = told.map((call) => spokenText(call, localize, { isNamed, frame: now.frame }));
    const text = [...words, ...heldBeside(told.at(-1), now, localize)].join('. ');
    announce(page, text, told.map(occasionOf).join(), isUrgent(changed) ? 'assertive' : 'polite');
  }
  const named = now.calls.find((call) => isNameFound(call, findCall(previous, call.externalCallId)));
  if (named && test(named)) tellName(page, named, localize);
}

// What was turned away is not said, nor that a call which waits for nothing is put away.
function isNews(call: Call, before: Call | undefined): boolean {
  if (before && occasionOf(call) === occasionOf(before)) return false;
  if (call.phase === 'completed') return before !== undefined && awaitsWrapUp(before);
  return isAttended(call) || (before !== undefined && isLive(before));
}

// Of several records the user chooses one, and has heard its name.
function isNameFound(call: Call, before: Call | undefined): boolean {
  const isNew = Boolean(before && !before.party?.name && call.party?.name);
  return isNew && isLive(call) && call.matches.length < 2;
}

function tellName(page: Document, call: Call, localize: Localize): void {
  const text = spokenText({ ...call, microphone: undefined }, localize, { isNamed: true });
  const occasion = occasionOf(call);
  if (!revise(page, text, occasion)) announce(page, text, `${occasion} ${call.party?.name ?? ''}`);
}

function isUrgent(call: Call | undefined): boolean {
  return call !== undefined && (isOffered(call) || call.reconnecting || call.microphone !== undefined);
}

function heldBeside(call: Call | undefined, { calls, focus }: WidgetState, localize: Localize): string[] {
  if (call?.externalCallId !== focus || call?.phase !== 'active' || call.held || isUrgent(call)) return [];
  return calls
    .filter((other) => other !== call && other.held)
    .map((other) => localize.term('isOnHold', spokenWho(other, localize)));
}
