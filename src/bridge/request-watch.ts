/** Watches whether somebody does what was asked: the user must not wait for ever. */
import { findCall, type Store, type WidgetState } from '../call/index.js';
import type { Clock } from '../link/index.js';
import { callingError, type CallingError } from '../protocol/index.js';
import type { Request } from './requests.js';

/** How long a phone may take. */
const patience = 5000;

export class RequestWatch {
  readonly #clock: Pick<Clock, 'after'>;
  readonly #store: Store;
  readonly #fail: (error: CallingError) => void;
  readonly #running = new Set<() => void>();

  constructor(clock: Pick<Clock, 'after'>, store: Store, fail: (error: CallingError) => void) {
    this.#clock = clock;
    this.#store = store;
    this.#fail = fail;
  }

  /** A phone has been asked. */
  watch(request: Request): void {
    const before = this.#store.getState();
    const cancel = this.#clock.after(patience, () => {
      this.#running.delete(cancel);
      if (isCarriedOut(request, this.#store.getState(), before)) return;
      this.#fail(callingError('REQUEST_UNANSWERED', request.name));
    });
    this.#running.add(cancel);
  }

  stop(): void {
    for (const cancel of this.#running) cancel();
    this.#running.clear();
  }
}

/** Whether a phone seems to have done what it was asked to: something about the call is different. */
function isCarriedOut({ name, detail }: Request, now: WidgetState, before: WidgetState): boolean {
  switch (name) {
    case 'hs-call-request':
      return now.calls.at(-1)?.externalCallId !== before.calls.at(-1)?.externalCallId;
    case 'hs-answer-request':
    case 'hs-decline-request':
    case 'hs-hang-up-request':
      return findCall(now, detail.externalCallId)?.phase !== findCall(before, detail.externalCallId)?.phase;
    case 'hs-mute-request':
    case 'hs-hold-request':
    case 'hs-record-request':
      return findCall(now, detail.externalCallId) !== findCall(before, detail.externalCallId);
    default:
      return true; // nothing shows it
  }
}
