/** Sends DTMF digits over SIP: in the sound (RFC 4733), or by INFO. */
import { commaPauseMs } from '../digits.js';
import { VoiceError } from '../voice-error.js';
import type { EngineCall } from './engine.js';
import type { DigitTransport } from './settings.js';

/** How long a digit sounds, in ms. */
const toneMs = 100;

/** The silence after a digit, in ms. */
const toneGapMs = 70;

/**
 * How long a digit sounds, in ms, where the far end's clock rate for digits is not that of the sound (8000 Hz beside
 * Opus, against RFC 4733). Chromium then mixes up the two rates, and of a shorter digit only the end is sent.
 */
const otherClockToneMs = 300;

/** Sends digits one after the other. Stops, and rejects with `NOT_POSSIBLE`, when the call ends. */
export async function sendDigits(
  call: EngineCall,
  digits: readonly string[],
  transport: DigitTransport,
  signal: AbortSignal,
): Promise<void> {
  for (const digit of digits) {
    signal.throwIfAborted();
    if (digit === ',') await pause(commaPauseMs, signal);
    else if (transport === 'info') await sendInfo(call, digit, signal);
    else await sendTone(call, digit, signal);
  }
}

// The browser puts the digit into the sound, and fires `tonechange` with an empty tone when it is out.
async function sendTone(call: EngineCall, digit: string, signal: AbortSignal): Promise<void> {
  const rtp = call.connection?.getSenders().find(({ dtmf }) => dtmf);
  const sender = rtp?.dtmf;
  if (!sender?.canInsertDTMF) throw new VoiceError('NOT_SUPPORTED', 'digits in the sound (RFC 4733)');
  await untilDone(signal, (done) => {
    const look = ({ tone }: RTCDTMFToneChangeEvent) => {
      if (tone === '') done();
    };
    sender.addEventListener('tonechange', look);
    const duration = hasOtherClock(rtp) ? otherClockToneMs : toneMs;
    call.sendDTMF(digit, { duration, interToneGap: toneGapMs, transportType: 'RFC2833' });
    return () => sender.removeEventListener('tonechange', look);
  });
}

/** Whether digits have another clock rate than the sound. */
function hasOtherClock(sender: RTCRtpSender | undefined): boolean {
  const { codecs = [] } = sender?.getParameters() ?? {};
  const isEvent = ({ mimeType }: RTCRtpCodec) => /telephone-event$/i.test(mimeType);
  const sound = codecs.find((codec) => !isEvent(codec));
  return !codecs.some((codec) => isEvent(codec) && codec.clockRate === sound?.clockRate);
}

async function sendInfo(call: EngineCall, digit: string, signal: AbortSignal): Promise<void> {
  await untilDone(signal, (done, fail) => {
    let isMine = true;
    call.on('newDTMF', ({ originator, dtmf }) => {
      if (!isMine || originator !== 'local') return;
      isMine = false;
      // The engine fires this just before it sends the digit.
      dtmf.on('succeeded', done);
      dtmf.on('failed', () => fail(new VoiceError('NOT_SUPPORTED', 'digits by SIP INFO')));
    });
    call.sendDTMF(digit, { duration: toneMs, interToneGap: toneGapMs, transportType: 'INFO' });
    return () => {
      isMine = false;
    };
  });
  await pause(toneMs + toneGapMs, signal);
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await untilDone(signal, (done) => {
    const timer = setTimeout(done, ms);
    return () => clearTimeout(timer);
  });
}

/** Waits until `begin` calls one of its callbacks, or the signal is aborted. `begin` returns how to clean up. */
async function untilDone(
  signal: AbortSignal,
  begin: (done: () => void, fail: (error: unknown) => void) => () => void,
): Promise<void> {
  let cleanUp = () => {};
  let onAbort = () => {};
  try {
    await new Promise<void>((resolve, reject) => {
      onAbort = () => reject(signal.reason as Error);
      signal.addEventListener('abort', onAbort);
      cleanUp = begin(resolve, reject);
    });
  } finally {
    cleanUp();
    signal.removeEventListener('abort', onAbort);
  }
}
