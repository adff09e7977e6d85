/** What calls that come in must do. */
import type { VoiceSession } from '../index.js';
import { assert, assertSame } from './assert.js';
import { check, type Bench } from './bench.js';

const inbound = (name: string, body: (bench: Bench) => Promise<void>) =>
  check(name, { needs: ['inbound'], uses: ['receive'] }, body);

export const inboundChecks = [
  inbound('a call comes in ringing, and is among the sessions', async (bench) => {
    let wasListed = false;
    bench.provider.addEventListener('incoming', ({ session }) => {
      wasListed = bench.provider.sessions.includes(session);
    });
    const session = await bench.receive();
    assert(wasListed, 'when `incoming` fired, the session was not among `sessions`');
    assertSame([session.direction, session.state], ['inbound', 'ringing'], 'direction and state');
    assert(session.id !== '' && session.remote.number !== '', 'id or number is empty');
    assert(session.answer !== undefined && session.decline !== undefined, 'answer() or decline() is missing');
  }),

  inbound('a call that is answered becomes active', async (bench) => {
    const session = await bench.receive();
    await bench.does(session.answer?.(), 'answer()');
    await bench.reaches(session, 'active');
    await bench.does(session.hangUp(), 'hangUp()');
    await bench.ends(session, 'hung-up', 'local');
  }),

  inbound('a call is answered once', async (bench) => {
    const session = await bench.receive();
    await bench.does(session.answer?.(), 'answer()');
    await bench.reaches(session, 'active');
    await bench.rejects(() => session.answer?.(), 'the second answer()', 'NOT_POSSIBLE');
    await bench.rejects(() => session.decline?.(), 'decline() after answer()', 'NOT_POSSIBLE');
    assertSame(session.state, 'active', 'the state');
  }),

  inbound('a call that is declined ends with declined', async (bench) => {
    const session = await bench.receive();
    await bench.does(session.decline?.(), 'decline()');
    await bench.ends(session, 'declined', 'local');
  }),

  inbound('a call that is declined as busy ends with busy', async (bench) => {
    const session = await bench.receive();
    await bench.does(session.decline?.('busy'), "decline('busy')");
    await bench.ends(session, 'busy', 'local');
  }),

  inbound('hanging up while it rings here declines it', async (bench) => {
    const session = await bench.receive();
    await bench.does(session.hangUp(), 'hangUp()');
    await bench.ends(session, 'declined', 'local');
  }),

  inbound('a caller who gives up cancels the call', async (bench) => {
    const session = await bench.receive('gives-up');
    await bench.ends(session, 'canceled', 'remote');
    await bench.rejects(() => session.answer?.(), 'answer() after the end', 'NOT_POSSIBLE');
  }),

  check(
    'silence ends the ringing and nothing else',
    { needs: ['inbound', 'silence'], uses: ['receive'] },
    async (bench) => {
      const session = await bench.receive();
      session.silence?.();
      session.silence?.();
      assertSame([session.state, bench.journal(session).events], ['ringing', []], 'state and events');
      await bench.does(session.answer?.(), 'answer()');
      await bench.reaches(session, 'active');
    },
  ),

  check(
    'a second call may come in while one goes on',
    { needs: ['inbound', 'multipleCalls'], uses: ['receive'] },
    async (bench) => {
      const first: VoiceSession = await bench.talk();
      const second = await bench.receive();
      await bench.does(second.decline?.(), 'decline()');
      await bench.reaches(second, 'ended');
      assertSame(first.state, 'active', 'the state of the first');
    },
  ),
];
