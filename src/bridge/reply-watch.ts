/** Notices when HubSpot does not answer a message that it always answers: it may be gone, while the call goes on. */
import type { Store } from '../call/index.js';
import type { Clock, Envelope } from '../link/index.js';
import { callingError } from '../protocol/index.js';
import { raise } from './events.js';

/** Ms that an answer of HubSpot may take. */
const replyTimeoutMs = 10_000;

/** What the watch works with. */
export interface ReplyWatchParts {
  /** Gets the events. */
  readonly target: EventTarget;
  readonly store: Store;
  readonly clock: Pick<Clock, 'after'>;
}

export class ReplyWatch {
  readonly #parts: ReplyWatchParts;
  #stopTimer: (() => void) | undefined;

  constructor(parts: ReplyWatchParts) {
    this.#parts = parts;
  }

  /** A message has left. */
  sent({ type, data }: Envelope): void {
    if (this.#stopTimer || !isAnswered(type, data as Data)) return;
    this.#stopTimer = this.#parts.clock.after(replyTimeoutMs, () => {
      this.#stopTimer = undefined;
      const problem = callingError('HOST_SILENT');
      const { store, target } = this.#parts;
      store.dispatch({ type: 'CONNECTION', connection: 'connected', problem });
      // The notes of a call that was handed over are not sent again: its user gets them back.
      for (const { externalCallId, phase } of store.getState().calls) {
        const happened = { type: 'UPDATE_ENGAGEMENT_FAILED', message: undefined } as const;
        if (phase === 'transferred') store.dispatch({ type: 'CALL', externalCallId, happened });
      }
      raise(target, 'hs-error', problem);
    });
  }

  /** HubSpot said something, whatever it was. */
  heard(): void {
    this.stop();
    this.#parts.store.dispatch({ type: 'CONNECTION', connection: 'connected', problem: undefined });
  }

  /** Nothing more is expected. */
  stop(): void {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
  }
}

/** What is read of messages about calls, which always carry data. */
interface Data {
  readonly createEngagement?: boolean;
  readonly engagementId?: number;
}

function isAnswered(type: string, data: Data): boolean {
  if (type === 'CALL_COMPLETED') return data.engagementId !== undefined;
  return (type === 'OUTGOING_CALL_STARTED' || type === 'INCOMING_CALL') && data.createEngagement === true;
}
