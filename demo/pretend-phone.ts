/** Stands for a phone that an app has already. It knows nothing of HubSpot and rings nowhere. */

/** How a call ended. */
export type LineEnd = 'hung up' | 'busy' | 'no answer' | 'canceled' | 'declined' | 'missed' | 'transferred';

/** What a phone tells about its call. */
export interface LineListener {
  ringing?(): void;
  answered(): void;
  /** Over, whoever ended it. */
  ended(reason: LineEnd): void;
}

/** Somebody who calls. */
export interface Caller {
  readonly from: string;
  readonly to: string;
}

const behaviours = ['answers', 'is busy', 'does not answer', 'keeps ringing'] as const;

/** Numbers ending so are busy. */
const busy = /0199$/;
/** Numbers ending so hang up by themselves after three seconds of talk. */
const brief = /0188$/;

export class PretendPhone {
  /** The number it calls from. */
  readonly number = '+12025550160';

  /** The other end of the line, for who plays it. */
  readonly farEnd = {
    /** What it does with the calls that follow: one of `behaviours`; anything else answers. */
    will: (behaviour: string) => {
      this.#behaviour = behaviours.find((known) => known === behaviour) ?? 'answers';
    },
    call: (caller: Caller) => {
      if (this.isInUse) return;
      this.#direction = 'in';
      this.#listener = this.#welcome(caller);
    },
    hangUp: () => {
      this.#end(this.#isAnswered ? 'hung up' : this.#direction === 'in' ? 'missed' : 'declined');
    },
  };

  readonly #speed: number;
  readonly #welcome: (caller: Caller) => LineListener;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #behaviour: (typeof behaviours)[number] = 'answers';
  #listener: LineListener | undefined;
  #direction: 'in' | 'out' = 'out';
  #isAnswered = false;

  /**
   * @param speed - 10 makes everything happen ten times as fast.
   * @param welcome - Somebody calls: what is to be told of that call.
   */
  constructor(speed: number, welcome: (caller: Caller) => LineListener) {
    this.#speed = speed;
    this.#welcome = welcome;
  }

  /** Somebody is on the line, or may soon be. */
  get isInUse(): boolean {
    return this.#listener !== undefined;
  }

  call(number: string, listener: LineListener): void {
    if (this.#listener) throw new Error('This phone has one line, and it is in use.');
    this.#listener = listener;
    this.#direction = 'out';
    this.#after(800, () => listener.ringing?.());
    if (this.#behaviour === 'is busy' || busy.test(number)) this.#after(1600, () => this.#end('busy'));
    else if (this.#behaviour === 'does not answer') this.#after(2000, () => this.#end('no answer'));
    else if (this.#behaviour === 'answers') this.#after(2000, () => this.answer());
    if (brief.test(number)) this.#after(5000, () => this.#end('hung up'));
  }

  /** Goes on with a call that the exchange still has after the page was loaded anew. */
  takeUp(direction: 'in' | 'out', isAnswered: boolean, listener: LineListener): void {
    this.#listener = listener;
    this.#direction = direction;
    this.#isAnswered = isAnswered;
  }

  answer(): void {
    this.#isAnswered = true;
    this.#listener?.answered();
  }

  hangUp(): void {
    this.#end(this.#isAnswered ? 'hung up' : this.#direction === 'in' ? 'declined' : 'canceled');
  }

  transfer(): void {
    this.#end('transferred');
  }

  #end(reason: LineEnd): void {
    const listener = this.#listener;
    this.#listener = undefined;
    this.#isAnswered = false;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    listener?.ended(reason);
  }

  #after(ms: number, action: () => void): void {
    this.#timers.add(setTimeout(action, ms / this.#speed));
  }
}
