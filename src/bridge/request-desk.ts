/**
 * The way of a press: raised as a cancelable event, then said to HubSpot or carried out by the voice, then watched till
 * it is done. What is pending stands in the snapshot, so that every element shows the same busy button.
 */
import { isPending, type Store, type VoiceStatus, type WidgetState } from '../call/index.js';
import type { Clock, Wire } from '../link/index.js';
import { callingError, type CallingErrorCode } from '../protocol/index.js';
import type { FrameSeam } from './frames.js';
import { raise, raiseRequest, type RequestError } from './events.js';
import type { Outbox } from './outbox.js';
import { callIdOf, recordOf, type Request, type RequestDetails, type RequestName } from './requests.js';
import type { BridgeVoice, VoiceReports } from './voice.js';

/** Ms that whoever carries a request out may take, unless its record says otherwise. */
const requestTimeoutMs = 5000;

/** What the desk works with. */
export interface RequestDeskParts {
  /** Gets the events. */
  readonly target: EventTarget;
  readonly store: Store;
  readonly outbox: Pick<Outbox, 'say'>;
  readonly wire: Pick<Wire, 'reportError'>;
  readonly clock: Clock;
  readonly frames: FrameSeam;
}

/** A request that is pending, and what is needed to see whether it is done. */
interface Watched {
  readonly isDone: (now: WidgetState) => boolean;
  /** Ends the timer, if one runs. */
  stopTimer: () => void;
}

export class RequestDesk {
  readonly #parts: RequestDeskParts;
  readonly #watched = new Map<number, Watched>();
  #voice: BridgeVoice | undefined;
  /** What the voice has told of itself last. */
  #status: VoiceStatus | undefined;
  #requestIds = 0;

