/** What is true in the host now. The state is replaced as a whole, and every change is told by an event. */
import { HostAlertEvent, HostChangeEvent } from './events.js';
import type { HostState } from './state.js';

export class HostStore {
  #state: HostState;
  readonly #dispatch: (event: HostAlertEvent | HostChangeEvent) => void;

  constructor(state: HostState, dispatch: (event: HostAlertEvent | HostChangeEvent) => void) {
    this.#state = state;
    this.#dispatch = dispatch;
  }

  get state(): HostState {
    return this.#state;
  }

  /** Gives some fields other values. */
  change(changes: Partial<HostState>): void {
    const previous = this.#state;
    this.#state = { ...previous, ...changes };
    this.#dispatch(new HostChangeEvent(this.#state, previous));
  }

  /** Alerts HubSpot's user, in words. */
  alert(text: string): void {
    this.change({ alert: text });
    this.#dispatch(new HostAlertEvent(text));
  }
}
