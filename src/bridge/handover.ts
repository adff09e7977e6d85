/**
 * The end of a bridge, and what becomes of its calls then. People are asked before a page goes that takes a call with it.
 * When it goes, calls that are not finished are kept in the tab; nothing is said of them then, since HubSpot's own page may
 * be going too. `call-keeper.ts` keeps them, and `take-up.ts` is the other side of it, in the next page.
 */
import {
  awaitsWrapUp,
  findCall,
  isLive,
  isMirror,
  isOtherUser,
  isUnsaved,
  isUserGone,
  wasMissed,
  type Call,
  type CallHappening,
  type WidgetState,
} from '../call/index.js';
import { callingError, type HostContext } from '../protocol/index.js';
import type { CallKeeper, CallKeeperParts } from './call-keeper.js';
import { raise } from './events.js';
import type { FrameSeam } from './frames.js';
import { Later } from './later.js';
import type { Outbox } from './outbox.js';
import { keptCalls } from './page.js';
import type { ReplyWatch } from './reply-watch.js';
import type { RequestDesk } from './request-desk.js';

/** What a handover works with. */
export interface HandoverParts extends CallKeeperParts {
  readonly outbox: CallKeeperParts['outbox'] & Pick<Outbox, 'say' | 'flush'>;
  readonly desk: Pick<RequestDesk, 'voice' | 'stop'>;
  readonly replies: Pick<ReplyWatch, 'stop'>;
  readonly frames: FrameSeam;
}

/** What only calls need, of this page or of the one before. It is loaded beside the handshake, or soon after it. */
export const withCalls = new Later(() => import('./with-calls.js'));

export class Handover {
  readonly #parts: HandoverParts;
  /** Undefined until its code is there. */
  #keeper: CallKeeper | undefined;
  #unwatch: (() => void) | undefined;
  #unguard: (() => void) | undefined;

  constructor(parts: HandoverParts) {
    this.#parts = parts;
    if (withCalls.code) this.#keeper = new withCalls.code.CallKeeper(parts);
    parts.store.subscribe((now, previous) => {
      this.#guard();
      const isConnected = now.connection === 'connected' && previous?.connection !== 'connected';
      if (isConnected || now.calls.length > (previous?.calls.length ?? 0)) void this.#loadKeeper();
      // What happens in the frame that owns the calls is finished there, also what was begun here.
      if (isMirror(now)) {
        if (previous && !isMirror(previous)) this.#giveOver(now.calls);
        return;
      }
      if (previous?.host && isUserGone(now, previous))
        this.#endSession(previous.host, isOtherUser(now, previous));
      if (previous) this.#finishEnded(now.calls, previous);
    });
  }

