/**
 * Finds out whether the server still answers: what is silent for long is asked, and given up when it stays silent. A
 * connection that went dead says nothing by itself, for minutes.
 */
import { systemClock, type Clock } from '../../link/index.js';

/** The time, with timers that repeat. */
export interface LineClock extends Clock {
  /** Runs `action` every `ms`. The returned function ends it. */
  every(ms: number, action: () => void): () => void;
}

export const systemLineClock: LineClock = {
  ...systemClock,
  every(ms, action) {
    const timer = setInterval(action, ms);
    return () => clearInterval(timer);
  },
};

/** The clock is looked at this often, in ms, or more often where the silence may be shorter. */
const lookIntervalMs = 2500;

/** Timers that are late by more than this, in ms, were held back: what came in meanwhile is not known. */
const lateMs = 10_000;

/**
 * Timers that are late by more than this, in ms: the computer has slept. Browsers hold back those of a hidden page too, for
 * a minute.
 */
const sleepMs = 90_000;

/** What a check works with. */
export interface LineCheckParts {
  readonly clock: LineClock;
  /** Ms of silence after which the server is asked; 0: only when in doubt. */
  readonly intervalMs: number;
  /** Ms that the server has for any sign of life after it was asked. */
  readonly timeoutMs: number;
  /** Asks for a sign of life, at no cost to the server. Some servers ignore it. */
  readonly ask: () => void;
  /** Registers anew, which every server answers. */
  readonly register: () => void;
  /** The server does not answer: the connection is dead. */
  readonly onDead: () => void;
}

export class LineCheck {
  readonly #parts: LineCheckParts;
  #heardAt = 0;
  #lookedAt = 0;
  #stopLooking: (() => void) | undefined;
  /** While the server was asked and has not answered yet. */
  #stopWaiting: (() => void) | undefined;

  constructor(parts: LineCheckParts) {
    this.#parts = parts;
  }

  /** The connection is open. */
  start(): void {
    const { clock, intervalMs } = this.#parts;
    this.stop();
    this.#heardAt = this.#lookedAt = clock.now();
    this.#stopLooking = clock.every(Math.min(lookIntervalMs, intervalMs / 4 || lookIntervalMs), () =>
      this.#look(),
    );
  }

  /** The connection is closed. */
  stop(): void {
    this.#stopLooking?.();
    this.#stopLooking = undefined;
    this.heard();
  }

  /** The server has sent something. */
  heard(): void {
    this.#heardAt = this.#parts.clock.now();
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
  }

  /**
   * Asks the server now, unless that is under way or there is no connection.
   *
   * @param isForgotten Whether the server may have forgotten the registration too.
   */
  doubt(isForgotten = false): void {
    if (!this.#stopLooking) return;
    const { clock, timeoutMs, ask, register, onDead } = this.#parts;
    const isAsked = this.#stopWaiting !== undefined;
    if (!isAsked) {
      const stops = [
        clock.after(timeoutMs / 2, register),
        clock.after(timeoutMs, () => {
          this.stop();
          onDead();
        }),
      ];
      this.#stopWaiting = () => stops.forEach((stop) => stop());
    }
    if (isForgotten) register();
    else if (!isAsked) ask();
  }

  #look(): void {
    const { clock, intervalMs } = this.#parts;
    const now = clock.now();
    const gapMs = now - this.#lookedAt;
    this.#lookedAt = now;
    if (gapMs > sleepMs) this.doubt(true);
    else if (gapMs > lateMs || (intervalMs > 0 && now - this.#heardAt >= intervalMs)) this.doubt();
  }
}
