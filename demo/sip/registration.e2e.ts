import type { HsSipVoice } from '../../components/sip-voice/sip-voice.js';
import { expect, test } from './fixtures.js';

test('logs in with a password', async ({ openVoice, sip }) => {
  const guarded = await openVoice('guarded', { password: sip.password });
  await guarded.expectVoice('ready');
  const id = await guarded.call('echo');
  await guarded.expectState(id, 'active');
  await guarded.request('hs-hang-up-request', { externalCallId: id });
  await guarded.expectEnd(id, { reason: 'hung-up' });
});

test('a wrong password is refused, and the right one is taken then', async ({ openVoice, sip }) => {
  const guarded = await openVoice('guarded', { password: 'guess' }, 'failed');
  await guarded.expectVoice('failed', 'PHONE_REFUSED');
  const voice = guarded.frame.locator('hs-sip-voice');
  expect(await voice.evaluate((element) => element.outerHTML)).not.toContain('guess');
  await voice.evaluate((element: HsSipVoice, password) => {
    element.credentials = () => Promise.resolve({ password });
  }, sip.password);
  await guarded.expectVoice('ready');
});

test('looks for a server that is not there until it is', async ({ openVoice, sip }) => {
  await sip.stopServer();
  const alice = await openVoice('alice', {}, 'connecting');
  await alice.expectVoice('connecting', 'PHONE_UNREACHABLE');
  await sip.startServer();
  await alice.expectVoice('ready', undefined, 20_000);
});

test('takes the next server when the first is not there', async ({ openVoice, sip }) => {
  const alice = await openVoice('alice', { server: `ws://127.0.0.1:9 ${sip.url}` });
  await alice.expectVoice('ready');
});

for (const [attribute, value, named] of [
  ['server', 'https://sip.example', 'server'],
  ['uri', 'alice', 'uri'],
  ['register-expires', '1', 'registerExpires'],
  ['dtmf', 'morse', 'dtmf'],
  ['display-name', 'A\r\nX-Injected: 1', 'displayName'],
] as const) {
  test(`a bad ${attribute} is named`, async ({ openVoice }) => {
    const alice = await openVoice('alice', { [attribute]: value }, 'failed');
    const { problem, message } = await alice.voiceStatus();
    expect(problem).toBe('PHONE_CONFIG');
    expect(message).toContain(named);
  });
}

test('no setting and no number makes a header of its own', async ({ openVoice, sip }) => {
  const alice = await openVoice('alice');
  const sent: string[] = [];
  alice.page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => void sent.push(String(payload)));
  });
  const voice = alice.frame.locator('hs-sip-voice');
  const rename = (name: string) =>
    voice.evaluate((element, value) => {
      element.setAttribute('display-name', value);
    }, name);
  await rename('A\r\nX-Injected: 1');
  await alice.expectVoice('failed', 'PHONE_CONFIG');
  await rename('Zoë "X-Injected: 2" \\');
  await voice.evaluate((element: HsSipVoice) => element.provider.connect());
  await alice.expectVoice('ready');
  const id = await alice.call('echo');
  await alice.expectState(id, 'active');
  await alice.request('hs-transfer-request', { externalCallId: id, toNumber: 'bob\r\nX-Injected: 3' });
  await alice.request('hs-hang-up-request', { externalCallId: id });
  await alice.expectEnd(id, { reason: 'hung-up' });
  expect(sent.join('\r\n')).toContain(`"Zoë \\"X-Injected: 2\\" \\\\" <sip:alice@${sip.domain}>`);
  expect(sent.join('\r\n')).not.toMatch(/^X-Injected/m);
});

test('other settings wait for the end of a call', async ({ openVoice, sip }) => {
  const alice = await openVoice('alice');
  const id = await alice.call('echo');
  await alice.expectState(id, 'active');
  await alice.frame
    .locator('hs-sip-voice')
    .evaluate((element, uri) => element.setAttribute('uri', uri), `sip:anna@${sip.domain}`);
  await alice.expectSound();
  await alice.request('hs-hang-up-request', { externalCallId: id });
  await alice.expectEnd(id, { reason: 'hung-up' });
  await alice.expectVoice('ready');

  const carol = await openVoice('carol');
  const calling = await carol.call('anna');
  const ringing = await alice.newCall(1);
  await alice.request('hs-decline-request', { externalCallId: ringing });
  await carol.expectEnd(calling, { reason: 'declined', by: 'remote', code: 603 });
});

