/** Tells the height that a content needs, when that changes. */

/** Smaller changes, in px, are not worth a flicker. */
const least = 4;

export class ContentHeight {
  readonly #tell: (height: number) => void;
  #observer: ResizeObserver | undefined;
  #observed: Element | undefined;
  #told = 0;

  constructor(tell: (height: number) => void) {
    this.#tell = tell;
  }

  /** Watches an element; undefined ends it. Its height must not follow that of the window, or it would go round. */
  observe(element: Element | undefined): void {
    if (element === this.#observed) return;
    this.#observer?.disconnect();
    this.#observed = element;
    if (!element) return;
    this.#observer ??= new ResizeObserver(([entry]) => {
      const height = Math.ceil(entry?.borderBoxSize[0]?.blockSize ?? 0);
      if (height === 0 || Math.abs(height - this.#told) < least) return;
      this.#told = height;
      this.#tell(height);
    });
    this.#observer.observe(element, { box: 'border-box' });
  }
}
