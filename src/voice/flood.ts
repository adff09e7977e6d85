/** How many calls may come in: how many may ring, and when so many are turned away that nobody can make anything of each. */
import type { VoiceSession } from './session.js';

/** So many inbound calls may ring at once. Nobody answers more, and a screen of more has no room for their buttons. */
export const maxRingingCalls = 8;

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

/** Whether an inbound call rings. */
export function isRinging({ direction, state }: VoiceSession): boolean {
  return direction === 'inbound' && state === 'ringing';
}
