/** What an established call must do, by capability: mute, hold, DTMF, recording, quality, transfer, a second call. */
import { assert, assertSame } from '../assert.js';
import { check } from '../check.js';
import { waitUntil } from '../wait.js';

export const inCallChecks = [
  check('mute is told once for each change', { needs: ['mute'] }, async (driver) => {
    const session = await driver.establish();
    for (const muted of [true, true, false, false]) {
      await driver.expectResolved(session.setMuted?.(muted), `setMuted(${String(muted)})`);
      assertSame(session.muted, muted, 'muted');
    }
    assertSame(driver.journal(session).count('mutechange'), 2, 'the number of changes');
  }),

  check('hold is told once for each change', { needs: ['hold'] }, async (driver) => {
    const session = await driver.establish();
    for (const held of [true, true, false, false]) {
      await driver.expectResolved(session.setHeld?.(held), `setHeld(${String(held)})`);
      assertSame(session.hold, held ? 'local' : 'none', 'hold');
    }
    assertSame(driver.journal(session).count('holdchange'), 2, 'the number of changes');
    assertSame(session.state, 'active', 'the state');
  }),

  check('mute and hold do not touch each other', { needs: ['mute', 'hold'] }, async (driver) => {
    const session = await driver.establish();
    await driver.expectResolved(session.setMuted?.(true), 'setMuted(true)');
    await driver.expectResolved(session.setHeld?.(true), 'setHeld(true)');
    assertSame([session.muted, session.hold], [true, 'local'], 'muted and hold');
    await driver.expectResolved(session.setHeld?.(false), 'setHeld(false)');
    assertSame([session.muted, session.hold], [true, 'none'], 'muted and hold');
  }),

  check('a call that is held can be hung up', { needs: ['hold'] }, async (driver) => {
    const session = await driver.establish();
    await driver.expectResolved(session.setHeld?.(true), 'setHeld(true)');
    await driver.expectResolved(session.hangUp(), 'hangUp()');
    await driver.expectEnd(session, 'hung-up', 'local');
  }),

  check('the other end holds and resumes', { uses: ['holds'] }, async (driver) => {
    const session = await driver.establish('holds');
    for (const hold of ['remote', 'none']) {
      await waitUntil(
        () => session.hold === hold,
        driver.stepTimeoutMs,
        () => `hold: should become ${hold}, is ${session.hold}`,
      );
    }
    assertSame(session.state, 'active', 'the state');
  }),

  check('digits are sent, also several and mixed', { needs: ['dtmf'] }, async (driver) => {
    const session = await driver.establish();
    await driver.expectResolved(session.sendDigits?.('1'), "sendDigits('1')");
    await driver.expectResolved(session.sendDigits?.('0*#A'), "sendDigits('0*#A')");
    assertSame(session.state, 'active', 'the state');
  }),

  check('what is no digit rejects BAD_DIGITS', { needs: ['dtmf'] }, async (driver) => {
    const session = await driver.establish();
    for (const digits of ['', 'x', '12e', '+1'])
      await driver.expectRejection(
        () => session.sendDigits?.(digits),
        `sendDigits('${digits}')`,
        'BAD_DIGITS',
      );
  }),

  check('recording is told once for each change', { needs: ['recording'] }, async (driver) => {
    const session = await driver.establish();
    for (const isOn of [true, true, false, false]) {
      await driver.expectResolved(session.setRecording?.(isOn), `setRecording(${String(isOn)})`);
      assertSame(session.recording, isOn, 'recording');
    }
    assertSame(driver.journal(session).count('recordingchange'), 2, 'the number of changes');
  }),

  check('the quality is measured', { needs: ['quality'] }, async (driver) => {
    const session = await driver.establish();
    await waitUntil(
      () => session.quality !== undefined,
      driver.stepTimeoutMs,
      () => `no quality came within ${driver.stepTimeoutMs} ms`,
    );
    const { level = 0, mos = 0 } = session.quality ?? {};
    assert(level >= 1 && level <= 4 && mos >= 1 && mos <= 4.5, `level ${level} or MOS ${mos} cannot be`);
  }),

  check('a call that is handed over ends with transferred', { needs: ['blindTransfer'] }, async (driver) => {
    const session = await driver.establish();
    await driver.expectResolved(session.transfer?.(driver.rig.numbers.answers), 'transfer()');
    await driver.expectEnd(session, 'transferred', 'local');
  }),

  check('a call cannot be handed over to nobody', { needs: ['blindTransfer'] }, async (driver) => {
    const session = await driver.establish();
    await driver.expectRejection(() => session.transfer?.(''), "transfer('')", 'BAD_NUMBER');
    assertSame(session.state, 'active', 'the state');
  }),

  check(
    'a hand-over that is refused rejects TRANSFER_FAILED, and the call goes on',
    { needs: ['blindTransfer'], uses: ['refusesTransfer'] },
    async (driver) => {
      const session = await driver.establish('refusesTransfer');
      const transfer = () => session.transfer?.(driver.rig.numbers.answers);
      await driver.expectRejection(transfer, 'transfer()', 'TRANSFER_FAILED');
      assertSame(session.state, 'active', 'the state');
    },
  ),

  check(
    'a call is handed over to another',
    { needs: ['attendedTransfer', 'multipleCalls'] },
    async (driver) => {
      const [first, second] = [await driver.establish(), await driver.establish()];
      await driver.expectResolved(first.transferTo?.(second), 'transferTo()');
      await driver.expectEnd(first, 'transferred', 'local');
      await driver.waitForState(second, 'ended');
    },
  ),

  check(
    'a recorded message is left, and the call is over at once',
    { needs: ['voicemailDrop'] },
    async (driver) => {
      const [message] = driver.provider.messages ?? [];
      assert(message !== undefined, 'the rig’s provider has no recorded message');
      const session = await driver.establish();
      await driver.expectResolved(session.dropVoicemail?.(message.id), 'dropVoicemail()');
      await driver.expectEnd(session, 'voicemail', 'local');
    },
  ),

  check(
    'a recorded message that is not there leaves the call alone',
    { needs: ['voicemailDrop'] },
    async (driver) => {
      const session = await driver.establish();
      const drop = () => session.dropVoicemail?.('no such message');
      await driver.expectRejection(drop, 'dropVoicemail()', 'NOT_POSSIBLE');
      assertSame(session.state, 'active', 'the state');
    },
  ),

  check('a call cannot be handed over to itself', { needs: ['attendedTransfer'] }, async (driver) => {
    const session = await driver.establish();
    await driver.expectRejection(() => session.transferTo?.(session), 'transferTo(itself)', 'NOT_POSSIBLE');
    assertSame(session.state, 'active', 'the state');
  }),

  check('two calls at once do not touch each other', { needs: ['multipleCalls'] }, async (driver) => {
    const [first, second] = [await driver.establish(), await driver.establish()];
    assertSame(
      driver.provider.sessions.map(({ id }) => id),
      [first.id, second.id],
      'the sessions',
    );
    await second.setMuted?.(true);
    assertSame(first.muted, false, 'whether the first is muted');
    await driver.expectResolved(first.hangUp(), 'hangUp()');
    await driver.waitForState(first, 'ended');
    assertSame(second.state, 'active', 'the state of the second');
  }),

  check('without room for a second call, it is rejected', {}, async (driver) => {
    if (driver.provider.capabilities.multipleCalls) return;
    const first = await driver.establish();
    const { answers } = driver.rig.numbers;
    await driver.expectRejection(
      () => driver.provider.dial({ toNumber: answers }),
      'the second dial()',
      'NOT_POSSIBLE',
      'NOT_SUPPORTED',
    );
    assertSame(first.state, 'active', 'the state of the first');
  }),
];
