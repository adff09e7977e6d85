/** The quality of a loopback call: measured, or invented where the script makes the call sound poor. */
import type { CallQuality } from '../../call/index.js';
import { callQuality, watchQuality } from '../quality.js';
import type { FullScript } from './script.js';
import type { ScriptClock } from './script-clock.js';

/** Scripted ms between two invented measurements. */
const inventedIntervalMs = 2000;

/** Reports the quality until the returned function is called or the clock is cleared. */
export function watchLoopbackQuality(
  { quality }: FullScript,
  connection: RTCPeerConnection,
  clock: ScriptClock,
  onQuality: (quality: CallQuality) => void,
): () => void {
  if (quality === 'good') return watchQuality(connection, onQuality);
  // The far end chops its sound, but no packet is lost: figures are invented that fit what is heard.
  const report = (loss: number) => {
    onQuality(callQuality({ jitter: 60, loss, roundTrip: 420 }));
    clock.after(inventedIntervalMs, () => report(loss === 0.1 ? 0.14 : 0.1));
  };
  clock.after(inventedIntervalMs, () => report(0.1));
  return () => undefined;
}
