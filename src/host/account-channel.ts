/** Shares an account with the other pages of this origin that show it: real tabs, and a real calling window. */
import { createId } from '../link/index.js';
import { channelVersion, readLetter, type AccountLetter, type AccountNews } from './account-messages.js';
import type { AccountChangeEvent, AccountMessageEvent } from './events.js';
import type { HubSpotAccount } from './hubspot-account.js';
import { mergeCalls } from './said.js';
import type { AccountState, HostFrame } from './state.js';

/** What pages meet over: a `BroadcastChannel`. */
export type AccountChannel = Pick<
  BroadcastChannel,
  'postMessage' | 'addEventListener' | 'removeEventListener' | 'close'
>;

/** How pages meet. Default of each: the browser's own. */
export interface ShareOptions {
  /** Opens the channel of this name. */
  readonly openChannel?: (name: string) => AccountChannel;
  /** Tells when a page is gone, also one that has crashed. Undefined where the browser has no locks. */
  readonly locks?: Pick<LockManager, 'request'> | undefined;
  /**
   * Whether to take over the user of the first page that tells of one. A calling window knows only the account, by its
   * address. Default: false.
   */
  readonly takesUser?: boolean;
}

/** Other pages, by the id that each has given itself, and the ids of their frames. */
type Pages = Map<string, readonly string[]>;

/**
 * Joins the other pages that show the account of this portal and user. What they know is taken over, what becomes known here
 * they are told. The returned function leaves them again.
 */
export function shareAccount(account: HubSpotAccount, options: ShareOptions = {}): () => void {
  const sharing = new AccountSharing(account, options);
  return () => sharing.end();
}

class AccountSharing {
  readonly #account: HubSpotAccount;
  readonly #channel: AccountChannel;
  readonly #locks: Pick<LockManager, 'request'> | undefined;
  readonly #name: string;
  readonly #page = createId();
  readonly #pages: Pages = new Map();
  readonly #ending = new AbortController();
  #mayTakeUser: boolean;

