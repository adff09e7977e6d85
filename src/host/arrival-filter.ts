/** Stands between the wire and the host's link: notes other origins, and delays or loses what the faults say. */
import type { Arrival, Wire } from '../link/index.js';
import { deviation } from './apply-faults.js';
import type { FaultName } from './faults/index.js';
import { interceptArrivals } from './intercept.js';
import type { Timers } from './timers.js';
import { typeOf } from './transcript.js';

/** What the filter needs of the host. */
export interface ArrivalFilterOptions {
  readonly widgetOrigin: string;
  readonly timers: Timers;
  /** The faults that are on now. */
  readonly faults: () => readonly FaultName[];
  /** Called for every message of the widget that arrives, just before the link gets it. */
  readonly onMessage: (message: unknown) => void;
}

export class ArrivalFilter {
  /** The wire behind the filter: for the link. */
  readonly wire: Wire;
  readonly #options: ArrivalFilterOptions;
  readonly #otherOrigins = new Set<string>();
  #lostAcknowledgements = 0;
  /** What has come since a delayed SYNC_ACK, in order; undefined while none is delayed. */
  #delayed: (() => void)[] | undefined;

  constructor(wire: Wire, options: ArrivalFilterOptions) {
    this.#options = options;
    this.wire = interceptArrivals(wire, (arrival, pass) => {
      if (wire.isPeer(arrival.source)) this.#filter(arrival, pass);
    });
  }

  /** Origins other than the widget's that the frame has spoken from. */
  get otherOrigins(): readonly string[] {
    return [...this.#otherOrigins];
  }

  /** To be called when a handshake begins: its acknowledgements are counted anew. */
  startHandshake(): void {
    this.#lostAcknowledgements = 0;
    this.#delayed = undefined;
  }

  #filter({ origin, data }: Arrival, pass: () => void): void {
    const { widgetOrigin, onMessage } = this.#options;
    const arrive = () => {
      onMessage(data);
      pass();
    };
    if (origin !== widgetOrigin) this.#otherOrigins.add(origin);
    else if (typeOf(data) === 'SYNC_ACK') this.#acknowledge(arrive);
    // Messages arrive in the order in which they were sent: they wait behind a delayed SYNC_ACK.
    else if (this.#delayed) this.#delayed.push(arrive);
    else arrive();
  }

  #acknowledge(arrive: () => void): void {
    const { timers, faults } = this.#options;
    const delayMs = deviation(faults(), 'acknowledgementDelayMs') ?? 0;
    if (this.#lostAcknowledgements < (deviation(faults(), 'lostAcknowledgements') ?? 0)) {
      this.#lostAcknowledgements += 1;
    } else if (this.#delayed) this.#delayed.push(arrive);
    else if (delayMs > 0) {
      this.#delayed = [arrive];
      timers.after(delayMs, () => {
        const delayed = this.#delayed ?? [];
        this.#delayed = undefined;
        for (const arriveNow of delayed) arriveNow();
      });
    } else arrive();
  }
}