  constructor(parts: RequestDeskParts) {
    this.#parts = parts;
    parts.store.subscribe((now, previous) => {
      // While another frame owned the calls, its voice was shown.
      if (this.#voice && now.frame.role !== previous?.frame.role)
        parts.store.dispatch({ type: 'VOICE', voice: this.#status });
      for (const [requestId, { isDone }] of this.#watched) {
        if (isDone(now)) this.#settle(requestId);
      }
    });
  }

  /** The voice that carries requests out, if there is one. */
  get voice(): BridgeVoice | undefined {
    return this.#voice;
  }

  /** From now on this voice carries out what takes one. The one before is used no more. */
  useVoice(voice: BridgeVoice): VoiceReports {
    const { store, target } = this.#parts;
    // The one before may never finish what it was asked to do.
    if (this.#voice) this.stop();
    this.#voice = voice;
    this.#status = undefined;
    const isUsed = () => this.#voice === voice;
    return {
      update: (status) => {
        if (!isUsed()) return;
        this.#status = status;
        store.dispatch({ type: 'VOICE', voice: status });
      },
      fail: (problem) => {
        raise(target, 'hs-error', problem);
      },
      release: () => {
        if (!isUsed()) return;
        this.stop();
        this.#voice = undefined;
        this.#status = undefined;
        store.dispatch({ type: 'VOICE', voice: undefined });
      },
    };
  }

  /** Raises a request and, unless that is prevented, carries it out. False: it was prevented, or is pending already. */
  request<K extends RequestName>(
    name: K,
    detail: RequestDetails[K],
    before = this.#parts.store.getState(),
  ): boolean {
    if (this.isPending(name, detail)) return false;
    const { target, frames } = this.#parts;
    const request = { name, detail } as Request;
    // The owner's page is asked, in its own frame: what it listens for is the same.
    if (frames.current.forward({ kind: 'request', request })) return true;
    if (this.#refuse(request)) return false;
    const isWanted = raiseRequest(target, target, name, detail);
    if (isWanted) this.carryOut(name, detail, before);
    return isWanted;
  }

  /** Whether this request is pending already, about the same call. */
  isPending<K extends RequestName>(name: K, detail: RequestDetails[K]): boolean {
    const { store } = this.#parts;
    return isPending(store.getState(), name, callIdOf({ name, detail } as Request));
  }

  /**
   * Does what was asked and not prevented. `before` is what was true before the event was raised: an app may have done
   * it in its listener already.
   */
  carryOut<K extends RequestName>(
    name: K,
    detail: RequestDetails[K],
    before = this.#parts.store.getState(),
  ): void {
    const request = { name, detail } as Request;
    if (this.#parts.frames.current.forward({ kind: 'request', request })) return;
    if (this.#refuse(request) || this.#sayToHubSpot(request)) return;
    const requestId = this.#watch(request, before);
    if (this.#voice) void this.#askVoice(this.#voice, request, requestId);
    else this.#waitForApp(request, requestId);
  }

  /** Nobody waits for anything any more. */
  stop(): void {
    for (const requestId of [...this.#watched.keys()]) this.#settle(requestId);
  }

  /** Refuses what takes a voice, where only the calling window has one. */
  #refuse(request: Request): boolean {
    const isRefused = this.#parts.store.getState().frame.needsWindow && !recordOf(request).message;
    if (isRefused) this.#fail('NEEDS_WINDOW', request);
    return isRefused;
  }

  /** Makes true what follows of a request at once, and sends one that is nothing but a message; false for every other. */
  #sayToHubSpot(request: Request): boolean {
    const { message, changes, user } = recordOf(request);
    const { store, outbox, clock } = this.#parts;
    const externalCallId = callIdOf(request);
    if (changes && externalCallId !== undefined) {
      const happened = { type: 'CALL_CHANGED', at: clock.now(), changes: changes(request.detail) } as const;
      store.dispatch({ type: 'CALL', externalCallId, happened });
    }
    if (!message) return false;
    const said = message(request.detail, store.getState());
    if (said) outbox.say(said.type, said.data);
    const { available, reason } = user?.(request.detail) ?? {};
    // It may not have been said: then it is not true.
    if (available === store.getState().user.available) store.dispatch({ type: 'USER', user: { reason } });
    return true;
  }

  /** Enters a request into the snapshot as pending, unless nothing would show that it is done, or it is done now. */
  #watch(request: Request, before: WidgetState): number {
    const { store } = this.#parts;
    const { isDone } = recordOf(request);
    this.#requestIds += 1;
    const requestId = this.#requestIds;
    if (!isDone || isDone(store.getState(), before, request.detail)) return requestId;
    this.#watched.set(requestId, {
      isDone: (now) => isDone(now, before, request.detail),
      stopTimer: () => undefined,
    });
    const pending = { requestId, name: request.name, externalCallId: callIdOf(request) };
    store.dispatch({ type: 'REQUEST_RAISED', request: pending });
    return requestId;
  }

  async #askVoice(voice: BridgeVoice, request: Request, requestId: number): Promise<void> {
    try {
      const problem = await voice.carryOut(request);
      if (!problem) {
        // The voice says that it did it. Should nothing show it, the button is not busy for ever.
        this.#startTimer(requestId, requestTimeoutMs, () => undefined);
        return;
      }
      raise(this.#parts.target, 'hs-error', problem);
    } catch (error) {
      // It may throw, although it should not: the page hears of it as of any error that nobody caught.
      this.#parts.wire.reportError(error);
    }
    this.#settle(requestId);
  }

  #waitForApp(request: Request, requestId: number): void {
    this.#startTimer(requestId, recordOf(request).timeoutMs ?? requestTimeoutMs, () => {
      this.#fail('REQUEST_UNANSWERED', request);
    });
  }

  #fail(code: CallingErrorCode, { name }: Request): void {
    const error: RequestError = { ...callingError(code, name), request: name };
    raise(this.#parts.target, 'hs-error', error);
  }

  #startTimer(requestId: number, ms: number, onTimeout: () => void): void {
    const watched = this.#watched.get(requestId);
    if (!watched) return;
    watched.stopTimer = this.#parts.clock.after(ms, () => {
      onTimeout();
      this.#settle(requestId);
    });
  }

  #settle(requestId: number): void {
    const watched = this.#watched.get(requestId);
    if (!watched) return;
    this.#watched.delete(requestId);
    watched.stopTimer();
    this.#parts.store.dispatch({ type: 'REQUEST_SETTLED', requestId });
  }
}
