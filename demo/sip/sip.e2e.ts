import { expect, report, test } from './fixtures.js';

test('a call from the dialer is answered, heard both ways, and told to HubSpot', async ({ openVoice }) => {
  const alice = await openVoice('alice');

  const begin = Date.now();
  await alice.frame.getByRole('textbox').fill('sip:echo@sip.test');
  await alice.frame.getByRole('button', { name: 'Call', exact: true }).click();
  const id = await alice.newCall();
  await alice.expectState(id, 'active');
  const setUp = Date.now() - begin;
  const { sent, received, energy } = await alice.expectSound(100);
  report('a call', { 'set up in ms': setUp, sent, received, energy });
  expect((await alice.watched(id)).states).toEqual(['dialing', 'ringing', 'connecting', 'active']);
  await alice.expectSaid('OUTGOING_CALL_STARTED', { toNumber: 'sip:echo@sip.test', externalCallId: id });
  await alice.expectSaid('CALL_ANSWERED', { externalCallId: id });

  await alice.request('hs-hang-up-request', { externalCallId: id });
  await alice.expectEnd(id, { reason: 'hung-up', by: 'local' });
  await alice.expectSaid('CALL_ENDED', { externalCallId: id, callEndStatus: 'COMPLETED' });
  await alice.expectSaid('CALL_COMPLETED', { externalCallId: id });
  await alice.expectReleased();
});

test('the far end hangs up', async ({ openVoice, farEnd }) => {
  const alice = await openVoice('alice');
  const id = await alice.call('sip:echo@sip.test');
  await alice.expectState(id, 'active');
  await farEnd.order('hangup');
  await alice.expectEnd(id, { reason: 'hung-up', by: 'remote' });
  await alice.expectSaid('CALL_ENDED', { externalCallId: id, callEndStatus: 'COMPLETED' });
});

for (const [number, code, reason, callEndStatus] of [
  ['busy', 486, 'busy', 'BUSY'],
  ['declined', 603, 'declined', 'REJECTED'],
  ['unavailable', 480, 'no-answer', 'NO_ANSWER'],
  ['nobody', 404, 'not-found', 'FAILED'],
  ['broken', 503, 'network', 'FAILED'],
  ['patient', 408, 'no-answer', 'NO_ANSWER'],
] as const) {
  test(`${number}: SIP's ${code} ends a call as ${reason}`, async ({ openVoice }) => {
    const alice = await openVoice('alice');
    const id = await alice.call(number);
    await alice.expectEnd(id, { reason, code });
    await alice.expectSaid('CALL_ENDED', { externalCallId: id, callEndStatus });
    await alice.expectSaid('CALL_COMPLETED', { externalCallId: id });
  });
}

test('a call is canceled before it is answered', async ({ openVoice, farEnd }) => {
  const alice = await openVoice('alice');
  const id = await alice.call('patient');
  await alice.expectState(id, 'ringing');
  await alice.request('hs-hang-up-request', { externalCallId: id });
  await alice.expectEnd(id, { reason: 'canceled', by: 'local' });
  await alice.expectSaid('CALL_ENDED', { externalCallId: id, callEndStatus: 'CANCELED' });
  await expect.poll(() => farEnd.happened('CALL_CLOSED').length, { intervals: [20] }).toBe(1);
});

test('the network speaks before anybody answers', async ({ openVoice, openOtherClient }) => {
  const alice = await openVoice('alice');
  const bob = await openOtherClient('bob', { early: true });
  const id = await alice.call('bob');
  await alice.expectState(id, 'early');
  const { received, energy } = await alice.expectSound();
  report('early media', { received, energy });
  bob.answer();
  await alice.expectState(id, 'active');
  await alice.expectSound();
  expect((await alice.watched(id)).states).toEqual(['dialing', 'ringing', 'early', 'connecting', 'active']);
  await alice.request('hs-hang-up-request', { externalCallId: id });
  await alice.expectEnd(id, { reason: 'hung-up', by: 'local' });
});

test('an answered call without sound says so until it is over', async ({ openVoice, openOtherClient }) => {
  const alice = await openVoice('alice');
  await openOtherClient('bob', { mute: true });
  const id = await alice.call('bob');
  await alice.expectState(id, 'connecting');
  await expect(alice.frame.locator('hs-call-status')).toContainText('Connecting sound…');
  await alice.request('hs-hang-up-request', { externalCallId: id });
  await alice.expectEnd(id, { reason: 'hung-up', by: 'local' });
  await expect(alice.frame.locator('hs-call-status')).not.toContainText('Connecting sound…');
});

