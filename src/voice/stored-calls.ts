/** The live calls of a bridge, stored over a reload: HubSpot names one of them to the new page, by its engagement. */
import type { CallingBridge } from '../bridge/index.js';
import { isLive, type Call } from '../call/index.js';
import { ReloadStorage } from './reload-storage.js';

export class StoredCalls {
  readonly #storage: ReloadStorage<Call>;

  constructor(bridge: CallingBridge) {
    this.#storage = new ReloadStorage(
      'calls',
      () => bridge.getState().calls.filter((call) => isLive(call) && !call.internal),
      isCall,
    );
    this.#storage.start();
  }

  /** Takes out the call of an engagement, or one that was still waiting for its engagement when the page went. */
  take(engagementId: number): Call | undefined {
    const call =
      this.#storage.take((one) => one.engagementId === engagementId) ??
      this.#storage.take(({ awaitsEngagement }) => awaitsEngagement);
    return call && { ...call, engagementId, awaitsEngagement: false };
  }

  /** Stores nothing any more. */
  stop(): void {
    this.#storage.stop();
  }
}

// Written by this code in this origin: it only has to be told from what another version of it has written.
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
