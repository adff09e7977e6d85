/** The calls that a bridge had when its page was loaded anew: HubSpot names one of them by its engagement. */
import type { CallingBridge } from '../bridge/index.js';
import { isLive, type Call } from '../call/index.js';
import { OverReload } from './over-reload.js';

export class KeptCalls {
  readonly #kept: OverReload<Call>;

  constructor(bridge: CallingBridge) {
    this.#kept = new OverReload(
      'calls',
      () => bridge.getState().calls.filter((call) => isLive(call) && !call.internal),
      isCall,
    );
    this.#kept.start();
  }

  /** The call with this engagement, once; or the one whose engagement was still to be made when the page went. */
  take(engagementId: number): Call | undefined {
    const call =
      this.#kept.take((one) => one.engagementId === engagementId) ??
      this.#kept.take(({ awaitsEngagement }) => awaitsEngagement);
    return call && { ...call, engagementId, awaitsEngagement: false };
  }

  stop(): void {
    this.#kept.stop();
  }
}

// Written by this code, in this origin: enough to tell it from what another version has left.
function isCall(value: unknown): value is Call {
  const { externalCallId, direction, phase, engagement, matches } = (value ?? {}) as Partial<
    Record<keyof Call, unknown>
  >;
  return (
    typeof externalCallId === 'string' &&
    (direction === 'inbound' || direction === 'outbound') &&
    (phase === 'dialing' || phase === 'ringing' || phase === 'active') &&
    typeof engagement === 'object' &&
    engagement !== null &&
    Array.isArray(matches)
  );
}
