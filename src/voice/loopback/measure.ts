/** How well the far end is heard: measured, or made up where the script makes it sound bad. */
import type { CallQuality } from '../../call/index.js';
import { callQuality, watchQuality } from '../quality.js';
import type { FullScript } from './script.js';
import type { Timetable } from './timetable.js';

/** Scripted ms between two made-up measures. */
const interval = 2000;

/** Tells of the quality until the returned function is called or the timetable is cleared. */
export function measure(
  { quality }: FullScript,
  connection: RTCPeerConnection,
  timetable: Timetable,
  onQuality: (quality: CallQuality) => void,
): () => void {
  if (quality === 'good') return watchQuality(connection, onQuality);
  // The sound is chopped, but no packet is lost: the figures are made up to fit what is heard.
  const tell = (loss: number) => {
    onQuality(callQuality({ jitter: 60, loss, roundTrip: 420 }));
    timetable.after(interval, () => tell(loss === 0.1 ? 0.14 : 0.1));
  };
  timetable.after(interval, () => tell(0.1));
  return () => undefined;
}
