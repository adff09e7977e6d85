import { expect, report, test } from './fixtures.js';

test.afterEach(async ({ sip }) => {
  // The next test, and the next file, need a server that runs.
  await sip.stopServer();
  await sip.startServer();
});

for (const side of ['caller', 'called'] as const) {
  test(`a call outlives the server, and the ${side} can hang up after it`, async ({ openVoice, sip }) => {
    const alice = await openVoice('alice');
    const carol = await openVoice('carol');
    const here = await alice.call('carol');
    const there = await carol.newCall();
    await carol.request('hs-answer-request', { externalCallId: there });
    await alice.expectState(here, 'active');
    await carol.expectState(there, 'active');

    await sip.stopServer();
    await alice.expectState(here, 'reconnecting');
    await carol.expectState(there, 'reconnecting');
    await alice.expectVoice('connecting', 'PHONE_UNREACHABLE');
    report('while the server is gone', await alice.expectSound(100));

    const begin = Date.now();
    await sip.startServer();
    await alice.expectState(here, 'active', 30_000);
    await carol.expectState(there, 'active', 30_000);
    const back = Date.now() - begin;
    report('after the server has come back', { 'back in ms': back, ...(await alice.expectSound(100)) });
    await carol.expectSound();
    expect((await alice.watched(here)).states.slice(-3)).toEqual(['active', 'reconnecting', 'active']);

    const [page, id] = side === 'caller' ? [alice, here] : [carol, there];
    const [otherPage, otherId] = side === 'caller' ? [carol, there] : [alice, here];
    await page.request('hs-hang-up-request', { externalCallId: id });
    await page.expectEnd(id, { reason: 'hung-up', by: 'local' });
    await otherPage.expectEnd(otherId, { reason: 'hung-up', by: 'remote' });
    await alice.expectSaid('CALL_ENDED', { externalCallId: here, callEndStatus: 'COMPLETED' });
  });
}

for (const side of ['local', 'remote'] as const) {
  test(`a call with another SIP client outlives the server (${side})`, async ({ openVoice, farEnd, sip }) => {
    const alice = await openVoice('alice');
    const id = await alice.call('echo');
    await alice.expectState(id, 'active');
    await sip.stopServer();
    await alice.expectState(id, 'reconnecting');
    report('far end, while the server is gone', await alice.expectSound());
    await sip.startServer();
    await alice.expectState(id, 'active', 30_000);
    await alice.expectSound();
    if (side === 'remote') await farEnd.order('hangup');
    else await alice.request('hs-hang-up-request', { externalCallId: id });
    await alice.expectEnd(id, { reason: 'hung-up', by: side });
    await expect.poll(() => farEnd.happened('CALL_CLOSED').length, { intervals: [20] }).toBe(1);
  });
}

test('a call whose server does not come back ends', async ({ openVoice, sip }) => {
  test.setTimeout(60_000);
  const alice = await openVoice('alice');
  const id = await alice.call('echo');
  await alice.expectState(id, 'active');
  await sip.stopServer();
  await alice.expectEnd(id, { reason: 'network', by: 'system' }, 35_000);
  await alice.expectSaid('CALL_ENDED', { externalCallId: id, callEndStatus: 'FAILED' });
});

test('a call that rings ends with the server', async ({ openVoice, sip }) => {
  const alice = await openVoice('alice');
  const carol = await openVoice('carol');
  const here = await alice.call('carol');
  const there = await carol.newCall();
  await sip.stopServer();
  await alice.expectEnd(here, { reason: 'network', by: 'system' });
  await carol.expectEnd(there, { reason: 'network', by: 'system' });
});
