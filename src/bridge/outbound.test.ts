import { expect } from '@open-wc/testing';
import { outboundCases } from '../link/testing/fake-outbound.js';
import type { SendResult } from '../link/index.js';
import { outboundMessages } from '../protocol/index.js';
import { collectErrors, connected, FakeHubSpot } from './testing/fake-hubspot.js';

const toNumber = '+12025550101';
const types = [...outboundMessages.keys(), 'MY_MESSAGE'];

describe('what a bridge is given to send', () => {
  outboundCases.forEach(([name, sends, make]) => {
    it(`${sends ? 'sends' : 'refuses'} ${name}, and goes on`, () => {
      const hubspot = connected();
      const errors = collectErrors(hubspot.bridge);
      expect(hubspot.bridge.callData(make()).ok).to.equal(sends);
      hubspot.bridge.userAvailable();
      expect(hubspot.types).to.deep.equal(sends ? ['CALL_DATA', 'USER_AVAILABLE'] : ['USER_AVAILABLE']);
      expect(errors).to.deep.equal(sends ? [] : ['NOT_CLONEABLE']);
    });

    it(`throws for ${name} with no message`, () => {
      const hubspot = connected();
      const results = types.map((type) => hubspot.bridge.sendMessage({ type, data: make() }));
      expect(results.every(isWhole)).to.equal(true);
      hubspot.say('DIAL_NUMBER', { phoneNumber: toNumber });
      expect(hubspot.bridge.getState().intent?.phoneNumber).to.equal(toNumber);
    });

    it(`throws for ${name} in no field of a call`, () => {
      const { bridge } = connected();
      const more = make();
      const data = { externalCallId: 'a', toNumber, more };
      const started = bridge.sendMessage({ type: 'OUTGOING_CALL_STARTED', data });
      expect(started.ok).to.equal(sends);
      const id = { externalCallId: 'a' };
      const results = [
        bridge.sendMessage({ type: 'CALL_ENDED', data: { ...id, callEndStatus: more } }),
        bridge.sendMessage({ type: 'CALL_COMPLETED', data: { ...id, engagementProperties: { more } } }),
        bridge.sendMessage({ type: 'NAVIGATE_TO_RECORD', data: { objectCoordinates: more } }),
        bridge.sendMessage({ type: 'INITIALIZED', data: { sizeInfo: more, engagementId: more } }),
      ];
      expect(results.every(isWhole)).to.equal(true);
    });
  });
});

/** A result is either. */
function isWhole(result: SendResult): boolean {
  return result.ok ? result.messageId !== '' : result.error.message !== '';
}

describe('many messages', () => {
  it('of one tick get ids of their own, in order', () => {
    const { bridge, window } = connected();
    const results = Array.from({ length: 1000 }, (_, i) => bridge.callData(i));
    const ids = results.map((result) => result.ok && result.messageId);
    expect(new Set(ids).size).to.equal(1000);
    expect(window.posted.map(({ message }) => [message['messageId'], message['data']])).to.deep.equal(
      ids.map((id, i) => [id, i]),
    );
  });

  it('before HubSpot is there: 256 wait, the others are QUEUE_FULL, and INITIALIZED leaves first', () => {
    const hubspot = new FakeHubSpot();
    const errors = collectErrors(hubspot.bridge);
    hubspot.bridge.connect();
    const results = Array.from({ length: 10_000 }, (_, i) => hubspot.bridge.callData(i));
    expect(results.filter(({ ok }) => ok).length).to.equal(256);
    expect([errors.length, new Set(errors)]).to.deep.equal([10_000 - 256, new Set(['QUEUE_FULL'])]);
    hubspot.sync();
    expect(hubspot.types[0]).to.equal('INITIALIZED');
    expect(hubspot.heard.slice(1).map(({ data }) => data)).to.deep.equal(
      Array.from({ length: 256 }, (_, i) => i),
    );
  });

  it('that tell of the user and the size are one INITIALIZED', () => {
    const hubspot = new FakeHubSpot();
    hubspot.bridge.connect();
    for (let i = 0; i < 10_000; i += 1) {
      hubspot.bridge.configure({ loggedIn: i % 2 === 1, available: i % 2 === 1, widgetWidth: 300 + i });
    }
    hubspot.sync();
    const sizeInfo = { width: 10_299 };
    expect(hubspot.heard).to.deep.equal([
      { type: 'INITIALIZED', data: { isLoggedIn: true, isAvailable: true, sizeInfo } },
    ]);
  });
});
