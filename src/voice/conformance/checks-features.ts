/** What the capabilities of a call must do: mute, hold, digits, recording, hand-over, two calls at once. */
import { assert, assertSame } from './assert.js';
import { until } from './until.js';
import { check } from './bench.js';

export const featureChecks = [
  check('mute is told once for each change', { needs: ['mute'] }, async (bench) => {
    const session = await bench.talk();
    for (const muted of [true, true, false, false]) {
      await bench.does(session.setMuted?.(muted), `setMuted(${String(muted)})`);
      assertSame(session.muted, muted, 'muted');
    }
    assertSame(bench.journal(session).count('mutechange'), 2, 'the number of changes');
  }),

  check('hold is told once for each change', { needs: ['hold'] }, async (bench) => {
    const session = await bench.talk();
    for (const held of [true, true, false, false]) {
      await bench.does(session.setHeld?.(held), `setHeld(${String(held)})`);
      assertSame(session.hold, held ? 'local' : 'none', 'hold');
    }
    assertSame(bench.journal(session).count('holdchange'), 2, 'the number of changes');
    assertSame(session.state, 'active', 'the state');
  }),

  check('mute and hold do not touch each other', { needs: ['mute', 'hold'] }, async (bench) => {
    const session = await bench.talk();
    await bench.does(session.setMuted?.(true), 'setMuted(true)');
    await bench.does(session.setHeld?.(true), 'setHeld(true)');
    assertSame([session.muted, session.hold], [true, 'local'], 'muted and hold');
    await bench.does(session.setHeld?.(false), 'setHeld(false)');
    assertSame([session.muted, session.hold], [true, 'none'], 'muted and hold');
  }),

  check('a call that is held can be hung up', { needs: ['hold'] }, async (bench) => {
    const session = await bench.talk();
    await bench.does(session.setHeld?.(true), 'setHeld(true)');
    await bench.does(session.hangUp(), 'hangUp()');
    await bench.ends(session, 'hung-up', 'local');
  }),

  check('the other end holds and resumes', { uses: ['holds'] }, async (bench) => {
    const session = await bench.talk('holds');
    for (const hold of ['remote', 'none']) {
      await until(
        () => session.hold === hold,
        bench.patience,
        () => `hold: should become ${hold}, is ${session.hold}`,
      );
    }
    assertSame(session.state, 'active', 'the state');
  }),

  check('digits are sent, also several and mixed', { needs: ['dtmf'] }, async (bench) => {
    const session = await bench.talk();
    await bench.does(session.sendDigits?.('1'), "sendDigits('1')");
    await bench.does(session.sendDigits?.('0*#A'), "sendDigits('0*#A')");
    assertSame(session.state, 'active', 'the state');
  }),

  check('what is no digit rejects BAD_DIGITS', { needs: ['dtmf'] }, async (bench) => {
    const session = await bench.talk();
    for (const digits of ['', 'x', '12e', '+1'])
      await bench.rejects(() => session.sendDigits?.(digits), `sendDigits('${digits}')`, 'BAD_DIGITS');
  }),

  check('recording is told once for each change', { needs: ['recording'] }, async (bench) => {
    const session = await bench.talk();
    for (const isOn of [true, true, false, false]) {
      await bench.does(session.setRecording?.(isOn), `setRecording(${String(isOn)})`);
      assertSame(session.recording, isOn, 'recording');
    }
    assertSame(bench.journal(session).count('recordingchange'), 2, 'the number of changes');
  }),

  check('the quality is measured', { needs: ['quality'] }, async (bench) => {
    const session = await bench.talk();
    await until(
      () => session.quality !== undefined,
      bench.patience,
      () => `no quality came within ${bench.patience} ms`,
    );
    const { level = 0, mos = 0 } = session.quality ?? {};
    assert(level >= 1 && level <= 4 && mos >= 1 && mos <= 4.5, `level ${level} or MOS ${mos} cannot be`);
  }),

  check('a call that is handed over ends with transferred', { needs: ['blindTransfer'] }, async (bench) => {
    const session = await bench.talk();
    await bench.does(session.transfer?.(bench.rig.numbers.answers), 'transfer()');
    await bench.ends(session, 'transferred', 'local');
  }),

  check('a call cannot be handed over to nobody', { needs: ['blindTransfer'] }, async (bench) => {
    const session = await bench.talk();
    await bench.rejects(() => session.transfer?.(''), "transfer('')", 'BAD_NUMBER');
    assertSame(session.state, 'active', 'the state');
  }),

  check(
    'a hand-over that is refused rejects TRANSFER_FAILED, and the call goes on',
    { needs: ['blindTransfer'], uses: ['refusesTransfer'] },
    async (bench) => {
      const session = await bench.talk('refusesTransfer');
      const transfer = () => session.transfer?.(bench.rig.numbers.answers);
      await bench.rejects(transfer, 'transfer()', 'TRANSFER_FAILED');
      assertSame(session.state, 'active', 'the state');
    },
  ),

  check(
    'a call is handed over to another',
    { needs: ['attendedTransfer', 'multipleCalls'] },
    async (bench) => {
      const [first, second] = [await bench.talk(), await bench.talk()];
      await bench.does(first.transferTo?.(second), 'transferTo()');
      await bench.ends(first, 'transferred', 'local');
      await bench.reaches(second, 'ended');
    },
  ),

  check('a call cannot be handed over to itself', { needs: ['attendedTransfer'] }, async (bench) => {
    const session = await bench.talk();
    await bench.rejects(() => session.transferTo?.(session), 'transferTo(itself)', 'NOT_POSSIBLE');
    assertSame(session.state, 'active', 'the state');
  }),

  check('two calls at once do not touch each other', { needs: ['multipleCalls'] }, async (bench) => {
    const [first, second] = [await bench.talk(), await bench.talk()];
    assertSame(
      bench.provider.sessions.map(({ id }) => id),
      [first.id, second.id],
      'the sessions',
    );
    await second.setMuted?.(true);
    assertSame(first.muted, false, 'whether the first is muted');
    await bench.does(first.hangUp(), 'hangUp()');
    await bench.reaches(first, 'ended');
    assertSame(second.state, 'active', 'the state of the second');
  }),

  check('without room for a second call, it is rejected', {}, async (bench) => {
    if (bench.provider.capabilities.multipleCalls) return;
    const first = await bench.talk();
    const { answers } = bench.rig.numbers;
    await bench.rejects(
      () => bench.provider.dial({ toNumber: answers }),
      'the second dial()',
      'NOT_POSSIBLE',
      'NOT_SUPPORTED',
    );
    assertSame(first.state, 'active', 'the state of the first');
  }),
];
