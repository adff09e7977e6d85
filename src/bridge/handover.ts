/**
 * The end of a bridge, and what becomes of its calls then. People are asked before a page goes that takes a call with it.
 * When it goes, calls that are not finished are kept in the tab; nothing is said of them then, since HubSpot's own page may
 * be going too. `take-up.ts` is the other side of it, in the next page.
 */
import {
  awaitsWrapUp,
  findCall,
  isLive,
  isOtherUser,
  isUserGone,
  wasMissed,
  type Call,
  type CallHappening,
  type Store,
  type WidgetState,
} from '../call/index.js';
import type { Clock } from '../link/index.js';
import { callingError, isSameUser, type HostContext } from '../protocol/index.js';
import type { Connection } from './connection.js';
import { raise } from './events.js';
import { isUnfinished, maxKept, storeCalls, takeCalls, type KeptCall } from './kept-calls.js';
import type { Outbox } from './outbox.js';
import type { Page } from './page.js';
import type { ReplyWatch } from './reply-watch.js';
import type { RequestDesk } from './request-desk.js';
import { TakeUp } from './take-up.js';

/** What a handover works with. */
export interface HandoverParts {
  readonly store: Store;
  readonly page: Page;
  readonly clock: Clock;
  readonly connection: Connection;
  readonly outbox: Pick<Outbox, 'say' | 'finish' | 'tellEnd' | 'flush' | 'drop'>;
  readonly desk: Pick<RequestDesk, 'voice' | 'stop'>;
  readonly replies: Pick<ReplyWatch, 'stop'>;
  /** Gets the events. */
  readonly target: EventTarget;
  /** Whether calls that have ended wait for the user to finish them. */
  readonly hasWrapUp: () => boolean;
}

export class Handover {
  readonly #parts: HandoverParts;
  readonly #takeUp: TakeUp;
  /** What is stored of this page while the browser keeps it: the calls’ ids by the keys of their entries. */
  #stored: ReadonlyMap<string, string> = new Map();
  /** Whose call it is, by its id, where HubSpot has given the page to somebody else since. */
  readonly #owners = new Map<string, HostContext>();
  #unwatch: (() => void) | undefined;
  #unguard: (() => void) | undefined;
  /** That the browser stores no call was told. */
  #isRefusalTold = false;

  constructor(parts: HandoverParts) {
    this.#parts = parts;
    const { store } = parts;
    this.#takeUp = new TakeUp({ ...parts, isOfAnother: (id) => this.#owners.has(id) });
    store.subscribe((now, previous) => {
      this.#guard();
      if (previous?.host && isUserGone(now, previous))
        this.#endSession(previous.host, isOtherUser(now, previous));
      if (previous) this.#finishEnded(now.calls, previous);
    });
  }

