import { expect } from '@open-wc/testing';
import { collect, collectErrors, connected, FakeHubSpot, prevent } from './testing/fake-hubspot.js';
import type { BridgeSettings } from './settings.js';

const context = {
  portalId: 100,
  userId: 1,
  ownerId: 2,
  engagementId: undefined,
  iframeLocation: undefined,
  usesCallingWindow: undefined,
  hostUrl: undefined,
};

function connecting(settings?: BridgeSettings): FakeHubSpot {
  const hubspot = new FakeHubSpot(settings);
  hubspot.bridge.connect();
  return hubspot;
}

describe('the first handshake', () => {
  it('is followed by INITIALIZED with what is known', () => {
    const hubspot = connecting({ loggedIn: true, available: true, widgetWidth: 400, widgetHeight: 600 });
    hubspot.sync({ engagementId: '7' });
    expect(hubspot.heard).to.deep.equal([
      {
        type: 'INITIALIZED',
        data: { isLoggedIn: true, isAvailable: true, sizeInfo: { width: 400, height: 600 }, engagementId: 7 },
      },
    ]);
  });

  it('is followed by INITIALIZED without what is not known', () => {
    const hubspot = connecting();
    hubspot.sync();
    expect(hubspot.heard).to.deep.equal([
      { type: 'INITIALIZED', data: { isLoggedIn: false, isAvailable: false } },
    ]);
  });

  it('goes to the origin it came from, with an id, and so does all that follows', () => {
    const hubspot = connecting();
    hubspot.sync();
    const sent = hubspot.bridge.userLoggedIn();
    expect(hubspot.window.posted.map(({ targetOrigin }) => targetOrigin)).to.deep.equal(
      Array(3).fill('https://app.hubspot.com'),
    );
    expect(hubspot.window.last('LOGGED_IN')).to.deep.equal({
      type: 'LOGGED_IN',
      messageId: sent.ok ? sent.messageId : 'none',
    });
  });

  it('is told by hs-ready', () => {
    const hubspot = connecting();
    const ready = collect(hubspot.bridge, 'hs-ready');
    hubspot.sync();
    expect(ready).to.deep.equal([context]);
  });

  it('is not followed by INITIALIZED when hs-ready was prevented', () => {
    const hubspot = connecting();
    prevent(hubspot.bridge, 'hs-ready');
    hubspot.sync();
    expect(hubspot.types).to.deep.equal([]);
    hubspot.bridge.initialized();
    expect(hubspot.types).to.deep.equal(['INITIALIZED']);
  });

  it('leaves INITIALIZED to the app when manual', () => {
    const hubspot = connecting({ manual: true });
    hubspot.sync();
    expect(hubspot.types).to.deep.equal([]);
    hubspot.bridge.initialized({ isLoggedIn: true, sizeInfo: { width: 320 } });
    expect(hubspot.heard).to.deep.equal([
      { type: 'INITIALIZED', data: { isLoggedIn: true, isAvailable: false, sizeInfo: { width: 320 } } },
    ]);
    expect(hubspot.bridge.getState().user.loggedIn).to.equal(true);
  });

  it('is followed by one INITIALIZED when a listener of hs-ready says it', () => {
    const hubspot = connecting();
    hubspot.bridge.addEventListener('hs-ready', () => hubspot.bridge.initialized({ isLoggedIn: true }));
    hubspot.sync();
    expect(hubspot.heard).to.deep.equal([
      { type: 'INITIALIZED', data: { isLoggedIn: true, isAvailable: false } },
    ]);
  });

  it('is followed by the INITIALIZED that the app said too early', () => {
    const hubspot = connecting();
    hubspot.bridge.initialized({ isAvailable: true });
    hubspot.sync();
    expect(hubspot.heard).to.deep.equal([
      { type: 'INITIALIZED', data: { isLoggedIn: false, isAvailable: true } },
    ]);
  });

  it('resolves whenReady, before and after', async () => {
    const hubspot = connecting();
    const early = hubspot.bridge.whenReady();
    hubspot.sync();
    expect(await early).to.deep.equal(context);
    expect(await hubspot.bridge.whenReady()).to.deep.equal(context);
  });
});

