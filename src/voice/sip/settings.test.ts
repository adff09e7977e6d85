import { expect } from '@open-wc/testing';
import { isSame, readSettings, supply, type SipSettings } from './settings.js';

/** What would begin a header of its own, or end one. */
const breaks = ['\r\n', '\n', '\r', '\0', '\u2028', '\u2029', '\u0085', '\t', '\v', '\x1b', '\x7f', '\uD800'];

const right: SipSettings = { server: 'wss://sip.example', uri: 'sip:alice@sip.example' };

describe('the settings of the SIP voice', () => {
  it('have defaults', () => {
    expect(readSettings(right)).to.deep.equal({
      servers: ['wss://sip.example'],
      uri: 'sip:alice@sip.example',
      domain: 'sip.example',
      displayName: '',
      registerExpires: 600,
      keepAliveIntervalMs: 20_000,
      keepAliveTimeoutMs: 6000,
      dtmf: 'rfc2833',
    });
  });

  it('may name several servers', () => {
    const { servers } = readSettings({ ...right, server: ' wss://a.example/ws  wss://b.example ' });
    expect(servers).to.deep.equal(['wss://a.example/ws', 'wss://b.example']);
  });

  for (const [name, value] of [
    ['server', ''],
    ['server', 'https://sip.example'],
    ['server', 'wss://sip.example nonsense'],
    ['uri', ''],
    ['uri', 'alice'],
    ['uri', 'sip:sip.example'],
    ['uri', 'sip:alice@'],
    ['registerExpires', 0],
    ['registerExpires', NaN],
    ['registerExpires', 1.5],
    ['keepAliveIntervalMs', 20],
    ['keepAliveIntervalMs', -1],
    ['keepAliveIntervalMs', NaN],
    ['keepAliveIntervalMs', Infinity],
    ['keepAliveTimeoutMs', 0],
    ['keepAliveTimeoutMs', NaN],
    ['dtmf', 'morse'],
    ['iceServers', 'stun:stun.example'],
    ['credentials', 'secret'],
    ['credentials', { user: 'alice' }],
  ] as const) {
    it(`name ${name} when it is ${JSON.stringify(value)}`, () => {
      const wrong = { ...right, [name]: value };
      expect(() => readSettings(wrong))
        .to.throw(new RegExp(`Got: ${name}`))
        .with.property('code', 'PHONE_CONFIG');
    });
  }

  for (const each of breaks) {
    const text = `A${each}X-Injected: 1`;
    const shown = JSON.stringify(each);

    it(`refuse a display name and an address with ${shown}`, () => {
      const wrong = { displayName: text, uri: `sip:alice${each}X@sip.example` };
      for (const [name, value] of Object.entries(wrong)) {
        expect(() => readSettings({ ...right, [name]: value }))
          .to.throw(new RegExp(`Got: ${name}`))
          .with.property('code', 'PHONE_CONFIG');
      }
    });

    it(`refuse a user for authorization with ${shown}`, () => {
      expect(() => readSettings({ ...right, credentials: { authorizationUser: text, password: 'x' } }))
        .to.throw(/Got: credentials.authorizationUser/)
        .with.property('code', 'PHONE_CONFIG');
    });
  }

  it('refuse a user for authorization that would end its own quotes', () => {
    for (const authorizationUser of ['a", realm="b', 'a\\']) {
      expect(() => readSettings({ ...right, credentials: { authorizationUser, password: 'x' } }))
        .to.throw()
        .with.property('code', 'PHONE_CONFIG');
    }
  });

  it('refuse a password with a line break, and do not repeat it', () => {
    for (const password of ['secret\r\nX: 1', 'secret\n', 'secret\0']) {
      expect(() => readSettings({ ...right, credentials: { password } }))
        .to.throw(/^((?!secret).)*Got: credentials.password((?!secret).)*$/s)
        .with.property('code', 'PHONE_CONFIG');
    }
  });

  it('refuse names of any length', () => {
    expect(() => readSettings({ ...right, displayName: 'a'.repeat(257) }))
      .to.throw()
      .with.property('code', 'PHONE_CONFIG');
  });

  it('take names of all scripts, with quotes', () => {
    for (const displayName of ['Zoë "Z" \\ <z@x>', 'محمد', '山田 🙂', 'a'.repeat(256)])
      expect(readSettings({ ...right, displayName }).displayName).to.equal(displayName);
  });

  it('say nothing of a password', () => {
    const wrong = { ...right, uri: 'alice', credentials: { password: 'secret' } };
    expect(() => readSettings(wrong))
      .to.throw()
      .with.property('message')
      .that.does.not.contain('secret');
  });

  it('are the same if each is', () => {
    const credentials = { password: 'secret' };
    expect(isSame({ ...right, credentials }, { ...right, credentials })).to.be.true;
    expect(isSame({ ...right, credentials }, { ...right, credentials: { ...credentials } })).to.be.false;
    expect(isSame(right, { ...right, dtmf: 'info' })).to.be.false;
  });

  it('may be supplied by a function', async () => {
    expect(await supply(1)).to.equal(1);
    expect(await supply(() => 2)).to.equal(2);
    expect(await supply(() => Promise.resolve(3))).to.equal(3);
  });
});
