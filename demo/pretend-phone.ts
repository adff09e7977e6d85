/** Stands for a phone that an app has already. It knows nothing of HubSpot and rings nowhere. */

/** What a phone tells about its call. */
export interface LineListener {
  ringing(): void;
  answered(): void;
  /** Over, whoever ended it. */
  ended(reason: 'hung up' | 'busy'): void;
}

/** Numbers ending so are busy. */
const busy = /0199$/;
/** Numbers ending so hang up by themselves after three seconds of talk. */
const brief = /0188$/;

export class PretendPhone {
  /** The number it calls from. */
  readonly number = '+12025550160';
  readonly #speed: number;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #listener: LineListener | undefined;

  /** `speed` 10 makes everything happen ten times as fast. */
  constructor(speed = 1) {
    this.#speed = speed;
  }

  /** Somebody is on the line, or may soon be. */
  get isInUse(): boolean {
    return this.#listener !== undefined;
  }

  call(number: string, listener: LineListener): void {
    if (this.#listener) throw new Error('This phone has one line, and it is in use.');
    this.#listener = listener;
    this.#after(800, () => listener.ringing());
    if (busy.test(number)) this.#after(1600, () => this.#end('busy'));
    else this.#after(2000, () => listener.answered());
    if (brief.test(number)) this.#after(5000, () => this.#end('hung up'));
  }

  hangUp(): void {
    this.#end('hung up');
  }

  #end(reason: 'hung up' | 'busy'): void {
    const listener = this.#listener;
    this.#listener = undefined;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    listener?.ended(reason);
  }

  #after(ms: number, action: () => void): void {
    this.#timers.add(setTimeout(action, ms / this.#speed));
  }
}
