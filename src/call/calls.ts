/** The calls of a widget: how one comes in, and how one goes on. */
import { advance, type CallHappening } from './advance.js';
import { isOver, newCall, type Call, type NewCall } from './call.js';
import { focusOn, isTurnedTo } from './focus.js';
import { findCall } from './selectors.js';
import { isIntended, type WidgetState } from './state.js';

/**
 * How many calls that are over, but that HubSpot still owes an answer, are remembered. All others that are over are
 * forgotten when the next call starts.
 */
const maxUnsettledCalls = 16;

/** Adds a call. One that we dial takes the focus; one that comes in only from none that goes on, and an unattended one never. */
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
  const isDialled = call.direction === 'outbound' && isIntended(state, call.toNumber);
  const focus = call.direction === 'outbound' ? call.externalCallId : state.focus;
  return focusOn({ ...state, calls, intent: isDialled ? undefined : state.intent }, focus);
}

/** Lets something happen to one of the calls. */
export function stepCall(state: WidgetState, call: Call | undefined, happened: CallHappening): WidgetState {
  if (!call) return state;
  const next = advance(call, happened);
  if (next === call) return state;
  const calls = state.calls.map((other) => (other === call ? next : other));
  return focusOn({ ...state, calls }, isTurnedTo(next, call) ? next.externalCallId : state.focus);
}

// It is not saved yet, or an answer of HubSpot that is still to come would otherwise go to another call.
function isUnsettled({ saving, awaitsEngagement, awaitsMatches }: Call): boolean {
  return saving === 'pending' || saving === 'failed' || awaitsEngagement || awaitsMatches;
}
