import { expect } from '@open-wc/testing';
import type { CallingBridge } from './calling-bridge.js';
import { collect, collectErrors, connected, prevent, type FakeHubSpot } from './testing/fake-hubspot.js';
import type { RequestName } from './requests.js';

const toNumber = '+12025550101';
const a = { externalCallId: 'a' };
const objectCoordinates = { portalId: 100, objectId: 51, objectTypeId: '0-1' };

const dials = ({ bridge }: FakeHubSpot) => bridge.outgoingCall({ ...a, toNumber });
const rings = ({ bridge }: FakeHubSpot) =>
  bridge.incomingCall({ ...a, fromNumber: toNumber, toNumber: '+12025550100' });

describe('a request that is only a message to HubSpot', () => {
  type Case = readonly [
    name: RequestName,
    act: (bridge: CallingBridge) => boolean,
    heard: readonly unknown[],
  ];
  const cases: readonly Case[] = [
    [
      'hs-log-in-request',
      (bridge) => bridge.request('hs-log-in-request', undefined),
      [{ type: 'LOGGED_IN', data: undefined }],
    ],
    [
      'hs-log-out-request',
      (bridge) => bridge.request('hs-log-out-request', undefined),
      [{ type: 'LOGGED_OUT', data: undefined }],
    ],
    [
      'hs-availability-request',
      (bridge) => bridge.request('hs-availability-request', { available: true }),
      [{ type: 'USER_AVAILABLE', data: undefined }],
    ],
    [
      'hs-availability-request',
      (bridge) => bridge.request('hs-availability-request', { available: false }),
      [{ type: 'USER_UNAVAILABLE', data: undefined }],
    ],
    [
      'hs-navigate-request',
      (bridge) => bridge.request('hs-navigate-request', { objectCoordinates, openIn: 'NEW_TAB' }),
      [{ type: 'NAVIGATE_TO_RECORD', data: { objectCoordinates, openIn: 'NEW_TAB' } }],
    ],
  ];
  for (const [name, act, heard] of cases) {
    it(`is sent: ${name} → ${JSON.stringify(heard)}`, () => {
      const hubspot = connected({ engagement: 'app' });
      const errors = collectErrors(hubspot.bridge);
      expect(act(hubspot.bridge)).to.equal(true);
      expect(hubspot.heard).to.deep.equal(heard);
      hubspot.window.advance(60_000);
      expect(errors).to.deep.equal([]);
    });

    it(`is not sent when prevented: ${name} → ${JSON.stringify(heard)}`, () => {
      const hubspot = connected({ engagement: 'app' });
      prevent(hubspot.bridge, name);
      expect(act(hubspot.bridge)).to.equal(false);
      expect(hubspot.types).to.deep.equal([]);
    });
  }

  it('completes a call with the draft, and closes the widget only if it may', () => {
    const hubspot = connected();
    dials(hubspot);
    hubspot.createEngagement(7);
    hubspot.bridge.callEnded();
    hubspot.bridge.request('hs-complete-request', {
      ...a,
      engagement: { notes: 'Agreed.', outcome: 'o1' },
      hideWidget: false,
    });
    const data = hubspot.window.last('CALL_COMPLETED')?.['data'];
    expect(data).to.include({ ...a, engagementId: 7, hideWidget: false });
    expect(data).to.have.nested.property('engagementProperties.hs_call_body', 'Agreed.');
    expect(data).to.have.nested.property('engagementProperties.hs_call_disposition', 'o1');
  });

  it('is carried out without being raised, for one who has asked already', () => {
    const hubspot = connected({ engagement: 'app' });
    const asked = collect(hubspot.bridge, 'hs-log-in-request');
    hubspot.bridge.carryOut('hs-log-in-request', undefined);
    expect(hubspot.types).to.deep.equal(['LOGGED_IN']);
    expect(asked).to.deep.equal([]);
  });
});

