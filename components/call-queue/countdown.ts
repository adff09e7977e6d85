/** Counts seconds down, and then does something. The element is drawn anew every second. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class Countdown implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onEnd: () => void;
  #endsAt: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, onEnd: () => void) {
    this.#host = host;
    this.#onEnd = onEnd;
    host.addController(this);
  }

  /** Whole seconds until the end; undefined while it does not count. */
  get secondsLeft(): number | undefined {
    return this.#endsAt === undefined
      ? undefined
      : Math.max(0, Math.ceil((this.#endsAt - Date.now()) / 1000));
  }

  /** Starts it for so many ms, unless it counts already; undefined stops it. */
  run(ms: number | undefined): void {
    if ((ms === undefined) === (this.#endsAt === undefined)) return;
    clearTimeout(this.#timer);
    this.#endsAt = ms === undefined ? undefined : Date.now() + ms;
    this.#host.requestUpdate();
    this.#tick();
  }

  hostDisconnected(): void {
    this.run(undefined);
  }

  #tick(): void {
    if (this.#endsAt === undefined) return;
    const left = this.#endsAt - Date.now();
    if (left <= 0) {
      this.#endsAt = undefined;
      this.#host.requestUpdate();
      this.#onEnd();
      return;
    }
    this.#timer = setTimeout(
      () => {
        this.#host.requestUpdate();
        this.#tick();
      },
      left % 1000 || 1000,
    );
  }
}
