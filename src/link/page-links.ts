/** What all links of one page share: the lock that says who may answer HubSpot, and the latest handshake. */
import type { Envelope } from './envelope.js';
import { isSameMessage } from './recent-messages.js';
import { answerOncePerType } from './unknown-types.js';
import type { Arrival } from './arrival.js';

/** A request for the page's lock. */
export interface PageLock {
  /** Whether the lock was granted at once. */
  readonly isHeld: boolean;
  /** Gives the lock up, or leaves the queue. The next in the queue is granted the lock. */
  release(): void;
}

/** A link, as far as others on its page have to know it. */
export interface Sharer {
  /** Whether it is connected. */
  readonly isReady: boolean;
}

/** A SYNC that was answered, kept so that a link that is opened later can take the handshake up. */
export interface KeptHandshake extends Arrival {
  /** The SYNC that was answered. */
  readonly data: Envelope;
  /** The event that brought it. Every link of the page gets the same one. */
  readonly event: Arrival;
  /** When it was answered, in epoch ms. */
  readonly answeredAt: number;
  /** What HubSpot was told of the widget since. */
  told?: {
    /** The data of the latest INITIALIZED. */
    readonly first: unknown;
    /** The same with what was told later. */
    now: object;
    /** The link that sent INITIALIZED. */
    readonly by: Sharer;
  };
}

interface LockRequest {
  readonly isShared: boolean;
  readonly onGranted: () => void;
}

/** What a message changes of the data that INITIALIZED has told. */
const changes: Readonly<Record<string, object>> = {
  LOGGED_IN: { isLoggedIn: true },
  LOGGED_OUT: { isLoggedIn: false },
  USER_AVAILABLE: { isAvailable: true },
  USER_UNAVAILABLE: { isAvailable: false },
};

/** The state that all links of one page share. */
export class PageLinks {
  /** The latest handshake. It outlives the link that made it. */
  handshake: KeptHandshake | undefined;
  /** What was written to the console once, and is not written again. */
  readonly warnings = new Set<string>();
  /** Tells of each message of an unknown type, by its type, whether an answer is due. */
  readonly isAnswerDue = answerOncePerType();
  /** What the ids of all messages that are sent from this page begin with: a reply to any of them is known by it. */
  idPrefix = '';
  #holders: LockRequest[] = [];
  #waiting: LockRequest[] = [];
  #prefixes = 0;

  /** How many links hold the page's lock. */
  get holders(): number {
    return this.#holders.length;
  }

  /**
   * Asks for the page's lock. If it is taken, `onGranted` is called when the request's turn comes.
   *
   * @param isShared - Whether others that share it may hold it at the same time. One that does not share holds it alone.
   */
  requestLock(isShared: boolean, onGranted: () => void): PageLock {
    const request = { isShared, onGranted };
    const isHeld = this.#holders.every((holder) => isShared && holder.isShared);
    (isHeld ? this.#holders : this.#waiting).push(request);
    return {
      isHeld,
      release: () => {
        const isOther = (one: LockRequest) => one !== request;
        this.#holders = this.#holders.filter(isOther);
        this.#waiting = this.#waiting.filter(isOther);
        if (this.#holders.length === 0) this.#grant();
      },
    };
  }

  /** A prefix for the ids of the messages of one more link. */
  createIdPrefix(createId: () => string): string {
    this.idPrefix ||= createId();
    this.#prefixes += 1;
    return `${this.idPrefix}-${String(this.#prefixes)}`;
  }

  /** Whether a message is an INITIALIZED that tells HubSpot nothing new. Of others, keeps what HubSpot is told by them. */
  isKnown(message: Envelope, by: Sharer): boolean {
    const { handshake } = this;
    if (!handshake) return false;
    const { told } = handshake;
    const { type, data } = message;
    if (type !== 'INITIALIZED') {
      const change = type === 'RESIZE_WIDGET' ? { sizeInfo: data } : changes[type];
      if (told && change) told.now = { ...told.now, ...change };
      return false;
    }
    const isSame = (other: unknown) => isSameMessage(message, { ...message, data: other });
    // Of two that are there, each may say first that nobody is logged in, and then that somebody is.
    const isKnown =
      told !== undefined && told.by !== by && (isSame(told.now) || (told.by.isReady && isSame(told.first)));
    if (!isKnown) handshake.told = { first: data, now: { ...(data as object) }, by };
    return isKnown;
  }

  #grant(): void {
    const [next] = this.#waiting;
    const isNext = (one: LockRequest) => one === next || (one.isShared && next?.isShared === true);
    const granted = (this.#holders = this.#waiting.filter(isNext));
    this.#waiting = this.#waiting.filter((one) => !isNext(one));
    for (const { onGranted } of granted) onGranted();
  }
}

// In the registry of the whole page: another copy of this code, in another bundle, finds the same.
const pageKey = Symbol.for('hs-calling-elements.page');

/** The page of this window. */
export function linksOfPage(): PageLinks {
  const root = globalThis as { [pageKey]?: PageLinks | undefined };
  return (root[pageKey] ??= new PageLinks());
}
