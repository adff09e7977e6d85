/** `HubSpotFrames`: one widget in several frames, as HubSpot shows it in several tabs and in a calling window. */
import { systemClock } from '../link/index.js';
import { TypedEventTarget } from '../voice/typed-events.js';
import {
  HostChangeEvent,
  HostMessageEvent,
  type AccountMessageEvent,
  type HubSpotHostEventMap,
} from './events.js';
import type { FaultName } from './faults/index.js';
import { HubSpotAccount } from './hubspot-account.js';
import type { HubSpotHost } from './hubspot-host.js';
import type { Expectation } from './match.js';
import type { PlayedScene, WatchedHost } from './played-host.js';
import type { RunOptions } from './run-options.js';
import { runScenario } from './run-scenario.js';
import type { CallFinding } from './said.js';
import type { Scenario, ScenarioResult } from './scenario.js';
import { leaveFrame, startHost, type StartHostOptions } from './start-host.js';
import type { AccountState, HostPlace, LogEntry } from './state.js';
import type { TranscriptEntry } from './transcript.js';
import { waitForMessage, type Waited, type WaitOptions } from './wait-for-message.js';

/** A frame that is there, and the two ways in which it can go. */
export interface OpenedFrame {
  readonly host: HubSpotHost;
  /** The user closes it: what the widget says while it goes is heard. */
  close(): Promise<void>;
  /** It is gone at once: nothing that it says after this is heard. */
  crash(): void;
}

/** What is to be opened. */
export interface FrameSetup {
  readonly account: HubSpotAccount;
  readonly name: string;
  readonly place: HostPlace;
}

/** Opens a frame. Resolves when the widget in it has started. */
export type OpenFrame = (setup: FrameSetup) => Promise<OpenedFrame>;

/** What to start, and how. `frame` and `place` go with the name of each frame. */
export interface StartFramesOptions extends Omit<StartHostOptions, 'frame' | 'place'> {
  /**
   * The names of the frames, the first one first: `record` is on a record page, `window` a calling window, and every other name
   * is that of a tab with the widget in its navigation bar. Default: `tab 1`, `tab 2`.
   */
  readonly frames?: readonly string[];
  /** Whether the app uses a calling window. Default: as the account has it, or else whether there is a frame `window`. */
  readonly usesCallingWindow?: boolean;
}

/** Where the widget is in the frame of this name. */
export function placeNamed(name: string): HostPlace['iframeLocation'] {
  if (name === 'window') return 'window';
  return name === 'record' ? 'widget' : 'remote';
}

export class HubSpotFrames extends TypedEventTarget<HubSpotHostEventMap> implements WatchedHost, PlayedScene {
  readonly clock = systemClock;
  /** What the frames share: calls, records, settings. */
  readonly account: HubSpotAccount;
  readonly #open: OpenFrame;
  readonly #frames = new Map<string, OpenedFrame>();
  readonly #stopActions = new Set<() => void>();
  #faults: readonly FaultName[] = [];
  #mark = 0;

