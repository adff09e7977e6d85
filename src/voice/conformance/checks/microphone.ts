/** What a call must do when the microphone is refused: wait, tell the trouble, and go on once it is granted. */
import type { VoiceErrorCode } from '../../../call/index.js';
import type { VoiceSession } from '../../session.js';
import { assert, assertSame } from '../assert.js';
import { check } from '../check.js';
import type { ProviderDriver } from '../provider-driver.js';
import { waitUntil } from '../wait.js';

/** The codes of a refused microphone: not every browser tells these three apart. */
const refusals: readonly VoiceErrorCode[] = [
  'MICROPHONE_DENIED',
  'MICROPHONE_DISMISSED',
  'MICROPHONE_BLOCKED',
];

/** Starts a call while the microphone is refused, and waits until the session says so. */
async function dialWithoutMicrophone(driver: ProviderDriver): Promise<VoiceSession> {
  driver.rig.microphone?.refuse();
  const session = await driver.dial('answers');
  await waitUntil(
    () => ['denied', 'dismissed', 'blocked'].includes(session.microphone ?? ''),
    driver.stepTimeoutMs,
    () => `microphone: should say that it was refused, is ${String(session.microphone)}`,
  );
  return session;
}

/** Starts a call whose microphone ends while no other can be had, and waits until the session says so. */
async function loseMicrophone(driver: ProviderDriver, session: VoiceSession): Promise<void> {
  driver.rig.microphone?.refuse();
  driver.rig.unplugMicrophone?.();
  await waitUntil(
    () => session.microphone !== undefined && session.microphone !== 'waiting',
    driver.stepTimeoutMs,
    () => `microphone: should say what its trouble is, is ${String(session.microphone)}`,
  );
}

/** Opens the microphone again, and waits until the session has it. */
async function regainMicrophone(driver: ProviderDriver, session: VoiceSession): Promise<void> {
  driver.rig.microphone?.grant();
  await driver.expectResolved(session.retryMicrophone(), 'retryMicrophone()');
  assertSame(session.microphone, undefined, 'microphone');
  assertSame(session.state, 'active', 'the state');
}

export const microphoneChecks = [
  check(
    'without a microphone an outbound call stays dialing, and says why',
    { uses: ['microphone'] },
    async (driver) => {
      const session = await dialWithoutMicrophone(driver);
      assertSame(session.state, 'dialing', 'the state');
      assert(driver.provider.sessions.includes(session), 'the session is not among `sessions`');
    },
  ),

  check('with the microphone granted, the same call goes on', { uses: ['microphone'] }, async (driver) => {
    const session = await dialWithoutMicrophone(driver);
    driver.rig.microphone?.grant();
    await driver.expectResolved(session.retryMicrophone(), 'retryMicrophone()');
    await driver.waitForState(session, 'active');
    assertSame(session.microphone, undefined, 'microphone');
  }),

  check('refused again, it rejects and stays', { uses: ['microphone'] }, async (driver) => {
    const session = await dialWithoutMicrophone(driver);
    await driver.expectRejection(() => session.retryMicrophone(), 'retryMicrophone()', ...refusals);
    assertSame(session.state, 'dialing', 'the state');
  }),

  check(
    'a call without a microphone can be given up',
    { uses: ['microphone', 'leftovers'] },
    async (driver) => {
      const session = await dialWithoutMicrophone(driver);
      await driver.expectResolved(session.hangUp(), 'hangUp()');
      await driver.waitForState(session, 'ended');
      assertSame(session.end?.by, 'local', 'who ended it');
      await driver.expectNothingLeft();
    },
  ),

  check(
    'without a microphone an inbound call keeps ringing, and can be answered later',
    { needs: ['inbound'], uses: ['microphone', 'receive'] },
    async (driver) => {
      driver.rig.microphone?.refuse();
      const session = await driver.receive();
      await driver.expectRejection(() => session.answer?.(), 'answer()', ...refusals);
      assertSame(session.state, 'ringing', 'the state');
      assert(session.microphone !== undefined, 'microphone does not say that it was refused');
      driver.rig.microphone?.grant();
      await driver.expectResolved(session.answer?.(), 'answer() after it was granted');
      await driver.waitForState(session, 'active');
      assertSame(session.microphone, undefined, 'microphone');
    },
  ),

  check(
    'a microphone that ends in a call is opened anew, and the call goes on',
    { uses: ['unplugMicrophone', 'leftovers'] },
    async (driver) => {
      const session = await driver.establish();
      driver.rig.unplugMicrophone?.();
      await waitUntil(
        () => driver.rig.leftovers?.().includes('a live audio track') ?? false,
        driver.stepTimeoutMs,
        () => 'the microphone was not opened again',
      );
      assertSame(session.state, 'active', 'the state');
      await driver.expectResolved(session.hangUp(), 'hangUp()');
      await driver.expectNothingLeft();
    },
  ),

  check(
    'a call whose microphone is lost says so, and goes on with another',
    { uses: ['microphone', 'unplugMicrophone'] },
    async (driver) => {
      const session = await driver.establish();
      await loseMicrophone(driver, session);
      assertSame(session.state, 'active', 'the state');
      assertSame(session.quality, undefined, 'quality');
      await driver.expectRejection(() => session.retryMicrophone(), 'retryMicrophone()', ...refusals);
      await regainMicrophone(driver, session);
    },
  ),

  check(
    'an inbound call whose microphone is lost says so, and goes on with another',
    { needs: ['inbound'], uses: ['microphone', 'unplugMicrophone', 'receive'] },
    async (driver) => {
      const session = await driver.receive();
      await driver.expectResolved(session.answer?.(), 'answer()');
      await driver.waitForState(session, 'active');
      await loseMicrophone(driver, session);
      await regainMicrophone(driver, session);
    },
  ),
];
