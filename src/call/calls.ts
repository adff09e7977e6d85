/** The calls of a widget: how one comes in, how one goes on, which has the focus. */
import { advance, type CallHappening } from './advance.js';
import { isLive, isOver, newCall, type Call, type NewCall } from './call.js';
import { findCall } from './selectors.js';
import { isIntended, type WidgetState } from './state.js';

/**
 * How many calls that are over, but that HubSpot still owes an answer, are remembered. All others that are over are
 * forgotten when the next call starts.
 */
const maxUnsettledCalls = 16;

/** Adds a call. A second one that comes in does not take the focus from the first, and an unattended one takes none. */
export function startCall(state: WidgetState, start: NewCall): WidgetState {
  if (findCall(state, start.externalCallId)) return state;
  const call = newCall(start);
  const going = state.calls.filter(
    (other) => !isOver(other) || (call.unattended && other.externalCallId === state.focus),
  );
  const unsettled = state.calls
    .filter((other) => isUnsettled(other) && !going.includes(other))
    .slice(-maxUnsettledCalls);
  const calls = [...unsettled, ...going, call];
  if (call.unattended) return { ...state, calls };
  const isSecond = call.direction === 'inbound' && going.some(isLive);
  const hasFocus = calls.some(({ externalCallId }) => externalCallId === state.focus);
  const isDialled = call.direction === 'outbound' && isIntended(state, call.toNumber);
  return {
    ...state,
    calls,
    focus: isSecond && hasFocus ? state.focus : call.externalCallId,
    intent: isDialled ? undefined : state.intent,
  };
}

/** Lets something happen to one of the calls. */
export function stepCall(state: WidgetState, call: Call | undefined, happened: CallHappening): WidgetState {
  if (!call) return state;
  const next = advance(call, happened);
  if (next === call) return state;
  const calls = state.calls.map((other) => (other === call ? next : other));
  return { ...state, calls, focus: focusAfter(state, next, calls) };
}

// It is not saved yet, or an answer of HubSpot that is still to come would otherwise go to another call.
function isUnsettled({ saving, awaitsEngagement, awaitsMatches }: Call): boolean {
  return saving === 'pending' || saving === 'failed' || awaitsEngagement || awaitsMatches;
}

// When the call in focus is over, another one that goes on gets the focus. Without one it stays on the screen.
function focusAfter({ focus }: WidgetState, changed: Call, calls: readonly Call[]): string | undefined {
  if (focus !== changed.externalCallId || !isOver(changed)) return focus;
  const next = calls.findLast(isLive) ?? calls.findLast((call) => !isOver(call) && !call.unattended);
  return next?.externalCallId ?? focus;
}
