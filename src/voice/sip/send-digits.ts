/** Digits that go out in a call, one after the other. */
import { digitPause } from '../digits.js';
import { VoiceError } from '../voice-error.js';
import type { EngineCall } from './engine.js';
import type { DigitTransport } from './settings.js';

/** How long a digit sounds and how long it is silent after it, in ms. */
const duration = 100;
const interToneGap = 70;

/**
 * The same where the far end counts digits by another clock than sound (8000 Hz beside Opus, against RFC 4733).
 * Chromium then measures the one in units of the other, and what is shorter has an end and no beginning.
 */
const durationOffClock = 300;

/** Sends digits. Stops, and rejects with `NOT_POSSIBLE`, when the signal says that the call is over. */
export async function sendDigits(
  call: EngineCall,
  digits: readonly string[],
  transport: DigitTransport,
  signal: AbortSignal,
): Promise<void> {
  for (const digit of digits) {
    signal.throwIfAborted();
    if (digit === ',') await pause(digitPause, signal);
    else if (transport === 'info') await sendInfo(call, digit, signal);
    else await sendTone(call, digit, signal);
  }
}

// RFC 4733: the browser puts it into the sound and tells when it has gone out.
async function sendTone(call: EngineCall, digit: string, signal: AbortSignal): Promise<void> {
  const rtp = call.connection?.getSenders().find(({ dtmf }) => dtmf);
  const sender = rtp?.dtmf;
  if (!sender?.canInsertDTMF) throw new VoiceError('NOT_SUPPORTED', 'digits in the sound (RFC 4733)');
  await until(signal, (done) => {
    const look = ({ tone }: RTCDTMFToneChangeEvent) => {
      if (tone === '') done();
    };
    sender.addEventListener('tonechange', look);
    const lasting = isOffClock(rtp) ? durationOffClock : duration;
    call.sendDTMF(digit, { duration: lasting, interToneGap, transportType: 'RFC2833' });
    return () => sender.removeEventListener('tonechange', look);
  });
}

function isOffClock(sender: RTCRtpSender | undefined): boolean {
  const { codecs = [] } = sender?.getParameters() ?? {};
  const isEvent = ({ mimeType }: RTCRtpCodec) => /telephone-event$/i.test(mimeType);
  const sound = codecs.find((codec) => !isEvent(codec));
  return !codecs.some((codec) => isEvent(codec) && codec.clockRate === sound?.clockRate);
}

async function sendInfo(call: EngineCall, digit: string, signal: AbortSignal): Promise<void> {
  await until(signal, (done, fail) => {
    let isMine = true;
    call.on('newDTMF', ({ originator, dtmf }) => {
      if (!isMine || originator !== 'local') return;
      isMine = false;
      // The engine tells of the digit just before it goes out.
      dtmf.on('succeeded', done);
      dtmf.on('failed', () => fail(new VoiceError('NOT_SUPPORTED', 'digits by SIP INFO')));
    });
    call.sendDTMF(digit, { duration, interToneGap, transportType: 'INFO' });
    return () => {
      isMine = false;
    };
  });
  await pause(duration + interToneGap, signal);
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await until(signal, (done) => {
    const timer = setTimeout(done, ms);
    return () => clearTimeout(timer);
  });
}

/** Waits for something that can be given up. */
async function until(
  signal: AbortSignal,
  begin: (done: () => void, fail: (error: unknown) => void) => () => void,
): Promise<void> {
  let leave = () => {};
  let stop = () => {};
  try {
    await new Promise<void>((resolve, reject) => {
      stop = () => reject(signal.reason as Error);
      signal.addEventListener('abort', stop);
      leave = begin(resolve, reject);
    });
  } finally {
    leave();
    signal.removeEventListener('abort', stop);
  }
}
