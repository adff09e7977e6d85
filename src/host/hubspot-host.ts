/** `HubSpotHost`: plays HubSpot around a widget. It wires the parts that do so and shows them as one object. */
import type { Clock, HostLinkParts } from '../link/index.js';
import type { InboundType, MessageInput } from '../protocol/index.js';
import { TypedEventTarget } from '../voice/typed-events.js';
import type { DialResult } from './dial.js';
import { HostMessageEvent, type HubSpotHostEventMap } from './events.js';
import type { FaultName } from './faults/index.js';
import { accountFor, linkOptions, stateAtStart, type HubSpotHostOptions } from './host-options.js';
import { HostPage } from './host-page.js';
import { HostReplies } from './host-replies.js';
import { HostStore } from './host-store.js';
import { HostWire } from './host-wire.js';
import { HubSpotUser } from './hubspot-user.js';
import type { HubSpotAccount } from './hubspot-account.js';
import { remarksOn } from './remarks.js';
import type { Expectation } from './match.js';
import type { PlayedHost } from './played-host.js';
import type { CrmRecord } from './records.js';
import { replay, type ReplayOptions } from './replay.js';
import type { RunOptions } from './run-options.js';
import { runScenario, sceneOf } from './run-scenario.js';
import type { Scenario, ScenarioResult } from './scenario.js';
import { firstState, logOf, phaseOf, type HostPlace, type HostState, type LogEntry } from './state.js';
import { Timers } from './timers.js';
import type { TranscriptEntry } from './transcript.js';
import { waitForMessage, type Waited, type WaitOptions } from './wait-for-message.js';

/**
 * HubSpot to try widgets against. Tells what happens by events: `message`, `change`, `alert`, and while a scenario is
 * played `prompt` and `step`.
 */
export class HubSpotHost extends TypedEventTarget<HubSpotHostEventMap> implements PlayedHost {
  /** The time and timers. */
  readonly clock: Clock;
  /** The only origin that is heard and written to. */
  readonly widgetOrigin: string;
  readonly #store: HostStore;
  readonly #wire: HostWire;
  readonly #page: HostPage;
  readonly #user: HubSpotUser;
  readonly #replies: HostReplies;
  #mark = 0;

  constructor({ wire: widgetWire, clock }: HostLinkParts, options: HubSpotHostOptions) {
    super();
    this.clock = clock;
    this.widgetOrigin = options.widgetOrigin;
    const timers = new Timers(clock);
    const account = accountFor(options);
    const state = stateAtStart(options, account);
    const name = options.frame ?? account.freeName(state.place);
    const store = new HostStore(state, { account, name }, (event) => this.dispatchEvent(event));
    const wire = new HostWire({ wire: widgetWire, clock }, linkOptions(options), {
      timers,
      faults: () => store.state.faults,
      phase: () => phaseOf(store.state),
      remarks: (message) => remarksOn(store.state, message),
      ready: () => store.change({ connection: 'acknowledged', alert: undefined }),
      timedOut: () => {
        store.change({ connection: 'silent' });
        store.alert('The widget has not answered. Is it there, and does it trust this page’s origin?');
      },
      received: (message) => this.#replies.receive(message),
      recorded: (entry) => {
        account.record({ ...entry, frame: name });
        this.dispatchEvent(new HostMessageEvent(entry));
      },
    });
    const page = new HostPage({ store, wire, timers, load: options.reload });
    const user = new HubSpotUser({ store, wire, page, clock });
    const { delayMs = 150 } = options;
    this.#replies = new HostReplies({ store, wire, page, user, timers, clock, delayMs });
    this.#store = store;
    this.#wire = wire;
    this.#page = page;
    this.#user = user;
  }

  /** What the host shares with the other frames of the widget: calls, records, settings. */
  get account(): HubSpotAccount {
    return this.#store.account;
  }

  /** What people call the frame: `tab 1`, `window`. */
  get frameName(): string {
    return this.#store.name;
  }

  /** What is true now. Each change makes a new object. */
  get state(): HostState {
    return this.#store.state;
  }

  /** The call log, oldest call first. */
  get log(): readonly LogEntry[] {
    return logOf(this.state);
  }

  /** All messages that have passed so far, oldest first. Of more than 10,000 messages, the last 10,000. */
  get transcript(): readonly TranscriptEntry[] {
    return this.#wire.transcript;
  }

  /** Origins other than the widget's that the frame has spoken from: if there are any, it shows another page. */
  get otherOrigins(): readonly string[] {
    return this.#wire.otherOrigins;
  }

  /** Listens to the frame before `connect` does, so that `otherOrigins` has a page that leads elsewhere. */
  listen(): void {
    this.#wire.listen();
  }

  /** Shakes hands with the widget. Call it after every load of the widget's page: a new page knows nothing. */
  connect(): void {
    this.#page.connect();
  }

  /**
   * Loads the page and the widget in it anew, as when the user opens another record.
   *
   * @param engagementId - The call that the widget is told to go on with. Default: that of the call that goes on.
   */
  reload(engagementId?: number): void {
    this.#page.reload(engagementId);
  }

