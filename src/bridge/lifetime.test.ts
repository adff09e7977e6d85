import { expect } from '@open-wc/testing';
import { sync } from '../link/testing/fake-widget.js';
import { CallingBridge } from './calling-bridge.js';
import { collect, collectErrors, connected, FakeHubSpot } from './testing/fake-hubspot.js';

const toNumber = '+12025550101';
const a = { externalCallId: 'a' };

describe('disconnect', () => {
  it('leaves no listener and no timer', () => {
    const hubspot = connected();
    const { bridge, window } = hubspot;
    bridge.outgoingCall({ ...a, toNumber });
    bridge.request('hs-mute-request', { ...a, muted: true });
    bridge.callCompleted();
    expect([window.listeners, window.timers > 0]).to.deep.equal([1, true]);
    bridge.disconnect();
    expect([window.listeners, window.timers]).to.deep.equal([0, 0]);
  });

  it('sends nothing more, and hears nothing more', () => {
    const hubspot = connected();
    const all = collect(hubspot.bridge, 'hs-message');
    hubspot.bridge.disconnect();
    expect(hubspot.bridge.userLoggedIn()).to.have.nested.property('error.code', 'DISCONNECTED');
    hubspot.sync();
    hubspot.say('END_CALL');
    expect(hubspot.window.posted).to.deep.equal([]);
    expect(all).to.deep.equal([]);
  });

  it('keeps calls and notes', () => {
    const { bridge } = connected();
    bridge.outgoingCall({ ...a, toNumber });
    bridge.updateCall({ engagement: { notes: 'Half a sentence' } });
    bridge.disconnect();
    expect(bridge.getState().calls[0]?.engagement.notes).to.equal('Half a sentence');
  });

  it('completes calls whose wrap-up nobody finished, with their notes', () => {
    const hubspot = connected();
    const { bridge } = hubspot;
    bridge.outgoingCall({ ...a, toNumber, createEngagement: false });
    bridge.updateCall({ engagement: { notes: 'Half a sentence' } });
    bridge.callEnded();
    bridge.disconnect();
    expect(hubspot.types).to.deep.equal(['OUTGOING_CALL_STARTED', 'CALL_ENDED', 'CALL_COMPLETED']);
    expect(hubspot.heard.at(-1)?.data).to.have.nested.property(
      'engagementProperties.hs_call_body',
      'Half a sentence',
    );
  });

  for (const [what, given] of Object.entries({
    'has no record': { createEngagement: false },
    'has a record': {},
  })) {
    it(`leaves the widget open where a call ${what}: the page goes on`, () => {
      const hubspot = connected();
      const { bridge } = hubspot;
      bridge.outgoingCall({ ...a, toNumber, ...given });
      hubspot.say('CREATE_ENGAGEMENT_SUCCEEDED', { ...a, engagementId: 7 });
      bridge.callEnded();
      bridge.disconnect();
      const completed = hubspot.heard.filter(({ type }) => type === 'CALL_COMPLETED');
      expect(completed).to.have.length(1);
      expect(completed[0]?.data).to.include({ ...a, hideWidget: false });
    });
  }

  it('is nothing at all when there is no connection', () => {
    const { bridge } = new FakeHubSpot();
    const before = bridge.getState();
    bridge.disconnect();
    expect(bridge.getState()).to.equal(before);
  });

  it('may be followed by a new handshake, which starts clean', () => {
    const hubspot = connected({ loggedIn: true });
    const ready = collect(hubspot.bridge, 'hs-ready');
    const errors = collectErrors(hubspot.bridge);
    hubspot.bridge.disconnect();
    hubspot.bridge.connect();
    hubspot.bridge.callData('early');
    expect(hubspot.types).to.deep.equal([]);
    hubspot.sync();
    expect(hubspot.window.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED', 'CALL_DATA']);
    expect(hubspot.heard[0]?.data).to.have.property('isLoggedIn', true);
    expect(ready).to.have.length(1);
    expect(errors).to.deep.equal([]);
  });

  it('and connect five hundred times leave one listener', () => {
    const hubspot = new FakeHubSpot();
    for (let i = 0; i < 500; i += 1) {
      hubspot.bridge.connect();
      hubspot.sync();
      hubspot.bridge.disconnect();
    }
    hubspot.bridge.connect();
    hubspot.window.advance(0);
    expect([hubspot.window.listeners, hubspot.window.timers]).to.deep.equal([1, 1]);
  });
});

describe('a bridge that is put back, or replaced', () => {
  it('is connected by the handshake of the page, without another SYNC', () => {
    const hubspot = connected({ loggedIn: true });
    const ready = collect(hubspot.bridge, 'hs-ready');
    hubspot.bridge.disconnect();
    hubspot.bridge.connect();
    hubspot.bridge.callData('early');
    hubspot.window.advance(0);
    expect(hubspot.bridge.getState()).to.have.property('connection', 'connected');
    expect(ready).to.have.length(1);
    // HubSpot knows already what INITIALIZED would say.
    expect(hubspot.types).to.deep.equal(['CALL_DATA']);
    hubspot.say('DIAL_NUMBER', { phoneNumber: toNumber });
    expect(hubspot.bridge.getState()).to.have.nested.property('intent.phoneNumber', toNumber);
  });

  for (const [what, before, after, told] of [
    ['who it is that has changed', { loggedIn: false }, { loggedIn: true }, ['INITIALIZED']],
    ['another size', { widgetWidth: 400, widgetHeight: 600 }, { widgetWidth: 320 }, ['INITIALIZED']],
    ['nothing that it knows', { loggedIn: true, available: true }, {}, []],
  ] as const) {
    it(`tells HubSpot ${what}`, () => {
      const hubspot = connected(before);
      hubspot.bridge.disconnect();
      hubspot.bridge.configure(after);
      hubspot.bridge.connect();
      hubspot.window.advance(0);
      expect(hubspot.types).to.deep.equal(told);
    });
  }

  it('tells HubSpot nothing of who it is where that was told since', () => {
    const hubspot = connected({ loggedIn: false });
    hubspot.bridge.userLoggedIn();
    hubspot.bridge.userAvailable();
    hubspot.bridge.disconnect();
    const next = new CallingBridge(
      { loggedIn: true, available: true },
      { wire: hubspot.window, clock: hubspot.window },
    );
    next.connect();
    hubspot.window.advance(0);
    expect(hubspot.types).to.deep.equal(['LOGGED_IN', 'USER_AVAILABLE']);
  });

  it('is another one on the same page, which waited for it to go', () => {
    const hubspot = connected();
    const next = new CallingBridge({}, { wire: hubspot.window, clock: hubspot.window });
    const errors = collectErrors(next);
    next.connect();
    hubspot.bridge.disconnect();
    hubspot.window.advance(0);
    expect([next.getState().connection, errors]).to.deep.equal(['connected', []]);
  });

  it('is not connected by a handshake that its own settings do not trust', () => {
    const origin = 'https://own.example';
    const hubspot = new FakeHubSpot({ allowedOrigins: [origin] });
    hubspot.bridge.connect();
    hubspot.window.receive(sync, { origin });
    hubspot.bridge.disconnect();
    const next = new CallingBridge({}, { wire: hubspot.window, clock: hubspot.window });
    const rejected = collect(next, 'hs-rejected');
    next.connect();
    hubspot.window.advance(0);
    expect([next.getState().connection, rejected]).to.deep.equal(['connecting', []]);
  });

  it('is not connected by a handshake of another window', () => {
    const hubspot = connected();
    hubspot.bridge.disconnect();
    hubspot.window.peer = { name: 'another' };
    hubspot.bridge.connect();
    hubspot.window.advance(0);
    expect(hubspot.bridge.getState()).to.have.property('connection', 'connecting');
  });
});

describe('connect', () => {
  it('twice is once', () => {
    const hubspot = new FakeHubSpot();
    hubspot.bridge.connect();
    hubspot.bridge.connect();
    expect(hubspot.window.listeners).to.equal(1);
  });

  it('twice is one handshake', () => {
    const { bridge, window } = new FakeHubSpot();
    const errors = collectErrors(bridge);
    bridge.connect();
    bridge.connect();
    window.advance(0);
    window.receive(sync);
    expect([bridge.getState().connection, errors]).to.deep.equal(['connected', []]);
  });

  for (const [code, options] of [
    ['NOT_FRAMED', { hasPeer: false }],
    ['OPAQUE_ORIGIN', { origin: 'null' }],
    ['DUPLICATE_BRIDGE', { grantsLock: false }],
  ] as const) {
    it(`fails with ${code}: ${JSON.stringify(options)}`, () => {
      const { bridge, window } = new FakeHubSpot({}, undefined, options);
      const errors = collectErrors(bridge);
      bridge.connect();
      window.advance(0);
      expect(errors).to.deep.equal([code]);
      expect(bridge.getState()).to.have.nested.property('problem.code', code);
      expect(window.listeners).to.equal(0);
    });
  }
});

describe('subscribe', () => {
  it('tells the state at once and after every change', () => {
    const { bridge } = connected();
    const phases: unknown[] = [];
    const stop = bridge.subscribe(({ calls }) => phases.push(calls[0]?.phase));
    bridge.outgoingCall({ toNumber });
    bridge.callAnswered();
    stop();
    bridge.callEnded();
    expect(phases).to.deep.equal([undefined, 'dialing', 'active']);
  });
});

describe('thousands of calls', () => {
  for (const [what, isNamed, most] of [
    ['that get no record', false, 10_000],
    ['that get a record which is never saved', true, 1000],
  ] as const) {
    it(`${what} leave a handful in the state: ${String(most)}`, () => {
      const hubspot = connected();
      const { bridge, window } = hubspot;
      for (let i = 0; i < most; i += 1) {
        bridge.outgoingCall({ toNumber });
        if (isNamed) hubspot.createEngagement(i + 1);
        else hubspot.say('CREATE_ENGAGEMENT_FAILED');
        bridge.callAnswered();
        bridge.callEnded();
        bridge.callCompleted();
      }
      window.advance(60_000);
      expect(bridge.getState().calls.length).to.be.at.most(17);
      expect(hubspot.types).to.have.length(most * 4);
      expect(window.timers).to.equal(0);
    }).timeout(30_000);
  }
});

describe('what HubSpot is not told', () => {
  it('callRinging', () => {
    const hubspot = connected();
    hubspot.bridge.outgoingCall({ ...a, toNumber });
    hubspot.forget();
    hubspot.bridge.callRinging();
    expect(hubspot.bridge.getState().calls[0]?.phase).to.equal('ringing');
    expect(hubspot.types).to.deep.equal([]);
  });

  it('updateCall, of the call in focus or of another', () => {
    const hubspot = connected();
    const { bridge } = hubspot;
    bridge.outgoingCall({ ...a, toNumber });
    bridge.outgoingCall({ externalCallId: 'b', toNumber });
    hubspot.forget();
    bridge.updateCall({ muted: true, party: { name: 'Bob' } });
    bridge.updateCall({ ...a, held: true, engagement: { notes: 'n' } });
    const [first, second] = bridge.getState().calls;
    expect(first).to.deep.include({ muted: false, held: true, engagement: { notes: 'n', properties: {} } });
    expect(second).to.deep.include({ muted: true, held: false, party: { name: 'Bob' } });
    expect(hubspot.types).to.deep.equal([]);
  });

  it('restoreCall, after which the call goes on', () => {
    const hubspot = connected();
    hubspot.bridge.restoreCall({
      ...a,
      direction: 'inbound',
      createdAt: 5,
      engagementId: 7,
      fromNumber: toNumber,
    });
    expect(hubspot.types).to.deep.equal([]);
    hubspot.bridge.callAnswered();
    hubspot.bridge.callEnded();
    hubspot.bridge.callCompleted();
    expect(hubspot.types).to.deep.equal(['CALL_ANSWERED', 'CALL_ENDED', 'CALL_COMPLETED']);
    expect(hubspot.heard[2]?.data).to.include({ ...a, engagementId: 7 });
  });

  it('focusCall', () => {
    const hubspot = connected();
    hubspot.bridge.outgoingCall({ ...a, toNumber });
    hubspot.bridge.outgoingCall({ externalCallId: 'b', toNumber });
    hubspot.bridge.focusCall('a');
    expect(hubspot.bridge.getState().focus).to.equal('a');
  });

  for (const which of [{}, { externalCallId: 'nobody' }]) {
    it(`callRinging and updateCall need a call: ${JSON.stringify(which)}`, () => {
      const { bridge } = connected();
      const errors = collectErrors(bridge);
      bridge.callRinging(which);
      bridge.updateCall({ ...which, muted: true });
      expect(errors).to.deep.equal(['UNKNOWN_CALL', 'UNKNOWN_CALL']);
    });
  }
});