  constructor(
    account: HubSpotAccount,
    {
      openChannel = (name) => new BroadcastChannel(name),
      locks = navigator.locks,
      takesUser = false,
    }: ShareOptions,
  ) {
    this.#account = account;
    this.#locks = locks;
    this.#mayTakeUser = takesUser;
    const { portalId } = account.state.account;
    this.#name = `hs-calling-host:${String(channelVersion)}:${String(portalId)}`;
    this.#channel = openChannel(this.#name);
    // No two pages may give one id to two calls.
    account.change({ nextEngagementId: 9001 + 1000 * Math.floor(Math.random() * 9000) });
    this.#channel.addEventListener('message', this.#onLetter);
    account.addEventListener('change', this.#onChange);
    account.addEventListener('message', this.#onMessage);
    globalThis.addEventListener('pagehide', this.#onPageHide);
    this.#holdLock(this.#page, () => new Promise((resolve) => this.#whenEnded(resolve)));
    this.#tell({ says: 'hello' });
  }

  end(): void {
    if (this.#ending.signal.aborted) return;
    this.#account.removeEventListener('change', this.#onChange);
    this.#account.removeEventListener('message', this.#onMessage);
    this.#channel.removeEventListener('message', this.#onLetter);
    globalThis.removeEventListener('pagehide', this.#onPageHide);
    this.#tell({ says: 'state', frames: [] });
    this.#ending.abort();
    this.#channel.close();
    for (const page of this.#pages.keys()) this.#forget(page);
  }

  #tell(news: AccountNews): void {
    const { account: user } = this.#account.state;
    const letter: AccountLetter = {
      kind: 'hs-host-account',
      version: channelVersion,
      from: this.#page,
      user,
      news,
    };
    this.#channel.postMessage(letter);
  }

  readonly #onChange = ({ state, previous, isFromElsewhere }: AccountChangeEvent): void => {
    if (isFromElsewhere) return;
    const calls = state.calls.filter((call) => !previous.calls.includes(call));
    const forgotten = previous.calls
      .map(({ id }) => id)
      .filter((id) => !state.calls.some((one) => one.id === id));
    const { records, askedToDial } = state;
    const isNew = (key: keyof AccountState) => state[key] !== previous[key];
    const news = {
      ...(calls.length > 0 && { calls }),
      ...(forgotten.length > 0 && { forgotten }),
      ...(isNew('frames') && { frames: this.#ownFrames(state) }),
      ...(settingKeys.some(isNew) && { settings: settingsOf(state) }),
      ...(isNew('records') && { records }),
      ...(isNew('askedToDial') && askedToDial && { askedToDial }),
    };
    if (Object.keys(news).length > 0) this.#tell({ says: 'state', ...news });
  };

  readonly #onMessage = ({ entry, isFromElsewhere }: AccountMessageEvent): void => {
    if (!isFromElsewhere) this.#tell({ says: 'message', entry });
  };

  // A page that may come back tells of its frames again when one of them changes.
  readonly #onPageHide = (): void => {
    this.#tell({ says: 'state', frames: [] });
  };

  readonly #onLetter = ({ data }: MessageEvent<unknown>): void => {
    const letter = readLetter(data);
    if (!letter || !this.#isMine(letter)) return;
    const { from, news } = letter;
    switch (news.says) {
      case 'hello':
        this.#tellAll();
        break;
      case 'message':
        this.#account.record(news.entry, true);
        break;
      case 'state':
        this.#takeOver(from, news);
        break;
    }
  };

  #isMine({ from, user, news }: AccountLetter): boolean {
    if (from === this.#page) return false;
    const { portalId, userId } = this.#account.state.account;
    if (user.portalId !== portalId) return false;
    if (this.#mayTakeUser && news.says === 'state') {
      this.#mayTakeUser = false;
      this.#account.change({ account: user }, true);
      return true;
    }
    // Of the user of a page that only asks, nothing is known yet.
    return user.userId === userId || news.says === 'hello';
  }

  #tellAll(): void {
    const { state } = this.#account;
    const { calls, records } = state;
    const frames = this.#ownFrames(state);
    this.#tell({ says: 'state', calls, records, frames, settings: settingsOf(state) });
  }

  #takeOver(from: string, news: Extract<AccountNews, { says: 'state' }>): void {
    const { state } = this.#account;
    const { calls: theirs, forgotten, frames, settings, records, askedToDial } = news;
    const calls = theirs ? mergeCalls(state.calls, theirs) : state.calls;
    this.#account.change(
      {
        ...((theirs ?? forgotten) && { calls: calls.filter(({ id }) => !forgotten?.includes(id)) }),
        ...(frames && { frames: this.#framesWith(from, frames) }),
        ...settings,
        ...(records && { records }),
        ...(askedToDial && { askedToDial }),
      },
      true,
    );
  }

  #framesWith(page: string, theirs: readonly HostFrame[]): readonly HostFrame[] {
    const before = this.#pages.get(page);
    if (!before && theirs.length > 0) this.#watch(page);
    this.#pages.set(
      page,
      theirs.map(({ id }) => id),
    );
    return [...this.#account.state.frames.filter(({ id }) => !before?.includes(id)), ...theirs];
  }

  #ownFrames({ frames }: AccountState): readonly HostFrame[] {
    const others = [...this.#pages.values()].flat();
    return frames.filter(({ id }) => !others.includes(id));
  }

  // The lock of a page is free as soon as the page is gone, however it went.
  #watch(page: string): void {
    this.#holdLock(page, () => {
      this.#forget(page);
      return Promise.resolve();
    });
  }

  #forget(page: string): void {
    const gone = this.#pages.get(page) ?? [];
    this.#pages.delete(page);
    const frames = this.#account.state.frames.filter(({ id }) => !gone.includes(id));
    if (gone.length > 0) this.#account.change({ frames }, true);
  }

  #holdLock(page: string, hold: () => Promise<void>): void {
    const { signal } = this.#ending;
    // It rejects when this page leaves before it has got the lock, or where the browser gives none.
    this.#locks?.request(`${this.#name}:${page}`, { signal }, hold).catch(() => undefined);
  }

  #whenEnded(act: () => void): void {
    this.#ending.signal.addEventListener('abort', act, { once: true });
  }
}

const settingKeys = ['supportsInboundCalling', 'usesRemote', 'usesCallingWindow', 'widgetAddress'] as const;

function settingsOf(state: AccountState) {
  const { supportsInboundCalling, usesRemote, usesCallingWindow, widgetAddress } = state;
  return { supportsInboundCalling, usesRemote, usesCallingWindow, widgetAddress };
}
