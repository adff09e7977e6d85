/**
 * A frame where there are others: it mirrors the owner of the calls, or owns them itself, and takes them over when their
 * owner goes.
 */
import type { Forwarded } from '../bridge/index.js';
import { asOwner, isLive, type SharedState, type WidgetState } from '../call/index.js';
import { sharedOf } from '../call/shared-state.js';
import { tryClone } from '../link/clone.js';
import type { Envelope } from '../link/index.js';
import { callingError } from '../protocol/index.js';
import type { Membership } from './membership.js';
import { Owner } from './owner.js';
import { reuse } from './reuse.js';
import { watchSight, type SightWatch } from './sight.js';
import { isLater, termAfter } from './term.js';
import { Unheard, type HandedOn } from './unheard.js';
import { readMessage, say, type FrameMessage, type Said, type Snapshot } from './wire.js';

/** Ms until what the owner has not acknowledged is said again, and until a frame that has heard of no owner asks again. */
const repeatMs = 2000;

/** Ms that a frame which carries no calls waits for the window to be back, before it tells the end of its calls. */
const windowReturnsMs = 1000;

export class Several {
  readonly lateMs = 500;
  readonly #me: Membership;
  readonly #watch: SightWatch;
  /** Set while this frame owns the calls. */
  #owner: Owner | undefined;
  /** What the owner has told last. */
  #seen: Snapshot<SharedState> | undefined;
  /** What was handed on, here or in other frames, and the owner has not acknowledged: it may die before it hears of it. */
  readonly #unheard: Unheard;
  /** Aborted when the lock of the owner is not waited for any more. */
  #waiting = new AbortController();
  #stopTimer: (() => void) | undefined;
  /** It has the lock of the owner, or is given it at once, and is about to own the calls. */
  #isTaking = false;
  /** It has the lock of the owner, and waits whether the window comes back. */
  #isWaiting = false;
  /** The latest term that was said, by anybody. */
  #term = 0;
  #hasLeft = false;
  /** Of these requests this frame hears that they failed. */
  readonly #asked = new Set<string>();

