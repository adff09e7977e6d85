// What frameworks do with an element: take it out, put it back, put another in its place, move it.
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { FakeWindow } from '../../src/link/testing/fake-window.js';
import { FakeVoice } from '../../src/voice/testing/fake-voice.js';
import { HsCallControls } from '../call-controls/define.js';
import { HsDialer } from '../dialer/define.js';
import { HsLoopbackVoice } from '../loopback-voice/define.js';
import { HsVoiceElement } from '../shared/voice-element.js';
import { HsCallingBridge } from './define.js';

class MovedVoice extends HsVoiceElement {
  static override readonly tag = 'moved-voice';
  readonly provider = new FakeVoice();
}
MovedVoice.define();

const phoneNumber = '+12025550101';
const sync = { type: 'SYNC', messageId: 'sync-1', portalId: 12, userId: 3 };

/** Everything that waits for the present task is done. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

interface Scene {
  readonly window: FakeWindow;
  /** In the page, with a box for each place. */
  readonly root: HTMLElement;
  readonly here: HTMLElement;
  readonly there: HTMLElement;
  readonly bridge: HsCallingBridge;
  /** A bridge as the framework makes it again. */
  readonly another: () => HsCallingBridge;
  readonly errors: string[];
}

/** A connected bridge in a box of the page, with a dialer in it. */
async function scene(): Promise<Scene> {
  const window = new FakeWindow();
  const errors: string[] = [];
  const another = () => {
    const bridge = new HsCallingBridge({ wire: window, clock: window });
    bridge.loggedIn = bridge.available = true;
    bridge.append(new HsDialer());
    bridge.addEventListener('hs-error', ({ detail }) => errors.push(detail.code));
    return bridge;
  };
  const root = await fixture<HTMLElement>(html`
    <div>
      <section id="here"></section>
      <section id="there"></section>
    </div>
  `);
  const [here, there] = root.querySelectorAll('section');
  if (!here || !there) throw new Error('There are no boxes.');
  const bridge = another();
  here.append(bridge);
  window.receive(sync);
  await bridge.updateComplete;
  return { window, root, here, there, bridge, another, errors };
}

/** Moves an element without taking it out, where the browser can. */
function moveBefore(place: HTMLElement, element: Element): void {
  const { moveBefore: move } = place as { moveBefore?: (element: Element, before: null) => void };
  if (move) move.call(place, element, null);
  else place.append(element);
}

/** What happens within one task: it may be in the middle of a call. */
const moves: Readonly<Record<string, (scene: Scene) => void>> = {
  'taken out and put back at once': ({ bridge, here }) => {
    bridge.remove();
    here.append(bridge);
  },
  'taken out and put back three times': ({ bridge, here }) => {
    for (let left = 3; left > 0; left -= 1) {
      bridge.remove();
      here.append(bridge);
    }
  },
  'moved to another parent': ({ bridge, there }) => {
    there.append(bridge);
  },
  'moved without being taken out': ({ bridge, there }) => {
    moveBefore(there, bridge);
  },
  'moved into a shadow root': ({ bridge, there }) => {
    there.attachShadow({ mode: 'open' }).append(bridge);
  },
  'moved with what is around it': ({ here, there }) => {
    there.append(here);
  },
  'put into an element that is made around it': ({ bridge, here }) => {
    const around = document.createElement('main');
    around.append(bridge);
    here.append(around);
  },
  're-ordered in a list': ({ here, root }) => {
    root.append(here);
  },
};

/** The bridge that is on the page after it, maybe another one. */
const changes: Readonly<Record<string, (scene: Scene) => Promise<HsCallingBridge>>> = {
  ...Object.fromEntries(
    Object.entries(moves).map(([how, move]) => [
      how,
      (given: Scene) => {
        move(given);
        return Promise.resolve(given.bridge);
      },
    ]),
  ),
  'taken out, and put back later': async ({ bridge, here }) => {
    bridge.remove();
    await settled();
    here.append(bridge);
    return bridge;
  },
  'kept aside outside the page, and put elsewhere': async ({ bridge, there }) => {
    const aside = document.createElement('div');
    aside.append(bridge);
    await settled();
    there.append(bridge);
    return bridge;
  },
  replaced: ({ bridge, another }) => {
    const next = another();
    bridge.replaceWith(next);
    return Promise.resolve(next);
  },
  'replaced by one that is put in first': ({ bridge, another }) => {
    const next = another();
    bridge.after(next);
    bridge.remove();
    return Promise.resolve(next);
  },
  'replaced after a while, elsewhere': async ({ bridge, there, another }) => {
    bridge.remove();
    await settled();
    const next = another();
    there.append(next);
    return next;
  },
  'replaced twice': async ({ bridge, here, another }) => {
    here.replaceChildren(another());
    await settled();
    bridge.remove();
    const next = another();
    here.replaceChildren(next);
    return next;
  },
};

