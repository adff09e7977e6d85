import type { HsSipVoice } from '../../components/sip-voice/sip-voice.js';
import type { FarEnd } from './far-end.js';
import { expect, report, test, type OpenOtherClient, type OpenVoice } from './fixtures.js';
import type { VoicePage } from './voice-page.js';
import type { OpenedMedia } from './media-spy.js';

/** A call from a page to the far end. */
async function talk(openVoice: OpenVoice, attributes = {}, to = 'echo'): Promise<[VoicePage, string]> {
  const alice = await openVoice('alice', attributes);
  const id = await alice.call(to);
  await alice.expectState(id, 'active');
  return [alice, id];
}

/** A call from a page to another. */
async function talkToPage(openVoice: OpenVoice, attributes = {}) {
  const alice = await openVoice('alice', attributes);
  const carol = await openVoice('carol', attributes);
  const id = await alice.call('carol');
  const there = await carol.newCall();
  await carol.request('hs-answer-request', { externalCallId: there });
  await alice.expectState(id, 'active');
  await carol.expectState(there, 'active');
  return { alice, id, carol, there };
}

async function hangUp(alice: VoicePage, id: string): Promise<void> {
  await alice.request('hs-hang-up-request', { externalCallId: id });
  await alice.expectEnd(id, { reason: 'hung-up', by: 'local' });
}

/** Alice talks to Bob, and has answered Carol, who called meanwhile. */
async function talkToBoth(openVoice: OpenVoice, openOtherClient: OpenOtherClient) {
  const alice = await openVoice('alice');
  await openOtherClient('bob');
  const id = await alice.call('bob');
  await alice.expectState(id, 'active');
  const carol = await openVoice('carol');
  const calling = await carol.call('alice');
  const consultation = await alice.newCall(1);
  await alice.request('hs-answer-request', { externalCallId: consultation });
  await carol.expectState(calling, 'active');
  return { alice, id, carol, calling, consultation };
}

const digitsAt = (farEnd: FarEnd) => farEnd.happened('CALL_DTMF_START').join('');

test('holds and resumes', async ({ openVoice }) => {
  const { alice, id, carol, there } = await talkToPage(openVoice);
  await alice.expectSound();

  expect(await alice.ask(id, 'setHeld', true)).toBe('done');
  await alice.expectHold(id, 'local');
  await carol.expectHold(there, 'remote');
  expect(await alice.direction()).toBe('sendonly');
  await carol.expectSilence();

  expect(await alice.ask(id, 'setHeld', false)).toBe('done');
  await alice.expectHold(id, 'none');
  report('after a hold', await alice.expectSound());
  await carol.expectSound();
  await hangUp(alice, id);
});

test('is held and resumed by another page', async ({ openVoice }) => {
  const { alice, id, carol, there } = await talkToPage(openVoice);
  await carol.ask(there, 'setHeld', true);
  await alice.expectHold(id, 'remote');
  expect(await alice.direction()).toBe('recvonly');
  await alice.ask(id, 'setHeld', true);
  await carol.expectHold(there, 'both');
  expect(await alice.direction()).toBe('inactive');
  await carol.ask(there, 'setHeld', false);
  await alice.expectHold(id, 'local');
  await alice.ask(id, 'setHeld', false);
  await carol.expectHold(there, 'none');
  await alice.expectSound();
  await carol.expectSound();
  await hangUp(alice, id);
});

test('is held by both at once, and resumed by both at once', async ({ openVoice, line }) => {
  const { alice, id, carol, there } = await talkToPage(openVoice, { server: line.url });
  // The offer of the one is under way while the other makes theirs.
  line.delayMs = 300;
  for (const [isHeld, hold] of [
    [true, 'both'],
    [false, 'none'],
  ] as const) {
    const begin = Date.now();
    const asked = [alice.ask(id, 'setHeld', isHeld), carol.ask(there, 'setHeld', isHeld)];
    expect(await Promise.all(asked)).toEqual(['done', 'done']);
    report('two changes that cross', { 'took ms': Date.now() - begin });
    await alice.expectHold(id, hold);
    await carol.expectHold(there, hold);
  }
  line.delayMs = 0;
  await alice.expectSound();
  await carol.expectSound();
  await hangUp(alice, id);
});

