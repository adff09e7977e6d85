import { expect } from '@open-wc/testing';
import { after, answers, dials, ends, rings, talksIn } from '../../src/call/testing/fake-happenings.js';
import type {
  CallChanges,
  FrameStatus,
  RingSettings,
  Subscriber,
  WidgetHappening,
  WidgetState,
} from '../../src/call/index.js';
import { followRing, mirrorSound } from './follow-ring.js';
import { countSounds } from '../../src/voice/testing/count-sounds.js';

const changes = (externalCallId: string, changed: CallChanges): WidgetHappening => ({
  type: 'CALL',
  externalCallId,
  happened: { type: 'CALL_CHANGED', at: 1, changes: changed },
});

/** What a mirror is told. */
function mirror(
  happenings: readonly WidgetHappening[],
  frame: Partial<FrameStatus> = {},
  ring: RingSettings = {},
): WidgetState {
  const state = after(...happenings, { type: 'FRAME', frame: { role: 'mirror', rings: true, ...frame } });
  return { ...state, voice: { ...voice, ring } };
}
const voice = { state: 'ready', problem: undefined } as NonNullable<WidgetState['voice']>;

describe('mirrorSound', () => {
  const sounds: Readonly<Record<string, readonly [WidgetState, string | undefined]>> = {
    'no call': [mirror([]), undefined],
    'a call that rings': [mirror([rings('a')]), 'ringtone'],
    'a second call': [mirror([...talksIn('a'), rings('b')]), 'waiting'],
    'two calls that ring': [mirror([rings('a'), rings('b')]), 'ringtone'],
    'a call that is dialled': [mirror([dials('a')]), undefined],
    'a call that was answered': [mirror([rings('a'), answers('a')]), undefined],
    'a call that is being answered': [mirror([rings('a'), changes('a', { connecting: true })]), undefined],
    'a call that has ended': [mirror([rings('a'), ends('a')]), undefined],
    'a call that was silenced': [mirror([rings('a'), changes('a', { silenced: true })]), undefined],
    'another beside one that was silenced': [
      mirror([rings('a'), changes('a', { silenced: true }), rings('b')]),
      'ringtone',
    ],
    'a frame that is not to ring': [mirror([rings('a')], { rings: false }), undefined],
    'the owner': [mirror([rings('a')], { role: 'owner' }), undefined],
    'a frame whose part is not known': [mirror([rings('a')], { role: 'undecided' }), undefined],
    'no voice': [{ ...mirror([rings('a')]), voice: undefined }, undefined],
    'a voice that rings by itself': [{ ...mirror([rings('a')]), voice }, undefined],
  };
  for (const [what, [state, sound]] of Object.entries(sounds)) {
    it(`is ${sound ?? 'nothing'} with ${what}`, () => {
      expect(mirrorSound(state)).to.equal(sound);
    });
  }
});

/** A bridge that is in whatever state a test says. */
class FakeMirror {
  readonly told: boolean[] = [];
  #state = mirror([]);
  #subscriber: Subscriber | undefined;
  readonly stop = followRing(
    {
      getState: () => this.#state,
      subscribe: (subscriber) => {
        this.#subscriber = subscriber;
        return () => undefined;
      },
    },
    { update: ({ isRingSilent = false }) => this.told.push(isRingSilent) },
  );

  /** Is in this state, once what has to be loaded for it is there. */
  async follow(state: WidgetState): Promise<void> {
    const before = this.#state;
    this.#state = state;
    this.#subscriber?.(state, before, undefined);
    await import('../../src/voice/call-sound.js');
    await new Promise((resolve) => setTimeout(resolve));
  }
}

describe('followRing', () => {
  const { GainNode: Gain } = globalThis;
  let volumes: number[];
  let sounds: ReturnType<typeof countSounds>;
  let ring: FakeMirror;

  beforeEach(() => {
    volumes = [];
    sounds = countSounds();
    globalThis.GainNode = class extends Gain {
      constructor(context: BaseAudioContext, options?: GainOptions) {
        super(context, options);
        volumes.push(this.gain.value);
        const { gain } = this;
        const set = gain.setTargetAtTime.bind(gain);
        gain.setTargetAtTime = (volume, ...when) => {
          volumes.push(volume);
          return set(volume, ...when);
        };
      }
    };
    ring = new FakeMirror();
  });

  afterEach(() => {
    ring.stop();
    expect(sounds.playing).to.equal(0);
    sounds.stop();
    globalThis.GainNode = Gain;
  });

  it('rings once for a call, whatever else changes', async () => {
    await ring.follow(mirror([]));
    for (const more of [[], [changes('a', { party: { name: 'Ada' } })], [rings('b')]])
      await ring.follow(mirror([rings('a'), ...more]));
    expect(sounds.playing).to.equal(1);
    await ring.follow(mirror([rings('a'), changes('a', { silenced: true })]));
    expect(sounds.playing).to.equal(0);
    await ring.follow(mirror([rings('b')]));
    expect(sounds.stop()).to.equal(2);
  });

  it('is as loud as the voice is set to, also while it rings', async () => {
    await ring.follow(mirror([rings('a')], {}, { ringerVolume: 0.25 }));
    await ring.follow(mirror([rings('a')], {}, { ringerVolume: 0.75 }));
    expect(volumes).to.deep.equal([0.25, 0.75]);
  });

  it('rings although the speaker of the owner is not there', async () => {
    await ring.follow(mirror([rings('a')], {}, { ringer: 'no such speaker' }));
    expect(sounds.playing).to.equal(1);
  });

  describe('that the browser keeps silent', () => {
    const { AudioContext: Counted } = globalThis;
    beforeEach(() => {
      globalThis.AudioContext = class extends globalThis.AudioContext {
        override get state() {
          return 'suspended' as const;
        }
      };
    });
    afterEach(() => (globalThis.AudioContext = Counted));

    it('says so, until it is over', async () => {
      await ring.follow(mirror([rings('a')]));
      while (ring.told.length === 0) await new Promise(requestAnimationFrame);
      await ring.follow(mirror([rings('a')], { rings: false }));
      expect(ring.told).to.deep.equal([true, false]);
    });

    it('says nothing of one that is turned down', async () => {
      await ring.follow(mirror([rings('a')], {}, { ringerVolume: 0 }));
      while (ring.told.length === 0) await new Promise(requestAnimationFrame);
      expect(ring.told).to.deep.equal([false]);
    });
  });
});
