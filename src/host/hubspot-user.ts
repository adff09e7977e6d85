/** What HubSpot's user does in the CRM: presses numbers, hangs up, opens records, hides and moves the widget. */
import type { Clock } from '../link/index.js';
import { dialData, dialRefusal, findDialTarget, type DialResult } from './dial.js';
import type { HostPage } from './host-page.js';
import type { HostStore } from './host-store.js';
import type { HostWire } from './host-wire.js';
import type { CrmRecord } from './records.js';
import type { HostPlace, HostState } from './state.js';

/** What the user's actions work with. */
export interface HubSpotUserParts {
  readonly store: HostStore;
  readonly wire: HostWire;
  readonly page: HostPage;
  readonly clock: Pick<Clock, 'now'>;
}

/** Its methods are those of `HubSpotHost`; they are described there. */
export class HubSpotUser {
  readonly #parts: HubSpotUserParts;

  constructor(parts: HubSpotUserParts) {
    this.#parts = parts;
  }

  dial(record: CrmRecord | number, number?: string): DialResult {
    const { store, wire, clock } = this.#parts;
    const target = findDialTarget(store.state, record, number);
    const refusal = dialRefusal(store.state);
    if (refusal) {
      store.alert(refusal.text);
      return refusal;
    }
    store.change({ alert: undefined, record: target.record, askedToDial: target });
    this.setVisibility({});
    wire.say('DIAL_NUMBER', dialData(store.state, target, clock.now()));
    return { ok: true };
  }

  endCall(): void {
    this.#parts.wire.say('END_CALL', {});
  }

  setVisibility({ isMinimized = false, isHidden = false }: Partial<HostState['visibility']>): void {
    const { store, wire } = this.#parts;
    const before = store.state.visibility;
    if (isMinimized === before.isMinimized && isHidden === before.isHidden) return;
    const visibility = { isMinimized, isHidden };
    store.change({ visibility });
    wire.say('VISIBILITY_CHANGED', visibility);
    if (isHidden && store.state.isQueueHeld) this.#dialHeld();
  }

  navigate(record: CrmRecord | number): void {
    const { store, page } = this.#parts;
    store.change({ record: findDialTarget(store.state, record).record });
    if (store.state.place.iframeLocation === 'widget') page.reload();
  }

  startQueue(records: readonly (CrmRecord | number)[]): DialResult {
    const { store } = this.#parts;
    const [first, ...queue] = records.map((record) => findDialTarget(store.state, record));
    if (!first) return { ok: true };
    const result = this.dial(first.record, first.number);
    if (result.ok) store.change({ queue, isQueueHeld: false });
    return result;
  }

  stopQueue(): void {
    this.#parts.store.change({ queue: [], isQueueHeld: false });
  }

  setPlace(place: Partial<HostPlace>): void {
    const { store, page } = this.#parts;
    store.change({ place: { ...store.state.place, ...place } });
    page.reload();
  }

  #dialHeld(): void {
    const { store } = this.#parts;
    const [first, ...queue] = store.state.queue;
    if (first && this.dial(first.record, first.number).ok) store.change({ queue, isQueueHeld: false });
  }
}
