/** The bridge between HubSpot and a phone: what HubSpot says becomes events, what the phone does becomes messages. */
import {
  createStore,
  findCall,
  focusedCall,
  isLive,
  latestCall,
  type CallChanges,
  type CallHappening,
  type NewCall,
  type Store,
  type Subscriber,
  type WidgetState,
} from '../call/index.js';
import {
  elementsProfile,
  maskNumbers,
  systemClock,
  WidgetLink,
  windowWire,
  type Clock,
  type Envelope,
  type SendResult,
  type WidgetLinkObserver,
  type Wire,
} from '../link/index.js';
import {
  callingError,
  outboundMessages,
  type CallingError,
  type HostContext,
  type OutboundType,
} from '../protocol/index.js';
import { announceChange, receive } from './announce.js';
import { Commands, type Initialized, type Sayings, type WhichCall } from './commands.js';
import { raise } from './events.js';
import type { Given } from './facts.js';
import { Outbox } from './outbox.js';
import type { BridgeVoice, VoiceReports } from './voice.js';
import { ReplyWatch } from './reply-watch.js';
import { RequestWatch } from './request-watch.js';
import { sayRequest, type Request, type RequestDetails, type RequestName } from './requests.js';
import { concernsLink, findBadSetting, isChanged, isResized, type BridgeSettings } from './settings.js';

/** Where a bridge lives. */
export interface BridgeSurroundings {
  /** Gets the events. Default: the bridge itself. */
  readonly target?: EventTarget;
  /** The connection to HubSpot's window. Default: from this window to its parent. */
  readonly wire?: Wire;
  /** The time and timers. Default: the browser's. */
  readonly clock?: Clock;
}

/**
 * Talks to HubSpot for a phone. No element: `<hs-calling-bridge>` is one around it.
 *
 * Every command returns whether its message is on its way; none throws for what happens at run time.
 */
export class CallingBridge extends Commands {
  readonly #target: EventTarget;
  readonly #wire: Wire;
  readonly #clock: Clock;
  readonly #store: Store;
  readonly #outbox: Outbox;
  readonly #requests: RequestWatch;
  readonly #replies: ReplyWatch;
  readonly #settings: Mutable<BridgeSettings>;
  #link: WidgetLink | undefined;
  #voice: BridgeVoice | undefined;
  #wrapUps = 0;
  /** What the app itself added to INITIALIZED: a host that starts again hears it again. */
  #opening: Initialized | undefined;