test('a call to a group is answered by one, and no missed call for the other', async ({
  openVoice,
  farEnd,
}) => {
  const alice = await openVoice('alice');
  const carol = await openVoice('carol');
  await farEnd.call('sip:group@sip.test');
  const taken = await alice.newCall();
  const rung = await carol.newCall();
  await alice.request('hs-answer-request', { externalCallId: taken });
  await alice.expectState(taken, 'active');
  await carol.expectEnd(rung, { reason: 'answered-elsewhere', by: 'remote', code: 200 });
  await carol.expectSaid('CALL_ENDED', { externalCallId: rung, callEndStatus: 'CANCELED' });
  await carol.expectSaid('CALL_COMPLETED', { externalCallId: rung });
  await expect(carol.frame.locator('hs-call-status')).toContainText('Answered elsewhere');
  await farEnd.order('hangup');
  await alice.expectEnd(taken, { reason: 'hung-up', by: 'remote' });
});

test('a call comes in and is answered', async ({ openVoice, farEnd }) => {
  const alice = await openVoice('alice');
  await farEnd.call('sip:alice@sip.test');
  const id = await alice.newCall();
  await alice.expectState(id, 'ringing');
  await alice.expectSaid('INCOMING_CALL', { externalCallId: id, fromNumber: 'echo', toNumber: 'alice' });
  await alice.request('hs-answer-request', { externalCallId: id });
  await alice.expectState(id, 'active');
  report('an inbound call', await alice.expectSound());
  await alice.expectSaid('CALL_ANSWERED', { externalCallId: id });
  await farEnd.order('hangup');
  await alice.expectEnd(id, { reason: 'hung-up', by: 'remote' });
  await alice.expectSaid('CALL_ENDED', { externalCallId: id, callEndStatus: 'COMPLETED' });
});

test('a call comes in and is declined', async ({ openVoice, farEnd }) => {
  const alice = await openVoice('alice');
  await farEnd.call('sip:alice@sip.test');
  const id = await alice.newCall();
  await alice.request('hs-decline-request', { externalCallId: id });
  await alice.expectEnd(id, { reason: 'declined', by: 'local', code: 603 });
  await alice.expectSaid('CALL_ENDED', { externalCallId: id, callEndStatus: 'REJECTED' });
  await expect.poll(() => farEnd.happened('CALL_CLOSED').at(-1), { intervals: [20] }).toContain('603');
});

test('a caller gives up', async ({ openVoice, farEnd }) => {
  const alice = await openVoice('alice');
  await farEnd.call('sip:alice@sip.test');
  const id = await alice.newCall();
  await farEnd.order('hangup');
  await alice.expectEnd(id, { reason: 'canceled', by: 'remote' });
  await alice.expectSaid('CALL_ENDED', { externalCallId: id, callEndStatus: 'MISSED' });
});

test('two pages call each other', async ({ openVoice }) => {
  const alice = await openVoice('alice');
  const carol = await openVoice('carol', { 'display-name': 'Carol' });
  const here = await alice.call('carol');
  const there = await carol.newCall();
  await alice.expectState(here, 'ringing');
  await carol.request('hs-answer-request', { externalCallId: there });
  await alice.expectState(here, 'active');
  await carol.expectState(there, 'active');
  report('two pages, one end', await alice.expectSound());
  report('two pages, other end', await carol.expectSound());
  await carol.request('hs-hang-up-request', { externalCallId: there });
  await alice.expectEnd(here, { reason: 'hung-up', by: 'remote' });
  await carol.expectEnd(there, { reason: 'hung-up', by: 'local' });
});

test('a second call is taken, and the first waits', async ({ openVoice, farEnd }) => {
  const alice = await openVoice('alice');
  const first = await alice.call('echo');
  await alice.expectState(first, 'active');
  const carol = await openVoice('carol');
  const calling = await carol.call('alice');
  const second = await alice.newCall(1);
  await alice.request('hs-answer-request', { externalCallId: second });
  await alice.expectState(second, 'active');
  await alice.expectHold(first, 'local');
  await carol.expectState(calling, 'active');
  await alice.request('hs-hang-up-request', { externalCallId: second });
  await carol.expectEnd(calling, { reason: 'hung-up', by: 'remote' });
  await alice.request('hs-hold-request', { externalCallId: first, held: false });
  await alice.expectHold(first, 'none');
  await farEnd.order('hangup');
  await alice.expectEnd(first, { reason: 'hung-up', by: 'remote' });
});

test('DIAL_NUMBER by HubSpot calls', async ({ openVoice }) => {
  const alice = await openVoice('alice');
  await alice.hubSpotDials('sip:busy@sip.test');
  const id = await alice.newCall();
  await alice.expectEnd(id, { reason: 'busy' });
  await alice.expectSaid('CALL_ENDED', { externalCallId: id, callEndStatus: 'BUSY' });
});
