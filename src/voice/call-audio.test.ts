import { expect } from '@open-wc/testing';
import { CallAudio } from './call-audio.js';
import { BrowserDevices } from './devices.js';
import { withEvents } from './testing/fake-track-events.js';

const media = navigator.mediaDevices;

/** A stream with a silent track, which every browser can make. */
function silence(): MediaStream {
  const { stream } = new MediaStreamAudioDestinationNode(context);
  stream.getAudioTracks().forEach(withEvents);
  return stream;
}
let context: AudioContext;

/** The stream that `getUserMedia` gives for each device id. */
const microphones = new Map<string, MediaStream>();

/** A `getUserMedia` that has lost a device. */
const without =
  (lost: string, open: typeof media.getUserMedia): typeof media.getUserMedia =>
  (wanted) =>
    JSON.stringify(wanted).includes(lost)
      ? Promise.reject(new DOMException('gone', 'OverconstrainedError'))
      : open(wanted);

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

  it('releases a microphone that was to be sent when the call ended, though the connection never answers', async () => {
    await audio.open(() => undefined);
    let ask: () => void = () => undefined;
    const isAsked = new Promise<void>((resolve) => (ask = resolve));
    const replaceTrack = () => {
      ask();
      return new Promise(() => undefined);
    };
    audio.sendThrough(() => ({ replaceTrack }) as unknown as RTCRtpSender);
    const choosing = devices.choose('input', 'desk').catch(() => 'refused');
    await isAsked;
    audio.close();
    expect(await choosing).to.equal('refused');
    expect(trackOf(microphones.get('desk'))?.readyState).to.equal('ended');
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

  it('plays the other end with the next gesture where the browser refuses it before', async () => {
    const before = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'play') ?? {};
    let isAllowed = false;
    const plays: boolean[] = [];
    HTMLMediaElement.prototype.play = () => {
      plays.push(isAllowed);
      return isAllowed ? Promise.resolve() : Promise.reject(new DOMException('', 'NotAllowedError'));
    };
    const gesture = async () => {
      document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve));
    };
    audio.play(silence());
    await new Promise((resolve) => setTimeout(resolve));
    await gesture();
    isAllowed = true;
    await gesture();
    await gesture();
    expect(plays).to.deep.equal([false, false, true]);
    isAllowed = false;
    audio.play(silence());
    audio.close();
    await gesture();
    Object.defineProperty(HTMLMediaElement.prototype, 'play', before);
    expect(plays.length).to.equal(4);
  });

  describe('a microphone that ends', () => {
    const sent: unknown[] = [];
    const told: string[] = [];

    async function unplugged(input = '') {
      sent.length = told.length = 0;
      audio = new CallAudio(devices, {
        onSilent: (why) => told.push(why),
        onReplaced: () => told.push('replaced'),
      });
      if (input) await devices.choose('input', input);
      const before = await audio.open(() => undefined);
      audio.sendThrough(
        () => ({ replaceTrack: async (track: unknown) => sent.push(track) }) as unknown as RTCRtpSender,
      );
      const end = () => {
        trackOf(before)?.stop();
        trackOf(before)?.dispatchEvent(new Event('ended'));
      };
      return { before, end };
    }

    it('is told, and replaced by the one that is there, as muted as before', async () => {
      const { before, end } = await unplugged();
      audio.setMuted(true);
      expect(audio.isSending).to.equal(true);
      end();
      expect([told, audio.isSending]).to.deep.equal([['ended'], false]);
      await audio.reopen();
      const now = trackOf(audio.microphone);
      expect([sent.length, sent[0] === now, now === trackOf(before)]).to.deep.equal([1, true, false]);
      expect([now?.enabled, audio.isSending, told]).to.deep.equal([false, true, ['ended', 'replaced']]);
    });

    it('that was chosen gives way to the system’s', async () => {
      const { end } = await unplugged('desk');
      microphones.clear();
      const open = without('desk', media.getUserMedia.bind(media));
      Object.defineProperty(media, 'getUserMedia', { configurable: true, value: open });
      end();
      await audio.reopen();
      expect(trackOf(audio.microphone)).to.equal(trackOf(microphones.get('')));
    });

    it('is opened once, although another is chosen meanwhile', async () => {
      const { end } = await unplugged();
      end();
      await Promise.all([devices.choose('input', 'desk'), audio.reopen()]);
      expect([sent.length, audio.microphone === microphones.get('desk')]).to.deep.equal([1, true]);
    });

    it('of a call that is over is not replaced', async () => {
      const { end } = await unplugged();
      audio.close();
      end();
      await audio.reopen().catch(() => undefined);
      expect([told, sent, audio.microphone]).to.deep.equal([[], [], undefined]);
    });

    it('is told when the system mutes it', async () => {
      const { before } = await unplugged();
      trackOf(before)?.dispatchEvent(new Event('mute'));
      expect(told).to.deep.equal(['muted']);
    });
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
