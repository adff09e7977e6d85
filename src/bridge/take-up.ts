/**
 * The calls of the page before, as the next page takes them up. The voice goes on with those that it can. Every other one has
 * ended: its form comes back with what was written, or, where no form asks for it, it is completed.
 */
import {
  advance,
  awaitsWrapUp,
  endStatusOf,
  findCall,
  isLive,
  isOver,
  isUnsaved,
  type Call,
  type CallHappening,
  type EndReason,
  type Store,
  type WidgetState,
} from '../call/index.js';
import type { Clock } from '../link/index.js';
import type { Connection } from './connection.js';
import type { FrameSeam } from './frames.js';
import { takeCalls, toldKey, type KeptCall, type Told } from './kept-calls.js';
import type { Outbox } from './outbox.js';
import type { Page } from './page.js';
import type { RequestDesk } from './request-desk.js';
import type { BridgeVoice } from './voice.js';

/** What the calls of the page before are taken up with. */
export interface TakeUpParts {
  readonly store: Store;
  readonly page: Page;
  readonly clock: Clock;
  readonly connection: Connection;
  readonly outbox: Pick<Outbox, 'finish' | 'tellEnd'>;
  readonly desk: Pick<RequestDesk, 'voice'>;
  readonly frames: FrameSeam;
  /** Whether calls that have ended wait for the user to finish them. */
  readonly hasWrapUp: () => boolean;
  /** Whether HubSpot has given the page to somebody else since this call began. */
  readonly isOfAnother: (externalCallId: string) => boolean;
}

/** Ms that a voice may take until it goes on with a call, and that a screen may take until it shows the form of one. */
const takeUpTimeoutMs = 10_000;

/** A call that the voice is to go on with. */
interface Awaited {
  readonly kept: KeptCall;
  /** Aborted once it is decided. */
  readonly decided: AbortController;
  /** What the voice of another frame has told of its calls. */
  readonly voiceBefore: unknown;
  /** The voice that was asked. */
  voice: BridgeVoice | undefined;
}

export class TakeUp {
  readonly #parts: TakeUpParts;
  readonly #awaited = new Map<string, Awaited>();
  /** The ids of all calls that were taken up. */
  readonly #taken = new Set<string>();
  /** What the voice of a frame that has gone has told of calls with which nobody goes on; undefined if there are none. */
  #left: unknown;
  /** Of what is done later: for the forms of which no screen is there yet, and for other frames. */
  readonly #timers = new Set<() => void>();

  constructor(parts: TakeUpParts) {
    this.#parts = parts;
    parts.store.subscribe((now, previous, cause) => {
      const isInitialized = cause?.type === 'SAID' && cause.message.type === 'INITIALIZED';
      if (isInitialized || now.frame.role !== previous?.frame.role) this.start();
      this.#askVoice();
      this.#giveUpRecords(now);
    });
  }