describe('a request to the phone', () => {
  interface Case {
    readonly name: RequestName;
    readonly before?: (hubspot: FakeHubSpot) => unknown;
    readonly act: (bridge: CallingBridge) => boolean;
    /** What a phone says that has done it. */
    readonly done: (bridge: CallingBridge) => unknown;
  }
  const cases: readonly Case[] = [
    {
      name: 'hs-call-request',
      act: (bridge) =>
        bridge.request('hs-call-request', { toNumber, fromNumber: undefined, party: undefined }),
      done: (bridge) => bridge.outgoingCall({ toNumber }),
    },
    {
      name: 'hs-answer-request',
      before: rings,
      act: (bridge) => bridge.request('hs-answer-request', a),
      done: (bridge) => bridge.callAnswered(),
    },
    {
      name: 'hs-decline-request',
      before: rings,
      act: (bridge) => bridge.request('hs-decline-request', a),
      done: (bridge) => bridge.callEnded({ callEndStatus: 'REJECTED' }),
    },
    {
      name: 'hs-hang-up-request',
      before: dials,
      act: (bridge) => bridge.request('hs-hang-up-request', a),
      done: (bridge) => bridge.callEnded(),
    },
    {
      name: 'hs-mute-request',
      before: dials,
      act: (bridge) => bridge.request('hs-mute-request', { ...a, muted: true }),
      done: (bridge) => {
        bridge.updateCall({ muted: true });
      },
    },
    {
      name: 'hs-hold-request',
      before: dials,
      act: (bridge) => bridge.request('hs-hold-request', { ...a, held: true }),
      done: (bridge) => {
        bridge.updateCall({ held: true });
      },
    },
    {
      name: 'hs-record-request',
      before: dials,
      act: (bridge) => bridge.request('hs-record-request', { ...a, recording: true }),
      done: (bridge) => {
        bridge.updateCall({ recording: true });
      },
    },
  ];
  for (const { name, before, act, done } of cases) {
    const asked = () => {
      const hubspot = connected({ engagement: 'app' });
      before?.(hubspot);
      return { hubspot, errors: collectErrors(hubspot.bridge) };
    };

    it(`${name} is reported after 5 s if nobody carried it out`, () => {
      const { hubspot, errors } = asked();
      expect(act(hubspot.bridge)).to.equal(true);
      hubspot.window.advance(4999);
      expect(errors).to.deep.equal([]);
      hubspot.window.advance(1);
      expect(errors).to.deep.equal(['REQUEST_UNANSWERED']);
    });

    it(`${name} is not reported if it was carried out`, () => {
      const { hubspot, errors } = asked();
      act(hubspot.bridge);
      done(hubspot.bridge);
      hubspot.window.advance(60_000);
      expect(errors).to.deep.equal([]);
    });

    it(`${name} is not reported if it was prevented`, () => {
      const { hubspot, errors } = asked();
      prevent(hubspot.bridge, name);
      expect(act(hubspot.bridge)).to.equal(false);
      hubspot.window.advance(60_000);
      expect(errors).to.deep.equal([]);
    });
  }

  it('changes nothing by itself, but that it is pending', () => {
    const hubspot = connected({ engagement: 'app' });
    dials(hubspot);
    const before = hubspot.bridge.getState();
    hubspot.bridge.request('hs-mute-request', { ...a, muted: true });
    hubspot.bridge.request('hs-hang-up-request', a);
    const { pending, ...rest } = hubspot.bridge.getState();
    expect({ ...rest, pending: [] }).to.deep.equal(before);
    expect(rest.calls).to.equal(before.calls);
    expect(pending).to.deep.equal([
      { requestId: 1, name: 'hs-mute-request', ...a },
      { requestId: 2, name: 'hs-hang-up-request', ...a },
    ]);
  });

  it('about a call that is gone meanwhile is not reported', () => {
    const hubspot = connected({ engagement: 'app' });
    const errors = collectErrors(hubspot.bridge);
    dials(hubspot);
    hubspot.bridge.request('hs-mute-request', { ...a, muted: true });
    hubspot.bridge.callCompleted();
    hubspot.bridge.outgoingCall({ toNumber });
    hubspot.window.advance(60_000);
    expect(errors).to.deep.equal([]);
  });

  it('sends digits without any sign that it was done', () => {
    const hubspot = connected({ engagement: 'app' });
    dials(hubspot);
    const errors = collectErrors(hubspot.bridge);
    hubspot.bridge.request('hs-dtmf-request', { ...a, digits: '1' });
    hubspot.window.advance(60_000);
    expect(errors).to.deep.equal([]);
  });
});

