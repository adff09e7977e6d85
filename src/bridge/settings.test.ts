import { expect } from '@open-wc/testing';
import { collect, collectErrors, connected, FakeHubSpot } from './testing/fake-hubspot.js';
import type { BridgeSettings } from './settings.js';

const toNumber = '+12025550101';

// Attributes and plain JavaScript can hold anything.
const bad: readonly unknown[] = [
  { environment: 'staging' },
  { environment: '' },
  { engagement: 'nobody' },
  { turnedAwayCalls: 'yes' },
  { sourceCheck: 'none' },
  ...['widgetWidth', 'widgetHeight', 'handshakeTimeout', 'engagementTimeout'].flatMap((name) =>
    [0, -1, Number.NaN, Number.POSITIVE_INFINITY, '400'].map((value) => ({ [name]: value })),
  ),
  ...['https://crm.example/', 'https://*.example', 'crm.example', 'null', ''].map((origin) => ({
    allowedOrigins: [origin],
  })),
];

describe('a setting that cannot be used', () => {
  for (const settings of bad) {
    const [[name, value] = []] = Object.entries(settings as object) as [string, unknown][];
    it(`is INVALID_CONFIG: ${String(name)} ${String(value)}`, () => {
      const hubspot = new FakeHubSpot(settings as BridgeSettings);
      const errors = collectErrors(hubspot.bridge);
      hubspot.bridge.connect();
      expect(errors).to.deep.equal(['INVALID_CONFIG']);
      expect(hubspot.bridge.getState()).to.have.property('connection', 'failed');
      expect(hubspot.bridge.getState().problem).to.include({ code: 'INVALID_CONFIG', fatal: true });
      expect(hubspot.window.listeners).to.equal(0);
    });
  }

  it('is named together with what would be right', () => {
    const { bridge } = new FakeHubSpot({ widgetWidth: -1 });
    bridge.connect();
    expect(bridge.getState().problem?.message).to.contain('widgetWidth “-1”, not a number above 0');
  });

  it('is named together with the words that would be right', () => {
    const { bridge } = new FakeHubSpot({ sourceCheck: 'none' as 'parent' });
    bridge.connect();
    expect(bridge.getState().problem?.message).to.contain('sourceCheck “none”, not parent or origin');
  });

  it('is not tried again as long as it is the same', () => {
    const { bridge } = new FakeHubSpot({ widgetWidth: -1 });
    bridge.connect();
    const errors = collectErrors(bridge);
    bridge.configure({ widgetWidth: -1 });
    expect(errors).to.deep.equal([]);
  });

  it('drops what waits to be sent, and that is told', () => {
    const { bridge } = new FakeHubSpot();
    bridge.connect();
    bridge.callData('early');
    const errors = collect(bridge, 'hs-error');
    bridge.configure({ handshakeTimeout: -1 });
    expect(errors.map(({ code }) => code)).to.deep.equal(['INVALID_CONFIG', 'QUEUE_DROPPED']);
    expect(errors[1]?.message).to.contain('1');
  });

  it('drops nothing where nothing waits', () => {
    const { bridge } = new FakeHubSpot({ widgetWidth: -1 });
    const errors = collectErrors(bridge);
    bridge.connect();
    bridge.configure({ widgetWidth: -2 });
    expect(errors).to.deep.equal(['INVALID_CONFIG', 'INVALID_CONFIG']);
  });

  it('can be put right: the connection starts then', () => {
    const hubspot = new FakeHubSpot({ widgetWidth: -1 });
    hubspot.bridge.connect();
    hubspot.bridge.configure({ widgetWidth: 400 });
    hubspot.sync();
    expect(hubspot.heard[0]?.data).to.have.nested.property('sizeInfo.width', 400);
  });
});

describe('a setting that can be used', () => {
  const good: readonly BridgeSettings[] = [
    { environment: 'production' },
    { environment: 'qa' },
    { engagement: 'hubspot' },
    { engagement: 'app' },
    { turnedAwayCalls: 'log' },
    { turnedAwayCalls: 'ignore' },
    { sourceCheck: 'parent' },
    { sourceCheck: 'origin' },
    { widgetWidth: 0.5, widgetHeight: 1, handshakeTimeout: 1, engagementTimeout: 1 },
    { widgetWidth: undefined, widgetHeight: undefined },
  ];
  for (const settings of good) {
    it(`starts the connection: ${JSON.stringify(settings)}`, () => {
      const { bridge } = new FakeHubSpot(settings);
      bridge.connect();
      expect(bridge.getState().connection).to.equal('connecting');
    });
  }
});

describe('settings that change while HubSpot is not there yet', () => {
  const before: BridgeSettings = {
    allowedOrigins: ['https://crm.example'],
    environment: 'production',
    handshakeTimeout: 5000,
    strictAncestors: false,
    sourceCheck: 'parent',
  };
  const others: readonly BridgeSettings[] = [
    { allowedOrigins: ['https://other.example'] },
    { environment: 'qa' },
    { handshakeTimeout: 6000 },
    { strictAncestors: true },
    { sourceCheck: 'origin' },
  ];
  const restarts = (change: BridgeSettings) => {
    const { bridge } = new FakeHubSpot(before);
    bridge.connect();
    const changes = collect(bridge, 'hs-connection-change');
    bridge.configure(change);
    return changes.map(({ connection }) => connection);
  };
  for (const change of others) {
    it(`start the connection anew where they say whom to trust, and how: ${JSON.stringify(change)}`, () => {
      expect(restarts(change)).to.deep.equal(['idle', 'connecting']);
    });
  }
  for (const change of [
    { widgetWidth: 300 },
    { engagement: 'app' },
    { ...before, allowedOrigins: ['https://crm.example'] },
  ] as const) {
    it(`leave the connection alone: ${JSON.stringify(change)}`, () => {
      expect(restarts(change)).to.deep.equal([]);
    });
  }
});

