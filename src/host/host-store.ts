/**
 * What is true in the host now: of its frame, and of the account that it shares with others. The state is replaced as a
 * whole, and every change is told by an event.
 */
import { createId } from '../link/index.js';
import { HostAlertEvent, HostChangeEvent, type AccountChangeEvent } from './events.js';
import { accountPart, type HubSpotAccount } from './hubspot-account.js';
import type { HostFrame, HostState } from './state.js';

export class HostStore {
  readonly account: HubSpotAccount;
  /** What people call the frame. */
  readonly name: string;
  readonly #frameId = createId();
  readonly #dispatch: (event: HostAlertEvent | HostChangeEvent) => void;
  #state: HostState;
  /** What was true when a change was last told. */
  #told: HostState;

  constructor(
    state: HostState,
    { account, name }: { readonly account: HubSpotAccount; readonly name: string },
    dispatch: (event: HostAlertEvent | HostChangeEvent) => void,
  ) {
    this.account = account;
    this.name = name;
    this.#state = this.#told = state;
    this.#dispatch = dispatch;
    account.addEventListener('change', this.#onAccountChange);
    account.change({ frames: this.#frames() });
  }

  get state(): HostState {
    return this.#state;
  }

  /** Gives some fields other values. */
  change(changes: Partial<HostState>): void {
    this.#state = { ...this.#state, ...changes };
    const hasTold = this.account.change({ ...accountPart(changes), frames: this.#frames() });
    if (!hasTold) this.#tell();
  }

  /** Alerts HubSpot's user, in words. */
  alert(text: string): void {
    this.change({ alert: text });
    this.#dispatch(new HostAlertEvent(text));
  }

  /** The frame is gone. */
  leave(): void {
    this.account.removeEventListener('change', this.#onAccountChange);
    const frames = this.account.state.frames.filter(({ id }) => id !== this.#frameId);
    this.account.change({ frames });
    this.#state = { ...this.#state, frames };
  }

  readonly #onAccountChange = ({ state }: AccountChangeEvent): void => {
    this.#state = { ...this.#state, ...state };
    this.#tell();
  };

  #tell(): void {
    const previous = this.#told;
    this.#told = this.#state;
    this.#dispatch(new HostChangeEvent(this.#state, previous));
  }

  // All frames, with this one as it is now; the same list if nothing of it is new.
  #frames(): readonly HostFrame[] {
    const { frames } = this.account.state;
    const { connection, isLoggedIn, isAvailable, place } = this.#state;
    const { iframeLocation } = place;
    const now = { id: this.#frameId, name: this.name, iframeLocation, connection, isLoggedIn, isAvailable };
    const before = frames.find(({ id }) => id === now.id);
    if (!before) return [...frames, now];
    const isSame = (Object.keys(now) as (keyof HostFrame)[]).every((key) => now[key] === before[key]);
    return isSame ? frames : frames.map((frame) => (frame === before ? now : frame));
  }
}
