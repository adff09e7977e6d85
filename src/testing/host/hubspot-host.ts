/** Plays HubSpot around a widget: dials, makes engagements, keeps the log. Draws nothing. */
import { HostLink, type Arrival, type Port } from '../../link/index.js';
import type { InboundType, Message, MessageInput, OutboundType } from '../../protocol/index.js';
import { TypedEventTarget } from '../../voice/typed-events.js';
import { dialData, whyNot, type DialResult } from './dial.js';
import { HostAlertEvent, HostChangeEvent, HostMessageEvent, type HubSpotHostEventMap } from './events.js';
import type { FaultName } from './faults.js';
import { judge, type MessageDirection } from './judge.js';
import { react, type HostEffect } from './react.js';
import { defaultRecords, type CrmRecord } from './records.js';
import { replay, type ReplayOptions } from './replay.js';
import { runScenario, type RunOptions } from './run-scenario.js';
import type { Scenario, ScenarioResult } from './scenario.js';
import { spoil, spoilContext } from './spoil.js';
import {
  firstState,
  liveCall,
  logOf,
  phaseOf,
  type HostAccount,
  type HostPlace,
  type HostState,
  type LogEntry,
  type NumberOfRecord,
} from './state.js';
import { tap } from './tap.js';
import { typeOf, type TranscriptEntry } from './transcript.js';
import { waitForMessage, type Waited, type WaitOptions } from './wait.js';
import type { Expectation } from './match.js';

/** How a host plays HubSpot. */
export interface HubSpotHostOptions {
  /** The origin of the widget's address. Nothing else is heard or written to. */
  readonly widgetOrigin: string;
  /** The CRM. Default: some made-up records of each kind. */
  readonly records?: readonly CrmRecord[];
  /** Who is logged in. Default: made up. */
  readonly account?: Partial<HostAccount>;
  /** Where the widget is. Default: on a record, without a calling window. */
  readonly place?: Partial<HostPlace>;
  /** What goes wrong from the start. Default: nothing. */
  readonly faults?: readonly FaultName[];
  /** Ms that HubSpot takes to answer. Default: 150. */
  readonly delay?: number;
  /** Ms between two SYNCs. Default: 100. */
  readonly syncInterval?: number;
  /** Ms until the host gives up on a silent widget. Default: 30000. */
  readonly syncTimeout?: number;
  /** Loads the widget's page anew; `connect` is due when it has loaded. Default: connects at once. */
  readonly reload?: () => void;
}

/** Entries that are kept; older ones are dropped. */
const most = 10_000;

/** Ms that a slow acknowledgement takes: longer than three SYNCs. */
const slowness = 350;

/**
 * HubSpot to try widgets against. Tells everything by events: `message`, `change`, `alert`, and while a scenario runs
 * `prompt` and `step`.
 */
export class HubSpotHost extends TypedEventTarget<HubSpotHostEventMap> {
  /** The clock, the timers and the wire. */
  readonly port: Port;
  readonly #options: HubSpotHostOptions;
  readonly #link: HostLink;
  readonly #timers = new Set<() => void>();
  readonly #otherOrigins = new Set<string>();
  readonly #atStop = new Set<() => void>();
  #state: HostState;
  readonly #entries: TranscriptEntry[] = [];
  #nextIndex = 0;
  #mark = 0;
  #returning: number | undefined;
  #isAcknowledgementLost = false;
  #isReplaying = false;

  constructor(port: Port, options: HubSpotHostOptions) {
    super();
    this.port = port;
    this.#options = options;
    const { records = defaultRecords, faults = [], account, place } = options;
    this.#state = {
      ...firstState,
      records,
      faults,
      account: { ...firstState.account, ...account },
      place: { ...firstState.place, ...place },
      record: records[0],
    };
    const { widgetOrigin, syncInterval, syncTimeout } = options;
    this.#link = new HostLink(
      tap(port, (arrival, pass) => this.#onArrival(arrival, pass)),
      {
        widgetOrigin,
        ...(syncInterval !== undefined && { syncInterval }),
        ...(syncTimeout !== undefined && { syncTimeout }),
      },
      {
        ready: () => this.#change({ connection: 'acknowledged', alert: undefined }),
        timedOut: () => {
          this.#change({ connection: 'silent' });
          this.#alert('The widget has not answered. Is it there, and does it trust this page’s origin?');
        },
        sent: (message) => this.#record('to-widget', message),
        received: (message) => this.#receive(message),
      },
    );
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
    return [...this.#entries];
  }

