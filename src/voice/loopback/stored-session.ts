/** What is stored of a loopback session so that it can be restored after a reload of the page. */
import type { SessionStart } from '../base-session.js';
import type { FullScript } from './script.js';

/** A session as plain data. */
export interface StoredSession extends SessionStart {
  /** Whether it had been answered; else it was still ringing. */
  readonly isAnswered: boolean;
  readonly script: FullScript;
}

/** Whether a value that was read from the storage is a session. */
export function isStoredSession(value: unknown): value is StoredSession {
  const { id, direction, remote, isAnswered, script } = (value ?? {}) as Partial<
    Record<keyof StoredSession, unknown>
  >;
  return (
    typeof id === 'string' &&
    (direction === 'inbound' || direction === 'outbound') &&
    typeof (remote as { readonly number?: unknown } | null | undefined)?.number === 'string' &&
    typeof isAnswered === 'boolean' &&
    typeof script === 'object'
  );
}
