/** The bridge between HubSpot and a phone: wires the way in, the way out and the way of a press, and nothing else. */
import { createStore, type Store, type Subscriber, type WidgetState } from '../call/index.js';
import { systemClock, windowWire, type Clock, type SendResult, type Wire } from '../link/index.js';
import { callingError, type CallingError, type HostContext, type OutboundType } from '../protocol/index.js';
import { announceChanges } from './announcements.js';
import { CallerCommands, type Sayings } from './caller-commands.js';
import { Connection } from './connection.js';
import { raise } from './events.js';
import { frameReach, type FrameReach } from './frame-reach.js';
import type { Given } from './fill-in.js';
import { noFrames, type BridgeFrames, type FrameSeam, type SharedHappening } from './frames.js';
import { Handover } from './handover.js';
import { Inbox } from './inbox.js';
import { Outbox, type TurnedAwayCall } from './outbox.js';
import { browserPage } from './page.js';
import { ReplyWatch } from './reply-watch.js';
import { RequestDesk } from './request-desk.js';
import type { RequestDetails, RequestName } from './requests.js';
import {
  concernsLink,
  isChanged,
  isResized,
  type BridgeSettings,
  type BridgeSurroundings,
} from './settings.js';
import type { BridgeVoice, VoiceReports } from './voice.js';
import { whenReady } from './when-ready.js';

/**
 * Talks to HubSpot for a phone. No element: `<hs-calling-bridge>` is one around it.
 *
 * Every command returns whether its message is on its way; none throws for what happens at run time.
 */
export class CallingBridge extends CallerCommands {
  readonly #target: EventTarget;
  readonly #wire: Wire;
  readonly #clock: Clock;
  readonly #store: Store;
  readonly #settings: BridgeSettings;
  readonly #connection: Connection;
  readonly #outbox: Outbox;
  readonly #desk: RequestDesk;
  readonly #handover: Handover;
  readonly #inbox: Inbox;
  readonly #frames: FrameSeam = { current: noFrames };
  readonly #reach: FrameReach;
  #wrapUpScreens = 0;

