/** Connects an element to its bridge: finds the bridge, follows its state and sends it requests. */
import type { ReactiveController } from 'lit';
import {
  callingError,
  isPending,
  raise,
  raiseRequest,
  type CallReference,
  type CallingError,
  type RequestDetails,
  type RequestError,
  type RequestName,
  type Subscriber,
  type VoiceProblem,
  type VoiceProvider,
  type WidgetState,
} from '../../src/index.js';
import { watchBridges, type Bridge } from './bridges.js';
import { findBridge, isInside } from './find-bridge.js';
import type { HsElement } from './hs-element.js';
import { isOnServer } from './on-server.js';

/** Ms that an element waits for a bridge to be added before it reports `NO_BRIDGE`. */
const missingBridgeTimeoutMs = 3000;

/** What can go wrong on a bridge. */
type BridgeProblem = CallingError | RequestError | VoiceProblem;

/** What an element needs from its bridge. */
export interface BridgeInterest {
  /** The values of the state that the element renders. It is updated when one of them changes. */
  readonly select: (state: WidgetState) => readonly unknown[];
  /** Called with the present state when the bridge is found, and after every change. */
  readonly follow?: Subscriber;
  /** Called with the type of every message from HubSpot. */
  readonly hear?: (type: string) => void;
  /** Called with each error of the bridge. */
  readonly fail?: (error: BridgeProblem) => void;
  /** Called when what this element asked for was not carried out; with the page's own reason, where it gave one. */
  readonly refuse?: (request: RequestName, reason?: string) => void;
  /** While the element is in the page, calls that have ended wait to be saved. Default: false. */
  readonly wrapsUp?: boolean;
}

