/** The connection to HubSpot: one link at a time, made with the settings of the moment in which it is opened. */
import type { Store } from '../call/index.js';
import {
  elementsProfile,
  WidgetLink,
  type Clock,
  type Envelope,
  type WidgetLinkObserver,
  type Wire,
} from '../link/index.js';
import { callingError } from '../protocol/index.js';
import { raise } from './events.js';
import { findBadSetting, type BridgeSettings } from './settings.js';

/** What a connection works with. */
export interface ConnectionParts {
  /** Gets the events. */
  readonly target: EventTarget;
  readonly store: Store;
  readonly settings: BridgeSettings;
  readonly wire: Wire;
  readonly clock: Clock;
}

export class Connection {
  readonly #parts: ConnectionParts;
  #link: WidgetLink | undefined;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
  }

  /** The link, while there is one. */
  get link(): WidgetLink | undefined {
    return this.#link;
  }

  /** Starts to listen, unless it does already. A setting that cannot be used is `INVALID_CONFIG`, and nothing starts. */
  open(observer: WidgetLinkObserver): void {
    if (!this.#link) this.#open(observer, []);
  }

  /** Tries anew with the present settings. What waits to be sent is not lost. */
  reopen(observer: WidgetLinkObserver): void {
    const unsent = this.#link?.release() ?? [];
    this.#forget();
    this.#open(observer, unsent);
  }

  /** Stops listening and sending. What still waits to be sent is dropped, and that is told. */
  close(): void {
    this.#link?.disconnect();
    this.#forget();
  }

  #open(observer: WidgetLinkObserver, unsent: readonly Envelope[]): void {
    const { target, store, settings, wire, clock } = this.#parts;
    const problem = findBadSetting(settings);
    if (problem) {
      store.dispatch({ type: 'CONNECTION', connection: 'failed', problem });
      raise(target, 'hs-error', problem);
      if (unsent.length > 0) raise(target, 'hs-error', callingError('QUEUE_DROPPED', String(unsent.length)));
      return;
    }
    const link = new WidgetLink({ wire, clock, profile: elementsProfile }, settings, observer);
    this.#link = link;
    link.connect();
    for (const message of unsent) link.send(message);
  }

  #forget(): void {
    this.#link = undefined;
    this.#parts.store.dispatch({ type: 'CONNECTION', connection: 'idle', problem: undefined });
  }
}
