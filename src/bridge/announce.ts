/** Turns changes of the state, and messages from HubSpot, into events. */
import { causeOf, type Store, type WidgetHappening, type WidgetState } from '../call/index.js';
import { maskNumbers } from '../link/index.js';
import {
  callingError,
  eventName,
  type CallingError,
  type InboundType,
  type Message,
} from '../protocol/index.js';
import { raise, type EventMessageType } from './events.js';

/** Raises what changed from one state to the next. */
export function announceChange(
  target: EventTarget,
  state: WidgetState,
  previous: WidgetState,
  cause: WidgetHappening,
): void {
  if (state.connection !== previous.connection) {
    const { connection, problem } = state;
    raise(target, 'hs-connection-change', { connection, previous: previous.connection, problem });
  }
  if (state.voice !== previous.voice) {
    raise(target, 'hs-voice-change', { voice: state.voice, previous: previous.voice });
  }
  if (state.calls === previous.calls) return;
  const gone = new Map(previous.calls.map((call) => [call.externalCallId, call]));
  const tell = (detail: { call: WidgetState['calls'][number] | undefined; previous: typeof detail.call }) =>
    raise(target, 'hs-call-change', { ...detail, cause: causeOf(cause) });
  for (const call of state.calls) {
    const was = gone.get(call.externalCallId);
    gone.delete(call.externalCallId);
    if (call !== was) tell({ call, previous: was });
  }
  for (const was of gone.values()) tell({ call: undefined, previous: was });
}

/** What a message is handed to. */
export interface Receiver {
  readonly target: EventTarget;
  readonly store: Store;
  /** Epoch ms. */
  readonly at: number;
  readonly fail: (error: CallingError) => void;
  /** HubSpot asks to hang up, and the page has nothing against it. */
  readonly endCall: () => void;
}

/** Takes a message from HubSpot: makes it true and tells the page, or asks the page first where it may object. */
export function receive(message: Message<InboundType>, { target, store, at, fail, endCall }: Receiver): void {
  const { type, data } = message;
  if (type === 'ERROR') {
    raise(target, 'hs-message', message);
    fail(callingError('HOST_ERROR', data?.type && maskNumbers(data.type)));
    return;
  }
  const mayBePrevented = type === 'DIAL_NUMBER' || type === 'END_CALL';
  if (!mayBePrevented) store.dispatch({ type: 'RECEIVED', message, at });
  // The table pairs names and details; that this one fits its own name is beyond the compiler.
  const isWanted = raise(target, eventName<EventMessageType>(type), data as never);
  if (type.endsWith('_FAILED')) raise(target, 'hs-failed', { type, data });
  raise(target, 'hs-message', message);
  if (!isWanted) return;
  if (type === 'DIAL_NUMBER') store.dispatch({ type: 'RECEIVED', message, at });
  if (type === 'END_CALL') endCall();
}
