import { expect } from '@open-wc/testing';
import { microphoneTroubleOf } from './microphone-trouble.js';
import { closeMicrophone, openMicrophone, type MicrophoneRequest } from './microphone.js';
import { VoiceError } from './voice-error.js';

const media = navigator.mediaDevices;

/** Replaces a property of the browser's until the test is over. */
function put(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { configurable: true, value });
  undo.push(() => Reflect.deleteProperty(target, name));
}
const undo: (() => void)[] = [];

const refuse = (name: string) =>
  put(media, 'getUserMedia', () => Promise.reject(new DOMException('no', name)));
const permit = (state: PermissionState) =>
  put(navigator.permissions, 'query', () => Promise.resolve({ state }));

async function failure(request?: MicrophoneRequest): Promise<VoiceError> {
  try {
    closeMicrophone(await openMicrophone(request));
  } catch (error) {
    if (error instanceof VoiceError) return error;
    throw error;
  }
  throw new Error('It was opened');
}

const tracks = () => {
  const track = { readyState: 'live', stop: () => (track.readyState = 'ended') };
  return track;
};
const streamOf = (track: ReturnType<typeof tracks>) => ({ getTracks: () => [track] });

describe('openMicrophone', () => {
  afterEach(() => {
    for (const step of undo.splice(0)) step();
  });

  for (const [name, permission, code, trouble] of [
    ['NotFoundError', 'granted', 'MICROPHONE_MISSING', 'missing'],
    ['OverconstrainedError', 'granted', 'MICROPHONE_MISSING', 'missing'],
    ['NotReadableError', 'granted', 'MICROPHONE_IN_USE', 'in-use'],
    ['AbortError', 'granted', 'MICROPHONE_IN_USE', 'in-use'],
    ['NotAllowedError', 'denied', 'MICROPHONE_DENIED', 'denied'],
    ['NotAllowedError', 'prompt', 'MICROPHONE_DISMISSED', 'dismissed'],
    ['SecurityError', 'denied', 'MICROPHONE_DENIED', 'denied'],
    ['TypeError', 'granted', 'MEDIA_FAILED', undefined],
  ] as const) {
    it(`calls ${name} with permission ${permission} ${code}`, async () => {
      refuse(name);
      permit(permission);
      const error = await failure();
      expect([error.code, microphoneTroubleOf(error)]).to.deep.equal([code, trouble]);
      expect((error.cause as DOMException).name).to.equal(name);
    });
  }

  for (const policy of ['permissionsPolicy', 'featurePolicy']) {
    it(`is blocked where the frame’s ${policy} does not allow it`, async () => {
      refuse('NotAllowedError');
      permit('prompt');
      put(document, policy, { allowsFeature: () => false });
      const error = await failure();
      expect([error.code, microphoneTroubleOf(error)]).to.deep.equal(['MICROPHONE_BLOCKED', 'blocked']);
    });
  }

  it('is denied where the browser does not know of the permission', async () => {
    refuse('NotAllowedError');
    put(navigator.permissions, 'query', () => Promise.reject(new TypeError('microphone')));
    expect((await failure()).code).to.equal('MICROPHONE_DENIED');
  });

  it('is blocked outside a secure context', async () => {
    put(navigator, 'mediaDevices', undefined);
    expect((await failure()).code).to.equal('MICROPHONE_BLOCKED');
  });

  it('says when the browser seems to be asking', async () => {
    let answer: (stream: unknown) => void = () => undefined;
    put(media, 'getUserMedia', () => new Promise((resolve) => (answer = resolve)));
    const track = tracks();
    const opening = await new Promise<{ promise: Promise<MediaStream> }>((resolve) => {
      const promise: Promise<MediaStream> = openMicrophone({ onWaiting: () => resolve({ promise }) });
    });
    answer(streamOf(track));
    await opening.promise;
    expect(track.readyState).to.equal('live');
  });

  it('closes at once what comes too late', async () => {
    const track = tracks();
    const giveUp = new AbortController();
    put(media, 'getUserMedia', () => {
      giveUp.abort();
      return Promise.resolve(streamOf(track));
    });
    const error = await failure({ signal: giveUp.signal });
    expect([error.code, track.readyState]).to.deep.equal(['NOT_POSSIBLE', 'ended']);
  });

  it('asks for the device that was chosen, or leaves the choice', async () => {
    const asked: unknown[] = [];
    put(media, 'getUserMedia', ({ audio }: { audio: MediaTrackConstraints }) => {
      asked.push(audio.deviceId);
      return Promise.resolve(streamOf(tracks()));
    });
    await openMicrophone();
    await openMicrophone({ deviceId: 'desk' });
    expect(asked).to.deep.equal([undefined, { exact: 'desk' }]);
  });

  it('opens what there is, or says what is in the way', async () => {
    // The browsers of the tests differ: two grant a fake microphone, one has none.
    const outcome = await openMicrophone().catch((error: unknown) => error);
    if (outcome instanceof MediaStream) {
      closeMicrophone(outcome);
      expect(outcome.getTracks().map(({ readyState }) => readyState)).to.deep.equal(['ended']);
    } else expect(outcome).to.be.instanceOf(VoiceError);
  });
});
