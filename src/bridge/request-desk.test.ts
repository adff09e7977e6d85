import { expect } from '@open-wc/testing';
import { isPending, type VoiceProblem, type VoiceStatus } from '../call/index.js';
import type { RequestDetails, RequestName } from './requests.js';
import { collect, collectErrors, connected, prevent, type FakeHubSpot } from './testing/fake-hubspot.js';
import type { BridgeVoice } from './voice.js';

const customer = '+12025550101';
const ours = '+12025550100';
const a = { externalCallId: 'a' };
const b = { externalCallId: 'b' };

/** A call that they talk in. */
function inCall(): FakeHubSpot {
  const hubspot = connected({ engagement: 'app' });
  hubspot.bridge.outgoingCall({ ...a, toNumber: customer });
  hubspot.bridge.callAnswered(a);
  return hubspot;
}

/** A call that rings. */
function offered(): FakeHubSpot {
  const hubspot = connected({ engagement: 'app' });
  hubspot.bridge.incomingCall({ ...a, fromNumber: customer, toNumber: ours });
  return hubspot;
}

/** What happens beside a pending request, and does not make true what was asked. */
const besides: readonly (readonly [string, (hubspot: FakeHubSpot) => unknown])[] = [
  ['a note is typed', ({ bridge }) => bridge.updateCall({ ...a, engagement: { notes: 'Will renew' } })],
  ['an outcome is chosen', ({ bridge }) => bridge.updateCall({ ...a, engagement: { outcome: 'o1' } })],
  [
    'the sound is measured',
    ({ bridge }) =>
      bridge.updateCall({ ...a, quality: { level: 2, mos: 3, jitter: 30, loss: 0.1, roundTrip: 40 } }),
  ],
  ['the name is learnt', ({ bridge }) => bridge.updateCall({ ...a, party: { name: 'Ada' } })],
  ['the other end holds', ({ bridge }) => bridge.updateCall({ ...a, heldByOther: true })],
  [
    'another call rings',
    ({ bridge }) => bridge.incomingCall({ ...b, fromNumber: '+12025550102', toNumber: ours }),
  ],
  ['HubSpot asks to dial', (hubspot) => hubspot.say('DIAL_NUMBER', { phoneNumber: '+12025550103' })],
  ['HubSpot minimises', (hubspot) => hubspot.say('VISIBILITY_CHANGED', { isMinimized: true })],
];

interface Case<K extends RequestName = RequestName> {
  readonly name: K;
  readonly detail: RequestDetails[K];
  readonly start: () => FakeHubSpot;
  readonly done: (hubspot: FakeHubSpot) => unknown;
}

const one = <K extends RequestName>(given: Case<K>) => given as unknown as Case;

const cases: readonly Case[] = [
  one({
    name: 'hs-call-request',
    detail: { toNumber: customer, fromNumber: undefined, party: undefined },
    start: () => connected({ engagement: 'app' }),
    done: ({ bridge }) => bridge.outgoingCall({ externalCallId: 'new', toNumber: customer }),
  }),
  one({
    name: 'hs-mute-request',
    detail: { ...a, muted: true },
    start: inCall,
    done: ({ bridge }) => bridge.updateCall({ ...a, muted: true }),
  }),
  one({
    name: 'hs-hold-request',
    detail: { ...a, held: true },
    start: inCall,
    done: ({ bridge }) => bridge.updateCall({ ...a, held: true }),
  }),
  one({
    name: 'hs-record-request',
    detail: { ...a, recording: true },
    start: inCall,
    done: ({ bridge }) => bridge.updateCall({ ...a, recording: true }),
  }),
  one({
    name: 'hs-hang-up-request',
    detail: a,
    start: inCall,
    done: ({ bridge }) => bridge.callEnded(a),
  }),
  one({
    name: 'hs-transfer-request',
    detail: { ...a, toNumber: '+12025550104', attended: false },
    start: inCall,
    done: ({ bridge }) => bridge.callTransferred(a),
  }),
  one({ name: 'hs-answer-request', detail: a, start: offered, done: ({ bridge }) => bridge.callAnswered(a) }),
  one({
    name: 'hs-decline-request',
    detail: a,
    start: offered,
    done: ({ bridge }) => bridge.callEnded({ ...a, callEndStatus: 'REJECTED' }),
  }),
];