  constructor(account: HubSpotAccount, open: OpenFrame) {
    super();
    this.account = account;
    this.#open = open;
    account.addEventListener('message', this.#onMessage);
    account.addEventListener('change', this.#onChange);
  }

  /** @internal */
  get watched(): WatchedHost {
    return this;
  }

  get state(): AccountState {
    return this.account.state;
  }

  /** The call log of all frames, oldest call first. */
  get log(): readonly LogEntry[] {
    return this.account.log;
  }

  /** What HubSpot makes a mess of: see `CallFinding`. Empty when all is well. */
  get findings(): readonly CallFinding[] {
    return this.account.findings;
  }

  /** All messages of all frames, oldest first; `frame` names the frame. */
  get transcript(): readonly TranscriptEntry[] {
    return this.account.transcript;
  }

  /** The names of the frames that are there, the first one first. */
  get names(): readonly string[] {
    return [...this.#frames.keys()];
  }

  /** The host of a frame, by default of the first. Throws a `RangeError` for a frame that is not there. */
  frame(name = this.names[0] ?? 'tab 1'): HubSpotHost {
    return this.#opened(name).host;
  }

  /** Opens one more frame. Resolves when the widget in it has started. Throws a `RangeError` if it is there already. */
  async open(name: string): Promise<void> {
    if (this.#frames.has(name)) throw new RangeError(`There is a frame “${name}” already.`);
    const { usesCallingWindow } = this.state;
    const place = { iframeLocation: placeNamed(name), usesCallingWindow };
    const opened = await this.#open({ account: this.account, name, place });
    opened.host.setFaults(this.#faults);
    this.#frames.set(name, opened);
  }

  /** Closes a frame as its user does: the widget may say something while it goes. */
  async close(name: string): Promise<void> {
    await this.#opened(name).close();
    this.#frames.delete(name);
  }

  /**
   * Ends a frame so that HubSpot hears nothing of it any more. No page can end another without its `pagehide`: what the widget
   * does then in its own storage and channels it still does. A tab that truly crashes needs the browser's tools.
   */
  async crash(name: string): Promise<void> {
    this.#opened(name).crash();
    this.#frames.delete(name);
    return Promise.resolve();
  }

  /** Makes these frames, and no others, be there and newly loaded. */
  async start(names: readonly string[]): Promise<void> {
    for (const name of this.names) await this.close(name);
    for (const name of names) await this.open(name);
  }

  /** @internal */
  prepare({ faults = [], records, frames = this.names, usesCallingWindow }: Scenario): () => void {
    const before = this.state;
    const beforeFaults = this.#faults;
    this.#setFaults(faults);
    this.account.change({
      supportsInboundCalling: true,
      usesCallingWindow: usesCallingWindow ?? frames.includes('window'),
      ...(records && { records }),
    });
    return () => {
      this.#setFaults(beforeFaults);
      this.account.change({
        supportsInboundCalling: before.supportsInboundCalling,
        usesCallingWindow: before.usesCallingWindow,
        records: before.records,
      });
    };
  }

  /** Forgets all calls. The widgets are not told. */
  reset(): void {
    this.account.change({ calls: [], askedToDial: undefined });
  }

  /** Plays a scenario in the frames that it names. See `HubSpotHost.run`. */
  run(scenario: Scenario, options: RunOptions = {}): Promise<ScenarioResult> {
    return runScenario(this, scenario, options);
  }

  /** Sets a mark: `waitFor` looks for messages from here on. */
  mark(): number {
    this.#mark = (this.transcript.at(-1)?.index ?? -1) + 1;
    return this.#mark;
  }

  /** Resolves with the first such message of any frame since the mark. See `HubSpotHost.waitFor`. */
  waitFor<T extends string>(
    type: T,
    partial?: Expectation,
    { since = this.#mark, ...options }: WaitOptions = {},
  ): Promise<Waited<T>> {
    return waitForMessage(this, type, partial, { ...options, since });
  }

  /** Ends all frames at once. */
  stop(): void {
    for (const opened of this.#frames.values()) opened.crash();
    this.#frames.clear();
    this.account.removeEventListener('message', this.#onMessage);
    this.account.removeEventListener('change', this.#onChange);
    for (const action of [...this.#stopActions]) action();
    this.#stopActions.clear();
  }

  /** Has an action run once, when the frames are stopped. The returned function takes it back. */
  onStop(action: () => void): () => void {
    this.#stopActions.add(action);
    return () => void this.#stopActions.delete(action);
  }

  #opened(name: string): OpenedFrame {
    const opened = this.#frames.get(name);
    if (opened) return opened;
    throw new RangeError(`There is no frame “${name}”; there are: ${this.names.join(', ') || 'none'}.`);
  }

  #setFaults(faults: readonly FaultName[]): void {
    this.#faults = faults;
    for (const { host } of this.#frames.values()) host.setFaults(faults);
  }

  readonly #onMessage = ({ entry }: AccountMessageEvent): void => {
    this.dispatchEvent(new HostMessageEvent(entry));
  };

  readonly #onChange = (): void => {
    const [first] = this.#frames.values();
    if (first) this.dispatchEvent(new HostChangeEvent(first.host.state, first.host.state));
  };
}

/** Opens a frame in this page. Rejects with a `StartError` if the widget does not start in it. */
export async function openInPage(
  { name, ...setup }: FrameSetup,
  options: Omit<StartHostOptions, keyof FrameSetup | 'frame'>,
): Promise<OpenedFrame> {
  const host = await startHost({ ...options, ...setup, frame: name });
  return {
    host,
    async close() {
      await leaveFrame(host.frame);
      host.stop();
    },
    crash: () => host.stop(),
  };
}

/**
 * Starts a widget in several frames of this page. Resolves when it has started in each; rejects with a `StartError`, without
 * a frame.
 */
export async function startFrames({
  frames: names = ['tab 1', 'tab 2'],
  usesCallingWindow,
  account,
  ...options
}: StartFramesOptions): Promise<HubSpotFrames> {
  const isShared = account instanceof HubSpotAccount;
  const shared = isShared
    ? account
    : new HubSpotAccount({ ...account, usesCallingWindow: names.includes('window') });
  if (usesCallingWindow !== undefined) shared.setSettings({ usesCallingWindow });
  const frames = new HubSpotFrames(shared, (setup) => openInPage(setup, options));
  try {
    for (const name of names) await frames.open(name);
  } catch (error) {
    frames.stop();
    throw error;
  }
  return frames;
}
