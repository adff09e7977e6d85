import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { EventDetails } from '../../src/index.js';
import { FakeWindow } from '../../src/link/testing/fake-window.js';
import { HsCallingBridge } from './define.js';

const sync = { type: 'SYNC', messageId: 'sync-1', portalId: 12, userId: 3 };

/** A bridge in the page with these attributes, connected to a fake parent window. */
async function bridgeWith(attributes: Readonly<Record<string, string>> = {}, window = new FakeWindow()) {
  const bridge = new HsCallingBridge({ wire: window, clock: window });
  for (const [name, value] of Object.entries(attributes)) bridge.setAttribute(name, value);
  const root = await fixture<HTMLElement>(html`<div></div>`);
  const errors: EventDetails['hs-error'][] = [];
  bridge.addEventListener('hs-error', ({ detail }) => errors.push(detail));
  root.append(bridge);
  await bridge.updateComplete;
  return { bridge, window, root, errors };
}

const codes = (errors: readonly EventDetails['hs-error'][]) => errors.map(({ code }) => code);

describe('<hs-calling-bridge>', () => {
  it('shakes hands and says what its attributes say', async () => {
    const { bridge, window } = await bridgeWith({
      'logged-in': '',
      available: '',
      'widget-width': '400',
      'widget-height': '650',
    });
    expect(bridge.connectionState).to.equal('connecting');
    const ready = bridge.whenReady();
    window.receive(sync);
    expect((await ready).portalId).to.equal(12);
    expect(bridge.connectionState).to.equal('connected');
    expect(bridge.hostContext?.userId).to.equal(3);
    expect(window.last('INITIALIZED')?.['data']).to.deep.equal({
      isLoggedIn: true,
      isAvailable: true,
      sizeInfo: { width: 400, height: 650 },
    });
  });

  it('is not seen, and shows what is inside', async () => {
    const { bridge } = await bridgeWith();
    expect(getComputedStyle(bridge).display).to.equal('contents');
    expect(bridge.shadowRoot?.querySelector('slot')).to.not.equal(null);
    await expect(bridge).to.be.accessible();
  });

  it('tells that it cannot open the calling window of a host that has not said where it is', async () => {
    const { bridge, window, errors } = await bridgeWith();
    const before = bridge.openCallingWindow();
    window.receive({ ...sync, hostUrl: 'https://elsewhere.example' });
    const after = bridge.openCallingWindow();
    expect([before.ok, after.ok]).to.deep.equal([false, false]);
    expect(codes(errors)).to.deep.equal(['NO_WINDOW', 'HOST_URL_MISMATCH', 'NO_WINDOW']);
  });

  it('raises HubSpot’s messages where everybody around can hear them', async () => {
    const { window, root } = await bridgeWith();
    const heard = oneEvent<CustomEvent<{ phoneNumber: string }>>(root, 'hs-dial-number');
    window.receive(sync);
    window.receive({ type: 'DIAL_NUMBER', messageId: 'a', data: { phone_number: '+12025550123' } });
    expect((await heard).detail.phoneNumber).to.equal('+12025550123');
  });

  it('has every command of the core', async () => {
    const { bridge, window } = await bridgeWith({ 'logged-in': '' });
    window.receive(sync);
    bridge.outgoingCall({ externalCallId: 'a', toNumber: '+12025550123' });
    bridge.callRinging();
    expect(bridge.call?.phase).to.equal('ringing');
    bridge.callAnswered();
    bridge.updateCall({ engagement: { notes: 'Asked for a quote' } });
    bridge.callEnded();
    expect(bridge.calls.length).to.equal(1);
    window.receive({ type: 'CREATE_ENGAGEMENT_SUCCEEDED', messageId: 'e', data: { engagementId: 5 } });
    const result = bridge.callCompleted({ hideWidget: false });
    expect(result.ok).to.equal(true);
    expect(bridge.calls.length).to.equal(0);
    bridge.finalizeEngagement();
    bridge.userAvailable();
    bridge.sendMessage({ type: 'SOMETHING_NEW', data: 1 });
    expect(window.types.slice(1)).to.deep.equal([
      'INITIALIZED',
      'OUTGOING_CALL_STARTED',
      'CALL_ANSWERED',
      'CALL_ENDED',
      'CALL_COMPLETED',
      'FINALIZE_ENGAGEMENT',
      'USER_AVAILABLE',
      'SOMETHING_NEW',
    ]);
  });

  it('keeps what runs the core to itself', async () => {
    const { bridge } = await bridgeWith();
    for (const name of ['connect', 'disconnect', 'configure', 'say']) expect(name in bridge).to.equal(false);
  });

  it('sends what changes afterwards', async () => {
    const { bridge, window } = await bridgeWith();
    window.receive(sync);
    bridge.setAttribute('logged-in', '');
    bridge.available = true;
    bridge.widgetHeight = 500;
    await bridge.updateComplete;
    bridge.loggedIn = false;
    expect(window.types.slice(2)).to.deep.equal([
      'LOGGED_IN',
      'USER_AVAILABLE',
      'RESIZE_WIDGET',
      'LOGGED_OUT',
    ]);
    expect(bridge.loggedIn).to.equal(false);
  });

  it('leaves INITIALIZED to the app with manual', async () => {
    const { bridge, window } = await bridgeWith({ manual: '' });
    window.receive(sync);
    bridge.callData({ early: true });
    bridge.initialized({ isLoggedIn: true });
    expect(window.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED', 'CALL_DATA']);
  });

  describe('with an attribute that cannot be used', () => {
    const wrong: readonly [name: string, value: string][] = [
      ['allowed-origins', 'https://*.example'],
      ['allowed-origins', 'https://crm.example/path'],
      ['allowed-origins', 'crm.example'],
      ['environment', 'staging'],
      ['engagement', 'nobody'],
      ['widget-width', 'wide'],
      ['handshake-timeout', '-1'],
    ];
    for (const [name, value] of wrong) {
      it(`says INVALID_CONFIG once for ${name}="${value}", and starts when it is mended`, async () => {
        const { bridge, window, errors } = await bridgeWith({ [name]: value });
        expect(codes(errors)).to.deep.equal(['INVALID_CONFIG']);
        expect(errors[0]?.message).to.contain(name === 'widget-width' ? 'NaN' : value);
        expect(window.listeners).to.equal(0);
        if (name === 'widget-width') bridge.widgetWidth = 400;
        else
          bridge.setAttribute(
            name,
            { environment: 'qa', engagement: 'app', 'handshake-timeout': '9' }[name] ?? '',
          );
        await bridge.updateComplete;
        expect(bridge.connectionState).to.equal('connecting');
      });
    }
  });

  it('says NOT_FRAMED when nothing frames the page', async () => {
    const { errors } = await bridgeWith({}, new FakeWindow({ hasPeer: false }));
    expect(codes(errors)).to.deep.equal(['NOT_FRAMED']);
  });

  it('really finds itself not framed in a page of its own', async () => {
    const bridge = document.createElement('hs-calling-bridge');
    const told = oneEvent<CustomEvent<EventDetails['hs-error']>>(bridge, 'hs-error');
    const root = await fixture<HTMLElement>(html`<div></div>`);
    root.append(bridge);
    // The test runner may show the page in a frame. Then there is a parent, which does not answer.
    if (window.parent === window) expect((await told).detail.code).to.equal('NOT_FRAMED');
    else expect(bridge.connectionState).to.equal('connecting');
  });

  // A framework that puts it in is drawing then, and warns of a state that is changed meanwhile.
  for (const [what, attributes, framed, told] of [
    ['that it connects', {}, true, ['hs-connection-change connecting']],
    ['of no frame', {}, false, ['hs-connection-change failed', 'hs-error NOT_FRAMED']],
    ['of a wrong attribute', { 'allowed-origins': 'nowhere' }, true, ['hs-error INVALID_CONFIG']],
  ] as const) {
    it(`tells ${what} once whoever puts it in is done`, async () => {
      const window = new FakeWindow({ hasPeer: framed });
      const bridge = new HsCallingBridge({ wire: window, clock: window });
      for (const [name, value] of Object.entries(attributes)) bridge.setAttribute(name, value);
      const root = await fixture<HTMLElement>(html`<div></div>`);
      const heard: string[] = [];
      bridge.addEventListener('hs-connection-change', ({ type, detail }) =>
        heard.push(`${type} ${detail.connection}`),
      );
      bridge.addEventListener('hs-error', ({ type, detail }) => heard.push(`${type} ${detail.code}`));
      root.append(bridge);
      expect(heard).to.deep.equal([]);
      await bridge.updateComplete;
      expect(heard).to.include.members([...told]);
    });
  }

  it('sends what the page sends as soon as it is in the page', async () => {
    const window = new FakeWindow();
    const bridge = new HsCallingBridge({ wire: window, clock: window });
    const root = await fixture<HTMLElement>(html`<div></div>`);
    root.append(bridge);
    expect([bridge.connectionState, bridge.callData('early').ok]).to.deep.equal(['connecting', true]);
    window.receive(sync);
    expect(window.last('CALL_DATA')).to.not.equal(undefined);
  });

  it('keeps the handshake when it is moved', async () => {
    const { bridge, window, root } = await bridgeWith();
    window.receive(sync);
    const elsewhere = document.createElement('section');
    root.append(elsewhere);
    elsewhere.append(bridge);
    await aTimeout(0);
    expect(bridge.connectionState).to.equal('connected');
    bridge.userAvailable();
    expect(window.last('USER_AVAILABLE')).to.not.equal(undefined);
    expect(window.listeners).to.equal(1);
  });

  it('leaves nothing behind when it is removed, and takes the handshake up when it comes back', async () => {
    const { bridge, window, root } = await bridgeWith();
    window.receive(sync);
    bridge.remove();
    await aTimeout(0);
    expect([window.listeners, window.timers]).to.deep.equal([0, 0]);
    expect(bridge.connectionState).to.equal('idle');
    root.append(bridge);
    await bridge.updateComplete;
    window.advance(0);
    expect(bridge.connectionState).to.equal('connected');
    expect(window.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED']);
    window.advance(1000);
    window.receive({ ...sync, messageId: 'sync-2' });
    expect(window.types.filter((type) => type === 'SYNC_ACK').length).to.equal(2);
  });

  for (const [how, replace] of Object.entries({
    'put in its place': (old: Element, next: Element) => old.replaceWith(next),
    'put in before it is taken out': (old: Element, next: Element) => {
      old.after(next);
      old.remove();
    },
  })) {
    it(`hands the handshake on to another that is ${how}`, async () => {
      const { bridge, window, errors } = await bridgeWith({ 'logged-in': '' });
      window.receive(sync);
      const next = new HsCallingBridge({ wire: window, clock: window });
      next.loggedIn = true;
      next.addEventListener('hs-error', ({ detail }) => errors.push(detail));
      replace(bridge, next);
      await next.updateComplete;
      window.advance(0);
      expect([next.connectionState, codes(errors)]).to.deep.equal(['connected', []]);
      next.userAvailable();
      expect(window.last('USER_AVAILABLE')).to.not.equal(undefined);
    });
  }

  it('may be registered twice, and under another name', () => {
    HsCallingBridge.define();
    HsCallingBridge.define('other-bridge');
    HsCallingBridge.define('other-bridge');
    expect(document.createElement('other-bridge')).to.be.instanceOf(HsCallingBridge);
  });

  it('prepares both live regions, empty', async () => {
    await bridgeWith();
    const regions = [...document.querySelectorAll('[data-hs-live]')].map((region) => region.ariaLive);
    expect(regions).to.include.members(['polite', 'assertive']);
  });
});
