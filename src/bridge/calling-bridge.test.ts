import { expect } from '@open-wc/testing';
import { connected, FakeHubSpot } from './testing/fake-hubspot.js';
import { FakePage, FakeTab } from './testing/fake-tab.js';

const toNumber = '+12025550101';
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('a bridge that is not connected yet', () => {
  it('is not connected by other settings', () => {
    const { bridge, window } = new FakeHubSpot();
    bridge.configure({ allowedOrigins: ['https://own.example'], handshakeTimeout: 5000 });
    expect([bridge.getState().connection, window.listeners, window.timers]).to.deep.equal(['idle', 0, 0]);
  });
});

describe('whenReady', () => {
  it('waits for the next handshake where the bridge was disconnected', async () => {
    const hubspot = connected();
    hubspot.bridge.disconnect();
    const told: unknown[] = [];
    void hubspot.bridge.whenReady().then(({ engagementId }) => told.push(engagementId));
    await settled();
    expect(told).to.deep.equal([]);
    hubspot.bridge.connect();
    hubspot.sync({ engagementId: 7 });
    await settled();
    expect(told).to.deep.equal([7]);
  });
});

describe('createCallId', () => {
  it('makes a text, another each time', () => {
    const { bridge } = new FakeHubSpot();
    const [one, other] = [bridge.createCallId(), bridge.createCallId()];
    expect(one).to.be.a('string').and.not.equal('');
    expect(other).to.be.a('string').and.not.equal(one);
  });
});

describe('chooseFromNumber', () => {
  it('stands in the state, until it is taken back', () => {
    const { bridge } = new FakeHubSpot();
    bridge.chooseFromNumber(toNumber);
    expect(bridge.getState().fromNumber).to.equal(toNumber);
    bridge.chooseFromNumber(undefined);
    expect(bridge.getState().fromNumber).to.equal(undefined);
  });
});

describe('leave', () => {
  it('keeps the call for the next page, and says nothing of it', async () => {
    const tab = new FakeTab();
    const hubspot = new FakeHubSpot({}, undefined, {}, new FakePage(tab));
    hubspot.bridge.connect();
    hubspot.sync();
    hubspot.bridge.outgoingCall({ toNumber });
    hubspot.forget();
    hubspot.bridge.leave();
    expect([tab.stored.size, hubspot.types, hubspot.window.listeners]).to.deep.equal([1, [], 0]);
    const next = new FakeHubSpot({}, undefined, {}, new FakePage(tab));
    next.bridge.connect();
    next.sync();
    await settled();
    expect(next.types).to.include('CALL_ENDED');
  });
});
