import { expect } from '@open-wc/testing';
import type { RequestDetails } from '../bridge/index.js';
import { collect, connected } from '../bridge/testing/fake-hubspot.js';
import { isPending } from '../call/index.js';
import { CallControl } from './call-control.js';
import { untilEverReady, untilReady } from './dial-wish.js';
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
  it('waits also for a voice that begins to connect a moment later', async () => {
    const { bridge, voice, told } = loggingIn();
    voice.changeState('offline');
    bridge.request('hs-call-request', wish);
    await Promise.resolve();
    voice.changeState('connecting');
    await settled();
    expect(dialled(voice)).to.deep.equal([]);
    voice.changeState('ready');
    await settled();
    expect([dialled(voice), told()]).to.deep.equal([[contact], []]);
  });

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

  const reasons: readonly (readonly [string, (it: ReturnType<typeof loggingIn>) => unknown, string])[] = [
    ['HubSpot ends it', ({ hubspot }) => hubspot.say('END_CALL'), 'NOT_POSSIBLE'],
    ['the user logs out', ({ bridge }) => bridge.userLoggedOut(), 'NOT_POSSIBLE'],
    ['the voice is disconnected', ({ voice }) => voice.disconnect(), 'PHONE_OFFLINE'],
  ];
  for (const [what, happens, code] of reasons) {
    it(`says why it is given up: ${code} when ${what}`, async () => {
      const scene = loggingIn();
      scene.bridge.request('hs-call-request', wish);
      await settled();
      await happens(scene);
      await settled();
      expect(scene.told()).to.deep.equal([[code, 'hs-call-request']]);
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

  for (const [what, happens] of [
    ['ready', (voice) => voice.changeState('ready')],
    ['failed', (voice) => voice.changeState('failed', new VoiceError('PHONE_REFUSED'))],
  ] satisfies [string, (voice: FakeVoice) => unknown][]) {
    it(`leaves no timer and no listener behind: ${what}`, async () => {
      const { clearTimeout: clear } = globalThis;
      const cleared: unknown[] = [];
      globalThis.clearTimeout = ((timer?: number) => {
        cleared.push(timer);
        clear(timer);
      }) as typeof clearTimeout;
      try {
        const voice = new FakeVoice();
        const signals: (AbortSignal | undefined)[] = [];
        const listen = voice.addEventListener.bind(voice);
        voice.addEventListener = (...args: Parameters<typeof listen>) => {
          signals.push((args[2] as AddEventListenerOptions).signal);
          listen(...args);
        };
        voice.changeState('connecting');
        const waiting = untilReady(voice, new AbortController().signal).catch(() => undefined);
        happens(voice);
        await waiting;
        expect(cleared.filter((timer) => timer !== undefined)).to.have.length(1);
        expect(signals.map((signal) => signal?.aborted)).to.deep.equal([true]);
      } finally {
        globalThis.clearTimeout = clear;
      }
    });
  }
});

describe('untilEverReady', () => {
  /** A wait for a voice, and how it ended, if it did. */
  function waitFor(voice: FakeVoice) {
    const giveUp = new AbortController();
    const ended: string[] = [];
    void untilEverReady(voice, giveUp.signal).then(
      () => ended.push('ready'),
      (error: unknown) => ended.push(VoiceError.from(error).code),
    );
    return { giveUp, ended };
  }

  it('is over at once with a voice that is ready', async () => {
    const voice = new FakeVoice();
    voice.changeState('ready');
    const { ended } = waitFor(voice);
    await settled();
    expect(ended).to.deep.equal(['ready']);
  });

  it('outlasts every other state', async () => {
    const voice = new FakeVoice();
    const { ended } = waitFor(voice);
    for (const state of ['connecting', 'failed', 'offline', 'connecting'] as const) voice.changeState(state);
    await settled();
    expect(ended).to.deep.equal([]);
    voice.changeState('ready');
    await settled();
    expect(ended).to.deep.equal(['ready']);
  });

  it('ends when it is given up, with the reason', async () => {
    const { giveUp, ended } = waitFor(new FakeVoice());
    giveUp.abort(new VoiceError('NOT_POSSIBLE'));
    await settled();
    expect(ended).to.deep.equal(['NOT_POSSIBLE']);
  });
});
