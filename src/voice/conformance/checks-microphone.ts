/** What a call must do when the microphone is refused: stay, say so, and go on when it is granted. */
import type { VoiceErrorCode } from '../../call/index.js';
import type { VoiceSession } from '../index.js';
import { assert, assertSame } from './assert.js';
import { until } from './until.js';
import { check, type Bench } from './bench.js';

/** What a refusal may be called; browsers do not tell all of them apart. */
const refusals: readonly VoiceErrorCode[] = [
  'MICROPHONE_DENIED',
  'MICROPHONE_DISMISSED',
  'MICROPHONE_BLOCKED',
];

async function dialWithout(bench: Bench): Promise<VoiceSession> {
  bench.rig.microphone?.refuse();
  const session = await bench.dial('answers');
  await until(
    () => ['denied', 'dismissed', 'blocked'].includes(session.microphone ?? ''),
    bench.patience,
    () => `microphone: should say that it was refused, is ${String(session.microphone)}`,
  );
  return session;
}

export const microphoneChecks = [
  check(
    'without a microphone an outbound call stays dialing, and says why',
    { uses: ['microphone'] },
    async (bench) => {
      const session = await dialWithout(bench);
      assertSame(session.state, 'dialing', 'the state');
      assert(bench.provider.sessions.includes(session), 'the session is not among `sessions`');
    },
  ),

  check('with the microphone granted, the same call goes on', { uses: ['microphone'] }, async (bench) => {
    const session = await dialWithout(bench);
    bench.rig.microphone?.grant();
    await bench.does(session.retryMicrophone(), 'retryMicrophone()');
    await bench.reaches(session, 'active');
    assertSame(session.microphone, undefined, 'microphone');
  }),

  check('refused again, it rejects and stays', { uses: ['microphone'] }, async (bench) => {
    const session = await dialWithout(bench);
    await bench.rejects(() => session.retryMicrophone(), 'retryMicrophone()', ...refusals);
    assertSame(session.state, 'dialing', 'the state');
  }),

  check(
    'a call without a microphone can be given up',
    { uses: ['microphone', 'leftovers'] },
    async (bench) => {
      const session = await dialWithout(bench);
      await bench.does(session.hangUp(), 'hangUp()');
      await bench.reaches(session, 'ended');
      assertSame(session.end?.by, 'local', 'who ended it');
      await bench.leavesNothing();
    },
  ),

  check(
    'without a microphone an inbound call keeps ringing, and can be answered later',
    { needs: ['inbound'], uses: ['microphone', 'receive'] },
    async (bench) => {
      bench.rig.microphone?.refuse();
      const session = await bench.receive();
      await bench.rejects(() => session.answer?.(), 'answer()', ...refusals);
      assertSame(session.state, 'ringing', 'the state');
      assert(session.microphone !== undefined, 'microphone does not say that it was refused');
      bench.rig.microphone?.grant();
      await bench.does(session.answer?.(), 'answer() after it was granted');
      await bench.reaches(session, 'active');
      assertSame(session.microphone, undefined, 'microphone');
    },
  ),
];
