/** What outbound calls must do: dial, ring, be answered or refused, be hung up by either end. */
import type { EndReason, VoiceSession } from '../../session.js';
import { assert, assertSame } from '../assert.js';
import { check } from '../check.js';
import type { ProviderDriver } from '../provider-driver.js';

/** A call that ends without having been answered, for this reason. */
const refused = (name: string, number: 'busy' | 'declines' | 'noAnswer' | 'unknown', reason: EndReason) =>
  check(name, { uses: [number] }, async (driver) => {
    const session = await driver.dial(number);
    await driver.expectEnd(session, reason);
    assert(session.end?.by !== 'local', 'this end is said to have ended it');
    assert(!driver.journal(session).states.includes('active'), 'it was active before');
  });

async function hangUp(driver: ProviderDriver, session: VoiceSession): Promise<void> {
  await driver.expectResolved(session.hangUp(), 'hangUp()');
  await driver.waitForState(session, 'ended');
}

export const outboundChecks = [
  check('dial() resolves while it is dialing, with what was asked for', {}, async (driver) => {
    const session = await driver.dial('rings', { id: 'the-id' });
    assertSame(session.state, 'dialing', 'the state');
    assertSame([session.id, session.direction], ['the-id', 'outbound'], 'id and direction');
    assertSame(session.remote.number, driver.rig.numbers.rings, 'the number');
    assertSame([session.muted, session.hold, session.recording], [false, 'none', false], 'the flags');
    assertSame(session.end, undefined, 'the end');
  }),

  check('it gives sessions ids of their own', { needs: ['multipleCalls'] }, async (driver) => {
    const [one, other] = [await driver.dial('rings'), await driver.dial('rings')];
    assert(one.id !== '' && one.id !== other.id, `two sessions have the id ${one.id}`);
  }),

  check('it calls from the number it is told to', { needs: ['fromNumbers'] }, async (driver) => {
    const fromNumber = driver.provider.fromNumbers?.[0]?.number;
    const session = await driver.dial('rings', { fromNumber });
    assertSame(session.localNumber, fromNumber, 'the local number');
  }),

  check('a call that is answered goes from dialing over ringing to active', {}, async (driver) => {
    const session = await driver.establish();
    const { states } = driver.journal(session);
    assertSame([states[0], states.at(-1)], ['dialing', 'active'], 'the first and the last state');
  }),

  check('hanging up while it dials cancels it', {}, async (driver) => {
    const session = await driver.dial('rings');
    await hangUp(driver, session);
    await driver.expectEnd(session, 'canceled', 'local');
  }),

  check('hanging up while it rings cancels it', {}, async (driver) => {
    const session = await driver.dial('rings');
    await driver.waitForState(session, 'ringing');
    await hangUp(driver, session);
    await driver.expectEnd(session, 'canceled', 'local');
  }),

  check('hanging up while they talk ends it', {}, async (driver) => {
    const session = await driver.establish();
    await hangUp(driver, session);
    await driver.expectEnd(session, 'hung-up', 'local');
  }),

  check('hanging up again does nothing', {}, async (driver) => {
    const session = await driver.establish();
    await Promise.all([
      driver.expectResolved(session.hangUp(), 'hangUp()'),
      driver.expectResolved(session.hangUp(), 'hangUp()'),
    ]);
    await driver.waitForState(session, 'ended');
    const { end } = session;
    await driver.expectResolved(session.hangUp(), 'hangUp() after the end');
    assert(session.end === end, 'hanging up after the end changed the end');
    assertSame(driver.journal(session).count('ended'), 1, 'the number of `ended` events');
  }),

  check('the other end hangs up', { uses: ['hangsUp'] }, async (driver) => {
    const session = await driver.establish('hangsUp');
    await driver.expectEnd(session, 'hung-up', 'remote');
  }),

  refused('a number that is busy ends with busy', 'busy', 'busy'),
  refused('a call that is declined there ends with declined', 'declines', 'declined'),
  refused('a call that nobody answers ends with no-answer', 'noAnswer', 'no-answer'),
  refused('a number that is not there ends with not-found', 'unknown', 'not-found'),

  check('before it is answered, what needs an answer rejects NOT_POSSIBLE', {}, async (driver) => {
    const session = await driver.dial('rings');
    await driver.waitForState(session, 'ringing');
    const { answers } = driver.rig.numbers;
    if (session.setHeld)
      await driver.expectRejection(() => session.setHeld?.(true), 'setHeld()', 'NOT_POSSIBLE');
    if (session.transfer)
      await driver.expectRejection(() => session.transfer?.(answers), 'transfer()', 'NOT_POSSIBLE');
    if (session.setRecording)
      await driver.expectRejection(() => session.setRecording?.(true), 'setRecording()', 'NOT_POSSIBLE');
    assertSame(session.state, 'ringing', 'the state');
  }),

  check('an outbound call can be neither answered nor declined', {}, async (driver) => {
    const session = await driver.dial('rings');
    await driver.waitForState(session, 'ringing');
    if (session.answer) await driver.expectRejection(() => session.answer?.(), 'answer()', 'NOT_POSSIBLE');
    if (session.decline) await driver.expectRejection(() => session.decline?.(), 'decline()', 'NOT_POSSIBLE');
  }),

  check('after the end every method rejects NOT_POSSIBLE, and nothing changes', {}, async (driver) => {
    const session = await driver.establish();
    await hangUp(driver, session);
    const { answers } = driver.rig.numbers;
    const calls: Readonly<Record<string, () => Promise<unknown> | undefined>> = {
      ...(session.setMuted && { setMuted: () => session.setMuted?.(true) }),
      ...(session.setHeld && { setHeld: () => session.setHeld?.(true) }),
      ...(session.sendDigits && { sendDigits: () => session.sendDigits?.('1') }),
      ...(session.setRecording && { setRecording: () => session.setRecording?.(true) }),
      ...(session.transfer && { transfer: () => session.transfer?.(answers) }),
      ...(session.answer && { answer: () => session.answer?.() }),
      ...(session.decline && { decline: () => session.decline?.() }),
      retryMicrophone: () => session.retryMicrophone(),
    };
    for (const [name, call] of Object.entries(calls))
      await driver.expectRejection(call, `${name}()`, 'NOT_POSSIBLE');
    assertSame([session.muted, session.hold, session.recording], [false, 'none', false], 'the flags');
  }),
];
