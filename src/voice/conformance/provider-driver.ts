/** Drives a provider through the steps of one check, and watches what its sessions tell. */
import type { DialOptions, VoiceProvider } from '../provider.js';
import type { EndReason, SessionEnd, SessionState, VoiceSession } from '../session.js';
import { assert, assertSame, CheckFailed } from './assert.js';
import { EventJournal } from './event-journal.js';
import type { VoiceRig } from './rig.js';
import { settleWithin, waitUntil } from './wait.js';

/** One provider during one check. Every step fails if it takes longer than the rig's `stepTimeoutMs`. */
export class ProviderDriver {
  readonly rig: VoiceRig;
  readonly provider: VoiceProvider;
  /** How long one step may take, in ms. */
  readonly stepTimeoutMs: number;
  readonly #journals = new Map<VoiceSession, EventJournal>();

  constructor(rig: VoiceRig, provider: VoiceProvider) {
    this.rig = rig;
    this.provider = provider;
    this.stepTimeoutMs = rig.stepTimeoutMs ?? 5000;
    // Inbound sessions are watched too, whoever has them come in.
    provider.addEventListener('incoming', ({ session }) => this.journal(session));
  }

  /** The journal of a session's events; begins it the first time. */
  journal(session: VoiceSession): EventJournal {
    const known = this.#journals.get(session) ?? new EventJournal(session);
    this.#journals.set(session, known);
    return known;
  }

  /** Starts a call to one of the rig's numbers. */
  async dial(number: keyof VoiceRig['numbers'], options?: Partial<DialOptions>): Promise<VoiceSession> {
    const toNumber = this.rig.numbers[number];
    assert(toNumber !== undefined, `the rig has no number that ${number}`);
    const session = await settleWithin(
      this.provider.dial({ toNumber, ...options }),
      this.stepTimeoutMs,
      'dial()',
    );
    this.journal(session);
    return session;
  }

  /** Starts a call to one of the rig's numbers, and waits until it is active. */
  async establish(number: keyof VoiceRig['numbers'] = 'answers'): Promise<VoiceSession> {
    const session = await this.dial(number);
    await this.waitForState(session, 'active');
    return session;
  }

  /** Has the rig call this provider, and waits for the session. */
  async receive(caller: 'waits' | 'gives-up' = 'waits'): Promise<VoiceSession> {
    let incoming: VoiceSession | undefined;
    this.provider.addEventListener('incoming', ({ session }) => (incoming = session), { once: true });
    await this.rig.receive?.(this.provider, caller);
    await waitUntil(
      () => incoming !== undefined,
      this.stepTimeoutMs,
      () => 'no `incoming` came',
    );
    assert(incoming !== undefined, 'no `incoming` came');
    return incoming;
  }

  /** Reloads the provider's page while its calls go on, and gives the provider of the new page. */
  async reload(): Promise<VoiceProvider> {
    const { rig, provider, stepTimeoutMs } = this;
    assert(rig.reload !== undefined, 'the rig has no `reload`');
    return settleWithin(rig.reload(provider), stepTimeoutMs, 'reload()');
  }

  /** Calls `restore`; undefined if the provider knows no such session. */
  async restore(sessionId: string): Promise<VoiceSession | undefined> {
    const restoring = Promise.resolve(this.provider.restore?.(sessionId));
    const session = await settleWithin(restoring, this.stepTimeoutMs, 'restore()');
    if (session) this.journal(session);
    return session;
  }

  /** Waits until a session is, or has been, in a state. */
  async waitForState(session: VoiceSession, state: SessionState): Promise<void> {
    const { states } = this.journal(session);
    await waitUntil(
      () => states.includes(state),
      this.stepTimeoutMs,
      () => `the state ${state} did not come; the states were ${states.join(', ')}`,
    );
  }

  /** Waits for the end of a session. Fails if it ended for another reason, or by somebody else. */
  async expectEnd(session: VoiceSession, reason: EndReason, by?: SessionEnd['by']): Promise<void> {
    await this.waitForState(session, 'ended');
    assertSame(session.end?.reason, reason, 'the reason of the end');
    if (by) assertSame(session.end?.by, by, 'who ended it');
  }

  /** Fails unless a method rejects with a `VoiceError` of one of these codes. Throwing is wrong. */
  async expectRejection(
    call: () => Promise<unknown> | undefined,
    what: string,
    ...codes: string[]
  ): Promise<void> {
    let promise: Promise<unknown> | undefined;
    try {
      promise = call();
    } catch (thrown) {
      throw new CheckFailed(`${what} threw ${String(thrown)}; it should reject`);
    }
    try {
      await settleWithin(Promise.resolve(promise), this.stepTimeoutMs, what);
    } catch (error) {
      if (error instanceof CheckFailed) throw error;
      const code = codeOf(error);
      assert(code !== undefined, `${what} rejected with ${String(error)}, which is no VoiceError`);
      assert(codes.includes(code), `${what} rejected ${code}; right: ${codes.join(' or ')}`);
      return;
    }
    throw new CheckFailed(`${what} resolved; it should reject ${codes.join(' or ')}`);
  }

  /** Waits for what a method returned. Fails if there is no such method. */
  async expectResolved(promise: Promise<unknown> | undefined, what: string): Promise<void> {
    assert(promise !== undefined, `there is no ${what}`);
    await settleWithin(promise, this.stepTimeoutMs, what);
  }

  /** Waits until the rig finds no track, connection or timer left. */
  async expectNothingLeft(): Promise<void> {
    const left = () => this.rig.leftovers?.() ?? [];
    await waitUntil(
      () => left().length === 0,
      this.stepTimeoutMs,
      () => `still there: ${left().join(', ')}`,
    );
  }

  /** Disconnects the provider. Fails if any session of the check broke the rules of its events. */
  async close(): Promise<void> {
    await settleWithin(this.provider.disconnect(), this.stepTimeoutMs, 'disconnect()');
    await this.rig.dispose?.(this.provider);
    for (const journal of this.#journals.values()) journal.verify();
  }
}

// By its name: the adapter may be built with another copy of the class.
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && error.name === 'VoiceError' && 'code' in error
    ? String(error.code)
    : undefined;
}
