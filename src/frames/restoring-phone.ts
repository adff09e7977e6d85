/** A phone of the app's own that goes on with calls in another frame, or after a reload: to the bridge it is a voice. */
import {
  callIdOf,
  raise,
  type BridgeVoice,
  type CallingBridge,
  type FrameReach,
  type RequestError,
  type VoiceReports,
} from '../bridge/index.js';
import { isPending, mayCarryCalls, type NewCall } from '../call/index.js';
import { capabilities } from '../call/voice-capabilities.js';
import { systemClock } from '../link/index.js';
import { reportUncaught } from '../link/report-uncaught.js';
import { callingError } from '../protocol/index.js';

/**
 * Has the phone of this frame go on with a call. True, or a promise of it, once it has; if it throws, the page's `error` event
 * tells, and the call has ended. After ten seconds nobody waits any more: the signal is aborted, and the call has ended.
 */
export type RestoreCall = (call: NewCall, signal: AbortSignal) => boolean | Promise<boolean>;

/** Ms that the app may take to do what was asked. */
const requestTimeoutMs = 5000;

/** From now on the phone is there wherever this frame carries calls. */
export function attachPhone(bridge: CallingBridge, { target }: FrameReach, restore: RestoreCall): void {
  const voice: BridgeVoice = {
    // The app does it, in its listener: it is told if it does not.
    async carryOut(request) {
      await new Promise<void>((resolve) => systemClock.after(requestTimeoutMs, resolve));
      const { name } = request;
      const error: RequestError = { ...callingError('REQUEST_UNANSWERED', name), request: name };
      if (isPending(bridge.getState(), name, callIdOf(request))) raise(target, 'hs-error', error);
      return undefined;
    },
    async restore(call, signal) {
      const { externalCallId } = call;
      try {
        const isBack = await restore(call, signal);
        if (isBack && !signal.aborted) bridge.updateCall({ externalCallId, reconnecting: false });
        return isBack;
      } catch (error) {
        reportUncaught(error);
        return false;
      }
    },
    endCalls: () => undefined,
  };
  let phone: VoiceReports | undefined;
  bridge.subscribe((state) => {
    if (!mayCarryCalls(state)) {
      phone?.release();
      phone = undefined;
    } else if (!phone) {
      phone = bridge.useVoice(voice);
      // What else the phone can do is the app's own business.
      phone.update({ state: 'ready', capabilities: capabilities('inbound', 'restore'), problem: undefined });
    }
  });
}
