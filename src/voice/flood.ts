/** When so many calls are turned away that nobody can make anything of each one of them. */

/** So many calls are turned away one by one within a minute; what goes beyond is a flood. */
export const maxTurnedAwayPerMinute = 8;

export class Flood {
  /** When the latest calls came in, in epoch ms, oldest first. */
  readonly #times: number[] = [];

  /**
   * One more call is turned away. Whether it belongs to a flood: that many were within the minute before. A flood goes on
   * until fewer come in.
   */
  takes(now: number): boolean {
    const [oldest = now] = this.#times;
    const isFlood = this.#times.length === maxTurnedAwayPerMinute && Math.abs(now - oldest) < 60_000;
    this.#times.push(now);
    if (this.#times.length > maxTurnedAwayPerMinute) this.#times.shift();
    return isFlood;
  }
}
