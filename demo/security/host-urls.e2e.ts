// What a SYNC says of its sender's address is no reason to trust it, and none to write there.
import { dial, expect, hubspot, numbers, stranger, test } from './fixtures.js';

/** The short name of each, and what a host says of itself. */
const bad: Readonly<Record<string, unknown>> = {
  'another origin': stranger,
  'another of HubSpot’s': 'https://app-eu1.hubspot.com',
  'a path': `${hubspot}/`,
  'a trailing dot': `${hubspot}.`,
  'another port': `${hubspot}:8443`,
  'the same port': `${hubspot}:443`,
  'no TLS': 'http://app.hubspot.com',
  capitals: 'HTTPS://APP.HUBSPOT.COM',
  'a longer name': `${hubspot}.evil.example`,
  'a user': `https://app.hubspot.com@evil.example`,
  'a password': 'https://user:word@app.hubspot.com',
  'a fragment': `${stranger}#${hubspot}`,
  'a query': `${stranger}?${hubspot}`,
  'a backslash': 'https://evil.example\\@app.hubspot.com',
  'no scheme': '//evil.example',
  'no slashes': 'evil.example',
  'a slash': '/',
  'an asterisk': '*',
  'a wildcard': 'https://*.hubspot.com',
  'two origins': `${stranger} ${hubspot}`,
  'a line break': `${hubspot}\n`,
  'a zero': `${hubspot}\0`,
  nothing: '',
  'a space': ' ',
  'the word null': 'null',
  'about:blank': 'about:blank',
  'javascript:': 'javascript:alert(1)',
  'data:': 'data:text/html,<script>alert(1)</script>',
  'blob:': `blob:${hubspot}/1`,
  'file:': 'file:///etc/hosts',
  'half an address': 'https://',
  'a very long text': `https://${'a'.repeat(100_000)}.example`,
  null: null,
  'a number': 42,
  'an object': { origin: stranger, href: stranger },
  'a list': [stranger],
};

test('a stranger does not become the host by any of them, nor by HubSpot’s own', async ({ world }) => {
  const hostUrls = [...Object.values(bad), hubspot];
  const host = await world.openHost(stranger, { quiet: true });
  for (const hostUrl of hostUrls) await host.say({ type: 'SYNC', hostUrl }, dial(numbers.attacker));
  await host.expectHeard('DIAL_NUMBER', hostUrls.length);
  world.expectNothingHappened();
  expect(host.got()).toEqual([]);
  expect(await host.connection()).toBe('connecting');
});

for (const [name, hostUrl] of Object.entries(bad)) {
  test(`the host gets its answer whatever its hostUrl: ${name}`, async ({ world }) => {
    const host = await world.openHost(hubspot, { quiet: true });
    await host.say({ type: 'SYNC', hostUrl });
    await host.expectGot('SYNC_ACK', 1);
    await host.expectGot('INITIALIZED', 1);
    await host.connect();
    await host.expectGot('SYNC_ACK', 2);
    await host.expectDials();
    expect(world.told('hs-ready')).toHaveLength(1);
    expect(world.codes('hs-error')).toEqual(typeof hostUrl === 'string' ? ['HOST_URL_MISMATCH'] : []);
  });
}
