import { expect } from '@open-wc/testing';
import { isSame, readSettings, supply, type SipSettings } from './settings.js';

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
