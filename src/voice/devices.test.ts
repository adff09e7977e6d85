import { expect, oneEvent } from '@open-wc/testing';
import { BrowserDevices, canChooseOutput } from './devices.js';

const media = navigator.mediaDevices;

function plugged(...devices: readonly (readonly [kind: MediaDeviceKind, deviceId: string])[]): void {
  const value = () =>
    Promise.resolve(devices.map(([kind, deviceId]) => ({ kind, deviceId, label: `The ${deviceId}` })));
  Object.defineProperty(media, 'enumerateDevices', { configurable: true, value });
}

async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  const error: unknown = await promise.catch((thrown: unknown) => thrown);
  return (error as { code?: string } | undefined)?.code;
}

describe('BrowserDevices', () => {
  let devices: BrowserDevices;
  let changes: number;

  beforeEach(() => {
    devices = new BrowserDevices();
    changes = 0;
    devices.addEventListener('devicechange', () => (changes += 1));
    plugged(['audioinput', 'desk'], ['audioinput', ''], ['videoinput', 'eye'], ['audiooutput', 'box']);
  });

  afterEach(() => {
    devices.unwatch();
    Reflect.deleteProperty(media, 'enumerateDevices');
  });

  it('knows nothing and chooses nothing before it is asked', () => {
    const { inputs, outputs, input, output, ringer } = devices;
    expect([inputs, outputs, input, output, ringer]).to.deep.equal([[], [], '', '', '']);
  });

  it('lists microphones, and speakers where one may choose', async () => {
    await devices.refresh();
    expect(devices.inputs).to.deep.equal([{ id: 'desk', label: 'The desk' }]);
    expect(devices.outputs).to.deep.equal(canChooseOutput() ? [{ id: 'box', label: 'The box' }] : []);
    expect(changes).to.equal(1);
  });

  it('applies a choice to everybody who uses the devices, then tells', async () => {
    const applied: string[] = [];
    const leave = devices.use((use, id) => Promise.resolve(void applied.push(`${use} ${id}`)));
    await devices.choose('input', 'desk');
    await devices.choose('input', 'desk');
    leave();
    await devices.choose('input', '');
    expect([applied, devices.input, changes]).to.deep.equal([['input desk'], '', 2]);
  });

  it('keeps the one before when a choice cannot be applied', async () => {
    devices.use(() => Promise.reject(new Error('gone')));
    expect(await codeOf(devices.choose('input', 'desk'))).to.equal('DEVICE_MISSING');
    expect([devices.input, changes]).to.deep.equal(['', 0]);
  });

  it('chooses a speaker only where the browser can', async () => {
    const code = await codeOf(devices.choose('ringer', 'box'));
    expect([code, devices.ringer]).to.deep.equal(
      canChooseOutput() ? [undefined, 'box'] : ['NOT_SUPPORTED', ''],
    );
  });

  it('keeps the ringer between silent and full', () => {
    const volumes = [2, -1, NaN, 0, 0.5].map((volume) => {
      devices.setRingerVolume(volume);
      return devices.ringerVolume;
    });
    expect([volumes, changes]).to.deep.equal([[1, 0, 0, 0, 0.5], 3]);
  });

  it('goes back to the system’s when the chosen one is pulled out', async () => {
    await devices.choose('input', 'desk');
    devices.watch();
    devices.watch();
    plugged();
    media.dispatchEvent(new Event('devicechange'));
    while (devices.input !== '') await oneEvent(devices, 'devicechange');
    expect(devices.inputs).to.deep.equal([]);
  });

  it('watches no more when it is told to', async () => {
    devices.watch();
    devices.unwatch();
    media.dispatchEvent(new Event('devicechange'));
    await Promise.resolve();
    expect(changes).to.equal(0);
  });

  describe('listens to the microphone', () => {
    const open = (value: () => Promise<MediaStream>) =>
      Object.defineProperty(media, 'getUserMedia', { configurable: true, value });

    afterEach(() => Reflect.deleteProperty(media, 'getUserMedia'));

    it('and tells how loud it is, until it is stopped', async () => {
      const context = new AudioContext();
      const destination = new MediaStreamAudioDestinationNode(context);
      const tone = new OscillatorNode(context, { frequency: 440 });
      tone.connect(new GainNode(context, { gain: 0.2 })).connect(destination);
      tone.start();
      open(() => Promise.resolve(destination.stream));
      // Some browsers let a page hear and sound only after the user has touched it.
      const wait = (ms: number) => new Promise<false>((resolve) => setTimeout(resolve, ms, false));
      const isHeard = await Promise.race([context.resume().then(() => true), wait(500)]);
      const levels: number[] = [];
      const listening = await devices.listen((level) => levels.push(level));
      while (isHeard ? !levels.some((level) => level > 0.3) : levels.length < 2) await wait(20);
      listening.stop();
      const { length } = levels;
      await wait(250);
      expect(levels).to.have.length(length);
      expect(Math.max(...levels)).to.be.within(isHeard ? 0.3 : 0, 1);
      expect(destination.stream.getTracks().map(({ readyState }) => readyState)).to.deep.equal(['ended']);
      await context.close();
    });

    it('and says what keeps it from being heard', async () => {
      open(() => Promise.reject(new DOMException('none', 'NotFoundError')));
      expect(await codeOf(devices.listen(() => undefined))).to.equal('MICROPHONE_MISSING');
    });
  });
});
