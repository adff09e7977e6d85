/** The way back to the other end of a call, after the server or the sound was lost. */
import { comesTrue, ReofferRefused } from './reoffer.js';

/** How long it is looked for, in ms. */
const bound = 30_000;

/** How long a connection may take to heal by itself, and one that was offered anew to come about, in ms. */
const healTime = 2000;
const connectTime = 5000;

/** Between two tries, in ms. */
const pause = 1000;

/** What it takes to find back. */
export interface WayBack {
  /** The call is over. */
  readonly signal: AbortSignal;
  /** The other end has to be told how to reach us, even if one hears each other. */
  readonly isStale: () => boolean;
  readonly whenReady: (signal: AbortSignal) => Promise<void>;
  /** Offers anew, with new network addresses. */
  readonly offer: () => Promise<void>;
}

/** Resolves when both hear each other again, and the other end can reach us. Rejects when that is not to be had. */
export async function findBack(connection: RTCPeerConnection, way: WayBack): Promise<void> {
  const giveUp = new AbortController();
  const stop = () => giveUp.abort(way.signal.reason);
  const timer = setTimeout(() => giveUp.abort(), bound);
  way.signal.addEventListener('abort', stop);
  try {
    // The bound counts even where something takes long by itself, such as an answer.
    await Promise.race([look(connection, way, giveUp.signal), aborted(giveUp.signal)]);
  } finally {
    clearTimeout(timer);
    way.signal.removeEventListener('abort', stop);
    giveUp.abort();
  }
}

async function look(connection: RTCPeerConnection, way: WayBack, signal: AbortSignal): Promise<void> {
  const isConnected = () => connection.connectionState === 'connected';
  const comesBack = (ms: number) =>
    comesTrue(connection, 'connectionstatechange', () => isConnected() || signal.aborted, ms);
  for (;;) {
    await way.whenReady(signal);
    if (!way.isStale()) await comesBack(healTime);
    signal.throwIfAborted();
    if (!way.isStale() && isConnected()) return;
    try {
      await way.offer();
    } catch (error) {
      // 481: the other end knows nothing of this call any more.
      if (error instanceof ReofferRefused && error.status === 481) throw error;
      await comesTrue(connection, 'connectionstatechange', () => signal.aborted, pause);
      continue;
    }
    await comesBack(connectTime);
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
}
