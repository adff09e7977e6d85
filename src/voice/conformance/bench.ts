/** What the checks are made of: a provider that is watched, and steps that every check takes. */
import type {
  DialOptions,
  EndReason,
  SessionEnd,
  SessionState,
  VoiceProvider,
  VoiceSession,
} from '../index.js';
import { assert, assertSame, CheckFailed } from './assert.js';
import { soon, until } from './until.js';
import { Journal } from './journal.js';
import { hasAll, type VoiceCheck, type VoiceRig } from './rig.js';

/** A provider during one check. */
export class Bench {
  readonly rig: VoiceRig;
  readonly provider: VoiceProvider;
  readonly patience: number;
  readonly #journals = new Map<VoiceSession, Journal>();

  constructor(rig: VoiceRig, provider: VoiceProvider) {
    this.rig = rig;
    this.provider = provider;
    this.patience = rig.patience ?? 5000;
    // No call goes unwatched, whoever starts it.
    provider.addEventListener('incoming', ({ session }) => this.journal(session));
  }

  /** Writes down from now on what a session tells. */
  journal(session: VoiceSession): Journal {
    const known = this.#journals.get(session) ?? new Journal(session);
    this.#journals.set(session, known);
    return known;
  }

  /** Starts a call to one of the rig's numbers. */
  async dial(whom: keyof VoiceRig['numbers'], options?: Partial<DialOptions>): Promise<VoiceSession> {
    const toNumber = this.rig.numbers[whom];
    assert(toNumber !== undefined, `the rig has no number that ${whom}`);
    const session = await soon(this.provider.dial({ toNumber, ...options }), this.patience, 'dial()');
    this.journal(session);
    return session;
  }

  /** A call that was answered. */
  async talk(whom: keyof VoiceRig['numbers'] = 'answers'): Promise<VoiceSession> {
    const session = await this.dial(whom);
    await this.reaches(session, 'active');
    return session;
  }

  /** A call that comes in. */
  async receive(caller: 'waits' | 'gives-up' = 'waits'): Promise<VoiceSession> {
    let incoming: VoiceSession | undefined;
    this.provider.addEventListener('incoming', ({ session }) => (incoming = session), { once: true });
    await this.rig.receive?.(this.provider, caller);
    await until(
      () => incoming !== undefined,
      this.patience,
      () => 'no `incoming` came',
    );
    assert(incoming !== undefined, 'no `incoming` came');
    return incoming;
  }

  /** The provider of the page that comes after this one, while the calls of this one go on. */
  async reload(): Promise<VoiceProvider> {
    const { rig, provider, patience } = this;
    assert(rig.reload !== undefined, 'the rig has no `reload`');
    return soon(rig.reload(provider), patience, 'reload()');
  }

  /** Takes up a call that went on over a reload, where the provider finds one. */
  async restore(sessionId: string): Promise<VoiceSession | undefined> {
    const restoring = Promise.resolve(this.provider.restore?.(sessionId));
    const session = await soon(restoring, this.patience, 'restore()');
    if (session) this.journal(session);
    return session;
  }

  /** Waits for a state. */
  async reaches(session: VoiceSession, state: SessionState): Promise<void> {
    const { states } = this.journal(session);
    await until(
      () => states.includes(state),
      this.patience,
      () => `the state ${state} did not come; the states were ${states.join(', ')}`,
    );
  }

  /** Waits for the end, and holds it to be so. */
  async ends(session: VoiceSession, reason: EndReason, by?: SessionEnd['by']): Promise<void> {
    await this.reaches(session, 'ended');
    assertSame(session.end?.reason, reason, 'the reason of the end');
    if (by) assertSame(session.end?.by, by, 'who ended it');
  }

  /** A method must reject with one of these codes, and must not throw. */
  async rejects(call: () => Promise<unknown> | undefined, what: string, ...codes: string[]): Promise<void> {
    let promise: Promise<unknown> | undefined;
    try {
      promise = call();
    } catch (thrown) {
      throw new CheckFailed(`${what} threw ${String(thrown)}; it should reject`);
    }
    try {
      await soon(Promise.resolve(promise), this.patience, what);
    } catch (error) {
      if (error instanceof CheckFailed) throw error;
      const code = codeOf(error);
      assert(code !== undefined, `${what} rejected with ${String(error)}, which is no VoiceError`);
      assert(codes.includes(code), `${what} rejected ${code}; right: ${codes.join(' or ')}`);
      return;
    }
    throw new CheckFailed(`${what} resolved; it should reject ${codes.join(' or ')}`);
  }

  /** Waits for an async method. */
  async does(promise: Promise<unknown> | undefined, what: string): Promise<void> {
    assert(promise !== undefined, `there is no ${what}`);
    await soon(promise, this.patience, what);
  }

  /** Nothing may run any more. */
  async leavesNothing(): Promise<void> {
    const left = () => this.rig.leftovers?.() ?? [];
    await until(
      () => left().length === 0,
      this.patience,
      () => `still there: ${left().join(', ')}`,
    );
  }

  /** Ends everything, and looks whether all was told as it should be. */
  async close(): Promise<void> {
    await soon(this.provider.disconnect(), this.patience, 'disconnect()');
    await this.rig.dispose?.(this.provider);
    for (const journal of this.#journals.values()) journal.verify();
  }
}

/** Makes a check of a name and what it does. Every session in it is held to the rules of its events. */
export function check(
  name: string,
  { needs = [], uses = [] }: Partial<Pick<VoiceCheck, 'needs' | 'uses'>>,
  body: (bench: Bench) => Promise<void>,
): VoiceCheck {
  return {
    name,
    needs,
    uses,
    async run(rig) {
      if (!hasAll(rig, uses)) return;
      const provider = await rig.create();
      const bench = new Bench(rig, provider);
      try {
        if (needs.every((need) => provider.capabilities[need])) await body(bench);
      } catch (error) {
        // The first thing that is wrong says more than what follows from it.
        await bench.close().catch(() => undefined);
        throw error;
      }
      await bench.close();
    },
  };
}

// By its name: the adapter may be built with another copy of the class.
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && error.name === 'VoiceError' && 'code' in error
    ? String(error.code)
    : undefined;
}
