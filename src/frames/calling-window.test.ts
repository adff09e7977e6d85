import { expect } from '@open-wc/testing';
import { FakeHubSpot } from '../bridge/testing/fake-hubspot.js';
import { openCallingWindow, windowAddress, type WindowHost } from './calling-window.js';

const hubspotOrigin = 'https://app.hubspot.com';

const context = (fields: object) =>
  ({ portalId: 100, userId: 1, hostUrl: hubspotOrigin, usesCallingWindow: true, ...fields }) as never;

describe('the address of the calling window', () => {
  for (const [name, fields, origin, address] of [
    ['of HubSpot', {}, hubspotOrigin, `${hubspotOrigin}/calling-integration-popup-ui/100`],
    [
      'that the app opens',
      { usesCallingWindow: false },
      hubspotOrigin,
      `${hubspotOrigin}/calling-integration-popup-ui/100?usesCallingWindow=false`,
    ],
    [
      'of an address with a path',
      { hostUrl: `${hubspotOrigin}/contacts/100/` },
      hubspotOrigin,
      `${hubspotOrigin}/calling-integration-popup-ui/100`,
    ],
    [
      'on this machine',
      { hostUrl: 'http://localhost:8000' },
      'http://localhost:8000',
      'http://localhost:8000/calling-integration-popup-ui/100',
    ],
    [
      'on this machine, by its number',
      { hostUrl: 'http://127.0.0.1' },
      'http://127.0.0.1',
      'http://127.0.0.1/calling-integration-popup-ui/100',
    ],
  ] as const) {
    it(name, () => {
      expect(windowAddress(context(fields), origin)).to.equal(address);
    });
  }

  for (const [name, fields, origin] of [
    ['before the handshake', {}, undefined],
    ['of another origin than the handshake’s', { hostUrl: 'https://evil.example' }, hubspotOrigin],
    ['of a name that only begins so', { hostUrl: `${hubspotOrigin}.evil.example` }, hubspotOrigin],
    ['with a user in it', { hostUrl: `${hubspotOrigin}@evil.example` }, hubspotOrigin],
    ['at another port', { hostUrl: `${hubspotOrigin}:8443` }, hubspotOrigin],
    ['without https', { hostUrl: 'http://app.hubspot.com' }, 'http://app.hubspot.com'],
    [
      'of a machine named like this one',
      { hostUrl: 'http://localhost.evil.example' },
      'http://localhost.evil.example',
    ],
    ['that runs script', { hostUrl: 'javascript:alert(1)' }, 'null'],
    ['of data', { hostUrl: 'data:text/html,x' }, 'null'],
    ['that is none', { hostUrl: 'HubSpot' }, hubspotOrigin],
    ['that is empty', { hostUrl: '' }, hubspotOrigin],
    ['that is missing', { hostUrl: undefined }, hubspotOrigin],
    ['without an account', { portalId: undefined }, hubspotOrigin],
  ] as const) {
    it(`is not known: ${name}`, () => {
      expect(windowAddress(context(fields), origin)).to.equal(undefined);
    });
  }

  it('is not known without a host', () => {
    expect(windowAddress(undefined, hubspotOrigin)).to.equal(undefined);
  });
});

describe('openCallingWindow', () => {
  const original = window.open.bind(window);
  const asked: unknown[][] = [];
  let answer: Window | null = null;

  beforeEach(() => {
    asked.length = 0;
    window.open = (...given) => {
      asked.push(given);
      return answer;
    };
  });

  afterEach(() => {
    window.open = original;
  });

  /** A host with an account of its own, so that no window of it is open yet. */
  const host = (portalId: number, fields: object = {}): WindowHost => ({
    getState: () => ({ host: context({ portalId, ...fields }) }),
    hostOrigin: hubspotOrigin,
  });

  /** As much of a window as is asked for. */
  const openWindow = () => {
    const seen = { focused: 0, closed: false, focus: () => (seen.focused += 1) };
    answer = seen as unknown as Window;
    return seen;
  };

  it('opens it as a pop-up', () => {
    openWindow();
    expect(openCallingWindow(host(1))).to.deep.equal({ ok: true });
    const [[address, , features] = []] = asked;
    expect(address).to.equal(`${hubspotOrigin}/calling-integration-popup-ui/1`);
    expect(features).to.match(/^popup,width=\d+,height=\d+$/);
  });

  it('brings one that is open to the front, and never loads it anew', () => {
    const opened = openWindow();
    openCallingWindow(host(2));
    expect(openCallingWindow(host(2))).to.deep.equal({ ok: true });
    expect([asked.length, opened.focused]).to.deep.equal([1, 1]);
  });

  it('opens one again that was closed', () => {
    openWindow().closed = true;
    openCallingWindow(host(3));
    openCallingWindow(host(3));
    expect(asked).to.have.length(2);
  });

  it('tells that the browser has blocked it', () => {
    answer = null;
    const result = openCallingWindow(host(4));
    expect(result.ok ? '' : result.error.code).to.equal('WINDOW_BLOCKED');
    // It can be pressed again.
    openWindow();
    expect(openCallingWindow(host(4)).ok).to.equal(true);
  });

  it('opens nothing of an address that cannot be trusted', () => {
    const result = openCallingWindow(host(5, { hostUrl: 'https://evil.example' }));
    expect([result.ok ? '' : result.error.code, asked]).to.deep.equal(['NO_WINDOW', []]);
  });

  it('takes the origin of a bridge’s handshake', () => {
    const { bridge, window: wire } = new FakeHubSpot();
    bridge.connect();
    expect(bridge.hostOrigin).to.equal(undefined);
    wire.receive({ type: 'SYNC', messageId: '1', portalId: 6, hostUrl: hubspotOrigin });
    expect(bridge.hostOrigin).to.equal(hubspotOrigin);
  });
});
