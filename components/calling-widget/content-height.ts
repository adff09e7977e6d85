/** Reports the height that the content of an element needs, whenever it changes. */
import { attempt } from '../shared/attempt.js';

/** Smaller changes, in px, are not reported: resizing the widget for them would only make it flicker. */
const minChangePx = 4;

export class ContentHeight {
  readonly #report: (heightPx: number) => void;
  #observer: ResizeObserver | undefined;
  #observed: Element | undefined;
  #reportedPx = 0;

  /** @param report - Called with each new height, in px. */
  constructor(report: (heightPx: number) => void) {
    this.#report = report;
  }

  /**
   * Observes an element, or none if undefined. The height of the element must not depend on that of the window: each report
   * would then lead to another.
   */
  observe(element: Element | undefined): void {
    if (element === this.#observed) return;
    this.#observer?.disconnect();
    this.#observed = element;
    if (!element) return;
    this.#observer ??= attempt(
      () =>
        new ResizeObserver(([entry]) => {
          const heightPx = Math.ceil(entry?.borderBoxSize[0]?.blockSize ?? 0);
          if (heightPx === 0 || Math.abs(heightPx - this.#reportedPx) < minChangePx) return;
          this.#reportedPx = heightPx;
          this.#report(heightPx);
        }),
    );
    this.#observer?.observe(element, { box: 'border-box' });
  }
}
