import { expect } from '@open-wc/testing';
import type { VoiceStatus } from '../call/index.js';
import type { CallingBridge } from './calling-bridge.js';
import type { EventDetails } from './events.js';
import { collect, collectErrors, connected, FakeHubSpot } from './testing/fake-hubspot.js';
import type { BridgeVoice } from './voice.js';

const toNumber = '+12025550101';
const a = { externalCallId: 'a' };
const withCall = ({ bridge }: FakeHubSpot) => bridge.outgoingCall({ ...a, toNumber });

const silentVoice: BridgeVoice = { carryOut: () => Promise.resolve(undefined), endCalls: () => undefined };
const ready: VoiceStatus = {
  state: 'ready',
  capabilities: {} as VoiceStatus['capabilities'],
  problem: undefined,
};

/** How each event is brought about, and whether it travels up the page. */
const cases: readonly (readonly [
  name: keyof EventDetails,
  travels: boolean,
  act: (hubspot: FakeHubSpot) => unknown,
])[] = [
  [
    'hs-dial-number',
    true,
    (hubspot) => {
      hubspot.say('DIAL_NUMBER', { phoneNumber: toNumber });
    },
  ],
  [
    'hs-end-call',
    true,
    (hubspot) => {
      hubspot.say('END_CALL');
    },
  ],
  [
    'hs-message',
    true,
    (hubspot) => {
      hubspot.say('END_CALL');
    },
  ],
  [
    'hs-failed',
    true,
    (hubspot) => {
      hubspot.say('CREATE_ENGAGEMENT_FAILED');
    },
  ],
  [
    'hs-unknown-message',
    true,
    (hubspot) => {
      hubspot.say('NEW_THING');
    },
  ],
  [
    'hs-call-request',
    true,
    ({ bridge }) => bridge.request('hs-call-request', { toNumber, fromNumber: undefined, party: undefined }),
  ],
  ['hs-log-in-request', true, ({ bridge }) => bridge.request('hs-log-in-request', undefined)],
  [
    'hs-hang-up-request',
    true,
    (hubspot) => {
      withCall(hubspot);
      hubspot.say('END_CALL');
    },
  ],
  ['hs-call-change', false, withCall],
  ['hs-sent', false, withCall],
  ['hs-error', false, ({ bridge }) => bridge.callAnswered()],
  [
    'hs-rejected',
    false,
    (hubspot) => {
      hubspot.say('DIAL_NUMBER');
    },
  ],
  [
    'hs-connection-change',
    false,
    ({ bridge }) => {
      bridge.disconnect();
    },
  ],
  [
    'hs-voice-change',
    false,
    ({ bridge }) => {
      bridge.useVoice(silentVoice).update(ready);
    },
  ],
  [
    'hs-context-change',
    false,
    (hubspot) => {
      hubspot.window.advance(1000);
      hubspot.sync({ userId: 9 });
    },
  ],
];

describe('the events of a bridge', () => {
  for (const [name, travels, act] of cases) {
    it(`${name} ${travels ? 'can be heard further up and prevented' : 'stays where it is'}`, () => {
      const parent = document.createElement('div');
      const target = parent.appendChild(document.createElement('div'));
      const hubspot = connected({}, target);
      const raised: Event[] = [];
      const above: Event[] = [];
      target.addEventListener(name, (event) => raised.push(event));
      parent.addEventListener(name, (event) => above.push(event));
      act(hubspot);
      expect(
        raised.map(({ bubbles, composed, cancelable }) => [bubbles, composed, cancelable]),
      ).to.deep.equal([[travels, travels, travels]]);
      expect(above).to.have.length(travels ? 1 : 0);
    });
  }

  it('come to the bridge itself when it has no other target', () => {
    const hubspot = new FakeHubSpot();
    const ready: unknown[] = [];
    hubspot.bridge.addEventListener('hs-ready', ({ detail: { portalId } }) => ready.push(portalId));
    hubspot.bridge.connect();
    hubspot.sync();
    expect(ready).to.deep.equal([100]);
  });
});

describe('hs-ready', () => {
  it('can be heard further up and prevented', () => {
    const target = document.createElement('div');
    const hubspot = new FakeHubSpot({}, target);
    let event: Event | undefined;
    target.addEventListener('hs-ready', (ready) => (event = ready));
    hubspot.bridge.connect();
    hubspot.sync();
    expect([event?.bubbles, event?.composed, event?.cancelable]).to.deep.equal([true, true, true]);
  });
});

