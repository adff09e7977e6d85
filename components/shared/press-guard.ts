/**
 * Keeps a press from acting on what slid under it: when the screen changes, presses that began before the change, or less
 * than half a second after it, do nothing. So it is after a press that must not be followed by another at once.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const guardMs = 500;

const events = ['pointerdown', 'pointerup', 'pointercancel', 'keydown', 'keyup', 'click'];

export class PressGuard implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #shown: () => string;
  #was: string | undefined;
  #changedAt = -Infinity;
  /** When the press began that goes on: it is over once its click was handled. */
  #pressedAt: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Puts the element's own style back, while it is guarded. */
  #restore: (() => void) | undefined;

  /** @param shown - Names what is on the screen. When this changes, what is pressed means something else. Default: nothing. */
  constructor(host: ReactiveControllerHost & HTMLElement, shown = () => '') {
    this.#host = host;
    this.#shown = shown;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of events) this.#host.addEventListener(type, this.#onPress, { capture: true });
  }

  hostDisconnected(): void {
    for (const type of events) this.#host.removeEventListener(type, this.#onPress, { capture: true });
    this.#open();
  }

  hostUpdated(): void {
    const shown = this.#shown();
    const isFirst = this.#was === undefined;
    if (shown === this.#was) return;
    this.#was = shown;
    if (!isFirst) this.start();
  }

  /** From now on, for half a second, nothing that is pressed counts. */
  start(): void {
    this.#changedAt = performance.now();
    // The pointer sees that there is nothing to press, and so do programs that test a page: they wait.
    this.#restore ??= closeToPointer(this.#host);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#open();
    }, guardMs);
  }

  /** Whether what a key does by itself may be done now. */
  allows(event: KeyboardEvent): boolean {
    return !event.isTrusted || event.timeStamp >= this.#changedAt + guardMs;
  }

  #open(): void {
    clearTimeout(this.#timer);
    this.#restore?.();
    this.#restore = undefined;
  }

  // A key that is held down presses again and again: it is still the press that it began with. A pointer that is pressed begins
  // anew, also where it was released outside before. Scripts may click at once.
  readonly #onPress = (event: Event): void => {
    if (!event.isTrusted) return;
    if (event.type === 'pointerdown') this.#pressedAt = event.timeStamp;
    else if (event.type === 'keydown') this.#pressedAt ??= event.timeStamp;
    else if (event.type !== 'click') setTimeout(() => (this.#pressedAt = undefined));
    if (event.type !== 'click') return;
    const pressedAt = this.#pressedAt ?? event.timeStamp;
    if (pressedAt >= this.#changedAt + guardMs) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
}

const property = 'pointer-events';

/** Returns what puts back the style that the app gave the element itself, unless it has given it another meanwhile. */
function closeToPointer(host: HTMLElement): () => void {
  const { style } = host;
  const had = host.hasAttribute('style');
  const [value, priority] = [style.getPropertyValue(property), style.getPropertyPriority(property)];
  style.setProperty(property, 'none', 'important');
  return () => {
    const isOurs = style.getPropertyValue(property) === 'none' && style.getPropertyPriority(property) !== '';
    if (isOurs) style.setProperty(property, value, priority);
    if (!had && host.getAttribute('style') === '') host.removeAttribute('style');
  };
}