describe('a request that is pending', () => {
  for (const { name, detail, start, done } of cases) {
    const asked = () => {
      const hubspot = start();
      hubspot.bridge.request(name, detail);
      return hubspot;
    };
    const isBusy = ({ bridge }: FakeHubSpot) => isPending(bridge.getState(), name);

    it(`stands in the snapshot, and no more when it is done: ${name}`, () => {
      const hubspot = asked();
      expect(isBusy(hubspot)).to.equal(true);
      done(hubspot);
      expect(isBusy(hubspot)).to.equal(false);
    });

    for (const [event, happens] of besides) {
      it(`stays pending when ${event}: ${name}`, () => {
        const hubspot = asked();
        happens(hubspot);
        expect(isBusy(hubspot)).to.equal(true);
      });
    }

    it(`ends with its report when nobody carries it out: ${name}`, () => {
      const hubspot = asked();
      const errors = collect(hubspot.bridge, 'hs-error');
      hubspot.window.advance(32_000);
      expect(isBusy(hubspot)).to.equal(false);
      expect(errors.map(({ code, ...rest }) => [code, 'request' in rest && rest.request])).to.deep.equal([
        ['REQUEST_UNANSWERED', name],
      ]);
    });

    it(`is not raised a second time: ${name}`, () => {
      const hubspot = asked();
      const raised = collect(hubspot.bridge, name);
      expect(hubspot.bridge.request(name, detail)).to.equal(false);
      expect(raised).to.deep.equal([]);
    });

    it(`ends with the bridge: ${name}`, () => {
      const hubspot = asked();
      const errors = collectErrors(hubspot.bridge);
      hubspot.bridge.disconnect();
      hubspot.window.advance(60_000);
      expect(isBusy(hubspot)).to.equal(false);
      expect(errors).not.to.contain('REQUEST_UNANSWERED');
    });

    it(`does not begin when the app has done it in its listener: ${name}`, () => {
      const hubspot = start();
      const errors = collectErrors(hubspot.bridge);
      hubspot.bridge.addEventListener(name, () => done(hubspot));
      hubspot.bridge.request(name, detail);
      expect(isBusy(hubspot)).to.equal(false);
      hubspot.window.advance(60_000);
      expect(errors).to.deep.equal([]);
    });

    it(`does not begin when it was prevented: ${name}`, () => {
      const hubspot = start();
      prevent(hubspot.bridge, name);
      hubspot.bridge.request(name, detail);
      expect(isBusy(hubspot)).to.equal(false);
    });
  }

  for (const [given, told] of [
    ['On the do-not-call list.', 'On the do-not-call list.'],
    ['Not now\u202e,\r\nthey sleep', 'Not now , they sleep'],
    ['x'.repeat(100_000), `${'x'.repeat(120)}…`],
  ] as const) {
    it(`is not carried out when the page refuses it, and tells why: ${told.slice(0, 30)}`, () => {
      const hubspot = inCall();
      const errors = collect(hubspot.bridge, 'hs-error');
      hubspot.bridge.addEventListener('hs-mute-request', (event) => {
        event.refuse(given);
      });
      expect(hubspot.bridge.request('hs-mute-request', { ...a, muted: true })).to.equal(false);
      expect(hubspot.bridge.getState().pending).to.deep.equal([]);
      expect(errors).to.deep.equal([
        {
          code: 'REQUEST_REFUSED',
          message: 'The page refused it. Got: hs-mute-request',
          fatal: false,
          request: 'hs-mute-request',
          reason: told,
        },
      ]);
    });
  }

  it('that is refused without a word is only prevented', () => {
    const hubspot = inCall();
    const errors = collect(hubspot.bridge, 'hs-error');
    hubspot.bridge.addEventListener('hs-mute-request', ({ refuse }) => {
      refuse(' ');
    });
    expect(hubspot.bridge.request('hs-mute-request', { ...a, muted: true })).to.equal(false);
    expect(errors).to.deep.equal([]);
  });

  it('is plain data that another frame could be given', () => {
    const hubspot = inCall();
    hubspot.bridge.request('hs-mute-request', { ...a, muted: true });
    const state = hubspot.bridge.getState();
    expect(structuredClone(state)).to.deep.equal(state);
  });

  it('is about its own call only', () => {
    const hubspot = inCall();
    hubspot.bridge.outgoingCall({ ...b, toNumber: '+12025550105' });
    hubspot.bridge.request('hs-mute-request', { ...a, muted: true });
    hubspot.bridge.updateCall({ ...b, muted: true });
    const state = hubspot.bridge.getState();
    expect([
      isPending(state, 'hs-mute-request', 'a'),
      isPending(state, 'hs-mute-request', 'b'),
    ]).to.deep.equal([true, false]);
  });

  it('is over with its call', () => {
    const hubspot = inCall();
    hubspot.bridge.request('hs-mute-request', { ...a, muted: true });
    hubspot.bridge.callEnded(a);
    expect(hubspot.bridge.getState().pending).to.deep.equal([]);
  });

  it('does not begin when it is true already', () => {
    const hubspot = inCall();
    hubspot.bridge.request('hs-mute-request', { ...a, muted: false });
    expect(hubspot.bridge.getState().pending).to.deep.equal([]);
  });

  it('leaves Answer free to be pressed again once the microphone is denied, not while the browser asks', () => {
    const hubspot = offered();
    const { bridge } = hubspot;
    bridge.request('hs-answer-request', a);
    bridge.updateCall({ ...a, microphone: 'waiting' });
    const whileAsked = bridge.getState().pending.length;
    bridge.updateCall({ ...a, microphone: 'denied' });
    expect([whileAsked, bridge.getState().pending.length]).to.deep.equal([1, 0]);
  });
});