  constructor(
    settings: BridgeSettings = {},
    { target, wire = windowWire(), clock = systemClock, page = browserPage }: BridgeSurroundings = {},
  ) {
    super();
    this.#target = target ?? this;
    this.#wire = wire;
    this.#clock = clock;
    this.#settings = { ...settings };
    this.#store = createStore((error) => {
      raise(this.#target, 'hs-error', callingError('HANDLER_ERROR'));
      wire.reportError(error);
    });
    // Each part is given the ones before it, and none knows one that comes after it.
    const parts = {
      target: this.#target,
      store: this.#store,
      settings: this.#settings,
      frames: this.#frames,
      wire,
      clock,
    };
    const connection = (this.#connection = new Connection(parts));
    const outbox = (this.#outbox = new Outbox({ ...parts, connection }));
    const desk = (this.#desk = new RequestDesk({ ...parts, outbox }));
    const given = { ...parts, connection, outbox, desk, replies: new ReplyWatch(parts), page };
    const handover = (this.#handover = new Handover({ ...given, hasWrapUp: () => this.hasWrapUp }));
    const inbox = (this.#inbox = new Inbox({ ...given, handover }));
    this.#reach = frameReach({ ...given, handover, inbox });
    this.#configureUser({ loggedIn: false, available: false, ...settings });
    announceChanges(this.#store, this.#target);
    this.askWhoCalls(parts);
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
    this.#handover.start();
    this.#connection.open(this.#inbox);
  }

  /** The origin of the HubSpot page that has shaken hands; undefined before that. */
  get hostOrigin(): string | undefined {
    return this.#connection.link?.boundOrigin;
  }

  /** Stops listening and sending. Calls of a voice are ended and completed first, by the handover: HubSpot shows the widget on. */
  disconnect(): void {
    const stopExpecting = this.expectWrapUp();
    this.#handover.end();
    stopExpecting();
  }

  /**
   * Disconnects as the page goes; this happens by itself. Calls that HubSpot waits for are kept in the tab, and the next
   * page goes on with them or completes them.
   */
  leave(): void {
    this.#handover.leave();
  }

  /** Tries anew to connect, unless it is connected. What waits to be sent is kept. */
  retry(): void {
    if (this.getState().connection !== 'connected') this.#connection.reopen(this.#inbox);
  }

  /** Changes settings. HubSpot is told what concerns it; a connection that is not there yet is tried anew. */
  configure(changes: BridgeSettings): void {
    const before = { ...this.#settings };
    Object.assign(this.#settings, changes);
    this.#configureUser(changes);
    if (isResized(before, this.#settings)) this.#resize();
    const { connection, problem } = this.getState();
    if (connection === 'idle' || connection === 'connected') return;
    const mayHelp = problem?.code === 'INVALID_CONFIG' ? isChanged : concernsLink;
    if (mayHelp(before, this.#settings)) this.#connection.reopen(this.#inbox);
  }

  /** Resolves with what HubSpot told in the handshake, as soon as it is done. */
  whenReady(): Promise<HostContext> {
    return whenReady(this.#store);
  }

  /** A new id for a call. */
  createCallId(): string {
    return this.#wire.createId();
  }

  /** Sends any message. One of a known type is treated like its command. */
  sendMessage(message: { readonly type: string; readonly data?: unknown }): SendResult {
    return this.#outbox.sendMessage(message);
  }

  /** Whether what was noted of a call would be there again, were the page loaded anew: not where it is not stored. */
  keepsDraft(externalCallId: string): boolean {
    return this.#handover.keeps(externalCallId);
  }

  /**
   * For a voice: an inbound call was turned away, because the user is not available or in another call. HubSpot is told
   * that it was missed, unless `turnedAwayCalls` is `ignore`. Only the history shows it.
   */
  turnAway(call: TurnedAwayCall): void {
    this.#outbox.turnAway(call);
  }

  /**
   * Asks as an element does: raises the event and, unless that is prevented, carries it out. False where it was
   * prevented, or where the same is asked for already and not done yet. `before` is what was true when it was asked.
   */
  request<K extends RequestName>(name: K, detail: RequestDetails[K], before?: WidgetState): boolean {
    return this.#desk.request(name, detail, before);
  }

  /** Does what was asked and not prevented: what is only a message to HubSpot is sent, the rest is the voice's. */
  carryOut<K extends RequestName>(name: K, detail: RequestDetails[K], before?: WidgetState): void {
    this.#desk.carryOut(name, detail, before);
  }

  /** Whether a call that has ended waits for the user to finish it. */
  get hasWrapUp(): boolean {
    return this.#wrapUpScreens > 0 || (this.#settings.wrapUp ?? false);
  }

  /** A wrap-up screen is there: calls that have ended wait for it. The returned function takes it away. */
  expectWrapUp(): () => void {
    let isThere = true;
    this.#wrapUpScreens += 1;
    return () => {
      if (isThere) this.#wrapUpScreens -= 1;
      isThere = false;
    };
  }

  /** From now on this voice carries out what takes one. The one before is used no more. */
  useVoice(voice: BridgeVoice): VoiceReports {
    return this.#desk.useVoice(voice);
  }

  /** From now on other frames of the same user are there, and one of them owns the calls. */
  useFrames(frames: BridgeFrames): FrameReach {
    this.#frames.current = frames;
    return this.#reach;
  }

  protected override say<T extends OutboundType>(type: T, data?: Sayings[T]): SendResult {
    return this.#outbox.say(type, data as Given | undefined);
  }

  protected override happen(happened: SharedHappening): void {
    if (!this.#frames.current.forward({ kind: 'happened', happened })) this.#store.dispatch(happened);
  }

  protected override now(): number {
    return this.#clock.now();
  }

  protected override fail(error: CallingError): void {
    raise(this.#target, 'hs-error', error);
  }

  #configureUser(changes: BridgeSettings): void {
    const { user } = this.getState();
    const { loggedIn = user.loggedIn, available = user.available } = changes;
    if (!this.#connection.link) this.#store.dispatch({ type: 'USER', user: { loggedIn, available } });
    else {
      if (loggedIn !== user.loggedIn) this.say(loggedIn ? 'LOGGED_IN' : 'LOGGED_OUT');
      if (available !== user.available) this.say(available ? 'USER_AVAILABLE' : 'USER_UNAVAILABLE');
    }
  }

  #resize(): void {
    const { widgetWidth: width, widgetHeight: height } = this.#settings;
    // Before INITIALIZED there is no need: it tells the size.
    if (this.#connection.link?.isInitialized) this.resizeWidget({ width, height });
  }
}
