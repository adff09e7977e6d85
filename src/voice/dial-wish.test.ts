import { expect } from '@open-wc/testing';
import type { RequestDetails } from '../bridge/index.js';
import { collect, connected } from '../bridge/testing/fake-hubspot.js';
import { isPending } from '../call/index.js';
import { CallControl } from './call-control.js';
import { untilReady } from './dial-wish.js';
import { FakeVoice } from './testing/fake-voice.js';
import { VoiceError } from './voice-error.js';

const contact = '+12025550101';
const wish: RequestDetails['hs-call-request'] = {
  toNumber: contact,
  fromNumber: undefined,
  party: undefined,
};

/** Waits until the promises that a request goes through have settled. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A bridge whose voice logs in, and what went wrong on it. */
function loggingIn(voice = new FakeVoice()) {
  voice.changeState('connecting');
  const hubspot = connected({ loggedIn: true, available: true });
  const { bridge } = hubspot;
  const control = new CallControl(bridge, voice);
  const errors = collect(bridge, 'hs-error');
  const isWaiting = () => isPending(bridge.getState(), 'hs-call-request', undefined);
  const told = () => errors.map((error) => [error.code, 'request' in error ? error.request : undefined]);
  return { hubspot, bridge, voice, control, isWaiting, told };
}

const dialled = ({ dialled }: FakeVoice) => dialled.map(({ toNumber }) => toNumber);

describe('a call that is asked for while the voice connects', () => {
  it('is pending, and dialled once when the voice is ready', async () => {
    const { hubspot, bridge, voice, isWaiting, told } = loggingIn();
    expect(bridge.request('hs-call-request', wish)).to.equal(true);
    await settled();
    expect([dialled(voice), isWaiting(), told()]).to.deep.equal([[], true, []]);
    voice.changeState('ready');
    await settled();
    expect([dialled(voice), isWaiting(), told()]).to.deep.equal([[contact], false, []]);
    voice.changeState('connecting');
    voice.changeState('ready');
    await settled();
    expect(dialled(voice)).to.deep.equal([contact]);
    expect(hubspot.types.filter((type) => type === 'OUTGOING_CALL_STARTED')).to.have.length(1);
  });

  it('waits also while the voice looks for a server that does not answer', async () => {
    const { bridge, voice, told } = loggingIn();
    bridge.request('hs-call-request', wish);
    voice.changeState('connecting', new VoiceError('PHONE_UNREACHABLE'));
    voice.changeState('ready');
    await settled();
    expect([dialled(voice), told()]).to.deep.equal([[contact], [['PHONE_UNREACHABLE', undefined]]]);
  });

  it('is asked for a second time in vain, whichever way', async () => {
    const { bridge, voice, told } = loggingIn();
    bridge.request('hs-call-request', wish);
    expect(bridge.request('hs-call-request', { ...wish, toNumber: '+12025550102' })).to.equal(false);
    bridge.carryOut('hs-call-request', wish);
    await settled();
    expect(told()).to.deep.equal([['NOT_POSSIBLE', 'hs-call-request']]);
    voice.changeState('ready');
    await settled();
    expect(dialled(voice)).to.deep.equal([contact]);
  });

  it('fails when the voice fails: that is told once, and nothing is dialled later', async () => {
    const { bridge, voice, isWaiting, told } = loggingIn();
    bridge.request('hs-call-request', wish);
    voice.changeState('failed', new VoiceError('PHONE_REFUSED'));
    await settled();
    expect([isWaiting(), told()]).to.deep.equal([false, [['PHONE_REFUSED', 'hs-call-request']]]);
    voice.changeState('connecting');
    voice.changeState('ready');
    await settled();
    expect(dialled(voice)).to.deep.equal([]);
  });

  for (const state of ['failed', 'offline'] as const) {
    it(`is refused at once by a voice that is ${state}`, async () => {
      const { bridge, voice, isWaiting, told } = loggingIn();
      voice.changeState(state);
      voice.refusal = new VoiceError('PHONE_OFFLINE');
      bridge.request('hs-call-request', wish);
      await settled();
      expect([isWaiting(), told()]).to.deep.equal([false, [['PHONE_OFFLINE', 'hs-call-request']]]);
    });
  }

  const givesUp: Readonly<Record<string, (it: ReturnType<typeof loggingIn>) => unknown>> = {
    'HubSpot ends it': ({ hubspot }) => hubspot.say('END_CALL'),
    'the user logs out': ({ bridge }) => bridge.userLoggedOut(),
    'HubSpot names another user': ({ hubspot }) => {
      hubspot.window.advance(1000);
      hubspot.sync({ userId: 99 });
    },
    'the voice is taken away': ({ control }) => control.release(),
    'the voice is disconnected': ({ voice }) => voice.disconnect(),
    'the bridge goes': ({ bridge }) => bridge.disconnect(),
  };
  for (const [name, happens] of Object.entries(givesUp)) {
    it(`is given up when ${name}`, async () => {
      const scene = loggingIn();
      const { bridge, voice, isWaiting } = scene;
      bridge.request('hs-call-request', wish);
      await happens(scene);
      await settled();
      voice.changeState('ready');
      await settled();
      expect([dialled(voice), isWaiting()]).to.deep.equal([[], false]);
    });
  }

  it('that carries a consultation waits too', async () => {
    const { bridge, voice } = loggingIn();
    voice.changeState('ready');
    bridge.request('hs-call-request', wish);
    await settled();
    const [session] = voice.sessions;
    session?.change('state', 'active');
    voice.changeState('connecting');
    const externalCallId = session?.id ?? '';
    bridge.request('hs-transfer-request', { externalCallId, toNumber: '+12025550102', attended: true });
    await settled();
    expect(dialled(voice)).to.deep.equal([contact]);
    voice.changeState('ready');
    await settled();
    expect(dialled(voice)).to.deep.equal([contact, '+12025550102']);
  });

  it('is no second call where the voice takes but one', async () => {
    const { bridge, voice, told } = loggingIn(new FakeVoice({ multipleCalls: false }));
    bridge.request('hs-call-request', wish);
    voice.changeState('ready');
    voice.ring();
    await settled();
    expect([dialled(voice), told()]).to.deep.equal([[], [['NOT_POSSIBLE', 'hs-call-request']]]);
  });
});

describe('untilReady', () => {
  it('waits for a while only, and says for how long', async () => {
    const voice = new FakeVoice();
    voice.changeState('connecting');
    const { signal } = new AbortController();
    const error: unknown = await untilReady(voice, signal, 20).catch((thrown: unknown) => thrown);
    expect(error).to.include({ code: 'PHONE_OFFLINE' });
    expect((error as Error).message)
      .to.contain('connecting')
      .and.to.contain('0.02 s');
  });
});
