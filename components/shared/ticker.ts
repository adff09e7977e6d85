/** Renders an element anew every second, while it shows a time that goes on. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const intervalMs = 1000;

export class Ticker implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Starts or stops it. The seconds are counted from the last start. */
  run(isOn: boolean): void {
    clearInterval(this.#timer);
    if (isOn) this.#timer = setInterval(() => this.#host.requestUpdate(), intervalMs);
  }

  hostDisconnected(): void {
    this.run(false);
  }
}