describe('a request that a voice carries out', () => {
  /** A voice that does what a test tells it to. */
  class SlowVoice implements BridgeVoice {
    readonly asked: string[] = [];
    finish: (problem?: VoiceProblem) => void = () => undefined;

    carryOut({ name }: { readonly name: string }): Promise<VoiceProblem | undefined> {
      this.asked.push(name);
      return new Promise((resolve) => (this.finish = resolve));
    }

    endCalls(): void {
      this.asked.push('endCalls');
    }
  }

  const turn = () => new Promise((resolve) => setTimeout(resolve));
  const problem: VoiceProblem = {
    code: 'NOT_POSSIBLE',
    message: 'Not now.',
    fatal: false,
    request: 'hs-mute-request',
  };

  function muting() {
    const hubspot = inCall();
    const voice = new SlowVoice();
    hubspot.bridge.useVoice(voice);
    hubspot.bridge.request('hs-mute-request', { ...a, muted: true });
    return { hubspot, voice, errors: collectErrors(hubspot.bridge) };
  }
  const amount = ({ bridge }: FakeHubSpot) => bridge.getState().pending.length;

  it('is pending for as long as the voice takes', async () => {
    const { hubspot, errors } = muting();
    hubspot.window.advance(60_000);
    await turn();
    expect([amount(hubspot), errors]).to.deep.equal([1, []]);
  });

  it('is told and free again when the voice could not', async () => {
    const { hubspot, voice, errors } = muting();
    voice.finish(problem);
    await turn();
    expect([amount(hubspot), errors]).to.deep.equal([0, ['NOT_POSSIBLE']]);
  });

  it('waits for what it was asked for when the voice says that it did it', async () => {
    const { hubspot, voice, errors } = muting();
    voice.finish();
    await turn();
    expect(amount(hubspot)).to.equal(1);
    hubspot.bridge.updateCall({ ...a, muted: true });
    expect([amount(hubspot), errors]).to.deep.equal([0, []]);
  });

  it('is free again in the end when nothing shows what the voice did', async () => {
    const { hubspot, voice, errors } = muting();
    voice.finish();
    await turn();
    hubspot.window.advance(5000);
    expect([amount(hubspot), errors]).to.deep.equal([0, []]);
  });

  it('is free again when the voice goes, or another takes its place', () => {
    for (const leave of ['release', 'replace'] as const) {
      const hubspot = connected({ engagement: 'app' });
      const reports = hubspot.bridge.useVoice(new SlowVoice());
      const detail = { toNumber: customer, fromNumber: undefined, party: undefined };
      hubspot.bridge.request('hs-call-request', detail);
      expect(amount(hubspot), leave).to.equal(1);
      if (leave === 'release') reports.release();
      else hubspot.bridge.useVoice(new SlowVoice());
      expect(amount(hubspot), leave).to.equal(0);
    }
  });

  it('is still reported when the first voice comes too late for it', () => {
    const hubspot = inCall();
    const errors = collectErrors(hubspot.bridge);
    hubspot.bridge.request('hs-mute-request', { ...a, muted: true });
    hubspot.bridge.useVoice(new SlowVoice());
    hubspot.window.advance(5000);
    expect(errors).to.deep.equal(['REQUEST_UNANSWERED']);
  });

  it('is free for good when a listener does it as it hears that nobody did', () => {
    const hubspot = inCall();
    hubspot.bridge.request('hs-mute-request', { ...a, muted: true });
    hubspot.bridge.addEventListener('hs-error', () => {
      hubspot.bridge.updateCall({ ...a, muted: true });
    });
    hubspot.window.advance(5000);
    expect(amount(hubspot)).to.equal(0);
  });

  it('is not asked of the voice where it is only a message', () => {
    const hubspot = inCall();
    const voice = new SlowVoice();
    hubspot.bridge.useVoice(voice);
    hubspot.bridge.request('hs-log-in-request', undefined);
    expect([hubspot.types.at(-1), voice.asked]).to.deep.equal(['LOGGED_IN', []]);
  });

  it('closes a call in the help desk with its engagement', () => {
    const hubspot = inCall();
    hubspot.bridge.callCompleted({ ...a, engagementId: 7 });
    hubspot.forget();
    hubspot.bridge.request('hs-finalize-request', a);
    expect(hubspot.heard).to.deep.equal([{ type: 'FINALIZE_ENGAGEMENT', data: { ...a, engagementId: 7 } }]);
  });

  describe('what it tells of itself', () => {
    const status = (state: VoiceStatus['state']): VoiceStatus => ({
      state,
      capabilities: {} as VoiceStatus['capabilities'],
      problem: undefined,
    });

    it('is in the state and in the errors, until it is released', () => {
      const { bridge } = connected();
      const errors = collectErrors(bridge);
      const line = bridge.useVoice(new SlowVoice());
      line.update(status('ready'));
      line.fail(problem);
      expect([bridge.getState().voice?.state, errors]).to.deep.equal(['ready', ['NOT_POSSIBLE']]);
      line.release();
      expect(bridge.getState().voice).to.equal(undefined);
    });

    it('counts no more once another voice is used', () => {
      const { bridge } = inCall();
      const before = bridge.useVoice(new SlowVoice());
      const next = new SlowVoice();
      bridge.useVoice(next).update(status('ready'));
      before.update(status('failed'));
      before.release();
      expect(bridge.getState().voice?.state).to.equal('ready');
      bridge.request('hs-mute-request', { ...a, muted: true });
      expect(next.asked).to.deep.equal(['hs-mute-request']);
    });
  });

  describe('a request for silence', () => {
    const isSilenced = ({ bridge }: FakeHubSpot) => bridge.getState().calls[0]?.silenced;

    it('is true of the call at once, whoever rings', () => {
      const hubspot = offered();
      expect(isSilenced(hubspot)).to.equal(false);
      hubspot.bridge.request('hs-silence-request', a);
      expect(isSilenced(hubspot)).to.equal(true);
      expect(amount(hubspot)).to.equal(0);
    });

    it('asks the voice, and is not true where the page prevents it', () => {
      const hubspot = offered();
      const voice = new SlowVoice();
      hubspot.bridge.useVoice(voice);
      hubspot.bridge.request('hs-silence-request', a);
      expect(voice.asked).to.deep.equal(['hs-silence-request']);
      const other = offered();
      prevent(other.bridge, 'hs-silence-request');
      other.bridge.request('hs-silence-request', a);
      expect(isSilenced(other)).to.equal(false);
    });

    it('counts for that call, and no other', () => {
      const hubspot = offered();
      hubspot.bridge.incomingCall({ ...b, fromNumber: '+12025550102', toNumber: ours });
      hubspot.bridge.request('hs-silence-request', b);
      hubspot.bridge.request('hs-silence-request', { externalCallId: 'unknown' });
      expect(hubspot.bridge.getState().calls.map(({ silenced }) => silenced)).to.deep.equal([false, true]);
    });
  });

  it('is free again when the voice throws, and the page hears of that', async () => {
    const hubspot = inCall();
    const broken = new Error('broken');
    hubspot.bridge.useVoice({ carryOut: () => Promise.reject(broken), endCalls: () => undefined });
    hubspot.bridge.request('hs-mute-request', { ...a, muted: true });
    await turn();
    expect([amount(hubspot), hubspot.window.reported]).to.deep.equal([0, [broken]]);
  });
});
