/** What a host hears of the frame, and what the faults keep from it: it stands between the wire and the link. */
import type { Arrival, Wire } from '../link/index.js';
import type { FaultName } from './faults.js';
import { tap } from './tap.js';
import type { Timers } from './timers.js';
import { typeOf } from './transcript.js';

/** Ms that a slow acknowledgement takes: longer than three SYNCs. */
const slowness = 350;

/** What an ear works with. */
export interface EarParts {
  readonly widgetOrigin: string;
  readonly timers: Timers;
  readonly faults: () => readonly FaultName[];
  /** A message of the widget has arrived. */
  readonly heard: (message: unknown) => void;
}

export class Ear {
  /** The wire, as the link hears it. */
  readonly wire: Wire;
  readonly #parts: EarParts;
  readonly #otherOrigins = new Set<string>();
  #isAcknowledgementLost = false;
  /** What waits behind a slow acknowledgement. */
  #held: (() => void)[] | undefined;

  constructor(wire: Wire, parts: EarParts) {
    this.#parts = parts;
    this.wire = tap(wire, (arrival, pass) => {
      if (wire.isPeer(arrival.source)) this.#listen(arrival, pass);
    });
  }

  /** Origins other than the widget's that the frame has spoken from. */
  get otherOrigins(): readonly string[] {
    return [...this.#otherOrigins];
  }

  /** A handshake begins: what goes wrong once may go wrong again. */
  startAnew(): void {
    this.#isAcknowledgementLost = false;
    this.#held = undefined;
  }

  #listen({ origin, data }: Arrival, pass: () => void): void {
    const { widgetOrigin, heard } = this.#parts;
    const arrive = () => {
      heard(data);
      pass();
    };
    if (origin !== widgetOrigin) this.#otherOrigins.add(origin);
    else if (typeOf(data) === 'SYNC_ACK') this.#acknowledge(arrive);
    // Nothing overtakes what was said before it.
    else if (this.#held) this.#held.push(arrive);
    else arrive();
  }

  #acknowledge(arrive: () => void): void {
    const { timers, faults } = this.#parts;
    if (faults().includes('lost-acknowledgement') && !this.#isAcknowledgementLost) {
      this.#isAcknowledgementLost = true;
    } else if (this.#held) this.#held.push(arrive);
    else if (faults().includes('slow-acknowledgement')) {
      this.#held = [arrive];
      timers.after(slowness, () => {
        const held = this.#held ?? [];
        this.#held = undefined;
        for (const one of held) one();
      });
    } else arrive();
  }
}
