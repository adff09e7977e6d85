/** Which call is meant: each answer has a name, so that every element and every command picks the same one. */
import { awaitsWrapUp, isLive, isOffered, isTaken, type Call } from './call.js';
import type { WidgetState } from './state.js';

/** The call with this id. */
export function findCall({ calls }: WidgetState, externalCallId: string | undefined): Call | undefined {
  return calls.find((call) => call.externalCallId === externalCallId);
}

/** The call that an id names: the engagement's, or the app's own. They are compared as text. */
export function callNamed({ calls }: WidgetState, id: string | number): Call | undefined {
  const isIt = (name: string | number | undefined) => name !== undefined && String(name) === String(id);
  return calls.find((call) => isIt(call.engagementId)) ?? calls.find((call) => isIt(call.externalCallId));
}

/**
 * The call in focus: one on the line before one that rings, and that before one to be finished. Of several alike, the one
 * that was dialled, answered, resumed or brought to the front last; when it ends, the one that remains.
 */
export function focusedCall(state: WidgetState): Call | undefined {
  return findCall(state, state.focus);
}

/** Somebody may still do something with it: it goes on, or the bridge does not finish it by itself. */
export function isAttended(call: Call): boolean {
  return isLive(call) || !call.unattended;
}

/** The calls with which the user has something to do: they go on, or are to be finished. */
export function openCalls({ calls }: WidgetState): readonly Call[] {
  return calls.filter((call) => isLive(call) || awaitsWrapUp(call));
}

/**
 * The call in focus if it passes the test, else the latest one that does: of calls that have ended, the one that ended last.
 * No unattended call that has ended is meant.
 */
export function latestCall(state: WidgetState | undefined, test: (call: Call) => boolean): Call | undefined {
  const focused = state && focusedCall(state);
  if (focused && test(focused)) return focused;
  const fitting = state?.calls.filter((call) => isAttended(call) && test(call)) ?? [];
  return fitting.sort((one, other) => (one.endedAt ?? 0) - (other.endedAt ?? 0)).at(-1);
}

/** The call that the user talks in, dials or holds: mute, keypad, notes and End are about this one. */
export function callOnLine(state: WidgetState | undefined): Call | undefined {
  return latestCall(state, isTaken);
}

/**
 * The call that notes are written for: the one on the line. While somebody is asked before a call is handed over, it is that
 * call, also once it has ended: what is written for the consultation itself would reach no record. Undefined without one.
 */
export function callNoted(state: WidgetState | undefined): Call | undefined {
  const call = callOnLine(state);
  if (!call?.internal) return call;
  const outer =
    state?.calls.filter((other) => !other.internal && (isTaken(other) || awaitsWrapUp(other))) ?? [];
  // The one that was held last is the one that is asked about.
  return outer.reduce<Call | undefined>(
    (latest, other) => ((other.heldAt ?? 0) >= (latest?.heldAt ?? 0) ? other : latest),
    undefined,
  );
}

/** The inbound call that rings and waits for an answer: Answer and Decline are about this one. */
export function callOffered(state: WidgetState | undefined): Call | undefined {
  return latestCall(state, isOffered);
}

/** Whether this frame shows the calls of another one. */
export const isMirror = ({ frame }: WidgetState) => frame.role === 'mirror';

/** Whether a voice may serve in this frame: it owns the calls, and calls need no other window. */
export const mayCarryCalls = ({ frame }: WidgetState) => frame.role === 'owner' && !frame.needsWindow;

/** Whether the browser keeps the ring silent in this frame until the user touches its page. */
export function isRingSilent({ frame, voice }: WidgetState): boolean {
  return (frame.role === 'mirror' ? frame : voice)?.isRingSilent ?? false;
}

/** The call that has ended and waits for its outcome and notes: Save is about this one. */
export function callToWrapUp(state: WidgetState | undefined): Call | undefined {
  return latestCall(state, awaitsWrapUp);
}

/** The call that goes on, answered or not: what HubSpot's END_CALL ends. */
export function callToEnd(state: WidgetState | undefined): Call | undefined {
  return latestCall(state, isLive);
}