describe('a bridge that a framework puts elsewhere', () => {
  for (const [how, change] of Object.entries(changes)) {
    it(`is connected within 100 ms and hears the next number to dial: ${how}`, async () => {
      const given = await scene();
      const bridge = await change(given);
      await settled();
      given.window.advance(100);
      expect(bridge.connectionState).to.equal('connected');

      const heard: string[] = [];
      given.root.addEventListener('hs-dial-number', ({ detail }) => heard.push(detail.phoneNumber), true);
      given.window.receive({ type: 'DIAL_NUMBER', messageId: 'dial-1', data: { phone_number: phoneNumber } });
      const dialer = bridge.querySelector('hs-dialer');
      await dialer?.updateComplete;
      expect([heard, dialer?.value]).to.deep.equal([[phoneNumber], phoneNumber]);
      expect(given.errors).to.deep.equal([]);
      // One handshake and one listener, as for a bridge that was never moved.
      expect([given.window.types, given.window.listeners]).to.deep.equal([['SYNC_ACK', 'INITIALIZED'], 1]);
    });
  }
});

/** A call on a voice that stands where `place` says. */
async function inCall(place: (scene: Scene, voice: MovedVoice) => void) {
  const given = await scene();
  const voice = new MovedVoice();
  place(given, voice);
  const controls = new HsCallControls();
  given.bridge.append(controls);
  await voice.updateComplete;
  given.bridge.request('hs-call-request', { toNumber: phoneNumber, fromNumber: undefined, party: undefined });
  await settled();
  const [session] = voice.provider.sessions;
  if (!session) throw new Error('There is no session.');
  session.change('state', 'active');
  await controls.updateComplete;
  return { given, voice, session, controls };
}

const places: Readonly<Record<string, (scene: Scene, voice: MovedVoice) => void>> = {
  'its voice in it': ({ bridge }, voice) => {
    bridge.append(voice);
  },
  'its voice beside it': ({ here }, voice) => {
    here.append(voice);
  },
  'its voice elsewhere': ({ root }, voice) => {
    root.prepend(voice);
  },
};

describe('a call goes on while its bridge', () => {
  for (const [where, place] of Object.entries(places)) {
    for (const [how, move] of Object.entries(moves)) {
      it(`with ${where} is ${how}`, async () => {
        const { given, voice, session, controls } = await inCall(place);
        move(given);
        await settled();
        given.window.advance(100);
        const { bridge, window, errors } = given;
        expect([session.state, bridge.call?.phase, bridge.voice]).to.deep.equal([
          'active',
          'active',
          voice.provider,
        ]);
        expect([bridge.connectionState, errors]).to.deep.equal(['connected', []]);

        // It can still be ended, and HubSpot hears of it.
        controls.shadowRoot?.querySelector<HTMLElement>('[part=end-button]')?.click();
        await settled();
        expect(session.state).to.equal('ended');
        expect(window.types.filter((type) => type === 'CALL_ENDED')).to.have.length(1);
      });
    }
  }

  const voiceMoves: Readonly<Record<string, (scene: Scene, voice: Element) => void>> = {
    'out of the bridge': ({ there }, voice) => {
      there.append(voice);
    },
    'within the bridge': ({ bridge }, voice) => {
      bridge.prepend(voice);
    },
    'along with the bridge, each by itself': ({ bridge, there }, voice) => {
      there.append(voice);
      there.append(bridge);
      bridge.append(voice);
    },
  };
  for (const [how, move] of Object.entries(voiceMoves)) {
    it(`stays, and its voice is moved ${how}`, async () => {
      const { given, voice, session } = await inCall((at, element) => {
        at.bridge.append(element);
      });
      move(given, voice);
      await settled();
      expect([session.state, given.bridge.voice]).to.deep.equal(['active', voice.provider]);
      session.over('hung-up');
      expect(given.window.types.at(-1)).to.equal('CALL_ENDED');
    });
  }

  it('is away for a while, where the phone is the app’s own', async () => {
    const { bridge, window, here } = await scene();
    bridge.outgoingCall({ toNumber: phoneNumber });
    bridge.remove();
    await settled();
    here.append(bridge);
    window.advance(100);
    expect(bridge.call?.phase).to.equal('dialing');
    bridge.callAnswered();
    bridge.callEnded();
    expect(window.types.slice(-2)).to.deep.equal(['CALL_ANSWERED', 'CALL_ENDED']);
  });

  // WebKit of the tests has no WebRTC.
  if (typeof RTCPeerConnection !== 'undefined') {
    it('with a real connection is moved to another parent', async () => {
      const { bridge, there } = await scene();
      const voice = new HsLoopbackVoice();
      Object.assign(voice, { microphone: 'none', ringsFor: 1 });
      bridge.append(voice);
      while (voice.provider.state !== 'ready') await oneEvent(voice.provider, 'statechange');
      const phase = () => bridge.call?.phase;
      bridge.request('hs-call-request', { toNumber: phoneNumber, fromNumber: undefined, party: undefined });
      while (phase() !== 'active') await oneEvent(bridge, 'hs-call-change');
      const [session] = voice.provider.sessions;
      there.append(bridge);
      await settled();
      expect([session?.state, phase(), voice.provider.state]).to.deep.equal(['active', 'active', 'ready']);
      session?.farEnd.hangUp();
      while (phase() === 'active') await oneEvent(bridge, 'hs-call-change');
      expect(session?.state).to.equal('ended');
    });
  }
});
