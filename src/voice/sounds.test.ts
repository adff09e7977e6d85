import { expect } from '@open-wc/testing';
import { playSound, type Sound } from './sounds.js';

/** What `playSound` has made: audio contexts, and the sources that play the samples. */
const contexts: AudioContext[] = [];
const sources: AudioBufferSourceNode[] = [];
const { AudioContext: Context, AudioBufferSourceNode: Source } = globalThis;

/** How loud a sound is at a second: the root mean square of the next 50 ms. */
function loudness(...seconds: readonly number[]): number[] {
  const buffer = sources.at(-1)?.buffer;
  if (!buffer) throw new Error('Nothing is played');
  return seconds.map((second) => {
    const from = Math.round(second * buffer.sampleRate);
    const part = buffer.getChannelData(0).slice(from, from + buffer.sampleRate / 20);
    return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length);
  });
}

describe('playSound', () => {
  beforeEach(() => {
    globalThis.AudioContext = class extends Context {
      constructor() {
        super();
        contexts.push(this);
      }
    };
    globalThis.AudioBufferSourceNode = class extends Source {
      constructor(context: BaseAudioContext, options?: AudioBufferSourceOptions) {
        super(context, options);
        sources.push(this);
      }
    };
  });

  afterEach(() => {
    Object.assign(globalThis, { AudioContext: Context, AudioBufferSourceNode: Source });
  });

  // For each sound, seconds at which it is heard, and seconds at which it is silent.
  const sounds: Readonly<Record<Sound, readonly [heard: number[], silent: number[], length: number]>> = {
    ringtone: [[0.05, 0.25, 0.4, 0.6], [0.8, 2.4], 2.52],
    waiting: [[0.05, 0.35], [0.2, 0.5, 4], 4.45],
    ringback: [[0.1, 0.9], [1.1, 4.9], 5],
    busy: [[0.1, 0.4], [0.5, 0.9], 0.96],
  };
  for (const [sound, [heard, silent, length]] of Object.entries(sounds) as [
    Sound,
    (typeof sounds)[Sound],
  ][]) {
    it(`${sound} is heard and silent where it should be, over and over`, () => {
      const playing = playSound(sound);
      const source = sources.at(-1);
      expect(source?.loop).to.equal(true);
      expect(Math.abs((source?.buffer?.duration ?? 0) - length) < 0.01).to.equal(true);
      expect(loudness(...heard).every((value) => value > 0.5 && value <= 1)).to.equal(true);
      expect(loudness(...silent)).to.deep.equal(silent.map(() => 0));
      playing.stop();
    });
  }

  it('does not click: it starts and ends at nothing', () => {
    const playing = playSound('busy');
    const samples = sources.at(-1)?.buffer?.getChannelData(0);
    expect(samples?.[0]).to.equal(0);
    expect(Math.max(...(samples?.map(Math.abs) ?? [9]))).to.be.at.most(1);
    playing.stop();
  });

  it('leaves nothing running when it is stopped, however often', async () => {
    const playing = playSound('ringtone', { volume: 0.5 });
    const context = contexts.at(-1);
    playing.setVolume(0.1);
    playing.stop();
    playing.stop();
    while (context?.state !== 'closed') await new Promise(requestAnimationFrame);
    playing.stop();
    expect(context.state).to.equal('closed');
  });

  describe('where the browser lets no page sound before a gesture', () => {
    let blocked: boolean[];
    let resumed: number;

    /** A page that has not been touched: `allow` is what a gesture changes. */
    function untouched(options = {}) {
      let isAllowed = false;
      [blocked, resumed] = [[], 0];
      globalThis.AudioContext = class extends Context {
        override get state() {
          return isAllowed ? 'running' : 'suspended';
        }
        override resume() {
          resumed += 1;
          // Chromium's promise stays open until it is allowed.
          if (!isAllowed) return new Promise<void>(() => undefined);
          this.dispatchEvent(new Event('statechange'));
          return Promise.resolve();
        }
      };
      const playing = playSound('ringtone', { onBlocked: (is) => blocked.push(is), ...options });
      const allow = () => (isAllowed = true);
      const told = async (amount: number) => {
        while (blocked.length < amount) await new Promise(requestAnimationFrame);
        return blocked;
      };
      return { playing, allow, told };
    }

    it('says that it is silent, once', async () => {
      const { playing, told } = untouched();
      expect(await told(1)).to.deep.equal([true]);
      playing.stop();
      expect(blocked).to.deep.equal([true, false]);
    });

    for (const gesture of ['pointerdown', 'pointerup', 'mousedown', 'click', 'keydown', 'touchend']) {
      it(`sounds with the next ${gesture} anywhere in the page`, async () => {
        const { playing, allow, told } = untouched();
        await told(1);
        document.body.addEventListener(gesture, (event) => event.stopPropagation(), { once: true });
        document.body.dispatchEvent(new Event(gesture, { bubbles: true }));
        expect(blocked).to.deep.equal([true]);
        allow();
        document.body.dispatchEvent(new Event(gesture, { bubbles: true }));
        expect(await told(2)).to.deep.equal([true, false]);
        const before = resumed;
        document.body.dispatchEvent(new Event(gesture, { bubbles: true }));
        expect(resumed).to.equal(before);
        playing.stop();
      });
    }

    it('asks no more once it is stopped', () => {
      const { playing } = untouched();
      playing.stop();
      const before = resumed;
      document.body.click();
      expect([resumed, blocked]).to.deep.equal([before, []]);
    });
  });

  it('plays nevertheless when the speaker is gone', () => {
    const playing = playSound('busy', { sinkId: 'pulled-out' });
    expect(contexts.at(-1)?.state).to.not.equal('closed');
    playing.stop();
  });
});
