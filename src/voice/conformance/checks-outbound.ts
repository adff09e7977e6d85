/** What outbound calls must do, from dialling to the end. */
import { assert, assertSame } from './assert.js';
import { check, type Bench } from './bench.js';

const refused = (name: string, whom: 'busy' | 'declines' | 'noAnswer' | 'unknown', reason: Reason) =>
  check(name, { uses: [whom] }, async (bench) => {
    const session = await bench.dial(whom);
    await bench.ends(session, reason);
    assert(session.end?.by !== 'local', 'this end is said to have ended it');
    assert(!bench.journal(session).states.includes('active'), 'it was active before');
  });

type Reason = 'busy' | 'declined' | 'no-answer' | 'not-found';

async function hangUp(bench: Bench, session: Awaited<ReturnType<Bench['dial']>>): Promise<void> {
  await bench.does(session.hangUp(), 'hangUp()');
  await bench.reaches(session, 'ended');
}

export const outboundChecks = [
  check('dial() resolves while it is dialing, with what was asked for', {}, async (bench) => {
    const session = await bench.dial('rings', { id: 'the-id' });
    assertSame(session.state, 'dialing', 'the state');
    assertSame([session.id, session.direction], ['the-id', 'outbound'], 'id and direction');
    assertSame(session.remote.number, bench.rig.numbers.rings, 'the number');
    assertSame([session.muted, session.hold, session.recording], [false, 'none', false], 'the flags');
    assertSame(session.end, undefined, 'the end');
  }),

  check('it gives sessions ids of their own', { needs: ['multipleCalls'] }, async (bench) => {
    const [one, other] = [await bench.dial('rings'), await bench.dial('rings')];
    assert(one.id !== '' && one.id !== other.id, `two sessions have the id ${one.id}`);
  }),

  check('it calls from the number it is told to', { needs: ['fromNumbers'] }, async (bench) => {
    const fromNumber = bench.provider.fromNumbers?.[0]?.number;
    const session = await bench.dial('rings', { fromNumber });
    assertSame(session.localNumber, fromNumber, 'the local number');
  }),

  check('a call that is answered goes from dialing over ringing to active', {}, async (bench) => {
    const session = await bench.talk();
    const { states } = bench.journal(session);
    assertSame([states[0], states.at(-1)], ['dialing', 'active'], 'the first and the last state');
  }),

  check('hanging up while it dials cancels it', {}, async (bench) => {
    const session = await bench.dial('rings');
    await hangUp(bench, session);
    await bench.ends(session, 'canceled', 'local');
  }),

  check('hanging up while it rings cancels it', {}, async (bench) => {
    const session = await bench.dial('rings');
    await bench.reaches(session, 'ringing');
    await hangUp(bench, session);
    await bench.ends(session, 'canceled', 'local');
  }),

  check('hanging up while they talk ends it', {}, async (bench) => {
    const session = await bench.talk();
    await hangUp(bench, session);
    await bench.ends(session, 'hung-up', 'local');
  }),

  check('hanging up again does nothing', {}, async (bench) => {
    const session = await bench.talk();
    await Promise.all([bench.does(session.hangUp(), 'hangUp()'), bench.does(session.hangUp(), 'hangUp()')]);
    await bench.reaches(session, 'ended');
    const { end } = session;
    await bench.does(session.hangUp(), 'hangUp() after the end');
    assert(session.end === end, 'hanging up after the end changed the end');
    assertSame(bench.journal(session).count('ended'), 1, 'the number of `ended` events');
  }),

  check('the other end hangs up', { uses: ['hangsUp'] }, async (bench) => {
    const session = await bench.talk('hangsUp');
    await bench.ends(session, 'hung-up', 'remote');
  }),

  refused('a number that is busy ends with busy', 'busy', 'busy'),
  refused('a call that is declined there ends with declined', 'declines', 'declined'),
  refused('a call that nobody answers ends with no-answer', 'noAnswer', 'no-answer'),
  refused('a number that is not there ends with not-found', 'unknown', 'not-found'),

  check('before it is answered, what needs an answer rejects NOT_POSSIBLE', {}, async (bench) => {
    const session = await bench.dial('rings');
    await bench.reaches(session, 'ringing');
    const { answers } = bench.rig.numbers;
    if (session.setHeld) await bench.rejects(() => session.setHeld?.(true), 'setHeld()', 'NOT_POSSIBLE');
    if (session.transfer)
      await bench.rejects(() => session.transfer?.(answers), 'transfer()', 'NOT_POSSIBLE');
    if (session.setRecording)
      await bench.rejects(() => session.setRecording?.(true), 'setRecording()', 'NOT_POSSIBLE');
    assertSame(session.state, 'ringing', 'the state');
  }),

  check('an outbound call can be neither answered nor declined', {}, async (bench) => {
    const session = await bench.dial('rings');
    await bench.reaches(session, 'ringing');
    if (session.answer) await bench.rejects(() => session.answer?.(), 'answer()', 'NOT_POSSIBLE');
    if (session.decline) await bench.rejects(() => session.decline?.(), 'decline()', 'NOT_POSSIBLE');
  }),

  check('after the end every method rejects NOT_POSSIBLE, and nothing changes', {}, async (bench) => {
    const session = await bench.talk();
    await hangUp(bench, session);
    const { answers } = bench.rig.numbers;
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
    for (const [name, call] of Object.entries(calls)) await bench.rejects(call, `${name}()`, 'NOT_POSSIBLE');
    assertSame([session.muted, session.hold, session.recording], [false, 'none', false], 'the flags');
  }),
];
