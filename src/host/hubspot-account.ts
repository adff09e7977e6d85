/** `HubSpotAccount`: what HubSpot's servers know of one user of an account, shared by all frames that show the widget. */
import { TypedEventTarget } from '../voice/typed-events.js';
import { AccountChangeEvent, AccountMessageEvent, type HubSpotAccountEventMap } from './events.js';
import { defaultRecords, type CrmRecord } from './records.js';
import { findingsIn, type CallFinding } from './said.js';
import {
  firstAccountState,
  logOf,
  type AccountState,
  type AppSettings,
  type HostAccount,
  type HostPlace,
  type LogEntry,
} from './state.js';
import { TranscriptRecorder } from './transcript-recorder.js';
import type { TranscriptEntry } from './transcript.js';

/** What an account is like at first. */
export interface HubSpotAccountOptions extends Partial<HostAccount>, Partial<AppSettings> {
  /** The records of the CRM. Default: some made-up records of each kind. */
  readonly records?: readonly CrmRecord[];
}

/** The names of what an account has, to tell it from what a frame has. */
const accountKeys = Object.keys(firstAccountState) as (keyof AccountState)[];

/** What of these changes is the account's. */
export function accountPart(changes: Partial<AccountState>): Partial<AccountState> {
  const part = accountKeys.filter((key) => key in changes).map((key) => [key, changes[key]]);
  return Object.fromEntries(part) as Partial<AccountState>;
}

/**
 * Give the same one to several `HubSpotHost`s, and they are frames of one widget: a call that one of them announces may be
 * ended by another. Tells what happens by the events `message` and `change`.
 */
export class HubSpotAccount extends TypedEventTarget<HubSpotAccountEventMap> {
  #state: AccountState;
  readonly #recorder = new TranscriptRecorder();

  constructor(options: HubSpotAccountOptions = {}) {
    super();
    const { portalId, userId, ownerId, records = defaultRecords, ...settings } = options;
    const { account } = firstAccountState;
    this.#state = {
      ...firstAccountState,
      ...settings,
      records,
      account: {
        portalId: portalId ?? account.portalId,
        userId: userId ?? account.userId,
        ownerId: ownerId ?? account.ownerId,
      },
    };
  }

  /** What is true now. Each change makes a new object. */
  get state(): AccountState {
    return this.#state;
  }

  /** The call log of all frames, oldest call first. */
  get log(): readonly LogEntry[] {
    return logOf(this.#state);
  }

  /** What HubSpot makes a mess of: what was said twice, announced twice, or never completed. */
  get findings(): readonly CallFinding[] {
    return findingsIn(this.#state.calls);
  }

  /** All messages of all frames, oldest first; `frame` names the frame. Of more than 10,000, the last 10,000. */
  get transcript(): readonly TranscriptEntry[] {
    return this.#recorder.entries;
  }

  /** Changes the settings of the app. Frames hear of `usesCallingWindow` when they are loaded next. */
  setSettings(settings: Partial<AppSettings>): void {
    this.change(settings);
  }

  /** The name for a frame that has none: `window`, or the first tab that is free. */
  freeName({ iframeLocation }: Pick<HostPlace, 'iframeLocation'>): string {
    if (iframeLocation === 'window') return 'window';
    const taken = new Set(this.#state.frames.map(({ name }) => name));
    let number = 1;
    while (taken.has(`tab ${String(number)}`)) number += 1;
    return `tab ${String(number)}`;
  }

  /**
   * Gives some fields other values. Hosts do this; tests have `setSettings`.
   *
   * @param isFromElsewhere - Whether another page has done it. Default: false.
   * @returns Whether anything has changed. Then it was told.
   */
  change(changes: Partial<AccountState>, isFromElsewhere = false): boolean {
    const previous = this.#state;
    const isNew = accountKeys.some((key) => key in changes && changes[key] !== previous[key]);
    if (!isNew) return false;
    this.#state = { ...previous, ...accountPart(changes) };
    this.dispatchEvent(new AccountChangeEvent(this.#state, previous, isFromElsewhere));
    return true;
  }

  /** Writes down a message of a frame. Hosts do this. */
  record(entry: Omit<TranscriptEntry, 'index'>, isFromElsewhere = false): void {
    this.dispatchEvent(new AccountMessageEvent(this.#recorder.add(entry), isFromElsewhere));
  }
}
