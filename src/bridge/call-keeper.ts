/**
 * Keeps the calls that are not finished from one page to the next, and for their own user where HubSpot gives the page to
 * somebody else. Nothing of it is needed before there is a call, of this page or of the one before.
 */
import {
  findCall,
  type Call,
  type CallHappening,
  type FrameStatus,
  type SharedState,
} from '../call/index.js';
import { callingError, isSameUser, type HostContext } from '../protocol/index.js';
import { raise } from './events.js';
import {
  canStore,
  isUnfinished,
  maxKept,
  storeCalls,
  takeCalls,
  toldKey,
  type KeptCall,
} from './kept-calls.js';
import type { Outbox } from './outbox.js';
import { TakeUp, type TakeUpParts } from './take-up.js';

/** What calls are kept with. */
export interface CallKeeperParts extends Omit<TakeUpParts, 'isOfAnother'> {
  readonly outbox: TakeUpParts['outbox'] & Pick<Outbox, 'drop'>;
  /** Gets the events. */
  readonly target: EventTarget;
}

export class CallKeeper {
  readonly #parts: CallKeeperParts;
  readonly #takeUp: TakeUp;
  /** What is stored of this page while the browser keeps it: the calls’ ids by the keys of their entries. */
  #stored: ReadonlyMap<string, string> = new Map();
  /** Whose call it is, by its id, where HubSpot has given the page to somebody else since. */
  readonly #owners = new Map<string, HostContext>();
  /** That the browser stores no call was told. */
  #isRefusalTold = false;

  constructor(parts: CallKeeperParts) {
    this.#parts = parts;
    this.#takeUp = new TakeUp({ ...parts, isOfAnother: (id) => this.#owners.has(id) });
    parts.store.subscribe((now, _previous, cause) => {
      if (cause?.type !== 'SAID') return;
      const { type, data } = cause.message;
      if (type !== 'CALL_ENDED' && type !== 'CALL_COMPLETED') return;
      const call = findCall(now, data.externalCallId);
      if (call) parts.page.storage.note(toldKey(type, call));
    });
  }

  /** Takes the calls of the page before. */
  takeUp(): void {
    this.#takeUp.start();
  }

  /** Goes on with the calls that are mirrored here, since their owner has gone. */
  inherit(frame: FrameStatus, voice: unknown): void {
    const { store } = this.#parts;
    const state = store.getState();
    const { calls, host } = state;
    const left = host ? this.#unfinished(calls) : [];
    const kept = this.unfinished().map((one) => ({ ...one, isLasting: one.isLasting && !frame.needsWindow }));
    const others = calls.filter((call) => !left.includes(call));
    const shared: Partial<SharedState> = {
      calls: others,
      focus: others.find(({ externalCallId }) => externalCallId === state.focus)?.externalCallId,
      // The voice and what it was asked to do have gone with the owner.
      voice: undefined,
      isVoiceDown: false,
      pending: [],
    };
    store.dispatch({ type: 'MIRRORED', shared: { ...state, ...shared } });
    store.dispatch({ type: 'FRAME', frame });
    this.#takeUp.goOnWith(kept, voice);
  }

  /** What is to be kept of the calls of now. */
  unfinished(): readonly KeptCall[] {
    const { host, calls } = this.#parts.store.getState();
    return host ? this.#unfinished(calls).map((call) => this.#kept(call, host)) : [];
  }

  /** The calls of the page before this one, which are taken out of the storage. */
  takeKept(): readonly KeptCall[] {
    const { store, page, clock } = this.#parts;
    const { host } = store.getState();
    return host ? takeCalls(page.storage, host, clock.now()) : [];
  }

  /** Goes on with calls of a page before that was another frame's, unless it is done already. */
  adopt(kept: readonly KeptCall[]): void {
    this.#takeUp.adopt(kept);
  }

  /** Whether this call was taken up from a page before. */
  hasTaken(externalCallId: string): boolean {
    return this.#takeUp.has(externalCallId);
  }

