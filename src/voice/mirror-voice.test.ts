import { expect } from '@open-wc/testing';
import { connected } from '../bridge/testing/fake-hubspot.js';
import { FakeMirror } from '../bridge/testing/fake-frames.js';
import type { FrameStatus } from '../call/index.js';
import { CallControl } from './call-control.js';
import { FakeVoice } from './testing/fake-voice.js';
import { VoiceError } from './voice-error.js';

const turn = () => new Promise((resolve) => setTimeout(resolve));
const offline = new VoiceError('PHONE_OFFLINE');

/** A frame with a voice of its own, beside that of an owner, whose voice is ready. */
async function frames(frame: Partial<FrameStatus>) {
  const owner = connected({ loggedIn: true, available: true });
  const voiceOfOwner = new FakeVoice();
  new CallControl(owner.bridge, voiceOfOwner);
  await voiceOfOwner.connect();
  const here = connected({ loggedIn: true, available: true });
  const mirror = new FakeMirror(here, owner, frame);
  const voice = new FakeVoice();
  const states: (string | undefined)[] = [];
  here.bridge.subscribe((state) => {
    if (state.frame.role === 'mirror') states.push(state.voice?.state);
  });
  states.length = 0;
  return { owner, voiceOfOwner, here, mirror, voice, states };
}

/** What may happen to a voice of a mirror, which the user does not have to know. */
const happenings: Readonly<Record<string, (voice: FakeVoice, control: CallControl) => void>> = {
  'is given': () => undefined,
  connects: (voice) => {
    voice.changeState('connecting');
  },
  'has failed': (voice) => {
    voice.changeState('failed', offline);
  },
  'is lost': (voice) => {
    voice.changeState('ready');
    voice.changeState('connecting', offline);
  },
  'is taken away': (_voice, control) => {
    control.release();
  },
  'is replaced': (voice, control) => {
    control.release();
    voice.changeState('failed', offline);
  },
};

describe('a voice in a frame that mirrors another', () => {
  for (const [what, happens] of Object.entries(happenings)) {
    it(`is not shown when it ${what}`, async () => {
      const { owner, here, voice, states } = await frames({});
      happens(voice, new CallControl(here.bridge, voice));
      const { voice: shown, isVoiceDown } = here.bridge.getState();
      expect([shown, isVoiceDown]).to.deep.equal([owner.bridge.getState().voice, false]);
      expect(states.filter((state) => state !== 'ready')).to.deep.equal([]);
    });
  }

  it('is shown once the frame owns the calls, as it is then', async () => {
    const { here, mirror, voice } = await frames({});
    new CallControl(here.bridge, voice);
    voice.changeState('failed', offline);
    mirror.update({ role: 'owner' });
    const { voice: shown, isVoiceDown } = here.bridge.getState();
    expect([shown?.state, isVoiceDown]).to.deep.equal(['failed', true]);
  });

  it('is not shown any more when another frame owns the calls, before that has told anything', async () => {
    const here = connected({ loggedIn: true, available: true });
    const mirror = new FakeMirror(here, undefined, { role: 'owner' });
    const voice = new FakeVoice();
    new CallControl(here.bridge, voice);
    voice.changeState('failed', offline);
    mirror.update({ role: 'mirror' });
    const { voice: shown, isVoiceDown } = here.bridge.getState();
    expect([shown, isVoiceDown]).to.deep.equal([undefined, false]);
  });

  it('of the owner is late there, and nowhere by itself', async () => {
    const here = connected({ loggedIn: true, available: true });
    const owner = connected();
    new FakeMirror(here, owner);
    const voice = new FakeVoice();
    new CallControl(owner.bridge, voice);
    voice.changeState('connecting');
    await turn();
    here.window.advance(60_000);
    expect(here.bridge.getState().isVoiceDown).to.equal(false);
  });
});

describe('a voice of which another frame has died', () => {
  class LeavingVoice extends FakeVoice {
    readonly hungUp: unknown[] = [];
    kept(): unknown {
      return ['a'];
    }
    hangUpLeft(kept: unknown): void {
      this.hungUp.push(kept);
    }
  }

  it('hangs up what that has left on the line, as soon as it is ready', async () => {
    const voice = new LeavingVoice();
    const control = new CallControl(connected().bridge, voice);
    voice.changeState('connecting');
    control.hangUpLeft(['a']);
    expect(voice.hungUp).to.deep.equal([]);
    voice.changeState('ready');
    await turn();
    expect(voice.hungUp).to.deep.equal([['a']]);
  });

  it('hangs up nothing once it is taken away', async () => {
    const voice = new LeavingVoice();
    const control = new CallControl(connected().bridge, voice);
    control.hangUpLeft(['a']);
    control.release();
    voice.changeState('ready');
    await turn();
    expect(voice.hungUp).to.deep.equal([]);
  });
});