test('is held and resumed by the far end', async ({ openVoice, farEnd }) => {
  const [alice, id] = await talk(openVoice);
  await farEnd.order('hold');
  await alice.expectHold(id, 'remote');
  expect(await alice.ask(id, 'setHeld', true)).toBe('done');
  await alice.expectHold(id, 'both');
  expect(await alice.ask(id, 'setHeld', false)).toBe('done');
  await alice.expectHold(id, 'remote');
  await farEnd.order('resume');
  await alice.expectHold(id, 'none');
  await hangUp(alice, id);
});

test('who is muted stays so through the hold of the far end', async ({ openVoice }) => {
  const { alice, id, carol, there } = await talkToPage(openVoice);
  await carol.expectSound();
  expect(await alice.ask(id, 'setMuted', true)).toBe('done');
  await carol.expectSilence();
  await carol.ask(there, 'setHeld', true);
  await alice.expectHold(id, 'remote');
  await carol.ask(there, 'setHeld', false);
  await alice.expectHold(id, 'none');
  await carol.expectSilence();
  expect(await alice.ask(id, 'setMuted', false)).toBe('done');
  await carol.expectSound();
  await hangUp(alice, id);
});

test('digits arrive at the far end, one after the other, with pauses', async ({ openVoice, farEnd }) => {
  const [alice, id] = await talk(openVoice);
  await alice.expectSound();
  const begin = Date.now();
  const [first, second] = await Promise.all([
    alice.ask(id, 'sendDigits', '12,34#'),
    alice.ask(id, 'sendDigits', '*0'),
  ]);
  expect([first, second]).toEqual(['done', 'done']);
  const took = Date.now() - begin;
  await expect.poll(() => digitsAt(farEnd), { intervals: [20] }).toBe('1234#*0');
  expect(took).toBeGreaterThan(2000);
  report('digits', { arrived: digitsAt(farEnd), 'took ms': took });
  expect(await alice.ask(id, 'sendDigits', '12x')).toBe('BAD_DIGITS');
  await hangUp(alice, id);
});

test('digits by INFO arrive at the far end', async ({ openVoice, farEnd }) => {
  const [alice, id] = await talk(openVoice, { dtmf: 'info' });
  expect(await alice.ask(id, 'sendDigits', '5#')).toBe('done');
  await expect.poll(() => digitsAt(farEnd), { intervals: [20] }).toBe('5#');
  await hangUp(alice, id);
});

test('hands a call over without asking', async ({ openVoice }) => {
  // Not `echo`: it has one audio input for all its calls, and the call that ends may close it for the new one.
  const [alice, id] = await talk(openVoice, {}, 'singer');
  const carol = await openVoice('carol');
  const handed = alice.ask(id, 'transfer', 'carol');
  const there = await carol.newCall();
  await carol.request('hs-answer-request', { externalCallId: there });
  expect(await handed).toBe('done');
  await alice.expectEnd(id, { reason: 'transferred', by: 'local' });
  await alice.expectSaid('CALL_TRANSFERRED', { externalCallId: id });
  await carol.expectState(there, 'active');
  report('after a transfer', await carol.expectSound());
  await carol.request('hs-hang-up-request', { externalCallId: there });
  await carol.expectEnd(there, { reason: 'hung-up', by: 'local' });
});

test('a call that cannot be handed over goes on', async ({ openVoice }) => {
  const [alice, id] = await talk(openVoice);
  expect(await alice.ask(id, 'transfer', 'busy')).toBe('TRANSFER_FAILED');
  await alice.expectState(id, 'active');
  await hangUp(alice, id);
});

test('hands a call over to somebody one has talked to', async ({ openVoice, openOtherClient }) => {
  const alice = await openVoice('alice');
  await openOtherClient('bob');
  const id = await alice.call('bob');
  await alice.expectState(id, 'active');
  const carol = await openVoice('carol');
  await alice.request('hs-transfer-request', { externalCallId: id, toNumber: 'carol', attended: true });
  const consultation = await alice.newCall(1);
  const asked = await carol.newCall();
  await carol.request('hs-answer-request', { externalCallId: asked });
  await alice.expectState(consultation, 'active');
  await alice.expectHold(id, 'local');
  await alice.request('hs-transfer-request', {
    externalCallId: id,
    toNumber: 'carol',
    attended: true,
    consultation,
  });
  const handed = await carol.newCall(1);
  await carol.expectState(handed, 'active');
  await alice.expectEnd(id, { reason: 'transferred' });
  await alice.expectEnd(consultation, { reason: 'transferred' });
  await carol.expectEnd(asked, { reason: 'transferred' });
  report('after an attended transfer', await carol.expectSound());
  await carol.request('hs-hang-up-request', { externalCallId: handed });
  await carol.expectEnd(handed, { reason: 'hung-up', by: 'local' });
});

