/** Plays HubSpot around a widget: dials, makes engagements, keeps the log. Draws nothing. */
import type { Clock, HostLinkParts } from '../link/index.js';
import type { InboundType, Message, MessageInput, OutboundType } from '../protocol/index.js';
import { TypedEventTarget } from '../voice/typed-events.js';
import { dialData, numberOf, whyNot, type DialResult } from './dial.js';
import { HostAlertEvent, HostChangeEvent, HostMessageEvent, type HubSpotHostEventMap } from './events.js';
import type { FaultName } from './faults.js';
import { linkOptions, stateAtStart, type HubSpotHostOptions } from './host-options.js';
import { HostWire } from './host-wire.js';
import type { Expectation } from './match.js';
import { react, type HostEffect } from './react.js';
import type { CrmRecord } from './records.js';
import { replay, type ReplayOptions } from './replay.js';
import { runScenario, type RunOptions } from './run-scenario.js';
import type { Scenario, ScenarioResult } from './scenario.js';
import {
  firstState,
  liveCall,
  logOf,
  phaseOf,
  type HostPlace,
  type HostState,
  type LogEntry,
} from './state.js';
import { Timers } from './timers.js';
import type { TranscriptEntry } from './transcript.js';
import { waitForMessage, type Waited, type WaitOptions } from './wait.js';

/**
 * HubSpot to try widgets against. Tells everything by events: `message`, `change`, `alert`, and while a scenario runs
 * `prompt` and `step`.
 */
export class HubSpotHost extends TypedEventTarget<HubSpotHostEventMap> {
  /** The time and timers. */
  readonly clock: Clock;
  readonly #options: HubSpotHostOptions;
  readonly #wire: HostWire;
  readonly #timers: Timers;
  readonly #atStop = new Set<() => void>();
  #state: HostState;
  #mark = 0;
  #returning: number | undefined;
  #isReplaying = false;

