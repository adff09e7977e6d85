/** The account of `<hs-calling-host>`: one of its own, or one that other elements and pages share. */
import {
  HubSpotAccount,
  shareAccount,
  type AccountChangeEvent,
  type AppSettings,
} from '../../src/host/index.js';

/** Names the settings of the app that are properties of the element. */
export const settingNames = ['supportsInboundCalling', 'usesRemote', 'usesCallingWindow'] as const;

/** The settings of the app that a user of the element changes. */
export type ShownSettings = Pick<AppSettings, (typeof settingNames)[number]>;

/** Some fields of an object. */
export function pick<T, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>;
}

export class AccountPart {
  readonly #changed: (settings: Partial<ShownSettings>) => void;
  #current: HubSpotAccount | undefined;
  #leave: (() => void) | undefined;

  /** `changed` is called with the settings that are new when a message has passed in any frame, or anything has changed. */
  constructor(changed: (settings: Partial<ShownSettings>) => void) {
    this.#changed = changed;
  }

  /** The account; undefined before `take`. */
  get current(): HubSpotAccount | undefined {
    return this.#current;
  }

  /** Takes the account of a widget that is about to start: one that is shared stays, one of its own is a new one. */
  take(isShared: boolean, settings: Partial<AppSettings>): HubSpotAccount {
    if (this.#current && this.#leave && isShared) return this.#current;
    this.release();
    const taken = (this.#current = new HubSpotAccount(settings));
    taken.addEventListener('message', this.#onMessage);
    taken.addEventListener('change', this.#onChange);
    if (isShared) this.#leave = shareAccount(taken);
    return taken;
  }

  /** Has no account any more. */
  release(): void {
    this.#current?.removeEventListener('message', this.#onMessage);
    this.#current?.removeEventListener('change', this.#onChange);
    this.#leave?.();
    this.#current = this.#leave = undefined;
  }

  readonly #onMessage = (): void => this.#changed({});

  readonly #onChange = ({ state, previous }: AccountChangeEvent): void => {
    const isNew = (name: keyof ShownSettings) => state[name] !== previous[name];
    this.#changed(pick(state, settingNames.filter(isNew)));
  };
}