describe('hs-connection-change', () => {
  it('tells every step', () => {
    const hubspot = new FakeHubSpot();
    const changes = collect(hubspot.bridge, 'hs-connection-change');
    hubspot.bridge.connect();
    hubspot.sync();
    hubspot.bridge.disconnect();
    expect(changes).to.deep.equal([
      { connection: 'connecting', previous: 'idle', problem: undefined },
      { connection: 'connected', previous: 'connecting', problem: undefined },
      { connection: 'idle', previous: 'connected', problem: undefined },
    ]);
  });

  it('tells that HubSpot stays silent, and that it came after all', () => {
    const hubspot = new FakeHubSpot();
    const errors = collectErrors(hubspot.bridge);
    hubspot.bridge.connect();
    hubspot.window.advance(30_000);
    expect(hubspot.bridge.getState()).to.have.nested.property('problem.code', 'SYNC_TIMEOUT');
    expect(errors).to.deep.equal(['SYNC_TIMEOUT']);
    hubspot.sync();
    expect(hubspot.bridge.getState()).to.include({ connection: 'connected', problem: undefined });
  });

  it('comes when the state tells the host already', () => {
    const hubspot = new FakeHubSpot();
    const hosts: unknown[] = [];
    hubspot.bridge.addEventListener('hs-connection-change', () => {
      hosts.push(hubspot.bridge.getState().host?.portalId);
    });
    hubspot.bridge.connect();
    hubspot.sync();
    expect(hosts).to.deep.equal([undefined, 100]);
  });
});

describe('hs-call-change', () => {
  it('tells what brought each change about', () => {
    const hubspot = connected();
    const changes = collect(hubspot.bridge, 'hs-call-change');
    const { bridge } = hubspot;
    withCall(hubspot);
    bridge.callRinging();
    hubspot.createEngagement(7);
    bridge.callAnswered();
    bridge.updateCall({ muted: true });
    bridge.callEnded();
    bridge.callCompleted();
    hubspot.say('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId: 7 });
    expect(changes.map(({ cause, call, previous }) => [cause, previous?.phase, call?.phase])).to.deep.equal([
      ['OUTGOING_CALL_STARTED', undefined, 'dialing'],
      ['CALL_RINGING', 'dialing', 'ringing'],
      ['CREATE_ENGAGEMENT_SUCCEEDED', 'ringing', 'ringing'],
      ['CALL_ANSWERED', 'ringing', 'active'],
      ['CALL_CHANGED', 'active', 'active'],
      ['CALL_ENDED', 'active', 'wrap-up'],
      ['CALL_COMPLETED', 'wrap-up', 'completed'],
      ['UPDATE_ENGAGEMENT_SUCCEEDED', 'completed', 'completed'],
    ]);
  });

  it('tells that a call is forgotten', () => {
    const hubspot = connected({ engagement: 'app' });
    const { bridge } = hubspot;
    withCall(hubspot);
    bridge.callCompleted();
    const changes = collect(bridge, 'hs-call-change');
    bridge.outgoingCall({ externalCallId: 'b', toNumber });
    expect(
      changes.map(({ call, previous }) => [previous?.externalCallId, call?.externalCallId]),
    ).to.deep.equal([
      [undefined, 'b'],
      ['a', undefined],
    ]);
  });

  it('tells of the call that changes, and of no other', () => {
    const hubspot = connected();
    withCall(hubspot);
    hubspot.bridge.outgoingCall({ externalCallId: 'b', toNumber });
    const changes = collect(hubspot.bridge, 'hs-call-change');
    hubspot.bridge.updateCall({ ...a, muted: true });
    hubspot.bridge.chooseFromNumber(toNumber);
    expect(changes.map(({ call }) => call?.externalCallId)).to.deep.equal(['a']);
  });

  it('is silent when nothing changes', () => {
    const hubspot = connected();
    withCall(hubspot);
    const changes = collect(hubspot.bridge, 'hs-call-change');
    hubspot.say('SET_CALL_STATE', {});
    hubspot.bridge.resizeWidget({ width: 1 });
    hubspot.bridge.callData(1);
    expect(changes).to.deep.equal([]);
  });
});

describe('hs-voice-change', () => {
  it('tells that the voice came, changed and went, and nothing else', () => {
    const { bridge } = connected();
    const changes = collect(bridge, 'hs-voice-change');
    const line = bridge.useVoice(silentVoice);
    line.update(ready);
    bridge.outgoingCall({ ...a, toNumber });
    line.update({ ...ready, state: 'failed' });
    line.release();
    expect(changes.map(({ voice, previous }) => [previous?.state, voice?.state])).to.deep.equal([
      [undefined, 'ready'],
      ['ready', 'failed'],
      ['failed', undefined],
    ]);
  });
});

describe('hs-sent', () => {
  it('tells each message that left, as it left', () => {
    const hubspot = connected();
    const sent = collect(hubspot.bridge, 'hs-sent');
    const act = (bridge: CallingBridge) => bridge.resizeWidget({ width: 1 });
    const result = act(hubspot.bridge);
    expect(sent).to.deep.equal([
      { type: 'RESIZE_WIDGET', messageId: result.ok ? result.messageId : 'none', data: { width: 1 } },
    ]);
  });
});

describe('a subscriber of the app that throws', () => {
  it('is HANDLER_ERROR, and the page is told as the browser would tell it', () => {
    const hubspot = connected();
    const errors = collectErrors(hubspot.bridge);
    const thrown = new Error('of the app');
    hubspot.bridge.subscribe((_state, previous) => {
      if (previous) throw thrown;
    });
    withCall(hubspot);
    expect(errors).to.deep.equal(['HANDLER_ERROR']);
    expect(hubspot.window.reported).to.deep.equal([thrown]);
    expect(hubspot.types).to.deep.equal(['OUTGOING_CALL_STARTED']);
  });
});
