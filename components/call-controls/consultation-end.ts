/** What the form of a transfer shows after a consultation that came to nothing. */
import { findCall, isLive, type Call, type WidgetState } from '../../src/index.js';
import { endText } from '../shared/call-words.js';
import type { Localize } from '../shared/localize.js';
import type { TransferForm } from './transfer-form.js';

export class ConsultationEnd {
  /** How it failed, in words. */
  problem: string | undefined;
  /** Until the call that it was about is shown again. */
  #failed: Call | undefined;

  follow(now: WidgetState, previous: WidgetState | undefined): void {
    this.#failed = failedConsultation(now, previous) ?? this.#failed;
  }

  /** Whether the form is opened again, for the call that is shown now. It begins with the number that was asked. */
  reopens(call: Call | undefined, localize: Localize, form: Pick<TransferForm, 'begin'>): boolean {
    const failed = this.#failed;
    if (!failed || call?.internal) return false;
    this.#failed = undefined;
    if (call?.phase !== 'active') return false;
    form.begin(failed.toNumber ?? '');
    this.problem = endText(failed, localize);
    return true;
  }
}

/** The consultation that has just failed: not one that was given up here, nor one that was ended after a talk. */
function failedConsultation(now: WidgetState, previous: WidgetState | undefined): Call | undefined {
  const before = previous?.calls.find(
    (call) => call.internal && isLive(call) && !isLive(findCall(now, call.externalCallId) ?? call),
  );
  const call = findCall(now, before?.externalCallId);
  const isFailed = call?.endStatus && call.endStatus !== 'COMPLETED' && call.endStatus !== 'CANCELED';
  return isFailed ? call : undefined;
}
