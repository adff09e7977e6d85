/** Restores the connection of a call after the server or the media path was lost: waits, then restarts ICE. */
import { ReInviteRefused } from './re-invite.js';
import { waitForConnection } from './wait-for-connection.js';

/** A call that is not restored in this time, in ms, is given up. */
const reconnectTimeoutMs = 30_000;

/** A connection has this time, in ms, to recover by itself before ICE is restarted. */
const recoveryTimeoutMs = 2000;

/** A connection has this time, in ms, to come about after an ICE restart. */
const iceRestartTimeoutMs = 5000;

/** The pause after an ICE restart that was refused, in ms. */
const retryDelayMs = 1000;

/** What is needed to restore a connection. */
export interface ReconnectOptions {
  /** Aborted when the call has ended. */
  readonly signal: AbortSignal;
  /** Whether the far end has to be told a new Contact, even if the media path works. */
  readonly isContactStale: () => boolean;
  /** Resolves when the server can be reached. */
  readonly whenReady: (signal: AbortSignal) => Promise<void>;
  /** Sends a re-INVITE, with an ICE restart or without. */
  readonly offer: (iceRestart: boolean) => Promise<void>;
}

/** Resolves when both ends hear each other and the far end has the right Contact. Rejects when it is given up. */
export async function reconnect(connection: RTCPeerConnection, options: ReconnectOptions): Promise<void> {
  const giveUp = new AbortController();
  const onEnd = () => giveUp.abort(options.signal.reason);
  const timer = setTimeout(() => giveUp.abort(), reconnectTimeoutMs);
  options.signal.addEventListener('abort', onEnd);
  try {
    // The race ends it in time even while an attempt is still waiting, as for the answer to a re-INVITE.
    await Promise.race([attemptUntilConnected(connection, options, giveUp.signal), aborted(giveUp.signal)]);
  } finally {
    clearTimeout(timer);
    options.signal.removeEventListener('abort', onEnd);
    giveUp.abort();
  }
}

async function attemptUntilConnected(
  connection: RTCPeerConnection,
  { isContactStale, whenReady, offer }: ReconnectOptions,
  signal: AbortSignal,
): Promise<void> {
  const isConnected = () => connection.connectionState === 'connected';
  const waitUntilConnected = (timeoutMs: number) =>
    waitForConnection(connection, 'connectionstatechange', () => isConnected() || signal.aborted, timeoutMs);
  for (;;) {
    await whenReady(signal);
    if (!isContactStale()) await waitUntilConnected(recoveryTimeoutMs);
    signal.throwIfAborted();
    if (!isContactStale() && isConnected()) return;
    try {
      // A media path that works is left alone: not every far end takes an ICE restart.
      await offer(!isConnected());
    } catch (error) {
      // 481: the far end does not know this call any more.
      if (error instanceof ReInviteRefused && error.status === 481) throw error;
      await waitForConnection(connection, 'connectionstatechange', () => signal.aborted, retryDelayMs);
      continue;
    }
    await waitUntilConnected(iceRestartTimeoutMs);
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
}