export class BridgeController implements ReactiveController {
  readonly #host: HsElement;
  readonly #interest: BridgeInterest;
  #bridge: Bridge | undefined;
  #selected: readonly unknown[] = [];
  #isMissing = false;
  /** What this element has asked for and not seen done yet: only of these does it tell the user that they failed. */
  readonly #asked = new Set<RequestName>();
  #leave: (() => void) | undefined;
  #stopWatching: (() => void) | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(host: HsElement, interest: BridgeInterest) {
    this.#host = host;
    this.#interest = interest;
    host.addController(this);
  }

  /** The bridge; undefined while none is found. */
  get bridge(): Bridge | undefined {
    return isOnServer ? findBridge(this.#host) : this.#bridge;
  }

  /** The voice of the bridge; undefined if it has none, and where it carries no calls since another frame owns them. */
  get voice(): VoiceProvider | undefined {
    return this.acts ? this.bridge?.voice : undefined;
  }

  /**
   * Whether elements do here what nobody has pressed, such as to dial by themselves: only where the calls are. In every other
   * frame of the user the same element does not.
   */
  get acts(): boolean {
    return this.state?.frame.role === 'owner';
  }

  /** The present state of the bridge; undefined without a bridge. */
  get state(): WidgetState | undefined {
    return this.bridge?.getState();
  }

  /** Whether no bridge was found within `missingBridgeTimeoutMs`. */
  get isMissing(): boolean {
    return this.#isMissing;
  }

  hostConnected(): void {
    this.#stopWatching = watchBridges(() => {
      this.#find();
    });
    this.#find();
  }

  hostDisconnected(): void {
    this.#stopWatching?.();
    this.#join(undefined);
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
  }

  // The properties `bridge` and `for` of the element may have changed.
  hostUpdate(): void {
    if (this.#host.isConnected) this.#find();
  }

  /**
   * Asks: raises the event on the element, so that everybody around may prevent it, then has it carried out. Where another
   * frame owns the calls, the event is raised there. False: it was prevented, or the same is asked for already and not done
   * yet; or it is a call, and the calling window is to be opened first, which is tried.
   */
  request<K extends RequestName>(name: K, detail: RequestDetails[K]): boolean {
    if (this.isPending(name, callIdIn(detail))) return false;
    const before = this.state;
    if (name === 'hs-call-request' && before?.frame.needsWindow && this.#bridge?.openCallingWindow) {
      if (!this.#bridge.openCallingWindow().ok) this.#interest.refuse?.(name);
      return false;
    }
    // Who logs in has typed into the form of this page.
    if (!this.acts && name !== 'hs-log-in-request' && this.#bridge)
      return this.#bridge.request(name, detail, before);
    const isWanted = raiseRequest(this.#host, this.#bridge ?? this.#host, name, detail);
    if (!isWanted || !this.#bridge) return isWanted;
    if (!isInside(this.#host, this.#bridge)) return this.#bridge.request(name, detail, before);
    this.#bridge.carryOut(name, detail, before);
    return true;
  }

  /** Whether somebody carries such a request out right now, whoever asked: about this call or, without one, any. */
  isPending(name: RequestName, externalCallId?: string): boolean {
    return this.state !== undefined && isPending(this.state, name, externalCallId);
  }

  /** Asks for what takes its time, and has `refuse` called should it not be carried out. */
  ask<K extends RequestName>(name: K, detail: RequestDetails[K]): void {
    const isAsked = this.#asked.has(name);
    // First: the page may refuse it, with a reason, at once.
    this.#asked.add(name);
    // Another frame tells later what is pending there.
    if (this.request(name, detail) && (!this.acts || this.isPending(name, callIdIn(detail)))) return;
    if (!isAsked) this.#asked.delete(name);
  }

  #find(): void {
    const bridge = findBridge(this.#host);
    if (bridge !== this.#bridge) this.#join(bridge);
    if (bridge || this.#isMissing) return;
    this.#waiting ??= setTimeout(() => {
      this.#isMissing = true;
      const { localName } = this.#host;
      raise(this.#host, 'hs-error', callingError('NO_BRIDGE', `<${localName}>`));
      this.#host.requestUpdate();
    }, missingBridgeTimeoutMs);
  }

  #join(bridge: Bridge | undefined): void {
    this.#leave?.();
    this.#leave = undefined;
    this.#bridge = bridge;
    this.#selected = [];
    this.#asked.clear();
    if (bridge) {
      this.#isMissing = false;
      clearTimeout(this.#waiting);
      this.#waiting = undefined;
      const leaving = new AbortController();
      bridge.addEventListener('hs-error', this.#onError, leaving);
      bridge.addEventListener('hs-message', this.#onMessage, leaving);
      const unsubscribe = bridge.subscribe((...news) => {
        this.#follow(news);
      });
      const stopExpecting = this.#interest.wrapsUp ? bridge.expectWrapUp() : undefined;
      this.#leave = () => {
        stopExpecting?.();
        leaving.abort();
        unsubscribe();
      };
    }
    this.#host.requestUpdate();
  }

  readonly #onError = (event: Event): void => {
    const error = (event as CustomEvent<BridgeProblem>).detail;
    this.#interest.fail?.(error);
    const request = 'request' in error ? (error.request as RequestName) : undefined;
    const reason = 'reason' in error ? error.reason : undefined;
    if (request && this.#asked.delete(request)) this.#interest.refuse?.(request, reason);
  };

  readonly #onMessage = (event: Event): void => {
    this.#interest.hear?.((event as CustomEvent<{ readonly type: string }>).detail.type);
  };

  #follow(news: Parameters<Subscriber>): void {
    const [now, previous] = news;
    for (const { name } of previous?.pending ?? []) {
      if (!isPending(now, name)) this.#asked.delete(name as RequestName);
    }
    this.#interest.follow?.(...news);
    const selected = this.#interest.select(now);
    const isSame = selected.every((value, i) => value === this.#selected[i]);
    if (isSame && selected.length === this.#selected.length) return;
    this.#selected = selected;
    this.#host.requestUpdate();
  }
}

/** The call that a request's detail names, if it names one. */
const callIdIn = (detail: unknown) => (detail as Partial<CallReference> | undefined)?.externalCallId;
