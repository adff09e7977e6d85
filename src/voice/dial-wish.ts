/** A call that is asked for while the voice still connects: the wish is kept until the voice is ready. */
import type { VoiceProvider } from './provider.js';
import { VoiceError } from './voice-error.js';

/** Ms that a wish is kept. */
const readyTimeoutMs = 10_000;

/**
 * Waits for a voice that connects, or is about to, to be ready; any other is not waited for, it refuses a call by itself. Rejects with the
 * problem of the voice when it fails, with `PHONE_OFFLINE` when it is disconnected or takes longer than `timeoutMs`, and
 * with the reason of the signal.
 */
export async function untilReady(
  provider: VoiceProvider,
  signal: AbortSignal,
  timeoutMs = readyTimeoutMs,
): Promise<void> {
  // An element that has just learnt that the calls are in this frame connects its voice within this turn.
  if (provider.state === 'offline') {
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) throw VoiceError.from(signal.reason);
  }
  if (provider.state !== 'connecting') return;
  const done = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const look = () => {
        if (provider.state === 'ready') resolve();
        else if (provider.state !== 'connecting')
          reject(provider.problem ?? new VoiceError('PHONE_OFFLINE', provider.state));
      };
      const giveUp = () => {
        reject(VoiceError.from(signal.reason));
      };
      provider.addEventListener('statechange', look, done);
      signal.addEventListener('abort', giveUp, done);
      timer = setTimeout(() => {
        reject(new VoiceError('PHONE_OFFLINE', `still connecting after ${String(timeoutMs / 1000)} s`));
      }, timeoutMs);
    });
  } finally {
    clearTimeout(timer);
    done.abort();
  }
}

/** Waits for a voice to be ready, whatever its state is now, until the signal is aborted. */
export async function untilEverReady(provider: VoiceProvider, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const look = () => {
      if (provider.state === 'ready') resolve();
    };
    provider.addEventListener('statechange', look, { signal });
    signal.addEventListener('abort', () => {
      reject(VoiceError.from(signal.reason));
    });
    look();
  });
}