describe('a request about two calls', () => {
  const b = { externalCallId: 'b' };
  const twoCalls = () => {
    const hubspot = connected({ engagement: 'app' });
    for (const call of [a, b]) {
      hubspot.bridge.outgoingCall({ ...call, toNumber });
      hubspot.bridge.callAnswered(call);
    }
    return { hubspot, bridge: hubspot.bridge, errors: collectErrors(hubspot.bridge) };
  };
  const pending = (bridge: CallingBridge) => bridge.getState().pending.map(({ name }) => name);
  const transfer = { ...a, toNumber: '+12025550104' };

  for (const call of [a, b]) {
    it(`to merge them is done when one of them is over: ${call.externalCallId}`, () => {
      const { bridge } = twoCalls();
      bridge.request('hs-merge-request', { ...a, other: 'b' });
      expect(pending(bridge)).to.deep.equal(['hs-merge-request']);
      bridge.callEnded(call);
      expect(pending(bridge)).to.deep.equal([]);
    });
  }

  for (const ask of [
    (bridge: CallingBridge) => bridge.request('hs-merge-request', { ...a, other: 'b' }),
    (bridge: CallingBridge) => bridge.request('hs-transfer-request', { ...transfer, attended: false }),
  ]) {
    it(`may take 32 s: ${String(ask).replace(/.*=>/, '')}`, () => {
      const { hubspot, bridge, errors } = twoCalls();
      ask(bridge);
      hubspot.window.advance(31_999);
      expect(errors).to.deep.equal([]);
      hubspot.window.advance(1);
      expect(errors).to.deep.equal(['REQUEST_UNANSWERED']);
    });
  }

  for (const [what, detail, isDone] of [
    ['to hand over at once', { ...transfer, attended: false }, false],
    ['to consult first', { ...transfer, attended: true }, true],
    ['to hand over after it', { ...transfer, attended: true, consultation: 'b' }, false],
  ] as const) {
    it(`${what} is ${isDone ? 'done' : 'not done'} by a call that starts`, () => {
      const { bridge } = twoCalls();
      bridge.request('hs-transfer-request', detail);
      expect(pending(bridge)).to.deep.equal(['hs-transfer-request']);
      bridge.outgoingCall({ externalCallId: 'c', toNumber: transfer.toNumber });
      expect(pending(bridge)).to.deep.equal(isDone ? [] : ['hs-transfer-request']);
    });
  }
});

describe('a request for the microphone', () => {
  it('to answer stays pending with the trouble there was before, and ends with another', () => {
    const hubspot = connected({ engagement: 'app' });
    const { bridge } = hubspot;
    rings(hubspot);
    bridge.updateCall({ ...a, microphone: 'denied' });
    bridge.request('hs-answer-request', a);
    expect(bridge.getState().pending).to.have.length(1);
    bridge.updateCall({ ...a, microphone: undefined });
    expect(bridge.getState().pending).to.have.length(1);
    bridge.updateCall({ ...a, microphone: 'missing' });
    expect(bridge.getState().pending).to.deep.equal([]);
  });
});

describe('a request to complete a call', () => {
  it('without a draft keeps the notes that were written', () => {
    const hubspot = connected({ engagement: 'app' });
    dials(hubspot);
    hubspot.bridge.updateCall({ engagement: { notes: 'Agreed.', outcome: 'o1' } });
    hubspot.bridge.callEnded();
    hubspot.bridge.request('hs-complete-request', a);
    expect(hubspot.window.last('CALL_COMPLETED')?.['data']).to.have.nested.property(
      'engagementProperties.hs_call_body',
      'Agreed.',
    );
    expect(hubspot.bridge.getState().calls[0]?.engagement.outcome).to.equal('o1');
  });
});
