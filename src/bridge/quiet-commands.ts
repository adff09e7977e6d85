/** What an app tells the bridge that HubSpot is not told. In a page that mirrors another frame, it is told there. */
import {
  findCall,
  focusedCall,
  type CallChanges,
  type CallHappening,
  type DialIntent,
  type NewCall,
  type WidgetState,
} from '../call/index.js';
import { callingError, type CallingError } from '../protocol/index.js';
import { Commands, type WhichCall } from './commands.js';
import type { SharedHappening } from './frames.js';

export abstract class QuietCommands extends Commands {
  /** The far end rings. HubSpot is not told; the elements show it. */
  callRinging({ externalCallId }: WhichCall = {}): void {
    this.#tellCall(externalCallId, { type: 'CALL_RINGING' });
  }

  /** Changes what HubSpot is not told at once: mute, hold, who it is, notes, … A call that is resumed comes to the front. */
  updateCall({ externalCallId, ...changes }: WhichCall & CallChanges): void {
    this.#tellCall(externalCallId, { type: 'CALL_CHANGED', at: this.now(), changes });
  }

  /** Brings back a call that HubSpot knows already, after a reload. Nothing is sent. */
  restoreCall(call: NewCall): void {
    this.happen({ type: 'CALL_RESTORED', call });
  }

  /**
   * Brings a call to the front: the elements show it and act on it. Nothing happens while another call needs the user more:
   * one on the line goes before one that rings, and that before one to be finished.
   */
  focusCall(externalCallId: string): void {
    this.happen({ type: 'FOCUS', externalCallId });
  }

  /** Offers a number to dial, as if HubSpot had asked for it; undefined takes it back. */
  setDialIntent(intent: DialIntent | undefined): void {
    this.happen({ type: 'DIAL_INTENT', intent, at: this.now() });
  }

  /** Chooses the number to call from; undefined for the voice's own. */
  chooseFromNumber(fromNumber: string | undefined): void {
    this.happen({ type: 'FROM_NUMBER', fromNumber });
  }

  /** The user looks into the history of calls: what was missed before is no news any more. */
  markHistorySeen(): void {
    this.happen({ type: 'HISTORY_SEEN', at: this.now() });
  }

  /** What is true now. */
  abstract getState(): WidgetState;

  /** Lets something become true, in the frame that owns the calls. */
  protected abstract happen(happened: SharedHappening): void;

  /** The time, in epoch ms. */
  protected abstract now(): number;

  /** Tells what went wrong. */
  protected abstract fail(error: CallingError): void;

  #tellCall(externalCallId: string | undefined, happened: CallHappening): void {
    const state = this.getState();
    const call = externalCallId === undefined ? focusedCall(state) : findCall(state, externalCallId);
    if (call) this.happen({ type: 'CALL', externalCallId: call.externalCallId, happened });
    else this.fail(callingError('UNKNOWN_CALL', happened.type));
  }
}