test('hands a call over to somebody who has called meanwhile', async ({ openVoice, openOtherClient }) => {
  const { alice, id, carol, calling, consultation } = await talkToBoth(openVoice, openOtherClient);
  await alice.expectState(consultation, 'active');
  await alice.request('hs-transfer-request', {
    externalCallId: id,
    toNumber: 'carol',
    attended: true,
    consultation,
  });
  const handed = await carol.newCall(1);
  await carol.expectState(handed, 'active');
  await alice.expectEnd(id, { reason: 'transferred' });
  await alice.expectEnd(consultation, { reason: 'transferred' });
  await carol.expectEnd(calling, { reason: 'transferred' });
  report('after an attended transfer to a caller', await carol.expectSound());
  await carol.request('hs-hang-up-request', { externalCallId: handed });
  await carol.expectEnd(handed, { reason: 'hung-up', by: 'local' });
});

for (const [method, detail] of [
  ['setMuted', { muted: true, hold: 'none' }],
  ['setHeld', { muted: false, hold: 'local' }],
] as const) {
  test(`whoever takes the far end's place finds the microphone as it was: ${method}`, async ({
    openVoice,
    openOtherClient,
  }) => {
    const { alice, id, carol, calling, consultation } = await talkToBoth(openVoice, openOtherClient);
    await carol.ask(calling, method, true);
    await carol.watchMicrophone();
    await alice.request('hs-transfer-request', {
      externalCallId: id,
      toNumber: 'carol',
      attended: true,
      consultation,
    });
    const handed = await carol.newCall(1);
    await carol.expectState(handed, 'active');
    await carol.expectEnd(calling, { reason: 'transferred' });
    expect(await carol.mutedAndHold(handed)).toEqual(detail);
    expect(await carol.hasSentSound()).toBe(false);
    await carol.ask(handed, method, false);
    await carol.expectSound();
    await carol.request('hs-hang-up-request', { externalCallId: handed });
    await carol.expectEnd(handed, { reason: 'hung-up', by: 'local' });
  });
}

test('measures how well the far end is heard', async ({ openVoice }) => {
  const [alice, id] = await talk(openVoice);
  const quality = () =>
    alice.frame
      .locator('hs-sip-voice')
      .evaluate(
        ({ provider }: HsSipVoice, callId) => provider.sessions.find((one) => one.id === callId)?.quality,
        id,
      );
  await expect.poll(quality, { intervals: [50] }).toBeDefined();
  const { level = 0, mos = 0, loss = 1, jitter = 1000, roundTrip = 0 } = (await quality()) ?? {};
  report('quality', { level, mos, loss, jitter, roundTrip });
  // On this machine no packet is lost, but it may be slow.
  expect(level).toBeGreaterThanOrEqual(3);
  expect(mos).toBeGreaterThanOrEqual(3.6);
  expect(mos).toBeLessThanOrEqual(4.5);
  expect(loss).toBeLessThan(0.05);
  expect(jitter).toBeLessThan(200);
  expect(roundTrip).toBeLessThan(500);
  await hangUp(alice, id);
});

test('asks for ICE servers at each call, and uses them', async ({ openVoice }) => {
  const alice = await openVoice('alice');
  await alice.frame.locator('hs-sip-voice').evaluate(async (element: HsSipVoice) => {
    let asked = 0;
    element.iceServers = () => {
      asked += 1;
      // There is no such server: the machine's own addresses are enough for a call.
      return Promise.resolve([{ urls: `stun:127.0.0.1:${asked}` }]);
    };
    await element.updateComplete;
  });
  await alice.expectVoice('ready', undefined);
  const used = () =>
    alice.frame.evaluate(() => {
      const { connections } = (window as unknown as { seen: OpenedMedia }).seen;
      return connections.flatMap((one) => one.getConfiguration().iceServers?.map(({ urls }) => urls));
    });
  for (const all of [['stun:127.0.0.1:1'], ['stun:127.0.0.1:1', 'stun:127.0.0.1:2']]) {
    const id = await alice.call('echo');
    await alice.expectState(id, 'active');
    expect((await used()).flat()).toEqual(all);
    await hangUp(alice, id);
  }
});
