import { expect } from '@open-wc/testing';
import { mirrorOf, oneOfMany, type OneOfMany } from '../../src/bridge/testing/many-frames.js';
import { LoopbackVoice, type LoopbackSession } from '../../src/voice/loopback/index.js';
import { countSounds } from '../../src/voice/testing/count-sounds.js';
import { FakeVoice } from '../../src/voice/testing/fake-voice.js';
import { followRing } from './follow-ring.js';

// Part of every test: the sound is loaded later.
const loaded = () =>
  import('../../src/voice/call-sound.js').then(() => new Promise((resolve) => setTimeout(resolve)));

describe('The ring of several frames', () => {
  // The loopback takes calls only where there is WebRTC.
  if (typeof RTCPeerConnection === 'undefined') return;

  let owner: OneOfMany;
  let mirrors: readonly OneOfMany[];
  let voice: LoopbackVoice;
  let sounds: ReturnType<typeof countSounds>;
  let stops: readonly (() => void)[];

  beforeEach(async () => {
    sounds = countSounds();
    voice = new LoopbackVoice({ microphone: 'none' });
    owner = oneOfMany({ rings: false });
    voice.attach(owner.bridge);
    await voice.connect();
    mirrors = [mirrorOf(owner, { rings: false }), mirrorOf(owner, { rings: false })];
    stops = mirrors.map(({ bridge, reports }) => followRing(bridge, reports));
  });

  afterEach(async () => {
    await voice.disconnect();
    for (const stop of stops) stop();
    expect(sounds.playing).to.equal(0);
    sounds.stop();
  });

  const calls = (): Promise<LoopbackSession> =>
    voice.receiveCall({ from: '+12025550102' }, { givesUpAfter: 600_000 });

  /** From now on this frame rings, and no other. */
  async function rings(frame: OneOfMany): Promise<void> {
    for (const each of [owner, ...mirrors]) each.reports.update({ rings: each === frame });
    await loaded();
  }

  it('sounds once, wherever it is', async () => {
    await calls();
    for (const frame of [...mirrors, owner, ...mirrors, owner]) {
      await rings(frame);
      expect(sounds.playing).to.equal(1);
    }
  });

  it('sounds in no frame that is not to ring', async () => {
    await calls();
    await loaded();
    expect(sounds.playing).to.equal(0);
  });

  for (const [what, end] of [
    [
      'is silenced there',
      ({ bridge }, { id }) => bridge.request('hs-silence-request', { externalCallId: id }),
    ],
    [
      'is silenced elsewhere',
      (_, { id }) => owner.bridge.request('hs-silence-request', { externalCallId: id }),
    ],
    [
      'is declined there',
      ({ bridge }, { id }) => bridge.request('hs-decline-request', { externalCallId: id }),
    ],
    ['is given up', (_, session) => session.hangUp()],
    ['is carried by another frame', ({ reports }) => reports.update({ role: 'owner' })],
  ] as readonly [string, (mirror: OneOfMany, session: LoopbackSession) => unknown][]) {
    it(`ends in a mirror as soon as the call ${what}`, async () => {
      const [mirror] = mirrors;
      if (!mirror) throw new Error('There is no mirror.');
      await rings(mirror);
      const session = await calls();
      await loaded();
      expect(sounds.playing).to.equal(1);
      end(mirror, session);
      await loaded();
      expect(sounds.playing).to.equal(0);
    });
  }

  it('begins with the next call after one that was silenced', async () => {
    const [mirror] = mirrors;
    if (!mirror) throw new Error('There is no mirror.');
    await rings(mirror);
    const { id: externalCallId } = await calls();
    mirror.bridge.request('hs-silence-request', { externalCallId });
    await loaded();
    expect(sounds.playing).to.equal(0);
    await calls();
    expect(sounds.playing).to.equal(1);
  });

  it('is left to a voice that rings by itself', async () => {
    const other = oneOfMany();
    const mirror = mirrorOf(other);
    const fake = new FakeVoice();
    const control = fake.attach(other.bridge);
    const stop = followRing(mirror.bridge, mirror.reports);
    fake.ring();
    await loaded();
    expect(sounds.playing).to.equal(0);
    control.release();
    stop();
  });

  it('says in the frame that rings that the browser keeps it silent', async () => {
    const { AudioContext: Real } = globalThis;
    globalThis.AudioContext = class extends Real {
      override get state() {
        return 'suspended' as const;
      }
    };
    const [mirror] = mirrors;
    if (!mirror) throw new Error('There is no mirror.');
    const isSilent = new Promise((resolve) =>
      mirror.bridge.subscribe(({ frame }) => frame.isRingSilent && resolve(true)),
    );
    await rings(mirror);
    await calls();
    await isSilent;
    expect(owner.bridge.getState().voice).not.to.have.property('isRingSilent');
    await rings(owner);
    expect(mirror.bridge.getState().frame.isRingSilent).to.equal(false);
    globalThis.AudioContext = Real;
  });
});