  constructor(
    settings: BridgeSettings = {},
    { target, wire = windowWire(), clock = systemClock }: BridgeSurroundings = {},
  ) {
    super();
    this.#settings = { ...settings };
    this.#target = target ?? this;
    this.#wire = wire;
    this.#clock = clock;
    this.#store = createStore((error) => {
      this.#fail(callingError('HANDLER_ERROR'));
      wire.reportError(error);
    });
    this.#outbox = new Outbox({
      wire,
      clock,
      store: this.#store,
      settings: () => this.#settings,
      link: () => this.#link,
      fail: (error) => {
        this.#fail(error);
      },
    });
    this.#replies = new ReplyWatch(clock, (isSilent) => {
      const problem = isSilent ? callingError('HOST_SILENT') : undefined;
      this.#store.dispatch({ type: 'CONNECTION', connection: 'connected', problem });
      if (problem) this.#fail(problem);
    });
    this.#requests = new RequestWatch(clock, this.#store, (error) => {
      this.#fail(error);
    });
    const { loggedIn = false, available = false } = settings;
    this.#store.dispatch({ type: 'USER', user: { loggedIn, available } });
    this.#store.subscribe((state, previous, cause) => {
      if (previous && cause) announceChange(this.#target, state, previous, cause);
    });
  }

  /** What is true now. */
  getState(): WidgetState {
    return this.#store.getState();
  }

  /** Calls back at once, and after every change. The returned function ends it. */
  subscribe(subscriber: Subscriber): () => void {
    return this.#store.subscribe(subscriber);
  }

  /** Starts to listen for HubSpot. A setting that cannot be used is `INVALID_CONFIG`, and nothing starts. */
  connect(): void {
    if (!this.#link) this.#open([]);
  }

  /**
   * Stops listening and sending. A phone's calls are ended first, and calls that ended are completed, with what is
   * known of them by then.
   */
  disconnect(): void {
    this.#voice?.endCalls();
    this.#leave(this.#voice !== undefined);
  }

  /** Disconnects as the page goes. Calls that the phone takes up again after a reload are not ended. */
  leave(): void {
    if (this.getState().voice?.capabilities.restore) this.#leave(false);
    else this.disconnect();
  }

  #leave(endsCalls: boolean): void {
    const { connection, calls } = this.getState();
    const abandoned = calls.filter(
      (call) => (call.phase === 'wrap-up' && call.saving === 'none') || (endsCalls && isLive(call)),
    );
    if (connection === 'connected')
      for (const { externalCallId } of abandoned) this.callCompleted({ externalCallId });
    this.#outbox.flush();
    this.#requests.stop();
    this.#replies.stop();
    this.#link?.disconnect();
    this.#close();
  }

  /** Tries anew to connect, unless it is connected. What waits to be sent is kept. */
  retry(): void {
    if (this.getState().connection !== 'connected') this.#open(this.#close());
  }

  /** Changes settings. HubSpot is told what concerns it; a connection that is not there yet is tried anew. */
  configure(changes: BridgeSettings): void {
    const before = { ...this.#settings };
    Object.assign(this.#settings, changes);
    this.#configureUser(changes);
    if (isResized(before, this.#settings)) this.#resize();
    const { connection, problem } = this.getState();
    if (connection === 'idle' || connection === 'connected') return;
    const mayHelp =
      problem?.code === 'INVALID_CONFIG'
        ? isChanged(before, this.#settings)
        : concernsLink(before, this.#settings);
    if (mayHelp) this.#open(this.#close());
  }

  /** Resolves with what HubSpot told in the handshake, as soon as it is done. */
  whenReady(): Promise<HostContext> {
    return new Promise((resolve) => {
      const stop = this.subscribe(({ connection, host }) => {
        if (connection !== 'connected' || !host) return;
        resolve(host);
        // The first call comes before `stop` is there.
        queueMicrotask(() => {
          stop();
        });
      });
    });
  }

  /** A new id for a call. */
  createCallId(): string {
    return this.#wire.createId();
  }

  /** Sends any message. One of a known type is treated like its command. */
  sendMessage({ type, data }: { readonly type: string; readonly data?: unknown }): SendResult {
    if (outboundMessages.has(type)) return this.say(type as OutboundType, data);
    if (this.#link) return this.#link.send({ type, data });
    const error = callingError('DISCONNECTED', maskNumbers(type));
    this.#fail(error);
    return { ok: false, error };
  }

  /** The far end rings. HubSpot is not told; the elements show it. */
  callRinging({ externalCallId }: WhichCall = {}): void {
    this.#tellCall(externalCallId, { type: 'CALL_RINGING' });
  }

  /** Changes what HubSpot is not told at once: mute, hold, recording, who it is, notes, outcome. */
  updateCall({ externalCallId, ...changes }: WhichCall & CallChanges): void {
    this.#tellCall(externalCallId, { type: 'CALL_CHANGED', at: this.#clock.now(), changes });
  }

  /** Brings back a call that HubSpot knows already, after a reload. Nothing is sent. */
  restoreCall(call: NewCall): void {
    this.#store.dispatch({ type: 'CALL_RESTORED', call });
  }

  /** Brings a call into focus. */
  focusCall(externalCallId: string): void {
    this.#store.dispatch({ type: 'FOCUS', externalCallId });
  }

  /** Asks as an element does: raises the event and, unless that is prevented, carries it out. */
  request<K extends RequestName>(name: K, detail: RequestDetails[K]): boolean {
    const isWanted = raise(this.#target, name, detail as never);
    if (isWanted) this.carryOut(name, detail);
    return isWanted;
  }

  /** Does what was asked and not prevented: what is only a message to HubSpot is sent, the rest is a phone's. */
  carryOut<K extends RequestName>(name: K, detail: RequestDetails[K]): void {
    const request = { name, detail } as Request;
    if (sayRequest(request, this)) return;
    if (this.#voice) this.#voice.carryOut(request);
    else this.#requests.watch(request);
  }

  /** Whether a call that has ended waits for the user to finish it. */
  get hasWrapUp(): boolean {
    return this.#wrapUps > 0 || (this.#settings.wrapUp ?? false);
  }

  /** A wrap-up screen is there: calls that have ended wait for it. The returned function takes it away. */
  expectWrapUp(): () => void {
    let isThere = true;
    this.#wrapUps += 1;
    return () => {
      if (isThere) this.#wrapUps -= 1;
      isThere = false;
    };
  }

  /** Chooses the number to call from; undefined for the phone's own. */
  chooseFromNumber(fromNumber: string | undefined): void {
    this.#store.dispatch({ type: 'FROM_NUMBER', fromNumber });
  }

  /** From now on this phone carries out what takes one. The one before is used no more. */
  useVoice(voice: BridgeVoice): VoiceReports {
    this.#voice = voice;
    const isUsed = () => this.#voice === voice;
    return {
      update: (status) => {
        if (isUsed()) this.#store.dispatch({ type: 'VOICE', voice: status });
      },
      fail: (problem) => {
        raise(this.#target, 'hs-error', problem);
      },
      release: () => {
        if (!isUsed()) return;
        this.#voice = undefined;
        this.#store.dispatch({ type: 'VOICE', voice: undefined });
      },
    };
  }

  protected override say<T extends OutboundType>(type: T, data?: Sayings[T]): SendResult {
    if (type === 'INITIALIZED') this.#opening = data as Initialized | undefined;
    return this.#outbox.say(type, data as Given | undefined);
  }

  #open(waiting: readonly Envelope[]): void {
    const problem = findBadSetting(this.#settings);
    if (problem) {
      this.#store.dispatch({ type: 'CONNECTION', connection: 'failed', problem });
      this.#fail(problem);
      if (waiting.length > 0) this.#fail(callingError('QUEUE_DROPPED', String(waiting.length)));
      return;
    }
    const parts = { wire: this.#wire, clock: this.#clock, profile: elementsProfile };
    const link = new WidgetLink(parts, this.#settings, this.#observer());
    this.#link = link;
    link.connect();
    for (const message of waiting) link.send(message);
  }

  // Hands over what waits to be sent.
  #close(): readonly Envelope[] {
    const waiting = this.#link?.release() ?? [];
    this.#link = undefined;
    this.#store.dispatch({ type: 'CONNECTION', connection: 'idle', problem: undefined });
    return waiting;
  }

  #configureUser({ loggedIn, available }: BridgeSettings): void {
    const { user } = this.getState();
    const isNews = (now: boolean | undefined, before: boolean) => now !== undefined && now !== before;
    if (!this.#link) {
      const { loggedIn: was, available: wasAvailable } = user;
      this.#store.dispatch({
        type: 'USER',
        user: { loggedIn: loggedIn ?? was, available: available ?? wasAvailable },
      });
      return;
    }
    if (isNews(loggedIn, user.loggedIn)) this.say(loggedIn ? 'LOGGED_IN' : 'LOGGED_OUT');
    if (isNews(available, user.available)) this.say(available ? 'USER_AVAILABLE' : 'USER_UNAVAILABLE');
  }

  #resize(): void {
    const { widgetWidth: width, widgetHeight: height } = this.#settings;
    // Before INITIALIZED there is no need: it tells the size.
    if (this.#link?.isInitialized) this.resizeWidget({ width, height });
  }

  #tellCall(externalCallId: string | undefined, happened: CallHappening): void {
    const state = this.getState();
    const call = externalCallId === undefined ? focusedCall(state) : findCall(state, externalCallId);
    if (call) this.#store.dispatch({ type: 'CALL', externalCallId: call.externalCallId, happened });
    else this.#fail(callingError('UNKNOWN_CALL', happened.type));
  }

  #observer(): WidgetLinkObserver {
    const target = this.#target;
    const fail = (error: CallingError) => {
      this.#fail(error);
    };
    return {
      connectionChanged: (connection, problem) => {
        // That it is there is told together with what the host said.
        if (connection !== 'connected') this.#store.dispatch({ type: 'CONNECTION', connection, problem });
      },
      ready: (host) => {
        this.#store.dispatch({ type: 'HOST', host });
        this.#store.dispatch({ type: 'CONNECTION', connection: 'connected', problem: undefined });
        const isWanted = raise(target, 'hs-ready', host) && !this.#settings.manual;
        if (isWanted && !this.#link?.isInitialized) this.initialized();
      },
      readyAgain: (context, previous) => {
        this.#replies.heard();
        if (previous) {
          this.#store.dispatch({ type: 'HOST', host: context });
          raise(target, 'hs-context-change', { context, previous });
        }
        if (!this.#link?.isInitialized) return;
        // Since the app said it, the user's state and the call may have changed.
        const { loggedIn: isLoggedIn, available: isAvailable } = this.getState().user;
        this.initialized({ ...this.#opening, isLoggedIn, isAvailable, engagementId: context.engagementId });
      },
      received: (message) => {
        this.#replies.heard();
        receive(message, {
          target,
          store: this.#store,
          at: this.#clock.now(),
          fail,
          endCall: () => {
            const call = latestCall(this.getState(), isLive);
            if (call) this.request('hs-hang-up-request', { externalCallId: call.externalCallId });
          },
        });
      },
      receivedUnknown: (message) => {
        this.#replies.heard();
        raise(target, 'hs-unknown-message', message);
        if (message.type.endsWith('_FAILED'))
          raise(target, 'hs-failed', { type: message.type, data: message.data });
        raise(target, 'hs-message', message);
      },
      sent: (message) => {
        this.#replies.sent(message);
        raise(target, 'hs-sent', message);
      },
      rejected: (rejection) => raise(target, 'hs-rejected', rejection),
      failed: fail,
    };
  }

  #fail(error: CallingError): void {
    raise(this.#target, 'hs-error', error);
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