  /** From now on the calls are kept when the page goes. */
  start(): void {
    this.#unwatch ??= this.#parts.page.watch(
      (mayReturn) => {
        if (mayReturn) this.#stored = this.#keep();
        else this.leave();
      },
      () => {
        this.#comeBack();
      },
    );
    this.#guard();
  }

  /** Takes the calls of the page before. */
  takeUp(): void {
    this.#takeUp.start();
  }

  /** The bridge goes and the page stays: the calls of a voice are ended, and calls that ended are completed. */
  end(): void {
    const { voice } = this.#parts.desk;
    voice?.endCalls();
    for (const kept of this.#takeUp.awaited) this.#takeUp.finish(kept, 'network');
    this.#close(voice !== undefined, new Set());
  }

  /** The page goes. Where a call cannot be kept, its end is told now, as well as that can be done. */
  leave(): void {
    const { desk, store } = this.#parts;
    const { voice } = desk;
    const isLasting = store.getState().voice?.capabilities.restore;
    this.#close(voice !== undefined, new Set(this.#keep().values()));
    if (!isLasting) voice?.endCalls();
  }

  // The next user sees nothing of the last one. Who logs out has what they wrote so far saved, and nothing stays in the
  // tab. Where HubSpot names another user, it is not theirs to hear: the calls wait in the tab for their own user.
  #endSession(host: HostContext, isOther: boolean): void {
    const { store, page, clock, hasWrapUp } = this.#parts;
    if (!isOther) takeCalls(page.storage, host, clock.now());
    for (const kept of this.#takeUp.awaited) {
      this.#takeUp.decide(kept.call.externalCallId);
      if (!isOther || storeCalls(page.storage, [kept]).size === 0) this.#takeUp.finish(kept, 'network');
    }
    for (const call of store.getState().calls) {
      const { externalCallId } = call;
      if (isOther && !this.#owners.has(externalCallId)) this.#owners.set(externalCallId, host);
      if (!hasWrapUp() && !this.#takeUp.has(externalCallId)) continue;
      const isForm = awaitsWrapUp(call) && call.saving !== 'pending';
      this.#step(externalCallId, { type: 'CALL_UNATTENDED' });
      if (isForm) this.#finishFor(call);
    }
  }

  /** Completes a call of which HubSpot knows the end, or leaves it to its user, if that is not who uses the page. */
  #finishFor(call: Call): void {
    const { store, page, clock, outbox } = this.#parts;
    const [owner, host] = [this.#owners.get(call.externalCallId), store.getState().host];
    const isOurs = !owner || !host || isSameUser(owner, host);
    if (isOurs || storeCalls(page.storage, [this.#kept(call, owner)]).size === 0) outbox.finish(call);
    else this.#step(call.externalCallId, { type: 'CALL_TAKEN_OVER', at: clock.now() });
  }

  // A call that was missed or declined, or that went on when its user had logged out: no form asks for it. Whoever reported
  // its end may complete it first.
  #finishEnded(calls: readonly Call[], previous: WidgetState): void {
    for (const call of calls) {
      const { externalCallId, unattended } = call;
      const isUnasked = unattended || (wasMissed(call) && this.#parts.hasWrapUp());
      const before = isUnasked ? findCall(previous, externalCallId) : undefined;
      if (!before || !isLive(before)) continue;
      queueMicrotask(() => {
        const now = findCall(this.#parts.store.getState(), externalCallId);
        if (now?.phase === 'wrap-up' && now.saving === 'none') this.#finishFor(now);
      });
    }
  }

  #keep(): ReadonlyMap<string, string> {
    const { store, page, target, hasWrapUp } = this.#parts;
    const { connection, host, calls } = store.getState();
    if (connection !== 'connected' || !host) return new Map();
    const unfinished = calls.filter((call) => isUnfinished(call, hasWrapUp()) && !this.#isAsked(call));
    const kept = [...this.#takeUp.awaited, ...unfinished.map((call) => this.#kept(call, host))];
    const stored = storeCalls(page.storage, kept);
    if (stored.size < Math.min(kept.length, maxKept) && !this.#isRefusalTold) {
      this.#isRefusalTold = true;
      raise(target, 'hs-error', callingError('NOT_STORED', 'a call'));
    }
    return stored;
  }

  // HubSpot owes the page before an answer, and was silent in this one too.
  #isAsked({ externalCallId, phase, saving }: Call): boolean {
    return phase === 'completed' && saving === 'pending' && this.#takeUp.has(externalCallId);
  }

  #kept(call: Call, host: HostContext): KeptCall {
    const { store, clock, hasWrapUp } = this.#parts;
    const { portalId, userId } = this.#owners.get(call.externalCallId) ?? host;
    const isLasting = store.getState().voice?.capabilities.restore ?? false;
    const isLate = call.phase === 'transferred' && call.engagementId === undefined;
    const left = isLate ? { ...call, saving: 'failed' as const } : call;
    return { portalId, userId, leftAt: clock.now(), isLasting, hasForm: hasWrapUp(), call: left };
  }

  // The browser has shown the page again. What another page has taken meanwhile, it has told to HubSpot.
  #comeBack(): void {
    const { page, outbox } = this.#parts;
    const gone = [...this.#stored].filter(([key]) => !page.storage.take(key)).map(([, id]) => id);
    this.#stored = new Map();
    outbox.drop(gone);
    for (const externalCallId of gone) {
      this.#takeUp.decide(externalCallId);
      this.#step(externalCallId, { type: 'CALL_TAKEN_OVER', at: this.#parts.clock.now() });
    }
  }

  #close(endsCalls: boolean, kept: ReadonlySet<string>): void {
    const { store, connection, outbox, desk, replies } = this.#parts;
    const state = store.getState();
    const isAbandoned = (call: Call) =>
      (call.phase === 'wrap-up' && call.saving === 'none') || (endsCalls && isLive(call));
    for (const call of state.calls) {
      if (state.connection === 'connected' && isAbandoned(call) && !kept.has(call.externalCallId))
        outbox.finish(call);
    }
    // That a call was handed over is said in any case.
    const isDropped = ({ externalCallId, phase }: Call) =>
      kept.has(externalCallId) && phase !== 'transferred';
    outbox.drop(state.calls.filter(isDropped).map(({ externalCallId }) => externalCallId));
    outbox.flush();
    this.#takeUp.stop();
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#guard();
    desk.stop();
    replies.stop();
    connection.close();
  }

  // Only as long as it is needed: a page that asks is not kept by the browser to be shown again.
  #guard(): void {
    const { store, page } = this.#parts;
    const { calls, voice } = store.getState();
    const isNeeded = this.#unwatch !== undefined && !voice?.capabilities.restore && calls.some(isLive);
    if (isNeeded) this.#unguard ??= page.guard();
    else {
      this.#unguard?.();
      this.#unguard = undefined;
    }
  }

  #step(externalCallId: string, happened: CallHappening): void {
    this.#parts.store.dispatch({ type: 'CALL', externalCallId, happened });
  }
}
