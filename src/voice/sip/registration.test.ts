import { expect } from '@open-wc/testing';
import { Registration } from './registration.js';
import { readSettings, type SipSettings } from './settings.js';
import { FakeLineClock, fakeEngine, FakeServer } from './testing/fake-server.js';

/** Waits until what was started before has been done. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

const registrations = new Set<Registration>();

/** A registration at a fake server, and what the voice was told of it. */
class Line {
  readonly server = new FakeServer();
  readonly clock = new FakeLineClock();
  readonly told: string[] = [];
  readonly registration: Registration;

  constructor(changes: Partial<SipSettings> = {}) {
    const settings = { server: 'wss://one.example', uri: 'sip:alice@sip.example', ...changes };
    const tell = (what: string) => () => void this.told.push(what);
    this.registration = new Registration(
      fakeEngine(this.server),
      readSettings(settings),
      settings.credentials,
      {
        onRegistered: tell('registered'),
        onConnectionLost: tell('lost'),
        onFailed: ({ message }) => void this.told.push(`failed ${/SIP \d+/.exec(message)?.[0] ?? ''}`.trim()),
        onRefused: ({ code, message }) =>
          void this.told.push(`${code} ${/SIP \d+/.exec(message)?.[0] ?? ''}`.trim()),
        onIncomingCall: tell('a call'),
      },
      this.clock,
    );
    registrations.add(this.registration);
  }

  /** What has happened since the last look. */
  get news() {
    return { told: this.told.splice(0), requests: this.server.requests.splice(0) };
  }

  async start(): Promise<this> {
    this.registration.start();
    await settled();
    return this;
  }

  /** Lets time pass, in steps in which what was started gets done. */
  async pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 500) {
      this.clock.advance(Math.min(500, ms - passed));
      await settled();
    }
  }
}

/** A line that is registered, and of which nothing has happened yet. */
async function registered(changes?: Partial<SipSettings>): Promise<Line> {
  const line = await new Line(changes).start();
  expect(line.news).to.deep.equal({ told: ['registered'], requests: ['REGISTER'] });
  return line;
}

afterEach(() => {
  for (const registration of registrations) void registration.stop();
  registrations.clear();
});