  /** The calls that wait for the voice. */
  get awaited(): readonly KeptCall[] {
    return Array.from(this.#awaited.values(), ({ kept }) => kept);
  }

  /** Takes the calls of the page before, once INITIALIZED was said, and the app has had its turn to restore some itself. */
  start(): void {
    queueMicrotask(() => {
      this.#take();
    });
  }

  /** Whether this call was taken up from a page before. */
  has(externalCallId: string): boolean {
    return this.#taken.has(externalCallId);
  }

  /** The call waits for the voice no more; false if it did not. */
  decide(externalCallId: string): boolean {
    this.#awaited.get(externalCallId)?.decided.abort();
    return this.#awaited.delete(externalCallId);
  }

  /** Does something once it is known here what was done in other frames; at once if there is none. */
  afterOthers(action: () => void): void {
    const { lateMs } = this.#parts.frames.current;
    if (lateMs > 0) this.#later(lateMs, action);
    else action();
  }

  /** Nothing waits any more, neither for the voice nor for a screen. */
  stop(): void {
    for (const externalCallId of [...this.#awaited.keys()]) this.decide(externalCallId);
    for (const stopTimer of this.#timers) stopTimer();
    this.#timers.clear();
  }

  /** Ends and completes a call without asking anybody. */
  finish(kept: KeptCall, reason?: EndReason): void {
    this.#end({ ...kept, hasForm: false, call: { ...kept.call, unattended: true } }, reason);
  }

  #take(): void {
    const { store, page, connection, clock } = this.#parts;
    const { host, connection: state, frame } = store.getState();
    if (frame.role !== 'owner' || !host || state !== 'connected' || !connection.link?.isInitialized) return;
    const { engagementId } = host;
    const all = takeCalls(page.storage, host, clock.now());
    const named =
      engagementId === undefined
        ? undefined
        : (all.find(({ call }) => call.engagementId === engagementId) ??
          all.find(({ call }) => call.awaitsEngagement));
    this.adopt(
      all.map((kept) =>
        kept === named ? { ...kept, call: { ...kept.call, engagementId, awaitsEngagement: false } } : kept,
      ),
    );
  }

  /** Goes on with calls of a page before, unless that was done meanwhile, here or in another frame. */
  adopt(all: readonly KeptCall[]): void {
    this.goOnWith(all.filter(({ call }) => !this.#isDone(call)));
  }

  /**
   * Goes on with calls.
   *
   * @param voice - What the voice before has told of them, where it was in another frame.
   */
  goOnWith(all: readonly KeptCall[], voice?: unknown): void {
    for (const one of all) {
      const kept = this.#asTold(one);
      if (!kept) continue;
      const { call } = kept;
      this.#taken.add(call.externalCallId);
      if (this.#isRestored(call)) continue;
      if (kept.isLasting && isLive(call) && !this.#parts.store.getState().frame.needsWindow)
        this.#await(kept, voice);
      else {
        if (isLive(call)) this.#left ??= voice;
        this.#end(kept);
      }
    }
    this.#askVoice();
  }

  /** The call as HubSpot knows it: meanwhile another page may have told its end. Undefined if nothing is left to tell. */
  #asTold(kept: KeptCall): KeptCall | undefined {
    const { call, leftAt } = kept;
    const wasTold = (told: Told) => this.#parts.page.storage.isNoted(toldKey(told, call));
    if (!isOver(call) && wasTold('CALL_COMPLETED')) return undefined;
    if (!isLive(call) || !wasTold('CALL_ENDED')) return kept;
    return { ...kept, call: advance(call, { type: 'CALL_ENDED', at: leftAt, endStatus: undefined }) };
  }

  #isDone({ externalCallId }: Call): boolean {
    const state = this.#parts.store.getState();
    if (findCall(state, externalCallId)) return false;
    const isFinished = state.history.some(({ id, endStatus }) => id === externalCallId && endStatus);
    return isFinished;
  }

  /** Whether the app goes on with this call. What was noted before is not lost. */
  #isRestored({ externalCallId, engagementId, engagement }: Call): boolean {
    const { store, clock, isOfAnother } = this.#parts;
    const state = store.getState();
    const call =
      findCall(state, externalCallId) ??
      state.calls.find((one) => engagementId !== undefined && one.engagementId === engagementId);
    if (!call || (isOver(call) && isOfAnother(externalCallId))) return false;
    const changes = { engagement: { ...engagement, ...call.engagement } };
    this.#step(call, { type: 'CALL_CHANGED', at: clock.now(), changes });
    return true;
  }

  #await(kept: KeptCall, voiceBefore: unknown): void {
    const { externalCallId } = kept.call;
    const decided = new AbortController();
    this.#awaited.set(externalCallId, { kept, decided, voiceBefore, voice: undefined });
    this.#parts.store.dispatch({ type: 'CALL_RESTORED', call: { ...kept.call, reconnecting: true } });
    const stopTimer = this.#parts.clock.after(takeUpTimeoutMs, () => {
      this.decide(externalCallId);
      this.#end(kept, 'network');
    });
    decided.signal.addEventListener('abort', stopTimer);
  }

  #askVoice(): void {
    const { voice } = this.#parts.desk;
    if (voice && this.#left !== undefined) {
      voice.hangUpLeft?.(this.#left);
      this.#left = undefined;
    }
    for (const awaited of this.#awaited.values()) {
      if (!voice || awaited.voice === voice) continue;
      awaited.voice = voice;
      void this.#restore(voice, awaited);
    }
  }

  async #restore(voice: BridgeVoice, { kept, decided, voiceBefore }: Awaited): Promise<void> {
    const isBack = await voice.restore?.(kept.call, decided.signal, voiceBefore).catch(() => undefined);
    if (this.decide(kept.call.externalCallId) && !isBack) this.#end(kept, 'network');
  }

