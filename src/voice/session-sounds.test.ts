import { expect } from '@open-wc/testing';
import { BaseSession } from './base-session.js';
import { BrowserDevices } from './devices.js';
import type { SessionState } from './session.js';
import { SessionSounds } from './session-sounds.js';

class TestSession extends BaseSession {
  hangUp = () => {
    this.finish({ reason: 'hung-up', by: 'local' });
    return Promise.resolve();
  };
  retryMicrophone = () => Promise.resolve();
  goes = (state: SessionState) => this.change('state', state);
}

const call = (direction: 'inbound' | 'outbound') =>
  new TestSession({ id: 'a', direction, remote: { number: '1' } });

describe('SessionSounds', () => {
  const { AudioContext: Context, AudioBufferSourceNode: Source, GainNode: Gain } = globalThis;
  let contexts: AudioContext[];
  let gains: GainNode[];
  let seconds: number[];
  let devices: BrowserDevices;
  let sounds: SessionSounds;

  const areClosed = async () => {
    while (contexts.some(({ state }) => state !== 'closed')) await new Promise(requestAnimationFrame);
  };

  beforeEach(() => {
    [contexts, gains, seconds] = [[], [], []];
    globalThis.AudioContext = class extends Context {
      constructor() {
        super();
        contexts.push(this);
      }
    };
    globalThis.GainNode = class extends Gain {
      constructor(context: BaseAudioContext, options?: GainOptions) {
        super(context, options);
        gains.push(this);
      }
    };
    globalThis.AudioBufferSourceNode = class extends Source {
      constructor(context: BaseAudioContext, options?: AudioBufferSourceOptions) {
        super(context, options);
        seconds.push(Math.round((options?.buffer?.duration ?? 0) * 100) / 100);
      }
    };
    devices = new BrowserDevices();
    sounds = new SessionSounds(devices);
  });

  afterEach(() => {
    Object.assign(globalThis, { AudioContext: Context, AudioBufferSourceNode: Source, GainNode: Gain });
  });

  it('rings while a call comes in, until it is answered', async () => {
    const session = call('inbound');
    sounds.follow(session, () => false);
    expect(seconds).to.deep.equal([2.52]);
    session.goes('connecting');
    session.goes('active');
    await areClosed();
    expect(seconds.length).to.equal(1);
  });

  it('only knocks while somebody is on the line', async () => {
    const session = call('inbound');
    sounds.follow(session, () => true);
    expect(seconds).to.deep.equal([4.45]);
    await session.hangUp();
    await areClosed();
  });

  it('lets one hear it ring there, until the network speaks itself', async () => {
    const session = call('outbound');
    sounds.follow(session, () => false);
    expect(seconds).to.deep.equal([]);
    session.goes('ringing');
    expect(seconds).to.deep.equal([5]);
    session.goes('early');
    await areClosed();
  });

  it('falls silent for one call, and stays so', async () => {
    const [silenced, other] = [call('inbound'), call('inbound')];
    sounds.follow(silenced, () => false);
    sounds.follow(other, () => false);
    sounds.silence(silenced);
    sounds.silence(silenced);
    const first = contexts[0];
    while (first?.state !== 'closed') await new Promise(requestAnimationFrame);
    expect(contexts[1]?.state).to.not.equal('closed');
    silenced.goes('connecting');
    await other.hangUp();
    await areClosed();
    expect(seconds.length).to.equal(2);
  });

  it('says that the ring is silent as long as one of several is', async () => {
    const told: boolean[] = [];
    globalThis.AudioContext = class extends globalThis.AudioContext {
      override get state() {
        return 'suspended' as const;
      }
    };
    sounds = new SessionSounds(devices, (isSilent) => told.push(isSilent));
    const [one, other] = [call('inbound'), call('inbound')];
    sounds.follow(one, () => false);
    sounds.follow(other, () => false);
    while (told.length < 2) await new Promise(requestAnimationFrame);
    await one.hangUp();
    expect(told).to.deep.equal([true, true, true]);
    await other.hangUp();
    expect(told).to.deep.equal([true, true, true, false]);
    // Turned down, it is silent by the user's choice.
    devices.setRingerVolume(0);
    const quiet = call('inbound');
    sounds.follow(quiet, () => false);
    await quiet.hangUp();
    expect(told.includes(true, 4)).to.equal(false);
  });

  it('does not ring where another frame does, and starts and ends with that', async () => {
    const session = call('inbound');
    sounds.letRing(false);
    sounds.follow(session, () => false);
    expect(contexts).to.deep.equal([]);
    sounds.letRing(true);
    sounds.letRing(true);
    expect(seconds).to.deep.equal([2.52]);
    sounds.letRing(false);
    await areClosed();
    sounds.letRing(true);
    await session.hangUp();
    await areClosed();
    sounds.letRing(false);
    sounds.letRing(true);
    expect(seconds).to.deep.equal([2.52, 2.52]);
  });

  it('does not knock either where another frame does, and lets one hear it ring there', async () => {
    const [second, outbound] = [call('inbound'), call('outbound')];
    sounds.letRing(false);
    sounds.follow(second, () => true);
    sounds.follow(outbound, () => false);
    outbound.goes('ringing');
    expect(seconds).to.deep.equal([5]);
    sounds.letRing(true);
    expect(seconds).to.deep.equal([5, 4.45]);
    await Promise.all([second.hangUp(), outbound.hangUp()]);
    await areClosed();
  });

  it('stays silent for a call that was silenced, wherever it rings', async () => {
    const session = call('inbound');
    sounds.silence(session);
    sounds.follow(session, () => false);
    sounds.letRing(false);
    sounds.letRing(true);
    expect(contexts).to.deep.equal([]);
    await session.hangUp();
  });

  it('says that no ring is silent once another frame rings', async () => {
    const told: boolean[] = [];
    globalThis.AudioContext = class extends globalThis.AudioContext {
      override get state() {
        return 'suspended' as const;
      }
    };
    sounds = new SessionSounds(devices, (isSilent) => told.push(isSilent));
    const session = call('inbound');
    sounds.follow(session, () => false);
    while (told.length < 1) await new Promise(requestAnimationFrame);
    sounds.letRing(false);
    expect(told).to.deep.equal([true, false]);
    await session.hangUp();
  });

  it('rings as loud as the ringer is set', async () => {
    devices.setRingerVolume(0.25);
    const session = call('inbound');
    sounds.follow(session, () => false);
    expect(gains[0]?.gain.value).to.equal(0.25);
    await session.hangUp();
    await areClosed();
  });
});