describe('the size that is asked for', () => {
  for (const [settings, sizeInfo] of [
    [{ widgetWidth: 400 }, { width: 400 }],
    [{ widgetHeight: 600 }, { height: 600 }],
    [
      { widgetWidth: 400, widgetHeight: 600 },
      { width: 400, height: 600 },
    ],
    [{}, undefined],
  ] as const) {
    it(`is told as far as it is set: ${JSON.stringify(settings)}`, () => {
      const hubspot = new FakeHubSpot(settings);
      hubspot.bridge.connect();
      hubspot.sync();
      const data = { isLoggedIn: false, isAvailable: false, ...(sizeInfo && { sizeInfo }) };
      expect(hubspot.heard).to.deep.equal([{ type: 'INITIALIZED', data }]);
    });
  }
});

describe('configure', () => {
  const changes: readonly (readonly [changes: BridgeSettings, heard: object])[] = [
    [{ loggedIn: true }, { type: 'LOGGED_IN', data: undefined }],
    [{ available: true }, { type: 'USER_AVAILABLE', data: undefined }],
    [{ widgetWidth: 300 }, { type: 'RESIZE_WIDGET', data: { width: 300, height: 600 } }],
    [{ widgetHeight: 500 }, { type: 'RESIZE_WIDGET', data: { width: 400, height: 500 } }],
  ];
  for (const [change, heard] of changes) {
    it(`tells HubSpot once of ${JSON.stringify(change)}`, () => {
      const hubspot = connected({ widgetWidth: 400, widgetHeight: 600 });
      hubspot.bridge.configure(change);
      hubspot.bridge.configure(change);
      expect(hubspot.heard).to.deep.equal([heard]);
    });
  }

  it('tells of a log-out and of a break', () => {
    const hubspot = connected({ loggedIn: true, available: true });
    hubspot.bridge.configure({ available: false });
    hubspot.bridge.configure({ loggedIn: false });
    expect(hubspot.types).to.deep.equal(['USER_UNAVAILABLE', 'LOGGED_OUT']);
  });

  it('tells nothing of what concerns only the bridge', () => {
    const hubspot = connected({ widgetWidth: 400 });
    hubspot.bridge.configure({ engagement: 'app', engagementTimeout: 1, debug: false, manual: true });
    expect(hubspot.types).to.deep.equal([]);
  });

  it('counts from then on', () => {
    const hubspot = connected();
    hubspot.bridge.configure({ engagement: 'app' });
    hubspot.bridge.outgoingCall({ toNumber });
    expect(hubspot.heard[0]?.data).to.have.property('createEngagement', false);
  });

  it('before the connection is told in INITIALIZED', () => {
    const hubspot = new FakeHubSpot();
    hubspot.bridge.configure({ loggedIn: true });
    hubspot.bridge.connect();
    hubspot.bridge.configure({ available: true, widgetWidth: 300 });
    hubspot.sync();
    expect(hubspot.heard).to.deep.equal([
      { type: 'INITIALIZED', data: { isLoggedIn: true, isAvailable: true, sizeInfo: { width: 300 } } },
    ]);
  });

  it('tries a connection anew that is not there yet', () => {
    const hubspot = new FakeHubSpot();
    hubspot.bridge.connect();
    hubspot.bridge.configure({ allowedOrigins: ['https://crm.example'] });
    hubspot.window.receive({ type: 'SYNC', messageId: 's' }, { origin: 'https://crm.example' });
    expect(hubspot.bridge.getState().connection).to.equal('connected');
    expect(hubspot.window.listeners).to.equal(1);
  });

  it('loses nothing that waits when it does not concern the connection', () => {
    const hubspot = new FakeHubSpot({ allowedOrigins: ['https://crm.example'] });
    const errors = collectErrors(hubspot.bridge);
    hubspot.bridge.connect();
    hubspot.bridge.outgoingCall({ toNumber });
    const changes = collect(hubspot.bridge, 'hs-connection-change');
    hubspot.bridge.configure({ loggedIn: true, engagement: 'hubspot', manual: false });
    hubspot.bridge.configure({ allowedOrigins: ['https://crm.example'] });
    hubspot.sync();
    expect(hubspot.types).to.deep.equal(['INITIALIZED', 'OUTGOING_CALL_STARTED']);
    expect(changes.map(({ connection }) => connection)).to.deep.equal(['connected']);
    expect(errors).to.deep.equal([]);
  });

  it('takes along what waits when it tries anew', () => {
    const hubspot = new FakeHubSpot();
    const { bridge } = hubspot;
    const errors = collectErrors(bridge);
    bridge.connect();
    bridge.initialized({ isAvailable: true });
    bridge.outgoingCall({ toNumber });
    bridge.callCompleted();
    bridge.configure({ environment: 'qa' });
    hubspot.sync();
    hubspot.createEngagement(7);
    expect(hubspot.types).to.deep.equal([
      'INITIALIZED',
      'OUTGOING_CALL_STARTED',
      'CALL_ENDED',
      'CALL_COMPLETED',
    ]);
    expect(hubspot.heard[0]?.data).to.have.property('isAvailable', true);
    expect(hubspot.heard[3]?.data).to.have.property('engagementId', 7);
    expect(errors).to.deep.equal([]);
  });

  it('does not disturb a connection that is there', () => {
    const hubspot = connected();
    hubspot.bridge.configure({ allowedOrigins: ['https://crm.example'] });
    expect(hubspot.bridge.getState().connection).to.equal('connected');
    expect(hubspot.types).to.deep.equal([]);
  });
});