describe('what is said before the handshake', () => {
  for (const settings of [{}, { manual: true }]) {
    it(`comes after INITIALIZED, in order, with ${JSON.stringify(settings)}`, () => {
      const hubspot = connecting(settings);
      const { bridge } = hubspot;
      bridge.outgoingCall({ toNumber: '+12025550101' });
      bridge.callAnswered();
      bridge.resizeWidget({ width: 1, height: 1 });
      bridge.sendMessage({ type: 'MY_MESSAGE' });
      expect(hubspot.types).to.deep.equal([]);
      hubspot.sync();
      bridge.initialized();
      expect(hubspot.types.slice(0, 5)).to.deep.equal([
        'INITIALIZED',
        'OUTGOING_CALL_STARTED',
        'CALL_ANSWERED',
        'RESIZE_WIDGET',
        'MY_MESSAGE',
      ]);
    });
  }

  it('about the user is told inside INITIALIZED', () => {
    const hubspot = connecting();
    expect(hubspot.bridge.userLoggedIn().ok).to.equal(true);
    expect(hubspot.bridge.userAvailable().ok).to.equal(true);
    hubspot.sync();
    expect(hubspot.heard).to.deep.equal([
      { type: 'INITIALIZED', data: { isLoggedIn: true, isAvailable: true } },
    ]);
  });
});

describe('userLoggedIn', () => {
  it('is for those who were initialised logged out', () => {
    const hubspot = connected();
    hubspot.bridge.userLoggedIn();
    expect(hubspot.types).to.deep.equal(['LOGGED_IN']);
  });

  it('is refused when HubSpot knows already', () => {
    const hubspot = connected({ loggedIn: true });
    const errors = collectErrors(hubspot.bridge);
    expect(hubspot.bridge.userLoggedIn()).to.have.nested.property('error.code', 'OUT_OF_ORDER');
    expect(hubspot.types).to.deep.equal([]);
    expect(errors).to.deep.equal(['OUT_OF_ORDER']);
  });

  it('may follow a log-out', () => {
    const hubspot = connected({ loggedIn: true });
    hubspot.bridge.userLoggedOut();
    hubspot.bridge.userLoggedIn();
    expect(hubspot.types).to.deep.equal(['LOGGED_OUT', 'LOGGED_IN']);
  });
});

describe('a host that is mounted again', () => {
  it('hears INITIALIZED again, and hs-ready comes once', () => {
    const hubspot = connected();
    const ready = collect(hubspot.bridge, 'hs-ready');
    hubspot.window.advance(1000);
    hubspot.sync();
    expect(hubspot.types).to.deep.equal(['INITIALIZED']);
    expect(ready).to.deep.equal([]);
  });

  it('hears how things are now', () => {
    const hubspot = connected();
    hubspot.bridge.initialized({
      isLoggedIn: false,
      isAvailable: false,
      engagementId: 6,
      sizeInfo: { width: 320 },
    });
    hubspot.bridge.userLoggedIn();
    hubspot.bridge.userAvailable();
    hubspot.forget();
    hubspot.window.advance(1000);
    hubspot.sync({ engagementId: 7 });
    expect(hubspot.heard).to.deep.equal([
      {
        type: 'INITIALIZED',
        data: { isLoggedIn: true, isAvailable: true, engagementId: 7, sizeInfo: { width: 320 } },
      },
    ]);
    expect(hubspot.bridge.getState().user).to.deep.equal({ loggedIn: true, available: true });
  });

  it('hears nothing before the app has said it for the first time', () => {
    const hubspot = connected({ manual: true });
    hubspot.window.advance(1000);
    hubspot.sync();
    expect(hubspot.types).to.deep.equal([]);
  });

  it('with other facts changes the context', () => {
    const hubspot = connected();
    const changes = collect(hubspot.bridge, 'hs-context-change');
    hubspot.window.advance(1000);
    hubspot.sync({ engagementId: 7 });
    expect(changes).to.deep.equal([{ context: { ...context, engagementId: 7 }, previous: context }]);
    expect(hubspot.bridge.getState().host?.engagementId).to.equal(7);
  });

  it('with the same facts changes nothing', () => {
    const hubspot = connected();
    const changes = collect(hubspot.bridge, 'hs-context-change');
    hubspot.window.advance(1000);
    hubspot.sync();
    expect(changes).to.deep.equal([]);
  });
});
