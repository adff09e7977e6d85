/**
 * The end of a bridge, and the way of its calls from one page to the next. When the page goes, calls that HubSpot waits for
 * are kept in the tab; nothing is said of them then, since HubSpot's own page may be going too. The next page takes them:
 * the voice goes on with the call that HubSpot names, if it can, and every other one is ended and completed.
 */
import {
  awaitsWrapUp,
  endStatusOf,
  findCall,
  isLive,
  isOtherUser,
  isOver,
  isUserGone,
  wasMissed,
  type Call,
  type CallHappening,
  type EndReason,
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
import type { BridgeVoice } from './voice.js';

/** What a handover works with. */
export interface HandoverParts {
  readonly store: Store;
  readonly page: Page;
  readonly clock: Clock;
  readonly connection: Connection;
  readonly outbox: Pick<Outbox, 'say' | 'finish' | 'flush' | 'drop'>;
  readonly desk: Pick<RequestDesk, 'voice' | 'stop'>;
  readonly replies: Pick<ReplyWatch, 'stop'>;
  /** Gets the events. */
  readonly target: EventTarget;
  /** Whether calls that have ended wait for the user to finish them. */
  readonly hasWrapUp: () => boolean;
}

/** Ms that a voice may take until it goes on with a call of the page before. */
const restoreTimeoutMs = 10_000;

/** A call that the voice is to go on with. */
interface Awaited {
  readonly kept: KeptCall;
  /** Aborted once it is decided. */
  readonly decided: AbortController;
  /** The voice that was asked. */
  voice: BridgeVoice | undefined;
}

export class Handover {
  readonly #parts: HandoverParts;
  readonly #awaited = new Map<string, Awaited>();
  /** What is stored of this page while the browser keeps it: the calls’ ids by the keys of their entries. */
  #stored: ReadonlyMap<string, string> = new Map();
  /** Whose call it is, by its id, where HubSpot has given the page to somebody else since. */
  readonly #owners = new Map<string, HostContext>();
  #unwatch: (() => void) | undefined;
  /** That the browser stores no call was told. */
  #isRefusalTold = false;

  constructor(parts: HandoverParts) {
    this.#parts = parts;
    const { store } = parts;
    store.subscribe((now, previous, cause) => {
      if (cause?.type === 'SAID' && cause.message.type === 'INITIALIZED') this.takeUp();
      this.#askVoice();
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
  }

  /** The bridge goes and the page stays: the calls of a voice are ended, and calls that ended are completed. */
  end(): void {
    const { voice } = this.#parts.desk;
    voice?.endCalls();
    for (const { kept } of this.#awaited.values()) this.#finish(kept, 'network');
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

  /** Takes the calls of the page before, once INITIALIZED was said, and the app has had its turn to restore some itself. */
  takeUp(): void {
    queueMicrotask(() => {
      this.#takeUp();
    });
  }

  #takeUp(): void {
    const { store, page, connection, clock } = this.#parts;
    const { host, connection: state } = store.getState();
    if (!host || state !== 'connected' || !connection.link?.isInitialized) return;
    const { engagementId } = host;
    const all = takeCalls(page.storage, host, clock.now());
    const named =
      engagementId === undefined
        ? undefined
        : (all.find(({ call }) => call.engagementId === engagementId) ??
          all.find(({ call }) => call.awaitsEngagement));
    for (const kept of all) {
      const call = kept === named ? { ...kept.call, engagementId, awaitsEngagement: false } : kept.call;
      if (this.#isRestored(call)) continue;
      if (kept !== named || !kept.isLasting || !isLive(call)) this.#finish({ ...kept, call });
      else this.#await({ ...kept, call });
    }
    this.#askVoice();
  }

  // The next user sees nothing of the last one. Who logs out has what they wrote so far saved, and nothing stays in the
  // tab. Where HubSpot names another user, it is not theirs to hear: the calls wait in the tab for their own user.
  #endSession(host: HostContext, isOther: boolean): void {
    const { store, page, clock, hasWrapUp } = this.#parts;
    if (!isOther) takeCalls(page.storage, host, clock.now());
    for (const { kept } of this.#awaited.values()) {
      this.#decide(kept.call.externalCallId);
      if (!isOther || storeCalls(page.storage, [kept]).size === 0) this.#finish(kept, 'network');
    }
    for (const call of store.getState().calls) {
      const { externalCallId } = call;
      if (isOther && !this.#owners.has(externalCallId)) this.#owners.set(externalCallId, host);
      if (!hasWrapUp()) continue;
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
    if (isOurs || storeCalls(page.storage, [this.#kept(call, owner)]).size === 0) outbox.finish(call, true);
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
    const { store, page, target } = this.#parts;
    const { connection, host, calls } = store.getState();
    if (connection !== 'connected' || !host) return new Map();
    const kept = [
      ...Array.from(this.#awaited.values(), (awaited) => awaited.kept),
      ...calls.filter(isUnfinished).map((call) => this.#kept(call, host)),
    ];
    const stored = storeCalls(page.storage, kept);
    if (stored.size < Math.min(kept.length, maxKept) && !this.#isRefusalTold) {
      this.#isRefusalTold = true;
      raise(target, 'hs-error', callingError('NOT_STORED', 'a call'));
    }
    return stored;
  }

  #kept(call: Call, host: HostContext): KeptCall {
    const { store, clock } = this.#parts;
    const { portalId, userId } = this.#owners.get(call.externalCallId) ?? host;
    const isLasting = store.getState().voice?.capabilities.restore ?? false;
    return { portalId, userId, leftAt: clock.now(), isLasting, call };
  }

  // The browser has shown the page again. What another page has taken meanwhile, it has told to HubSpot.
  #comeBack(): void {
    const { page, outbox } = this.#parts;
    const gone = [...this.#stored].filter(([key]) => !page.storage.take(key)).map(([, id]) => id);
    this.#stored = new Map();
    outbox.drop(gone);
    for (const externalCallId of gone) {
      this.#decide(externalCallId);
      this.#step(externalCallId, { type: 'CALL_TAKEN_OVER', at: this.#parts.clock.now() });
    }
  }

  #close(endsCalls: boolean, kept: ReadonlySet<string>): void {
    const { store, connection, outbox, desk, replies } = this.#parts;
    const state = store.getState();
    const isAbandoned = (call: Call) =>
      (call.phase === 'wrap-up' && call.saving === 'none') || (endsCalls && isLive(call));
    for (const call of state.calls) {
      const { externalCallId } = call;
      if (state.connection === 'connected' && isAbandoned(call) && !kept.has(externalCallId))
        outbox.say('CALL_COMPLETED', { externalCallId });
    }
    outbox.drop(kept);
    outbox.flush();
    for (const externalCallId of [...this.#awaited.keys()]) this.#decide(externalCallId);
    this.#unwatch?.();
    this.#unwatch = undefined;
    desk.stop();
    replies.stop();
    connection.close();
  }

  /** Whether the app goes on with this call. What was noted before is not lost. */
  #isRestored({ externalCallId, engagementId, engagement }: Call): boolean {
    const state = this.#parts.store.getState();
    const call =
      findCall(state, externalCallId) ??
      state.calls.find((one) => engagementId !== undefined && one.engagementId === engagementId);
    if (!call || (isOver(call) && this.#owners.has(externalCallId))) return false;
    const changes = { engagement: { ...engagement, ...call.engagement } };
    this.#step(call.externalCallId, { type: 'CALL_CHANGED', at: this.#parts.clock.now(), changes });
    return true;
  }

  #await(kept: KeptCall): void {
    const { externalCallId } = kept.call;
    const decided = new AbortController();
    this.#awaited.set(externalCallId, { kept, decided, voice: undefined });
    const stopTimer = this.#parts.clock.after(restoreTimeoutMs, () => {
      this.#decide(externalCallId);
      this.#finish(kept, 'network');
    });
    decided.signal.addEventListener('abort', stopTimer);
  }

  #askVoice(): void {
    const { voice } = this.#parts.desk;
    for (const awaited of this.#awaited.values()) {
      if (!voice || awaited.voice === voice) continue;
      awaited.voice = voice;
      void this.#restore(voice, awaited);
    }
  }

  async #restore(voice: BridgeVoice, { kept, decided }: Awaited): Promise<void> {
    const isBack = await voice.restore?.(kept.call, decided.signal).catch(() => undefined);
    if (this.#decide(kept.call.externalCallId) && !isBack) this.#finish(kept, 'network');
  }

  /** The call waits for the voice no more; false if it did not. */
  #decide(externalCallId: string): boolean {
    this.#awaited.get(externalCallId)?.decided.abort();
    return this.#awaited.delete(externalCallId);
  }

  #finish({ call, leftAt }: KeptCall, reason?: EndReason): void {
    const { store, outbox } = this.#parts;
    store.dispatch({
      type: 'CALL_RESTORED',
      call: {
        ...call,
        phase: 'wrap-up',
        unattended: true,
        awaitsMatches: false,
        endedAt: call.endedAt ?? leftAt,
        endStatus: call.endStatus ?? endStatusOf(call, reason),
      },
    });
    const restored = findCall(store.getState(), call.externalCallId);
    if (restored) outbox.finish(restored, !isLive(call));
  }

  #step(externalCallId: string, happened: CallHappening): void {
    this.#parts.store.dispatch({ type: 'CALL', externalCallId, happened });
  }
}
