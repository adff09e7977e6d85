/** What the pretend line knows of a call: enough to take it up again when the page was loaded anew. */
import type { SessionStart } from '../base-session.js';
import type { FullScript } from './script.js';

export interface LineRecord extends SessionStart {
  /** They talked; else it rang. */
  readonly isAnswered: boolean;
  readonly script: FullScript;
}

/** Whether something that was read is a record of a call. */
export function isLineRecord(value: unknown): value is LineRecord {
  const { id, direction, remote, isAnswered, script } = (value ?? {}) as Partial<
    Record<keyof LineRecord, unknown>
  >;
  return (
    typeof id === 'string' &&
    (direction === 'inbound' || direction === 'outbound') &&
    typeof (remote as { readonly number?: unknown } | null | undefined)?.number === 'string' &&
    typeof isAnswered === 'boolean' &&
    typeof script === 'object'
  );
}
