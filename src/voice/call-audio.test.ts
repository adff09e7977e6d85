import { expect } from '@open-wc/testing';
import { CallAudio } from './call-audio.js';
import { BrowserDevices } from './devices.js';

const media = navigator.mediaDevices;

/** A stream with a silent track, which every browser can make. */
function silence(): MediaStream {
  const { stream } = new MediaStreamAudioDestinationNode(context);
  return stream;
}
let context: AudioContext;

/** The stream that `getUserMedia` gives for each device id. */
const microphones = new Map<string, MediaStream>();

const trackOf = (stream: MediaStream | undefined) => stream?.getAudioTracks()[0];

describe('CallAudio', () => {
  let devices: BrowserDevices;
  let audio: CallAudio;

  beforeEach(() => {
    context = new AudioContext();
    microphones.clear();
    Object.defineProperty(media, 'getUserMedia', {
      configurable: true,
      value: ({ audio: { deviceId } }: { audio: { deviceId?: { exact: string } } }) => {
        const id = deviceId?.exact ?? '';
        if (id === 'gone') return Promise.reject(new DOMException('gone', 'NotFoundError'));
        microphones.set(id, silence());
        return Promise.resolve(microphones.get(id));
      },
    });
    devices = new BrowserDevices();
    audio = new CallAudio(devices);
  });

  afterEach(async () => {
    audio.close();
    Reflect.deleteProperty(media, 'getUserMedia');
    await context.close();
  });

  it('opens the microphone and lets go of it', async () => {
    expect(audio.microphone).to.equal(undefined);
    const stream = await audio.open(() => undefined);
    expect(audio.microphone).to.equal(stream);
    audio.close();
    audio.close();
    expect([audio.microphone, trackOf(stream)?.readyState]).to.deep.equal([undefined, 'ended']);
  });

  it('mutes what it sends, also what comes later', async () => {
    audio.setMuted(true);
    const stream = await audio.open(() => undefined);
    expect(trackOf(stream)?.enabled).to.equal(false);
    audio.setMuted(false);
    expect(trackOf(stream)?.enabled).to.equal(true);
  });

  it('sends another microphone as soon as it is chosen, as muted as before', async () => {
    const sent: unknown[] = [];
    const replaceTrack = (track: unknown) => Promise.resolve(void sent.push(track));
    const before = await audio.open(() => undefined);
    audio.sendThrough(() => ({ replaceTrack }) as unknown as RTCRtpSender);
    audio.setMuted(true);
    await devices.choose('input', 'desk');
    const now = microphones.get('desk');
    expect(sent).to.deep.equal([trackOf(now)]);
    expect([trackOf(now)?.enabled, trackOf(before)?.readyState]).to.deep.equal([false, 'ended']);
  });

  it('keeps the microphone when another cannot be had', async () => {
    const before = await audio.open(() => undefined);
    audio.sendThrough(() => undefined);
    const error: unknown = await devices.choose('input', 'gone').catch((thrown: unknown) => thrown);
    expect(error).to.include({ code: 'DEVICE_MISSING' });
    expect([audio.microphone === before, trackOf(before)?.readyState]).to.deep.equal([true, 'live']);
  });

  it('closes at once a microphone that is granted after the call', async () => {
    const opening = audio.open(() => undefined).catch((thrown: unknown) => thrown);
    audio.close();
    expect(await opening).to.include({ code: 'NOT_POSSIBLE' });
    expect(trackOf(microphones.get(''))?.readyState).to.equal('ended');
  });

  it('uses no device any more when it is closed', async () => {
    await audio.open(() => undefined);
    audio.sendThrough(() => undefined);
    audio.close();
    await devices.choose('input', 'desk');
    expect(microphones.has('desk')).to.equal(false);
  });

  it('plays the other end until it is closed', () => {
    const { Audio: Original } = globalThis;
    const speakers: HTMLAudioElement[] = [];
    globalThis.Audio = function create() {
      const speaker = new Original();
      speakers.push(speaker);
      return speaker;
    } as unknown as typeof Audio;
    const stream = silence();
    audio.play(stream);
    audio.play(stream);
    globalThis.Audio = Original;
    expect(speakers.map(({ srcObject }) => srcObject === stream)).to.deep.equal([true]);
    audio.close();
    expect([speakers[0]?.srcObject, speakers[0]?.paused]).to.deep.equal([null, true]);
  });
});
