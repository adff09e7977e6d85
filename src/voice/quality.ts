/** The quality of a call: how well the other end is heard, from the browser's statistics. */
import type { CallQuality } from '../call/index.js';

/** Ms between two measurements. */
const measureIntervalMs = 2000;

/** Packets counted since the start of a call; times in ms. */
interface Counts {
  readonly received: number;
  readonly lost: number;
  readonly jitter: number;
  readonly roundTrip: number | undefined;
}

/** The mean opinion score (MOS), by a short form of the E-model (ITU-T G.107). Times in ms, loss from 0 to 1. */
export function meanOpinion({
  jitter,
  loss,
  roundTrip = 0,
}: Pick<CallQuality, 'jitter' | 'loss' | 'roundTrip'>): number {
  // A jitter buffer holds twice the jitter; 10 ms are the codec's.
  const delay = roundTrip / 2 + jitter * 2 + 10;
  const rating = Math.max(0, 93.2 - (delay < 160 ? delay / 40 : (delay - 120) / 10) - loss * 250);
  return 1 + 0.035 * rating + 7e-6 * rating * (rating - 60) * (100 - rating);
}

/** The quality that measurements amount to, with MOS and level. */
export function callQuality(measured: Pick<CallQuality, 'jitter' | 'loss' | 'roundTrip'>): CallQuality {
  const mos = Math.round(Math.max(1, meanOpinion(measured)) * 10) / 10;
  return { ...measured, mos, level: mos >= 4 ? 4 : mos >= 3.6 ? 3 : mos >= 3.1 ? 2 : 1 };
}

/** Measures a connection every two seconds until the returned function is called. */
export function watchQuality(
  connection: Pick<RTCPeerConnection, 'getStats'>,
  onQuality: (quality: CallQuality) => void,
): () => void {
  let before: Counts | undefined;
  let isOver = false;
  const measure = async () => {
    const now = readCounts(await connection.getStats());
    if (isOver || !now) return;
    const received = now.received - (before?.received ?? 0);
    const lost = Math.max(0, now.lost - (before?.lost ?? 0));
    before = now;
    if (received + lost === 0) return;
    const { jitter, roundTrip } = now;
    onQuality(callQuality({ jitter, roundTrip, loss: lost / (received + lost) }));
  };
  // A connection that is closed meanwhile has no statistics.
  const timer = setInterval(() => void measure().catch(() => undefined), measureIntervalMs);
  return () => {
    isOver = true;
    clearInterval(timer);
  };
}

/** The fields that are read, of all types of entries. */
interface Entry {
  readonly type: string;
  readonly kind?: string;
  readonly nominated?: boolean;
  readonly packetsReceived?: number;
  readonly packetsLost?: number;
  /** Seconds. */
  readonly jitter?: number;
  readonly roundTripTime?: number;
  readonly currentRoundTripTime?: number;
}

function readCounts(report: RTCStatsReport): Counts | undefined {
  const all: Entry[] = [];
  report.forEach((entry: Entry) => all.push(entry));
  const inbound = all.find(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio');
  if (!inbound) return undefined;
  const reported = all.find(({ type }) => type === 'remote-inbound-rtp')?.roundTripTime;
  const pair = all.find(
    ({ type, nominated }) => type === 'candidate-pair' && nominated,
  )?.currentRoundTripTime;
  const seconds = reported ?? pair;
  return {
    received: inbound.packetsReceived ?? 0,
    lost: inbound.packetsLost ?? 0,
    jitter: Math.round((inbound.jitter ?? 0) * 1000),
    roundTrip: seconds === undefined ? undefined : Math.round(seconds * 1000),
  };
}
