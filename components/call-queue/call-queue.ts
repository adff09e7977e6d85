/** `<hs-call-queue>`: a list of people to call, one after the other. */
import { nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import {
  findCall,
  isSameNumber,
  isUserGone,
  numberToDial,
  openCalls,
  type WidgetState,
} from '../../src/index.js';
import '../shared/at-once.js';
import { announce } from '../shared/announcer.js';
import { BridgeController } from '../shared/bridge-controller.js';
import '../shared/further-words.js';
import { HsElement } from '../shared/hs-element.js';
import { panelStyles } from '../shared/panel.styles.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { callQueueStyles } from './call-queue.styles.js';
import { Countdown } from './countdown.js';
import { OfferedNumber } from './offered-number.js';
import { keepPlace, takeUpPlace } from './place.js';
import { nameOf, numberOf, renderQueue, type QueuedCall } from './queue-view.js';

export type { QueuedCall } from './queue-view.js';

/** Why the list went on, stopped or began. */
export type QueueChangeReason = 'called' | 'skipped' | 'refused' | 'started' | 'paused';

/** What `hs-queue-change` carries. */
export interface QueueChange {
  readonly reason: QueueChangeReason;
  /** The index of the one to call next; the length of the list once it is done. */
  readonly position: number;
  /** Whom it is about: who was called, skipped or refused, or is next. */
  readonly item: QueuedCall | undefined;
}

/**
 * A list to work through. Start calls the first; the form after a call then offers “Save and call …” for the next, and the
 * dialer is filled with the number. With `pause-ms` the next is called by itself after so many ms, unless a call goes on or
 * waits to be saved, the user is not available, or the list is paused.
 *
 * A number that must not be called is refused by the page: `event.refuse('On the do-not-call list.')` at `hs-call-request`.
 * The reason is shown, and the list goes on with the next.
 *
 * The same list in an element that is drawn anew goes on where it was, as long as its bridge lives. Nothing is stored: keep
 * `position` from `hs-queue-change`, and set it to go on another day.
 *
 * @tag hs-call-queue
 * @fires hs-call-request - Call the next number: `{ toNumber, fromNumber, party }`. Cancelable.
 * @fires hs-queue-change - The list began, went on or was paused: `{ reason, position, item }`.
 * @csspart base - Around everything.
 * @csspart title - The name of the list.
 * @csspart progress-text - How many of how many.
 * @csspart progress - The same as a bar.
 * @csspart next - Who is next.
 * @csspart countdown - When they are called.
 * @csspart error - Who was left out, and why; or that a call could not be started.
 * @csspart start-button - Calls the first, or goes on after a pause.
 * @csspart pause-button - Stops the list before the next call.
 * @csspart skip-button - Leaves out who is next.
 * @cssstate open - There is a list. Without one the element is hidden.
 */
export class HsCallQueue extends HsElement {
  static override readonly tag = 'hs-call-queue';

  static override styles = [sharedStyles, panelStyles, callQueueStyles];

  static override properties: PropertyDeclarations = {
    queue: { attribute: false },
    position: { type: Number },
    pauseMs: { type: Number, attribute: 'pause-ms' },
    running: { type: Boolean, reflect: true },
    problem: { attribute: false },
  };

  /** Whom to call: `[{ phoneNumber, party }]`. Default: nobody. */
  queue: readonly QueuedCall[] = [];

  /** The index of the one to call next. Default: 0. */
  position = 0;

  /** Ms before the next is called by itself. Default: none is called by itself. */
  pauseMs: number | undefined;

  /** Whether the list is worked through; Start and Pause change it. Default: false. */
  running = false;

  private problem: string | undefined;

  /** Somebody has pressed Start here: it is this frame's, wherever the calls are. */
  #isStartedHere = false;

  readonly #countdown = new Countdown(this, () => {
    this.#call();
  });

  readonly #bridge: BridgeController = new BridgeController(this, {
    select: ({ intent, calls, user, pending, connection, frame }) => [
      intent,
      calls,
      user,
      pending,
      connection,
      frame,
    ],
    follow: (now, previous) => {
      if (previous) this.#follow(now, previous);
    },
    fail: (error) => {
      // Whoever pressed: the dialer, the form after a call, or this list.
      const isRefused = 'reason' in error && error.request === 'hs-call-request';
      if (isRefused && this.#next && this.#asked === numberOf(this.#next)) this.#leaveOut(error.reason);
    },
    refuse: (_request, reason) => {
      if (reason) return;
      this.problem = this.localize.term('callNotStarted');
      this.#change('paused', false);
    },
  });
  readonly #offered: OfferedNumber = new OfferedNumber(this.#bridge);
  /** The number that somebody asked to call last. */
  #asked: string | undefined;
  #followed: EventTarget | undefined;

  override disconnectedCallback(): void {
    // First: without a place in the page it has no bridge.
    this.#offered.takeBack();
    super.disconnectedCallback();
    this.#hear(undefined);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#hear(this.#bridge.bridge);
    this.toggleOpen(this.queue.length > 0);
    if (changed.has('queue') && changed.get('queue') !== undefined && !changed.has('position'))
      this.position = 0;
    takeUpPlace(this.#bridge.bridge, this, changed.get('queue'));
    this.#countdown.run(this.#mayCall ? this.pauseMs : undefined);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // Another number in the state is news for this element too: not before this update is over.
    queueMicrotask(() => {
      if (this.isConnected) this.#offered.offer(this.#isOurs ? this.#next : undefined);
    });
  }

  protected override render() {
    if (this.queue.length === 0) return nothing;
    return renderQueue({
      localize: this.localize,
      done: Math.min(this.position, this.queue.length),
      total: this.queue.length,
      next: this.#next,
      secondsLeft: this.#countdown.secondsLeft,
      problem: this.problem,
      isRunning: this.running,
      hasButtons: !this.#isBusy,
      onStart: () => {
        this.#isStartedHere = true;
        this.#change('started', true);
        this.#call();
      },
      onPause: () => {
        this.#change('paused', false);
      },
      onSkip: () => {
        this.problem = undefined;
        this.#advance('skipped');
      },
    });
  }

  get #next(): QueuedCall | undefined {
    return this.queue[this.position];
  }

  /** A call goes on, or waits to be saved. */
  get #isBusy(): boolean {
    const { state } = this.#bridge;
    return state !== undefined && (openCalls(state).length > 0 || this.#bridge.isPending('hs-call-request'));
  }

  /** Whether the next may be called by itself. */
  get #mayCall(): boolean {
    const { state } = this.#bridge;
    return (
      this.#isOurs &&
      !state?.frame.needsWindow &&
      !this.#isBusy &&
      this.#next !== undefined &&
      state?.connection === 'connected' &&
      state.user.loggedIn &&
      state.user.available
    );
  }

  /** It is worked through, and it is for this frame to go on with it. */
  get #isOurs(): boolean {
    return this.running && (this.#isStartedHere || this.#bridge.acts);
  }

  #follow(now: WidgetState, previous: WidgetState): void {
    if (isUserGone(now, previous)) {
      this.#change('paused', false);
      return;
    }
    const next = this.#next;
    if (!next || now.calls === previous.calls) return;
    const number = numberOf(next);
    const isCalled = now.calls.some(
      ({ direction, externalCallId, toNumber }) =>
        direction === 'outbound' &&
        !findCall(previous, externalCallId) &&
        isSameNumber(toNumber ?? '', number),
    );
    if (!isCalled) return;
    this.problem = undefined;
    this.#advance('called');
  }

  #call(): void {
    const next = this.#next;
    if (!next) return;
    this.problem = undefined;
    const { toNumber, wrong } = numberToDial(next.phoneNumber, next.countryCode);
    if (wrong) {
      this.#leaveOut(this.localize.term(`number.${wrong}`));
      return;
    }
    this.#bridge.ask('hs-call-request', {
      toNumber,
      fromNumber: this.#bridge.state?.fromNumber,
      party: next.party,
    });
  }

  /** Hears which numbers are asked for on a bridge, and on the one before no more. */
  #hear(bridge: EventTarget | undefined): void {
    if (bridge === this.#followed) return;
    this.#followed?.removeEventListener('hs-call-request', this.#onRequest);
    bridge?.addEventListener('hs-call-request', this.#onRequest);
    this.#followed = bridge;
  }

  readonly #onRequest = (event: Event): void => {
    this.#asked = (event as CustomEvent<{ readonly toNumber: string }>).detail.toNumber;
  };

  /** Goes on with the next, and says why. */
  #leaveOut(reason = ''): void {
    const next = this.#next;
    if (!next) return;
    this.problem = this.localize.term('queueRefused', nameOf(next), reason);
    this.#advance('refused');
  }

  #advance(reason: 'called' | 'skipped' | 'refused'): void {
    const item = this.#next;
    this.position += 1;
    this.#tell(reason, item);
    const next = this.#next;
    if (next && this.running) {
      const words = `${this.localize.term('queueNext')} ${nameOf(next)}`;
      announce(this.ownerDocument, words, `queue ${String(this.position)}`);
    }
  }

  #change(reason: 'started' | 'paused', running: boolean): void {
    if (!running) this.#isStartedHere = false;
    if (this.running === running) return;
    this.running = running;
    this.#tell(reason, this.#next);
  }

  #tell(reason: QueueChangeReason, item: QueuedCall | undefined): void {
    keepPlace(this.#bridge.bridge, this);
    const detail: QueueChange = { reason, position: this.position, item };
    this.dispatchEvent(new CustomEvent('hs-queue-change', { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-call-queue': HsCallQueue;
  }
  interface HTMLElementEventMap {
    'hs-queue-change': CustomEvent<QueueChange>;
  }
}