  /** The calls that wait for the voice are ended. */
  finishAwaited(): void {
    for (const kept of this.#takeUp.awaited) this.#takeUp.finish(kept, 'network');
  }

  /** Does something once it is known here what was done in other frames; at once if there is none. */
  afterOthers(action: () => void): void {
    this.#takeUp.afterOthers(action);
  }

  /** Nothing waits any more to be taken up. */
  stop(): void {
    this.#takeUp.stop();
  }

  /** The user has logged out, or HubSpot names another one: what waits is theirs no more, or is left to them. */
  endSession(host: HostContext, isOther: boolean): void {
    const { store, page, clock } = this.#parts;
    if (!isOther) takeCalls(page.storage, host, clock.now());
    for (const kept of this.#takeUp.awaited) {
      this.#takeUp.decide(kept.call.externalCallId);
      if (!isOther || storeCalls(page.storage, [kept]).size === 0) this.#takeUp.finish(kept, 'network');
      else this.#giveAway(kept.call);
    }
    if (!isOther) return;
    for (const { externalCallId } of store.getState().calls) {
      if (!this.#owners.has(externalCallId)) this.#owners.set(externalCallId, host);
    }
  }

  /** Keeps a call for its user, if that is not who uses the page. Returns whether it is kept now. */
  keepForOwner(call: Call): boolean {
    const { store, page } = this.#parts;
    const [owner, { host }] = [this.#owners.get(call.externalCallId), store.getState()];
    const isOurs = !owner || !host || isSameUser(owner, host);
    return !isOurs && storeCalls(page.storage, [this.#kept(call, owner)]).size > 0;
  }

  /** Keeps the calls of a page that the browser may show again. */
  keepForReturn(): void {
    this.#stored = this.keep();
  }

  /** Whether the next page could go on with what is known of a call, should this one go now. */
  keeps(externalCallId: string): boolean {
    const { store, page } = this.#parts;
    const { connection, host, calls } = store.getState();
    if (connection !== 'connected' || !host) return false;
    const call = this.#unfinished(calls)
      .slice(-maxKept)
      .find((one) => one.externalCallId === externalCallId);
    return call !== undefined && canStore(page.storage, this.#kept(call, host));
  }

  /** Keeps the calls of a page that goes. Returns their ids, by the keys of their entries. */
  keep(): ReadonlyMap<string, string> {
    const { store, page, target } = this.#parts;
    const { connection, host, calls } = store.getState();
    if (connection !== 'connected' || !host) return new Map();
    const kept = [...this.#takeUp.awaited, ...this.#unfinished(calls).map((call) => this.#kept(call, host))];
    const stored = storeCalls(page.storage, kept);
    if (stored.size < Math.min(kept.length, maxKept) && !this.#isRefusalTold) {
      this.#isRefusalTold = true;
      raise(target, 'hs-error', callingError('NOT_STORED', 'a call'));
    }
    return stored;
  }

  /** The browser has shown the page again. What another page has taken meanwhile, it has told to HubSpot. */
  comeBack(): void {
    const { page, outbox } = this.#parts;
    const gone = [...this.#stored].filter(([key]) => !page.storage.take(key)).map(([, id]) => id);
    this.#stored = new Map();
    outbox.drop(gone);
    for (const externalCallId of gone) {
      this.#takeUp.decide(externalCallId);
      this.#giveAway({ externalCallId });
    }
  }

  /** Somebody else goes on with a call. */
  #giveAway({ externalCallId }: Pick<Call, 'externalCallId'>): void {
    const { store, clock } = this.#parts;
    const happened: CallHappening = { type: 'CALL_TAKEN_OVER', at: clock.now() };
    store.dispatch({ type: 'CALL', externalCallId, happened });
  }

  #unfinished(calls: readonly Call[]): readonly Call[] {
    return calls.filter((call) => isUnfinished(call, this.#parts.hasWrapUp()) && !this.#isAsked(call));
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
}