  /** Origins other than the widget's that the frame has spoken from: it shows another page than it should. */
  get otherOrigins(): readonly string[] {
    return [...this.#otherOrigins];
  }

  /** The origin that is trusted. */
  get widgetOrigin(): string {
    return this.#options.widgetOrigin;
  }

  /** Shakes hands with the widget. Due after every load of its page: one that was loaded anew knows nothing. */
  connect(): void {
    this.#shake(true);
  }

  /** The page is loaded anew and the widget in it, as when the user opens another record. */
  reload(engagementId = liveCall(this.#state)?.engagementId): void {
    this.#returning = engagementId;
    this.#link.disconnect();
    this.#cancelTimers();
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
    this.#link.disconnect();
    this.#cancelTimers();
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
    const target = this.#numberOf(record, number);
    const refusal = whyNot(this.#state);
    if (refusal) {
      this.#alert(refusal.text);
      return refusal;
    }
    this.#change({ alert: undefined, record: target.record, asked: target });
    const { isMinimized, isHidden } = this.#state.visibility;
    if (isMinimized || isHidden) this.setVisibility({});
    this.say('DIAL_NUMBER', dialData(this.#state, target, this.port.now()));
    return { ok: true };
  }

  /** Asks the widget to hang up. */
  endCall(): void {
    this.say('END_CALL', {});
  }

  /** The user minimises or hides the widget, or brings it back. What is not said is false. */
  setVisibility({ isMinimized = false, isHidden = false }: Partial<HostState['visibility']>): void {
    const visibility = { isMinimized, isHidden };
    this.#change({ visibility });
    this.say('VISIBILITY_CHANGED', visibility);
  }

  /** The user opens a record: the page is loaded anew, and with it a widget that is on it. */
  navigate(record: CrmRecord | number): void {
    this.#change({ record: this.#numberOf(record).record });
    if (this.#state.place.iframeLocation === 'widget') this.reload();
  }

  /** Says a message as HubSpot does, with whatever the faults make of it. False before the widget has answered. */
  say<T extends InboundType>(type: T, data: MessageInput<T>): boolean {
    return this.#say(type, data);
  }

  /** Sends anything, as it is. False before the widget has answered. */
  sendMessage(message: {
    readonly type: string;
    readonly data?: unknown;
    readonly messageId?: string;
  }): boolean {
    return this.#link.sendMessage(message);
  }

  /** Dials these one after the other: the next when the call before is completed. Each is a record, its first number. */
  startQueue(records: readonly (CrmRecord | number)[]): DialResult {
    const [first, ...queue] = records.map((record) => this.#numberOf(record));
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
    const { visibility, size } = firstState;
    this.#change({ calls: [], queue: [], asked: undefined, alert: undefined, visibility, size });
  }

  /** From here on `waitFor` looks for messages. Returns the place, to be given to it. */
  mark(): number {
    this.#mark = this.#nextIndex;
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
    const { account, place, faults } = this.#state;
    const engagementId = this.#returning;
    this.#returning = undefined;
    this.#isAcknowledgementLost = false;
    this.#change({ connection: 'connecting', isLoggedIn: undefined, isAvailable: undefined, hasReloaded });
    this.#link.connect(
      spoilContext({ ...account, ...place, ...(engagementId !== undefined && { engagementId }) }, faults),
    );
  }

  #onArrival(arrival: Arrival, pass: () => void): void {
    if (!this.port.isPeer(arrival.source)) return;
    if (arrival.origin !== this.widgetOrigin) {
      this.#otherOrigins.add(arrival.origin);
      return;
    }
    if (typeOf(arrival.data) !== 'SYNC_ACK') {
      this.#record('to-host', arrival.data);
      pass();
    } else this.#acknowledge(arrival, pass);
  }

  #acknowledge({ data }: Arrival, pass: () => void): void {
    const { faults } = this.#state;
    if (faults.includes('lost-acknowledgement') && !this.#isAcknowledgementLost) {
      this.#isAcknowledgementLost = true;
      return;
    }
    const arrive = () => {
      this.#record('to-host', data);
      pass();
    };
    if (faults.includes('slow-acknowledgement')) this.#later(slowness, arrive);
    else arrive();
  }

  #receive(message: Message<OutboundType>): void {
    const { state, effects } = react(this.#state, message, this.port.now());
    this.#change(state);
    if (this.#isReplaying) return;
    for (const effect of effects) {
      if (effect.do === 'alert') this.#alert(effect.text);
      else this.#later(this.#options.delay ?? 150, () => this.#carryOut(effect));
    }
  }

  #carryOut(effect: Exclude<HostEffect, { do: 'alert' }>): void {
    switch (effect.do) {
      case 'say':
        this.#say(effect.type, effect.data);
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

  #say(type: string, data: unknown): boolean {
    const messageId = this.port.createId();
    return spoil({ type, messageId, data }, this.#state.faults)
      .map((message) => this.#link.sendMessage(message))
      .every(Boolean);
  }

  #numberOf(record: CrmRecord | number, number?: string): NumberOfRecord {
    const found =
      typeof record === 'number' ? this.#state.records.find(({ objectId }) => objectId === record) : record;
    if (!found) throw new RangeError(`The CRM has no record ${String(record)}.`);
    const [first] = found.phones;
    if (number === undefined && !first) throw new RangeError(`${found.name} has no number.`);
    return { record: found, number: number ?? first?.number ?? '' };
  }

  #record(direction: MessageDirection, message: unknown): void {
    const entry: TranscriptEntry = {
      index: this.#nextIndex,
      direction,
      at: this.port.now(),
      message,
      validity: judge(direction, message),
      phase: phaseOf(this.#state),
    };
    this.#nextIndex += 1;
    this.#entries.push(entry);
    if (this.#entries.length > most) this.#entries.shift();
    this.dispatchEvent(new HostMessageEvent(entry));
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

  #later(ms: number, action: () => void): void {
    const cancel = this.port.after(ms, () => {
      this.#timers.delete(cancel);
      action();
    });
    this.#timers.add(cancel);
  }

  #cancelTimers(): void {
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
  }
}
