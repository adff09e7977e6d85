/** What inbound calls must do: ring, be answered or declined, end when the caller gives up. */
import type { VoiceSession } from '../../session.js';
import { assert, assertSame } from '../assert.js';
import { check } from '../check.js';
import type { ProviderDriver } from '../provider-driver.js';

const inbound = (name: string, body: (driver: ProviderDriver) => Promise<void>) =>
  check(name, { needs: ['inbound'], uses: ['receive'] }, body);

export const inboundChecks = [
  inbound('a call comes in ringing, and is among the sessions', async (driver) => {
    let wasListed = false;
    driver.provider.addEventListener('incoming', ({ session }) => {
      wasListed = driver.provider.sessions.includes(session);
    });
    const session = await driver.receive();
    assert(wasListed, 'when `incoming` fired, the session was not among `sessions`');
    assertSame([session.direction, session.state], ['inbound', 'ringing'], 'direction and state');
    assert(session.id !== '' && session.remote.number !== '', 'id or number is empty');
    assert(session.answer !== undefined && session.decline !== undefined, 'answer() or decline() is missing');
  }),

  inbound('a call that is answered becomes active', async (driver) => {
    const session = await driver.receive();
    await driver.expectResolved(session.answer?.(), 'answer()');
    await driver.waitForState(session, 'active');
    await driver.expectResolved(session.hangUp(), 'hangUp()');
    await driver.expectEnd(session, 'hung-up', 'local');
  }),

  inbound('a call is answered once', async (driver) => {
    const session = await driver.receive();
    await driver.expectResolved(session.answer?.(), 'answer()');
    await driver.waitForState(session, 'active');
    await driver.expectRejection(() => session.answer?.(), 'the second answer()', 'NOT_POSSIBLE');
    await driver.expectRejection(() => session.decline?.(), 'decline() after answer()', 'NOT_POSSIBLE');
    assertSame(session.state, 'active', 'the state');
  }),

  inbound('a call that is declined ends with declined', async (driver) => {
    const session = await driver.receive();
    await driver.expectResolved(session.decline?.(), 'decline()');
    await driver.expectEnd(session, 'declined', 'local');
  }),

  inbound('a call that is declined as busy ends with busy', async (driver) => {
    const session = await driver.receive();
    await driver.expectResolved(session.decline?.('busy'), "decline('busy')");
    await driver.expectEnd(session, 'busy', 'local');
  }),

  inbound('hanging up while it rings here declines it', async (driver) => {
    const session = await driver.receive();
    await driver.expectResolved(session.hangUp(), 'hangUp()');
    await driver.expectEnd(session, 'declined', 'local');
  }),

  inbound('a caller who gives up cancels the call', async (driver) => {
    const session = await driver.receive('gives-up');
    await driver.expectEnd(session, 'canceled', 'remote');
    await driver.expectRejection(() => session.answer?.(), 'answer() after the end', 'NOT_POSSIBLE');
  }),

  check(
    'silence ends the ringing and nothing else',
    { needs: ['inbound', 'silence'], uses: ['receive'] },
    async (driver) => {
      const session = await driver.receive();
      session.silence?.();
      session.silence?.();
      assertSame([session.state, driver.journal(session).events], ['ringing', []], 'state and events');
      await driver.expectResolved(session.answer?.(), 'answer()');
      await driver.waitForState(session, 'active');
    },
  ),

  check(
    'a second call may come in while one goes on',
    { needs: ['inbound', 'multipleCalls'], uses: ['receive'] },
    async (driver) => {
      const first: VoiceSession = await driver.establish();
      const second = await driver.receive();
      await driver.expectResolved(second.decline?.(), 'decline()');
      await driver.waitForState(second, 'ended');
      assertSame(first.state, 'active', 'the state of the first');
    },
  ),
];
