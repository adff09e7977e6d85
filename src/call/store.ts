/** Holds the state, and tells subscribers of every change. It needs no page: it runs anywhere. */
import { initialState, type WidgetState } from './state.js';
import { advanceWidget, type WidgetHappening } from './widget.js';

/** Called with the state at once, and then after every change, with the state before it and what caused it. */
export type Subscriber = (
  state: WidgetState,
  previous: WidgetState | undefined,
  cause: WidgetHappening | undefined,
) => void;

export interface Store {
  getState(): WidgetState;
  /** Calls back at once. The returned function ends it. */
  subscribe(subscriber: Subscriber): () => void;
  /** Takes one step. Subscribers hear of it only if something changed. */
  dispatch(happened: WidgetHappening): void;
}

/** A store. A subscriber that throws is reported to `onError`; the others are told all the same. */
export function createStore(onError: (error: unknown) => void, start: WidgetState = initialState): Store {
  const subscribers = new Set<{ readonly call: Subscriber }>();
  const untold: [now: WidgetState, previous: WidgetState, cause: WidgetHappening][] = [];
  let state = start;
  let isTelling = false;

  const tell = (subscriber: Subscriber, ...news: Parameters<Subscriber>) => {
    try {
      subscriber(...news);
    } catch (error) {
      onError(error);
    }
  };

  return {
    getState: () => state,
    subscribe(call) {
      // The same function may subscribe twice; each subscription ends by itself.
      const entry = { call };
      subscribers.add(entry);
      tell(call, state, undefined, undefined);
      return () => subscribers.delete(entry);
    },
    dispatch(cause) {
      const previous = state;
      state = advanceWidget(previous, cause);
      if (state === previous) return;
      untold.push([state, previous, cause]);
      // A subscriber may dispatch. That change is told after this one, so that all subscribers hear them in order.
      if (isTelling) return;
      isTelling = true;
      for (let news = untold.shift(); news; news = untold.shift()) {
        // A subscriber may end the subscription of another: that one is not called any more.
        for (const entry of [...subscribers]) if (subscribers.has(entry)) tell(entry.call, ...news);
      }
      isTelling = false;
    },
  };
}
