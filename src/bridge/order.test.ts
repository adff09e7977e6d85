import { expect } from '@open-wc/testing';
import type { SendResult } from '../link/index.js';
import type { CallingBridge } from './calling-bridge.js';
import { collectErrors, connected } from './testing/fake-hubspot.js';

const toNumber = '+12025550101';
const a = { externalCallId: 'a' };

type Act = (bridge: CallingBridge) => SendResult;

const starts: Act = (bridge) => bridge.outgoingCall({ ...a, toNumber, createEngagement: false });
const answers: Act = (bridge) => bridge.callAnswered(a);
const ends: Act = (bridge) => bridge.callEnded(a);
const transfers: Act = (bridge) => bridge.callTransferred(a);
const completes: Act = (bridge) => bridge.callCompleted(a);
const finalizes: Act = (bridge) => bridge.finalizeEngagement({ ...a, engagementId: 7 });
const publishes: Act = (bridge) =>
  bridge.sendMessage({ type: 'PUBLISH_TO_CHANNEL', data: { ...a, engagementId: 7 } });

const wrong: readonly (readonly [what: string, before: readonly Act[], act: Act])[] = [
  ['a call started twice', [starts], starts],
  ['a call answered twice', [starts, answers], answers],
  ['a call answered after its end', [starts, ends], answers],
  ['a call ended twice', [starts, ends], ends],
  ['a call ended after it was handed on', [starts, transfers], ends],
  ['a call completed after it was handed on', [starts, transfers], completes],
  ['a call handed on twice', [starts, transfers], transfers],
  ['a call handed on after its end', [starts, ends], transfers],
  ['a call completed twice', [starts, ends, completes], completes],
  ['a live call finalised', [starts], finalizes],
  ['a call finalised twice', [starts, ends, finalizes], finalizes],
  ['a call finalised under both names', [starts, ends, publishes], finalizes],
  ['a live call published', [starts], publishes],
  ['a call published twice', [starts, ends, publishes], publishes],
];

const unnamed: readonly (readonly [what: string, act: Act])[] = [
  ['callAnswered', (bridge) => bridge.callAnswered()],
  ['callEnded', (bridge) => bridge.callEnded()],
  ['callTransferred', (bridge) => bridge.callTransferred()],
  ['callCompleted', (bridge) => bridge.callCompleted()],
  ['finalizeEngagement', (bridge) => bridge.finalizeEngagement()],
];

describe('each message about a call goes out at most once', () => {
  for (const [what, before, act] of wrong) {
    it(`not ${what}`, () => {
      const hubspot = connected();
      for (const step of before) step(hubspot.bridge);
      hubspot.forget();
      const errors = collectErrors(hubspot.bridge);
      expect(act(hubspot.bridge)).to.have.nested.property('error.code', 'OUT_OF_ORDER');
      expect(errors).to.deep.equal(['OUT_OF_ORDER']);
      expect(hubspot.types).to.deep.equal([]);
    });
  }

  for (const [what, act] of unnamed) {
    it(`${what} needs a call: UNKNOWN_CALL`, () => {
      const hubspot = connected();
      expect(act(hubspot.bridge)).to.have.nested.property('error.code', 'UNKNOWN_CALL');
      expect(hubspot.types).to.deep.equal([]);
    });
  }
});

describe('a message about a call', () => {
  const remembered: readonly (readonly [type: string, act: Act, data: object])[] = [
    ['CALL_ANSWERED', answers, a],
    [
      'CALL_ENDED',
      (bridge) => bridge.callEnded({ ...a, callEndStatus: 'BUSY' }),
      { ...a, callEndStatus: 'BUSY' },
    ],
    ['CALL_TRANSFERRED', transfers, a],
    [
      'CALL_COMPLETED',
      (bridge) => bridge.callCompleted({ ...a, engagementId: '7', engagementProperties: { x: 1 } }),
      { ...a, engagementId: 7, engagementProperties: { x: '1' } },
    ],
    ['FINALIZE_ENGAGEMENT', finalizes, { ...a, engagementId: 7 }],
  ];
  for (const [type, act, data] of remembered) {
    it(`passes as it is when the app remembers a call that the bridge does not: ${type}`, () => {
      const hubspot = connected();
      expect(act(hubspot.bridge).ok).to.equal(true);
      expect(hubspot.heard).to.deep.equal([{ type, data }]);
      expect(hubspot.bridge.getState().calls).to.deep.equal([]);
    });
  }

  it('is about the call in focus unless it names another', () => {
    const hubspot = connected();
    hubspot.bridge.outgoingCall({ ...a, toNumber });
    hubspot.bridge.outgoingCall({ externalCallId: 'b', toNumber });
    hubspot.bridge.focusCall('a');
    hubspot.bridge.callAnswered();
    expect(hubspot.window.last('CALL_ANSWERED')?.['data']).to.deep.equal(a);
  });

  it('is about the latest call it can be said of when that in focus is past it', () => {
    const hubspot = connected();
    hubspot.bridge.outgoingCall({ ...a, toNumber });
    hubspot.bridge.callAnswered();
    hubspot.bridge.incomingCall({ externalCallId: 'b', fromNumber: toNumber, toNumber: '+12025550100' });
    hubspot.bridge.callAnswered();
    expect(hubspot.window.last('CALL_ANSWERED')?.['data']).to.deep.equal({ externalCallId: 'b' });
  });

  it('tells what is wrong with its order', () => {
    const { bridge } = connected();
    starts(bridge);
    ends(bridge);
    const result = answers(bridge);
    expect(result.ok ? '' : result.error.message).to.contain('CALL_ANSWERED while wrap-up');
  });

  it('of an answer or a transfer names its call and nothing else, also when the record is there', () => {
    const hubspot = connected();
    hubspot.bridge.outgoingCall({ ...a, toNumber });
    hubspot.createEngagement(7);
    hubspot.forget();
    answers(hubspot.bridge);
    transfers(hubspot.bridge);
    expect(hubspot.heard.map(({ data }) => data)).to.deep.equal([a, a]);
  });

  it('is out of order when there are calls but none it can be said of', () => {
    const { bridge } = connected();
    bridge.outgoingCall({ ...a, toNumber });
    bridge.callEnded();
    expect(bridge.callAnswered()).to.have.nested.property('error.code', 'OUT_OF_ORDER');
  });
});