  constructor({ wire, clock }: HostLinkParts, options: HubSpotHostOptions) {
    super();
    this.clock = clock;
    this.#options = options;
    this.#state = stateAtStart(options);
    this.#timers = new Timers(clock);
    this.#wire = new HostWire({ wire, clock }, linkOptions(options), {
      timers: this.#timers,
      faults: () => this.#state.faults,
      phase: () => phaseOf(this.#state),
      ready: () => this.#change({ connection: 'acknowledged', alert: undefined }),
      timedOut: () => {
        this.#change({ connection: 'silent' });
        this.#alert('The widget has not answered. Is it there, and does it trust this page’s origin?');
      },
      received: (message) => this.#receive(message),
      passed: (entry) => this.dispatchEvent(new HostMessageEvent(entry)),
    });
  }

  /** What is true now. */
  get state(): HostState {
    return this.#state;
  }

  /** The call log, oldest first. */
  get log(): readonly LogEntry[] {
    return logOf(this.#state);
  }

  /** Everything that has passed so far, oldest first; of very much, the last 10,000. */
  get transcript(): readonly TranscriptEntry[] {
    return this.#wire.transcript;
  }

  /** Origins other than the widget's that the frame has spoken from: it shows another page than it should. */
  get otherOrigins(): readonly string[] {
    return this.#wire.otherOrigins;
  }

  /** The origin that is trusted. */
  get widgetOrigin(): string {
    return this.#options.widgetOrigin;
  }

  /** Hears what the frame says from now on, so that a page at another origin is noticed. `connect` does that too. */
  listen(): void {
    this.#wire.listen();
  }

  /** Shakes hands with the widget. Due after every load of its page: one that was loaded anew knows nothing. */
  connect(): void {
    this.#shake(true);
  }

  /** The page is loaded anew and the widget in it, as when the user opens another record. */
  reload(engagementId = liveCall(this.#state)?.engagementId): void {
    this.#returning = engagementId;
    this.#wire.disconnect();
    this.#timers.clear();
    this.#change({ connection: 'connecting', isLoggedIn: undefined, isAvailable: undefined });
    if (this.#options.reload) this.#options.reload();
    else this.connect();
  }

  /** The page around the widget starts anew and says SYNC to the same widget. */
  remount(engagementId = liveCall(this.#state)?.engagementId): void {
    this.#returning = engagementId;
    this.#shake(false);
  }

  /** Ends it: no listener, no timer, nobody waits any more. */
  stop(): void {
    this.#wire.disconnect();
    this.#timers.clear();
    for (const end of [...this.#atStop]) end();
    this.#atStop.clear();
    this.#change({ connection: 'idle' });
  }

  /** Calls back once when the host is stopped; the returned function forgets it. */
  onStop(action: () => void): () => void {
    this.#atStop.add(action);
    return () => void this.#atStop.delete(action);
  }

  /**
   * The user presses a number of a record. Refused, with an alert, if the widget cannot dial now: because it has not
   * answered, nobody is logged in, or a call goes on.
   *
   * @param record - The record, or its objectId.
   * @param number - One of its numbers, or any. Default: its first.
   */
  dial(record: CrmRecord | number, number?: string): DialResult {
    const target = numberOf(this.#state, record, number);
    const refusal = whyNot(this.#state);
    if (refusal) {
      this.#alert(refusal.text);
      return refusal;
    }
    this.#change({ alert: undefined, record: target.record, asked: target });
    this.setVisibility({});
    this.say('DIAL_NUMBER', dialData(this.#state, target, this.clock.now()));
    return { ok: true };
  }

  /** Asks the widget to hang up. */
  endCall(): void {
    this.say('END_CALL', {});
  }

  /** The user minimises or hides the widget, or brings it back. What is not said is false, and what is so already is not told. */
  setVisibility({ isMinimized = false, isHidden = false }: Partial<HostState['visibility']>): void {
    const visibility = { isMinimized, isHidden };
    const before = this.#state.visibility;
    if (isMinimized === before.isMinimized && isHidden === before.isHidden) return;
    this.#change({ visibility });
    this.say('VISIBILITY_CHANGED', visibility);
  }

  /** The user opens a record: the page is loaded anew, and with it a widget that is on it. */
  navigate(record: CrmRecord | number): void {
    this.#change({ record: numberOf(this.#state, record).record });
    if (this.#state.place.iframeLocation === 'widget') this.reload();
  }

  /** Says a message as HubSpot does, with whatever the faults make of it. False before the widget has answered. */
  say<T extends InboundType>(type: T, data: MessageInput<T>): boolean {
    return this.#wire.say(type, data);
  }

  /** Sends anything, as it is. False before the widget has answered. */
  sendMessage(message: {
    readonly type: string;
    readonly data?: unknown;
    readonly messageId?: string;
  }): boolean {
    return this.#wire.sendMessage(message);
  }

  /** Dials these one after the other: the next when the call before is completed. Each is a record, its first number. */
  startQueue(records: readonly (CrmRecord | number)[]): DialResult {
    const [first, ...queue] = records.map((record) => numberOf(this.#state, record));
    if (!first) return { ok: true };
    const result = this.dial(first.record, first.number);
    if (result.ok) this.#change({ queue });
    return result;
  }

  /** Dials nothing more of the queue. */
  stopQueue(): void {
    this.#change({ queue: [] });
  }

  /** Puts the widget elsewhere, where it is loaded anew. */
  setPlace(place: Partial<HostPlace>): void {
    this.#change({ place: { ...this.#state.place, ...place } });
    this.reload();
  }

  /** From now on these go wrong, and no others. */
  setFaults(faults: readonly FaultName[]): void {
    this.#change({ faults });
  }

  /** From now on these are the records. */
  setRecords(records: readonly CrmRecord[]): void {
    this.#change({ records, record: records[0] });
  }

  /** Forgets all calls, what is queued and what is shown. The widget is not told: load it anew. */
  reset(): void {
    const { calls, queue, asked, alert, visibility, size, widgetUrl } = firstState;
    this.#change({ calls, queue, asked, alert, visibility, size, widgetUrl });
  }

  /** From here on `waitFor` looks for messages. Returns the place, to be given to it. */
  mark(): number {
    this.#mark = this.#wire.next;
    return this.#mark;
  }

  /**
   * Resolves with a message of the widget that came since the mark, or as soon as it comes. Rejects after `timeout`
   * with what came instead.
   *
   * @param partial - What its payload should hold, as far as it is named; see `Expectation`.
   */
  waitFor<T extends string>(
    type: T,
    partial?: Expectation,
    { since = this.#mark, ...options }: WaitOptions = {},
  ): Promise<Waited<T>> {
    return waitForMessage(this, type, partial, { ...options, since });
  }

  /** Plays a scenario, by itself with a driver, else with a person who follows the prompts. Never rejects. */
  run(scenario: Scenario, options: RunOptions = {}): Promise<ScenarioResult> {
    return runScenario(this, scenario, options);
  }

  /** Sends the host's side of a transcript again. Meanwhile the host itself answers nothing. */
  async replay(entries: readonly TranscriptEntry[], options: ReplayOptions = {}): Promise<void> {
    this.#isReplaying = true;
    try {
      await replay(this, entries, options);
    } finally {
      this.#isReplaying = false;
    }
  }

  #shake(hasReloaded: boolean): void {
    const { account, place } = this.#state;
    const engagementId = this.#returning;
    this.#returning = undefined;
    this.#change({ connection: 'connecting', isLoggedIn: undefined, isAvailable: undefined, hasReloaded });
    this.#wire.connect({ ...account, ...place, ...(engagementId !== undefined && { engagementId }) });
  }

  #receive(message: Message<OutboundType>): void {
    const { state, effects } = react(this.#state, message, this.clock.now());
    this.#change(state);
    if (this.#isReplaying) return;
    for (const effect of effects) {
      if (effect.do === 'alert') this.#alert(effect.text);
      else this.#timers.after(this.#options.delay ?? 150, () => this.#carryOut(effect));
    }
  }

  #carryOut(effect: Exclude<HostEffect, { do: 'alert' }>): void {
    switch (effect.do) {
      case 'say':
        this.#wire.say(effect.type, effect.data);
        break;
      case 'reload':
        this.reload(effect.engagementId);
        break;
      case 'remount':
        this.remount(effect.engagementId);
        break;
      case 'dial':
        this.dial(effect.record, effect.number);
        break;
    }
  }

  #change(changes: Partial<HostState>): void {
    const previous = this.#state;
    this.#state = { ...previous, ...changes };
    this.dispatchEvent(new HostChangeEvent(this.#state, previous));
  }

  #alert(text: string): void {
    this.#change({ alert: text });
    this.dispatchEvent(new HostAlertEvent(text));
  }
}