  /**
   * Starts the page around the widget anew. It sends SYNC to the same widget.
   *
   * @param engagementId - The call that the widget is told to go on with. Default: that of the call that goes on.
   */
  remount(engagementId?: number): void {
    this.#page.remount(engagementId);
  }

  /** Ends it. No listener and no timer is left, and whoever waits for something gets a `WaitError`. */
  stop(): void {
    this.#page.stop();
    this.#store.leave();
  }

  /** Has an action run once, when the host is stopped. The returned function takes it back. */
  onStop(action: () => void): () => void {
    return this.#page.onStop(action);
  }

  /**
   * Presses a number of a record, as the user does. Refused, with an alert, if the widget cannot dial now: it has not
   * answered, nobody is logged in, or a call goes on. Throws a `RangeError` for a record that the CRM does not have, or
   * that has no number.
   *
   * @param record - The record, or its objectId.
   * @param number - One of its numbers, or any other. Default: its first.
   */
  dial(record: CrmRecord | number, number?: string): DialResult {
    return this.#user.dial(record, number);
  }

  /** Asks the widget to hang up. */
  endCall(): void {
    this.#user.endCall();
  }

  /**
   * Minimises or hides the widget, or brings it back, as the user does. The widget is told only if that changes anything.
   *
   * @param visibility - `isMinimized` and `isHidden`. Default of each: false.
   */
  setVisibility(visibility: Partial<HostState['visibility']>): void {
    this.#user.setVisibility(visibility);
  }

  /** Opens a record, as the user does. If the widget is on the record, the page and the widget are loaded anew. */
  navigate(record: CrmRecord | number): void {
    this.#user.navigate(record);
  }

  /** Sends a message as HubSpot does, with whatever the faults make of it. False before the widget has answered SYNC. */
  say<T extends InboundType>(type: T, data: MessageInput<T>): boolean {
    return this.#wire.say(type, data);
  }

  /** Sends anything, as it is. False before the widget has answered SYNC. */
  sendMessage(message: {
    readonly type: string;
    readonly data?: unknown;
    readonly messageId?: string;
  }): boolean {
    return this.#wire.sendMessage(message);
  }

  /**
   * Dials the first number of each of these records. The next one is dialled when the call before is completed. Refused
   * like `dial`.
   */
  startQueue(records: readonly (CrmRecord | number)[]): DialResult {
    return this.#user.startQueue(records);
  }

  /** Dials no more numbers of the queue. */
  stopQueue(): void {
    this.#user.stopQueue();
  }

  /** Puts the widget into another place of HubSpot, and loads it anew there. What is left out stays as it is. */
  setPlace(place: Partial<HostPlace>): void {
    this.#user.setPlace(place);
  }

  /** Switches on these faults, and all others off. */
  setFaults(faults: readonly FaultName[]): void {
    this.#store.change({ faults });
  }

  /** Switches on or off whether the app supports inbound calling. Calls that ring already stay as they are. */
  setSupportsInboundCalling(supportsInboundCalling: boolean): void {
    this.#store.change({ supportsInboundCalling });
  }

  /** Alerts HubSpot's user, in words. */
  showAlert(text: string): void {
    this.#store.alert(text);
  }

  /** Replaces the records of the CRM. The first one is on view. */
  setRecords(records: readonly CrmRecord[]): void {
    this.#store.change({ records, record: records[0] });
  }

  /** Forgets all calls, the queue, the alert, and the size, visibility and address of the widget. The widget is not told. */
  reset(): void {
    const { calls, queue, isQueueHeld, askedToDial, alert, visibility, size, widgetUrl } = firstState;
    this.#store.change({ calls, queue, isQueueHeld, askedToDial, alert, visibility, size, widgetUrl });
  }

  /** Sets a mark: `waitFor` looks for messages from here on. Returns the mark, which `waitFor` takes as `since`. */
  mark(): number {
    this.#mark = this.#wire.nextIndex;
    return this.#mark;
  }

  /**
   * Resolves with the first such message since the mark, at once or as soon as it comes. Rejects with a `WaitError`
   * that says what came instead, when the time is over or the host is stopped.
   *
   * @param type - The type of the message.
   * @param partial - What its payload should hold. Only the fields that are named count; see `Expectation`.
   * @param options - How long to wait, from which mark on, and in which direction.
   */
  waitFor<T extends string>(
    type: T,
    partial?: Expectation,
    { since = this.#mark, ...options }: WaitOptions = {},
  ): Promise<Waited<T>> {
    return waitForMessage(this, type, partial, { ...options, since });
  }

  /** Plays a scenario: with a driver by itself, else a person follows the `prompt` events. Never rejects. */
  run(scenario: Scenario, options: RunOptions = {}): Promise<ScenarioResult> {
    return runScenario(sceneOf(this), scenario, options);
  }

  /**
   * Sends the host's side of a transcript again. Meanwhile the host itself answers nothing. Rejects with a `RangeError`
   * for a speed that is not above 0, and with a `WaitError` if the widget does not start a call that a message names.
   */
  replay(entries: readonly TranscriptEntry[], options: ReplayOptions = {}): Promise<void> {
    return this.#replies.silentDuring(() => replay(this, entries, options));
  }
}
