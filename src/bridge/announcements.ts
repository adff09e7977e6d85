/** Turns changes of the state into notices: events that tell what is true now. */
import { causeOf, type Store, type WidgetHappening, type WidgetState } from '../call/index.js';
import { raise } from './events.js';

/** From now on every change in the store is raised on the target. */
export function announceChanges(store: Store, target: EventTarget): void {
  store.subscribe((state, previous, cause) => {
    if (previous && cause) announceChange(target, state, previous, cause);
  });
}

function announceChange(
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