test('a call waits for the microphone, and goes on with it', async ({ openVoice }) => {
  const alice = await openVoice('alice');
  await alice.setMicrophone('NotFoundError');
  const id = await alice.call('echo');
  await expect.poll(() => alice.microphone(id), { intervals: [20] }).toBe('missing');
  await alice.expectState(id, 'dialing');
  await alice.setMicrophone(undefined);
  await alice.request('hs-microphone-request', { externalCallId: id });
  await alice.expectState(id, 'active');
  expect(await alice.microphone(id)).toBeUndefined();
  await alice.request('hs-hang-up-request', { externalCallId: id });
  await alice.expectEnd(id, { reason: 'hung-up' });
});

test('an inbound call rings on without a microphone', async ({ openVoice }) => {
  const alice = await openVoice('alice');
  const carol = await openVoice('carol');
  const calling = await carol.call('alice');
  const id = await alice.newCall();
  await alice.setMicrophone('NotReadableError');
  await alice.request('hs-answer-request', { externalCallId: id });
  await expect.poll(() => alice.microphone(id), { intervals: [20] }).toBe('in-use');
  await alice.expectState(id, 'ringing');
  await alice.setMicrophone(undefined);
  await alice.request('hs-answer-request', { externalCallId: id });
  await alice.expectState(id, 'active');
  await alice.request('hs-hang-up-request', { externalCallId: id });
  await carol.expectEnd(calling, { reason: 'hung-up', by: 'remote' });
});

test('an element that is taken out ends its calls and logs out', async ({ openVoice }) => {
  const alice = await openVoice('alice');
  const id = await alice.call('echo');
  await alice.expectState(id, 'active');
  const provider = await alice.frame.locator('hs-sip-voice').evaluateHandle((element: HsSipVoice) => {
    element.remove();
    return element.provider;
  });
  await expect.poll(() => provider.evaluate(({ state }) => state), { intervals: [20] }).toBe('offline');
  await alice.expectReleased();
  await alice.expectSaid('CALL_ENDED', { externalCallId: id });
  const bea = await openVoice('bea');
  const calling = await bea.call('alice');
  await bea.expectEnd(calling, { reason: 'not-found', code: 404 });
});

test('what a try before the first call finds', async ({ openVoice }) => {
  const alice = await openVoice('alice');
  const check = () =>
    alice.frame.locator('hs-sip-voice').evaluate(async ({ provider }: HsSipVoice) => {
      const { ok, checks } = await provider.check();
      return [ok, ...checks.map(({ name, problem }) => `${name} ${problem?.code ?? 'ok'}`)];
    });
  expect(await check()).toEqual([true, 'microphone ok', 'server ok']);
  await alice.setMicrophone('NotFoundError');
  expect(await check()).toEqual([false, 'microphone MICROPHONE_MISSING', 'server ok']);
});

test('loads JsSIP only when it connects', async ({ page, sip }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/demo/sip/widget.html');
  await page.locator('hs-sip-voice').evaluate((element: HsSipVoice) => element.updateComplete);
  expect(asked.filter((url) => url.includes('JsSIP'))).toEqual([]);
  await page.goto(`/demo/sip/widget.html?server=${sip.url}&uri=sip:alice@${sip.domain}`);
  await expect.poll(() => asked.filter((url) => url.includes('JsSIP')).length).toBe(1);
});

test('says that JsSIP is missing', async ({ page, sip }) => {
  await page.route('**/JsSIP-*', (route) => route.abort());
  await page.goto(`/demo/sip/widget.html?server=${sip.url}&uri=sip:alice@${sip.domain}`);
  const problem = () =>
    page.locator('hs-sip-voice').evaluate(({ provider }: HsSipVoice) => provider.problem?.code);
  await expect.poll(problem, { intervals: [20] }).toBe('ENGINE_MISSING');
});

test('takes JsSIP from the page', async ({ page, sip }) => {
  await page.goto(`/demo/sip/widget.html`);
  // A real page loads JsSIP by a script; here the test takes the module that the development server makes of the package.
  const engine = await page.evaluateHandle(async (url) => {
    const { default: jssip } = (await import(url)) as { default: NonNullable<HsSipVoice['engine']> };
    class OwnUserAgent extends jssip.UA {
      override start(): void {
        document.title = 'started by the page’s own';
        super.start();
      }
    }
    return { ...jssip, UA: OwnUserAgent };
  }, '/node_modules/jssip/lib/JsSIP.js');
  const voice = page.locator('hs-sip-voice');
  await voice.evaluate(
    (element: HsSipVoice, [given, server, uri]) => Object.assign(element, { engine: given, server, uri }),
    [engine, sip.url, `sip:alice@${sip.domain}`] as const,
  );
  const state = () => voice.evaluate(({ provider }: HsSipVoice) => provider.state);
  await expect.poll(state, { intervals: [20] }).toBe('ready');
  await expect(page).toHaveTitle('started by the page’s own');
});