  // What the user has saved is only said, and what HubSpot has heard waits for its answer: should it fail, the form is there.
  #end({ call, leftAt, hasForm }: KeptCall, reason?: EndReason): void {
    const { store, outbox, hasWrapUp } = this.#parts;
    const { externalCallId, phase, saving } = call;
    const isSaved = !isOver(call) && saving === 'pending';
    // It was shown as long as the voice might have gone on with it.
    const shown = findCall(store.getState(), externalCallId);
    if (shown) this.#step(shown, { type: 'CALL_TAKEN_OVER', at: leftAt });
    store.dispatch({
      type: 'CALL_RESTORED',
      call: {
        ...call,
        phase: isOver(call) ? phase : 'wrap-up',
        saving: isSaved ? 'none' : saving,
        unattended: call.unattended || !(hasForm || hasWrapUp()),
        awaitsMatches: false,
        endedAt: call.endedAt ?? leftAt,
        endStatus: call.endStatus ?? endStatusOf(call, reason),
      },
    });
    const restored = findCall(store.getState(), externalCallId);
    if (!restored) return;
    if (isLive(call)) outbox.tellEnd(restored);
    if (awaitsWrapUp(restored) && !isSaved) this.#expectForm(restored);
    else if (isSaved) outbox.finish(restored);
    else if (isLive(call) || isUnsaved(call)) this.afterOthers(() => this.#finishUnasked(restored));
  }

  // Another frame may have had notes of it: then a form asks for the rest.
  #finishUnasked({ externalCallId }: Call): void {
    const { store, outbox } = this.#parts;
    const call = findCall(store.getState(), externalCallId);
    if (call && isUnsaved(call) && call.saving !== 'pending' && !awaitsWrapUp(call)) outbox.finish(call);
  }

  /** Completes the call if no screen is there in time to ask for it. */
  #expectForm({ externalCallId }: Call): void {
    const { store, outbox, hasWrapUp } = this.#parts;
    if (hasWrapUp()) return;
    this.#later(takeUpTimeoutMs, () => {
      const call = findCall(store.getState(), externalCallId);
      if (hasWrapUp() || !call || !awaitsWrapUp(call)) return;
      this.#step(call, { type: 'CALL_UNATTENDED' });
      if (isUnsaved(call)) outbox.finish(call);
    });
  }

  #later(ms: number, action: () => void): void {
    const stopTimer = this.#parts.clock.after(ms, () => {
      this.#timers.delete(stopTimer);
      action();
    });
    this.#timers.add(stopTimer);
  }

  // HubSpot has answered the page before, if at all. The record of a call that is new here is not mistaken for an old one's.
  #giveUpRecords({ calls }: WidgetState): void {
    const waiting = calls.filter(({ awaitsEngagement }) => awaitsEngagement);
    if (waiting.every(({ externalCallId }) => this.#taken.has(externalCallId))) return;
    for (const call of waiting) {
      if (!this.#taken.has(call.externalCallId)) continue;
      this.#step(call, { type: 'CREATE_ENGAGEMENT_FAILED', message: undefined });
    }
  }

  #step({ externalCallId }: Call, happened: CallHappening): void {
    this.#parts.store.dispatch({ type: 'CALL', externalCallId, happened });
  }
}
