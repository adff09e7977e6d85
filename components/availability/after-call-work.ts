/** The time after a call in which the user finishes it and takes no other: who starts it, and when it is over. */
import type { ReactiveController } from 'lit';
import { afterCallWork, isTaken, type WidgetState } from '../../src/index.js';
import type { HsElement } from '../shared/hs-element.js';
import { Ticker } from '../shared/ticker.js';

/** Browsers count no longer time. */
const maxTimerMs = 2 ** 31 - 1;

const isInCall = (state: WidgetState | undefined) => state?.calls.some(isTaken) ?? false;

/** Whether the user is at it. A call that they take or make meanwhile comes first. */
export function isAtWork(state: WidgetState | undefined): boolean {
  return state?.user.reason === afterCallWork && !state.user.available && !isInCall(state);
}

/** Whether it begins: the last call has ended, of a user who takes calls. */
export function beginsWork(now: WidgetState, previous: WidgetState | undefined): boolean {
  const { loggedIn, available } = now.user;
  return loggedIn && available && isInCall(previous) && !isInCall(now);
}

/** Counts the time, as long as the user is at work. */
export class WorkTimer implements ReactiveController {
  readonly #ticker: Ticker;
  readonly #onOver: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Epoch ms; undefined while the user is not at work. */
  #endsAt: number | undefined;

  constructor(host: HsElement, onOver: () => void) {
    this.#ticker = new Ticker(host);
    this.#onOver = onOver;
    host.addController(this);
  }

  /** The ms that are left; undefined while no time is counted. */
  get leftMs(): number | undefined {
    return this.#endsAt === undefined ? undefined : Math.max(0, this.#endsAt - Date.now());
  }

  /** Starts with the work, and stops with it. Without a length nothing is counted. */
  follow(now: WidgetState, lengthMs: number): void {
    if (!isAtWork(now) || !(lengthMs > 0)) this.#stop();
    else if (this.#endsAt === undefined) {
      this.#endsAt = Date.now() + lengthMs;
      this.#run();
    }
  }

  hostConnected(): void {
    this.#run();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  #run(): void {
    const { leftMs } = this;
    clearTimeout(this.#timer);
    if (leftMs === undefined) return;
    this.#ticker.run(true);
    this.#timer = setTimeout(this.#onOver, Math.min(leftMs, maxTimerMs));
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#ticker.run(false);
    this.#endsAt = undefined;
  }
}
