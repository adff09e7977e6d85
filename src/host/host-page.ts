/** HubSpot's page around the widget: it shakes hands with the widget, starts anew with it or without it, and ends. */
import type { HostStore } from './host-store.js';
import type { HostWire } from './host-wire.js';
import { liveCall } from './state.js';
import type { Timers } from './timers.js';

/** What the page works with. */
export interface HostPageParts {
  readonly store: HostStore;
  readonly wire: HostWire;
  /** What HubSpot has still to do; a page that is loaded anew does none of it. */
  readonly timers: Timers;
  /** Loads the widget's page anew, and sees to it that `connect` is called when it has loaded. Default: `connect`. */
  readonly load: (() => void) | undefined;
}

export class HostPage {
  readonly #parts: HostPageParts;
  readonly #stopActions = new Set<() => void>();
  /** The engagement of the call that went on when the page was left: the next SYNC tells it. */
  #returningEngagementId: number | undefined;

  constructor(parts: HostPageParts) {
    this.#parts = parts;
  }

  /** Shakes hands with a widget that has just been loaded. */
  connect(): void {
    this.#shakeHands({ hasReloaded: true });
  }

  /** Loads the page and the widget anew. */
  reload(engagementId = this.#liveEngagementId): void {
    const { store, wire, timers, load } = this.#parts;
    this.#returningEngagementId = engagementId;
    wire.disconnect();
    timers.clear();
    store.change({ connection: 'connecting', isLoggedIn: undefined, isAvailable: undefined });
    if (load) load();
    else this.connect();
  }

  /** Starts the page anew around the same widget. */
  remount(engagementId = this.#liveEngagementId): void {
    this.#returningEngagementId = engagementId;
    this.#shakeHands({ hasReloaded: false });
  }

  /** Ends it: listens no more, forgets what is still to do, and runs what was given to `onStop`. */
  stop(): void {
    const { store, wire, timers } = this.#parts;
    wire.disconnect();
    timers.clear();
    for (const action of [...this.#stopActions]) action();
    this.#stopActions.clear();
    store.change({ connection: 'idle' });
  }

  /** Has an action run once, when the page ends. The returned function takes it back. */
  onStop(action: () => void): () => void {
    this.#stopActions.add(action);
    return () => void this.#stopActions.delete(action);
  }

  get #liveEngagementId(): number | undefined {
    return liveCall(this.#parts.store.state)?.engagementId;
  }

  #shakeHands({ hasReloaded }: { readonly hasReloaded: boolean }): void {
    const { store, wire } = this.#parts;
    const { account, place } = store.state;
    const engagementId = this.#returningEngagementId;
    this.#returningEngagementId = undefined;
    store.change({ connection: 'connecting', isLoggedIn: undefined, isAvailable: undefined, hasReloaded });
    wire.connect({ ...account, ...place, ...(engagementId !== undefined && { engagementId }) });
  }
}