  /** @param release - Gives the lock of the owner back, if this frame has it. */
  constructor(me: Membership, release: (() => void) | undefined) {
    this.#me = me;
    this.#unheard = new Unheard(me.id);
    this.#watch = watchSight(document, me.bridge, () => {
      if (this.#owner) this.#owner.tellSoon();
      else this.#greet();
    });
    if (release) this.#own(release, false);
    else this.#follow();
  }

  /** Hands something on to the owner; false if that is this frame. */
  forward(what: Forwarded): boolean {
    if (this.#owner) {
      this.#owner.notice(what);
      return false;
    }
    const copy = tryClone(what);
    const { reports } = this.#me;
    if (!copy || this.#unheard.isFull) {
      reports.fail(callingError(copy ? 'QUEUE_FULL' : 'NOT_CLONEABLE', what.kind));
      return true;
    }
    if (copy.kind === 'request') this.#asked.add(copy.request.name);
    this.#handOn(this.#unheard.add(copy));
    this.#show();
    this.#repeatLater();
    return true;
  }

  /** Has another frame send a message to HubSpot; false if this one is to send it. */
  relay(message: Envelope): boolean {
    return this.#owner?.relay(message) ?? false;
  }

  /** Hears another frame. */
  receive(data: unknown): void {
    const message = readMessage(data);
    if (!message || this.#hasLeft) return;
    if (message.kind === 'snapshot') this.#see(message);
    else if (message.from === this.#me.id) return;
    else if (this.#owner) this.#owner.receive(message);
    else this.#hear(message);
  }

  /** Another frame has taken the calls over. */
  lose(): void {
    this.#waiting.abort();
    this.#isWaiting = false;
    this.#isTaking = false;
    // Until the other one tells more, nothing else is known: it may be gone at once.
    this.#seen = this.#owner?.snapshot() ?? this.#seen;
    this.#term = this.#seen?.term ?? this.#term;
    this.#owner?.stop();
    this.#owner = undefined;
    if (!this.#hasLeft) this.#follow();
  }

  /** The frame goes. Returns whether another one goes on with the calls. */
  leave(): boolean {
    // One that is about to own the calls knows them as the only one.
    const isHandedOn = this.#owner ? this.#owner.leave() : !this.#isTaking;
    this.#hasLeft = true;
    this.#waiting.abort();
    this.#watch.stop();
    this.#stopTimer?.();
    return isHandedOn;
  }

  /** Mirrors whoever owns the calls, until this frame is to own them. */
  #follow(): void {
    this.#showStatus();
    this.#greet();
    void this.#handOnKept();
    this.#repeatLater();
    void this.#claim('wait');
  }

  /** The owner goes on with the calls of the page before this one. */
  async #handOnKept(): Promise<void> {
    const { reports } = this.#me;
    await reports.prepare();
    // Meanwhile this frame may have become the owner, which takes them by itself.
    const kept = this.#owner || this.#hasLeft ? [] : reports.takeKept();
    if (kept.length > 0) this.forward({ kind: 'kept', kept });
  }

  /** Takes the calls over as soon as this frame gets the lock of the owner. */
  async #claim(how: 'wait' | 'steal'): Promise<void> {
    const { locks, ownerLock } = this.#me;
    this.#waiting.abort();
    const { signal } = (this.#waiting = new AbortController());
    this.#isTaking = how === 'steal';
    try {
      const onLost = () => {
        this.lose();
      };
      const release = await locks.request(ownerLock, how, onLost, how === 'wait' ? signal : undefined);
      if (release) await this.#takeOver(release, signal);
    } catch {
      // It is not waited for any more, or the browser refuses it: then this frame stays what it is.
    }
  }

  async #takeOver(release: () => void, signal: AbortSignal): Promise<void> {
    const { reports, rules, clock } = this.#me;
    this.#isTaking = true;
    // A window that is only loaded anew is back by then, and goes on with the calls.
    this.#isWaiting = rules.rank === 0 && (this.#seen?.shared.calls.some(isLive) ?? false);
    if (this.#isWaiting) await new Promise<void>((resolve) => clock.after(windowReturnsMs, resolve));
    await reports.prepare();
    if (signal.aborted) {
      release();
      return;
    }
    this.#isWaiting = false;
    this.#isTaking = false;
    this.#own(release, true);
  }

  #own(release: () => void, isTakenOver: boolean): void {
    const { reports, id } = this.#me;
    const heard = new Map(this.#seen?.heard);
    heard.set(id, this.#unheard.count);
    this.#asked.clear();
    this.#stopTimer?.();
    this.#stopTimer = undefined;
    this.#owner = new Owner(this.#me, {
      watch: this.#watch,
      release,
      heard,
      term: (this.#term = termAfter(this.#term)),
      speakers: new Map(this.#seen?.speakers),
    });
    if (isTakenOver) reports.inherit(asOwner(this.#me.host), this.#seen?.voice);
    for (const one of this.#unheard.take()) {
      if (one.from !== id) this.#owner.receive({ kind: 'forward', ...one });
      else if (one.what) reports.perform(one.what);
    }
    this.#owner.tellSoon();
  }

  #see(snapshot: Snapshot): void {
    if (this.#owner) {
      // Another one says that it owns the calls, too. Who has the lock does: a frame that loses it hears of that.
      this.#owner.outdo(snapshot);
      return;
    }
    const seen = this.#seen;
    if (snapshot.from === this.#me.id) return;
    if (seen && !isLater(snapshot, seen)) return;
    const history = snapshot.shared.history ?? seen?.shared.history;
    if (!history) return; // all of it is told when it is asked for
    const shared = reuse(sharedOf({ ...snapshot.shared, history }), seen?.shared);
    this.#seen = { ...snapshot, shared };
    this.#term = snapshot.term;
    this.#unheard.acknowledge(snapshot.heard);
    if (snapshot.from !== seen?.from) {
      this.#greet();
      this.#repeat();
    }
    this.#showStatus();
    this.#show();
    const { rank } = this.#me.rules;
    const isFree = snapshot.rank === 0 || !shared.calls.some(isLive);
    if (rank > snapshot.rank && isFree && !this.#isTaking) void this.#goBefore();
  }

  /** Takes the calls over from an owner of a lower rank. Anybody may say to be one: whoever is not holds the lock of this rank. */
  async #goBefore(): Promise<void> {
    const { locks, rankLock, rules } = this.#me;
    const release = await locks.request(rankLock(rules.rank), 'now').catch(() => undefined);
    release?.();
    if (release && !this.#owner && !this.#hasLeft && !this.#isTaking) void this.#claim('steal');
  }

  #hear(message: FrameMessage): void {
    const { id, reports } = this.#me;
    if (message.kind === 'forward') {
      this.#unheard.overhear(message);
      this.#show();
    } else if (message.kind === 'relay' && message.to === id) {
      reports.send(message.message);
      this.#say({ kind: 'relayed', number: message.number });
    } else if (message.kind === 'failed' && this.#asked.delete(message.error.request ?? '')) {
      reports.fail(message.error);
    } else if (message.kind === 'hello') {
      // It may be new.
      this.#repeat();
      if (this.#isWaiting) this.#offer();
    }
  }

  /** Tells a window that may be back what is known here: it takes the calls over. */
  #offer(): void {
    const known = this.#known();
    if (!known || !this.#seen) return;
    this.#term = termAfter(this.#term);
    const { rank } = this.#me.rules;
    this.#say({ ...this.#seen, rank, term: this.#term, shared: sharedOf(known) });
  }

  #showStatus(): void {
    const { reports, id } = this.#me;
    const { place, rank, ringer } = this.#seen ?? {};
    reports.update({
      role: 'mirror',
      ownerPlace: place,
      needsWindow: rank === 0,
      rings: ringer === id,
    });
  }

  /** Shows what the owner has told, and what was done here that it has not heard of. */
  #show(): void {
    const known = this.#known();
    if (known) this.#me.reports.mirror(sharedOf(this.#unheard.withAsked(known)));
  }

  #known(): WidgetState | undefined {
    if (!this.#seen) return undefined;
    return this.#unheard.foresee({ ...this.#me.bridge.getState(), ...this.#seen.shared });
  }

  #repeatLater(): void {
    this.#stopTimer ??= this.#me.clock.after(repeatMs, () => {
      this.#stopTimer = undefined;
      if (this.#owner || this.#hasLeft) return;
      if (!this.#seen) this.#greet();
      this.#repeat();
      if (!this.#seen || this.#unheard.hasOwn) this.#repeatLater();
    });
  }

  #repeat(): void {
    for (const one of this.#unheard.all) this.#handOn(one);
  }

  // The frame in which it has happened may be gone since.
  #handOn({ from, ...one }: HandedOn): void {
    say({ ...this.#me, id: from }, { kind: 'forward', ...one });
  }

  #greet(): void {
    this.#say({ kind: 'hello', sight: this.#watch.sight });
  }

  #say(message: Said): void {
    say(this.#me, message);
  }
}
