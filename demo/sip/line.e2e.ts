import { expect, report, test } from './fixtures.js';
import type { VoicePage } from './voice-page.js';

/** Attributes by which silence is noticed sooner than by default. */
const quick = { 'keep-alive-interval-ms': '2000', 'keep-alive-timeout-ms': '1500' };

test.afterEach(async ({ sip }) => {
  // The next test needs a server that runs and takes everybody.
  sip.thawServer();
  await sip.refuse(0);
});

/** Waits until HubSpot holds the user to be available, or not. */
async function expectAvailable(page: VoicePage, isAvailable: boolean): Promise<void> {
  const told = async () => {
    const last = (await page.messages()).findLast(({ type }) => /^(INITIALIZED|USER_.*)$/.test(type));
    if (last?.type !== 'INITIALIZED') return last?.type === 'USER_AVAILABLE';
    return (last.data as { isAvailable?: boolean }).isAvailable;
  };
  await expect.poll(told, { intervals: [20] }).toBe(isAvailable);
}

/** The phone was there, was away and is there again: HubSpot was told both, once. */
async function expectToldOnce(page: VoicePage): Promise<void> {
  await expectAvailable(page, true);
  expect([await page.timesSaid('USER_UNAVAILABLE'), await page.timesSaid('USER_AVAILABLE')]).toEqual([1, 1]);
}

test('a line that is frozen is noticed and replaced, and HubSpot is told', async ({
  openVoice,
  line,
  farEnd,
}) => {
  const alice = await openVoice('alice', { server: line.url, ...quick });
  const begin = Date.now();
  line.freeze();
  await alice.expectVoice('connecting', 'PHONE_UNREACHABLE');
  report('a frozen line', { 'noticed in ms': Date.now() - begin });
  await expectAvailable(alice, false);
  line.thaw();
  await alice.expectVoice('ready', undefined, 30_000);
  await expectToldOnce(alice);

  await farEnd.call('sip:alice@sip.test');
  const id = await alice.newCall();
  await alice.request('hs-answer-request', { externalCallId: id });
  await alice.expectState(id, 'active');
  await alice.expectSound();
  await farEnd.order('hangup');
  await alice.expectEnd(id, { reason: 'hung-up', by: 'remote' });
});

test('a frozen server is noticed, and found again when it runs on', async ({ openVoice, sip }) => {
  const alice = await openVoice('alice', quick);
  sip.freezeServer();
  await alice.expectVoice('connecting', 'PHONE_UNREACHABLE');
  await expectAvailable(alice, false);
  sip.thawServer();
  await alice.expectVoice('ready', undefined, 30_000);
  await expectToldOnce(alice);
  const bea = await openVoice('bea');
  const calling = await bea.call('alice');
  const ringing = await alice.newCall();
  await alice.request('hs-decline-request', { externalCallId: ringing });
  await bea.expectEnd(calling, { reason: 'declined', by: 'remote' });
});

test('with the settings by default a frozen line is noticed in half a minute', async ({
  openVoice,
  line,
}) => {
  test.setTimeout(60_000);
  const alice = await openVoice('alice', { server: line.url });
  const begin = Date.now();
  line.freeze();
  await alice.expectVoice('connecting', 'PHONE_UNREACHABLE', 32_000);
  report('a frozen line, by default', { 'noticed in ms': Date.now() - begin });
});

for (const event of ['online', 'offline', 'pageshow']) {
  test(`a frozen line is noticed at once with ${event}`, async ({ openVoice, line }) => {
    const alice = await openVoice('alice', { server: line.url });
    line.freeze();
    await alice.frame.evaluate((type) => window.dispatchEvent(new Event(type)), event);
    await alice.expectVoice('connecting', 'PHONE_UNREACHABLE', 8000);
  });
}

test('a call on a frozen line ends soon, and is told', async ({ openVoice, line }) => {
  const alice = await openVoice('alice', { server: line.url });
  line.freeze();
  const id = await alice.call('echo');
  await alice.expectEnd(id, { reason: 'network', by: 'system' });
  await alice.expectVoice('connecting', 'PHONE_UNREACHABLE');
  await alice.expectSaid('CALL_ENDED', { externalCallId: id, callEndStatus: 'FAILED' });
});

test('a call outlives a frozen line', async ({ openVoice, line, farEnd }) => {
  test.setTimeout(60_000);
  const alice = await openVoice('alice', { server: line.url, ...quick });
  const id = await alice.call('echo');
  await alice.expectState(id, 'active');
  line.freeze();
  await alice.expectState(id, 'reconnecting');
  report('a call, while the line is frozen', await alice.expectSound());
  line.thaw();
  await alice.expectState(id, 'active', 30_000);
  await alice.expectSound();
  await farEnd.order('hangup');
  await alice.expectEnd(id, { reason: 'hung-up', by: 'remote' });
});

test('what the user chooses while the line is frozen counts', async ({ openVoice, line }) => {
  const alice = await openVoice('alice', { server: line.url, ...quick });
  line.freeze();
  await expectAvailable(alice, false);
  await alice.request('hs-availability-request', { available: false });
  line.thaw();
  await alice.expectVoice('ready', undefined, 30_000);
  expect([await alice.timesSaid('USER_UNAVAILABLE'), await alice.timesSaid('USER_AVAILABLE')]).toEqual([
    1, 0,
  ]);
});

for (const status of [403, 503]) {
  test(`a refresh that is refused with ${status} is tried again`, async ({ openVoice, sip }) => {
    // A server that takes a registration of ten seconds sees its refresh after five.
    const alice = await openVoice('alice', { 'register-expires': '10' });
    await sip.refuse(status);
    await alice.expectVoice('connecting', 'PHONE_UNREACHABLE');
    expect((await alice.voiceStatus()).message).toContain(`SIP ${status}`);
    await expectAvailable(alice, false);
    await sip.refuse(0);
    await alice.expectVoice('ready', undefined, 20_000);
    await expectToldOnce(alice);
  });
}

test('a first login that is refused stays refused, and HubSpot is told', async ({ openVoice, sip }) => {
  await sip.refuse(403);
  const alice = await openVoice('alice', {}, 'failed');
  await alice.expectVoice('failed', 'PHONE_REFUSED');
  await expectAvailable(alice, false);
});

test('a first login at a server that is overloaded is tried again', async ({ openVoice, sip }) => {
  await sip.refuse(503);
  const alice = await openVoice('alice', {}, 'connecting');
  await alice.expectVoice('connecting', 'PHONE_UNREACHABLE');
  await sip.refuse(0);
  await alice.expectVoice('ready', undefined, 20_000);
});

for (const delayMs of [300, 1500]) {
  test(`HubSpot dials while a server takes ${delayMs} ms for each answer`, async ({ openVoice, line }) => {
    line.delayMs = delayMs;
    const alice = await openVoice('alice', { server: line.url, dial: 'sip:busy@sip.test' }, 'connecting');
    if (delayMs > 1000) {
      await expect(alice.frame.locator('hs-dialer')).toContainText('Connecting the phone…');
      expect(await alice.timesSaid('OUTGOING_CALL_STARTED')).toBe(0);
    }
    await expect.poll(() => alice.timesSaid('CALL_COMPLETED'), { intervals: [20], timeout: 15_000 }).toBe(1);
    expect(await alice.timesSaid('OUTGOING_CALL_STARTED')).toBe(1);
    await alice.expectSaid('OUTGOING_CALL_STARTED', { toNumber: 'sip:busy@sip.test' });
    await alice.expectSaid('CALL_ENDED', { callEndStatus: 'BUSY' });
    await alice.expectVoice('ready');
  });
}