  /** From now on the calls are kept when the page goes. */
  start(): void {
    const { page } = this.#parts;
    this.#unwatch ??= page.watch(
      (mayReturn) => {
        if (!mayReturn) this.leave();
        else {
          this.#parts.frames.current.leave();
          this.#keeper?.keepForReturn();
        }
      },
      () => {
        this.#keeper?.comeBack();
        this.#parts.frames.current.comeBack();
      },
    );
    this.#guard();
    if (page.storage.entries(keptCalls).length > 0) void this.#loadKeeper();
  }

  /** Takes the calls of the page before. */
  takeUp(): void {
    this.#keeper?.takeUp();
  }

  /** The bridge goes and the page stays: the calls of a voice are ended, and calls that ended are completed. */
  end(): void {
    const { voice } = this.#parts.desk;
    voice?.endCalls();
    this.#keeper?.finishAwaited();
    this.#close(voice !== undefined, new Set());
  }

  /** Keeps the calls; undefined until its code is there. */
  get keeper(): CallKeeper | undefined {
    return this.#keeper;
  }

  /** Loads what it takes to go on with calls. */
  prepare(): Promise<void> {
    return this.#loadKeeper();
  }

  /** The page goes. Where a call cannot be kept, its end is told now, as well as that can be done. */
  leave(): void {
    const { desk, store, frames } = this.#parts;
    const { voice } = desk;
    const state = store.getState();
    const isLasting = state.voice?.capabilities.restore;
    const isHandedOn = frames.current.leave();
    const kept = this.#keeper?.keep().values() ?? [];
    if (!this.#keeper && !isHandedOn) this.#tellNotKept();
    const ids = isHandedOn ? state.calls.map(({ externalCallId }) => externalCallId) : kept;
    this.#close(voice !== undefined, new Set(ids));
    if (!isLasting) voice?.endCalls();
  }

  /** Whether the next page could go on with what is known of a call, should this one go now. */
  keeps(externalCallId: string): boolean {
    if (isMirror(this.#parts.store.getState())) return true;
    return this.#unwatch !== undefined && (this.#keeper?.keeps(externalCallId) ?? false);
  }

  #giveOver(calls: readonly Call[]): void {
    this.#parts.outbox.drop(calls.map(({ externalCallId }) => externalCallId));
    this.#keeper?.stop();
  }

  // What it has to take up of the page before, it takes up as soon as it is there.
  async #loadKeeper(): Promise<void> {
    const code = await withCalls.load();
    if (this.#keeper || !code) return;
    this.#keeper = new code.CallKeeper(this.#parts);
    this.#keeper.takeUp();
  }

  #tellNotKept(): void {
    const { store, target } = this.#parts;
    const { connection, calls } = store.getState();
    if (connection === 'connected' && calls.some((call) => isLive(call) || isUnsaved(call)))
      raise(target, 'hs-error', callingError('NOT_STORED', 'a call'));
  }

  // The next user sees nothing of the last one. Who logs out has what they wrote so far saved, and nothing stays in the
  // tab. Where HubSpot names another user, it is not theirs to hear: the calls wait in the tab for their own user.
  #endSession(host: HostContext, isOther: boolean): void {
    const { store, hasWrapUp } = this.#parts;
    this.#keeper?.endSession(host, isOther);
    for (const call of store.getState().calls) {
      const { externalCallId } = call;
      if (!hasWrapUp() && !this.#keeper?.hasTaken(externalCallId)) continue;
      const isForm = awaitsWrapUp(call) && call.saving !== 'pending';
      this.#step(externalCallId, { type: 'CALL_UNATTENDED' });
      if (isForm) this.#finishFor(call);
    }
  }

  /** Completes a call of which HubSpot knows the end, or leaves it to its user, if that is not who uses the page. */
  #finishFor(call: Call): void {
    const { clock, outbox } = this.#parts;
    if (this.#keeper?.keepForOwner(call))
      this.#step(call.externalCallId, { type: 'CALL_TAKEN_OVER', at: clock.now() });
    else outbox.finish(call);
  }

  // A call that was missed or declined, or that went on when its user had logged out: no form asks for it. Whoever reported
  // its end may complete it first.
  #finishEnded(calls: readonly Call[], previous: WidgetState): void {
    for (const call of calls) {
      const before = this.#isUnasked(call) ? findCall(previous, call.externalCallId) : undefined;
      if (!before || !isLive(before)) continue;
      const finish = () => {
        const now = findCall(this.#parts.store.getState(), call.externalCallId);
        if (now?.phase === 'wrap-up' && now.saving === 'none' && this.#isUnasked(now)) this.#finishFor(now);
      };
      queueMicrotask(() => {
        if (this.#keeper) this.#keeper.afterOthers(finish);
        else finish();
      });
    }
  }

  #isUnasked(call: Call): boolean {
    return call.unattended || (wasMissed(call) && this.#parts.hasWrapUp());
  }

  #close(endsCalls: boolean, kept: ReadonlySet<string>): void {
    const { store, connection, outbox, desk, replies, frames } = this.#parts;
    const state = store.getState();
    const isAbandoned = (call: Call) =>
      !isMirror(state) &&
      ((call.phase === 'wrap-up' && call.saving === 'none') || (endsCalls && isLive(call)));
    for (const call of state.calls) {
      if (state.connection === 'connected' && isAbandoned(call) && !kept.has(call.externalCallId))
        outbox.finish(call);
    }
    // That a call was handed over is said in any case.
    const isDropped = ({ externalCallId, phase }: Call) =>
      kept.has(externalCallId) && phase !== 'transferred';
    outbox.drop(state.calls.filter(isDropped).map(({ externalCallId }) => externalCallId));
    outbox.flush();
    this.#keeper?.stop();
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#guard();
    frames.current.leave();
    desk.stop();
    replies.stop();
    connection.close();
  }

  // Only as long as it is needed: a page that asks is not kept by the browser to be shown again.
  #guard(): void {
    const { store, page } = this.#parts;
    const state = store.getState();
    const { calls, voice } = state;
    const isNeeded =
      !isMirror(state) && this.#unwatch !== undefined && !voice?.capabilities.restore && calls.some(isLive);
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