describe('a registration', () => {
  it('asks a server that was silent for twenty seconds, and stays when it answers, whatever it says', async () => {
    const line = await registered();
    await line.pass(19_000);
    expect(line.news.requests).to.deep.equal([]);
    await line.pass(45_000);
    expect(line.news).to.deep.equal({ told: [], requests: ['OPTIONS', 'OPTIONS', 'OPTIONS'] });
  });

  it('gives a dead connection up within half a minute, and registers on the next one', async () => {
    const line = await registered();
    line.server.isFrozen = true;
    await line.pass(26_000);
    expect(line.news).to.deep.equal({ told: ['lost'], requests: ['OPTIONS', 'REGISTER'] });
    line.server.isFrozen = false;
    line.registration.doubt();
    await settled();
    expect(line.news).to.deep.equal({ told: ['registered'], requests: ['REGISTER'] });
  });

  it('keeps a server that ignores OPTIONS', async () => {
    const line = await registered();
    line.server.ignoresOptions = true;
    await line.pass(120_000);
    expect(line.news.told).to.deep.equal([]);
  });

  it('asks at other times if the settings say so, or at none', async () => {
    const often = await registered({ keepAliveIntervalMs: 2000, keepAliveTimeoutMs: 1000 });
    often.server.isFrozen = true;
    await often.pass(3000);
    expect(often.told).to.deep.equal(['lost']);
    const never = await registered({ keepAliveIntervalMs: 0 });
    never.server.isFrozen = true;
    await never.pass(600_000);
    expect(never.news).to.deep.equal({ told: [], requests: [] });
    never.registration.doubt();
    await never.pass(6000);
    expect(never.told).to.deep.equal(['lost']);
  });

  it('registers anew after a sleep, at a server that may have forgotten it', async () => {
    const line = await registered();
    line.clock.sleep(3_600_000);
    await line.pass(5000);
    expect(line.news).to.deep.equal({ told: [], requests: ['REGISTER'] });
    line.server.isFrozen = true;
    line.clock.sleep(3_600_000);
    await line.pass(11_000);
    expect(line.told).to.deep.equal(['lost']);
  });

  it('asks the server when timers were held back for some seconds', async () => {
    const line = await registered();
    line.clock.sleep(12_000);
    await line.pass(5000);
    expect(line.news.requests).to.deep.equal(['OPTIONS']);
  });

  const occasions: Readonly<Record<string, readonly [happens: () => unknown, asks: string]>> = {
    'the network is there again': [() => window.dispatchEvent(new Event('online')), 'REGISTER'],
    'the network is gone': [() => window.dispatchEvent(new Event('offline')), 'OPTIONS'],
    'the page is shown from the cache': [() => window.dispatchEvent(new Event('pageshow')), 'OPTIONS'],
    'the page becomes visible': [
      () => document.dispatchEvent(new Event('visibilitychange')),
      document.visibilityState === 'visible' ? 'OPTIONS' : '',
    ],
    'the page is thawed': [() => document.dispatchEvent(new Event('resume')), 'REGISTER'],
    'the network changes': [
      () => (navigator as { connection?: EventTarget }).connection?.dispatchEvent(new Event('change')),
      'connection' in navigator ? 'OPTIONS' : '',
    ],
  };
  for (const [name, [happens, asks]] of Object.entries(occasions)) {
    it(`asks the server when ${name}, and gives it up when it does not answer`, async () => {
      const line = await registered();
      happens();
      await settled();
      expect(line.news.requests).to.deep.equal(asks === '' ? [] : [asks]);
      line.server.isFrozen = true;
      happens();
      await line.pass(6000);
      expect(line.told).to.deep.equal(asks === '' ? [] : ['lost']);
      await line.registration.stop();
      happens();
      await settled();
      expect(line.clock.timers).to.equal(0);
    });
  }

  it('connects at once when the network is back', async () => {
    const line = await registered();
    line.server.isFrozen = true;
    await line.pass(26_000);
    line.server.isFrozen = false;
    expect(line.server.connections).to.have.length(1);
    window.dispatchEvent(new Event('online'));
    await settled();
    expect(line.told).to.deep.equal(['lost', 'registered']);
  });

  it('gives a connection up that does not open, and takes the next server', async () => {
    const line = new Line({ server: 'wss://one.example wss://two.example' });
    line.server.isOpening = false;
    await line.start();
    await line.pass(10_000);
    expect(line.told).to.deep.equal(['lost']);
    line.server.isOpening = true;
    line.registration.doubt();
    await settled();
    expect(line.server.connections).to.deep.equal(['wss://one.example', 'wss://two.example']);
    expect(line.told).to.deep.equal(['lost', 'registered']);
  });

  it('asks once, however many reasons there are', async () => {
    const line = await registered();
    line.server.isFrozen = true;
    line.registration.doubt();
    line.registration.doubt();
    await line.pass(2000);
    line.registration.doubt();
    expect(line.news.requests).to.deep.equal(['OPTIONS']);
  });

  for (const status of [401, 403, 404, 500, 503]) {
    it(`tries again after a refresh that is refused with ${String(status)}`, async () => {
      const line = await registered();
      line.server.registerStatuses.push(status, status);
      line.registration.doubt(true);
      await settled();
      expect(line.news).to.deep.equal({ told: [`failed SIP ${String(status)}`], requests: ['REGISTER'] });
      await line.pass(2000);
      expect(line.news.told).to.deep.equal([`failed SIP ${String(status)}`]);
      await line.pass(4000);
      expect(line.told).to.deep.equal(['registered']);
    });
  }

  it('tries again for as long as it is refused, a minute apart at most', async () => {
    const line = await registered();
    line.server.registerStatuses.push(...Array.from({ length: 20 }, () => 403));
    line.registration.doubt(true);
    await line.pass(150_000);
    const refused = line.told.length;
    expect(refused).to.be.within(6, 9);
    await line.pass(60_000);
    expect(line.told.length).to.be.greaterThan(refused);
    expect(line.told).not.to.include('PHONE_REFUSED SIP 403');
  });

  for (const status of [401, 403, 404, 407]) {
    it(`is at its end when the first login is refused with ${String(status)}`, async () => {
      const line = new Line();
      line.server.registerStatuses.push(status);
      await line.start();
      expect(line.told).to.deep.equal([`PHONE_REFUSED SIP ${String(status)}`]);
    });
  }

  it('goes on with the last credentials when new ones cannot be had', async () => {
    let isThere = true;
    const line = await registered({
      credentials: () => (isThere ? { password: 'secret' } : Promise.reject(new Error('no network'))),
    });
    isThere = false;
    line.registration.doubt(true);
    await settled();
    expect(line.news).to.deep.equal({ told: [], requests: ['REGISTER'] });
  });

  it('refuses supplied credentials that would make headers of their own, and never registers with them', async () => {
    for (const wrong of [{ authorizationUser: 'a\r\nX-Injected: 1' }, { password: 'a\nb' }]) {
      const line = await new Line({ credentials: () => ({ password: 'x', ...wrong }) }).start();
      await line.pass(60_000);
      const { told, requests } = line.news;
      expect([told, requests.includes('REGISTER')]).to.deep.equal([['PHONE_CONFIG'], false]);
    }
  });
});
