/** How well the other end is heard, from what the browser counts. */
import type { CallQuality } from '../call/index.js';

/** How often it is looked at, in ms. */
const interval = 2000;

/** What is counted from the start of a call. */
interface Counts {
  readonly received: number;
  readonly lost: number;
  readonly jitter: number;
  readonly roundTrip: number | undefined;
}

/** The opinion of an average listener, by a short form of ITU-T G.107. Times in ms, loss from 0 to 1. */
export function meanOpinion({
  jitter,
  loss,
  roundTrip = 0,
}: Pick<CallQuality, 'jitter' | 'loss' | 'roundTrip'>): number {
  // A buffer against jitter delays by twice of it; 10 ms are the codec's.
  const delay = roundTrip / 2 + jitter * 2 + 10;
  const rating = Math.max(0, 93.2 - (delay < 160 ? delay / 40 : (delay - 120) / 10) - loss * 250);
  return 1 + 0.035 * rating + 7e-6 * rating * (rating - 60) * (100 - rating);
}

/** Measures and opinion together. */
export function callQuality(measured: Pick<CallQuality, 'jitter' | 'loss' | 'roundTrip'>): CallQuality {
  const mos = Math.round(Math.max(1, meanOpinion(measured)) * 10) / 10;
  return { ...measured, mos, level: mos >= 4 ? 4 : mos >= 3.6 ? 3 : mos >= 3.1 ? 2 : 1 };
}

/** Looks at a connection every two seconds until the returned function is called. */
export function watchQuality(
  connection: Pick<RTCPeerConnection, 'getStats'>,
  onQuality: (quality: CallQuality) => void,
): () => void {
  let before: Counts | undefined;
  let isOver = false;
  const look = async () => {
    const now = readCounts(await connection.getStats());
    if (isOver || !now) return;
    const received = now.received - (before?.received ?? 0);
    const lost = Math.max(0, now.lost - (before?.lost ?? 0));
    before = now;
    if (received + lost === 0) return;
    const { jitter, roundTrip } = now;
    onQuality(callQuality({ jitter, roundTrip, loss: lost / (received + lost) }));
  };
  // A connection that was closed meanwhile has nothing to tell.
  const timer = setInterval(() => void look().catch(() => undefined), interval);
  return () => {
    isOver = true;
    clearInterval(timer);
  };
}

/** The fields that are looked at, over all kinds of entries. */
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
  const told = all.find(({ type }) => type === 'remote-inbound-rtp')?.roundTripTime;
  const pair = all.find(
    ({ type, nominated }) => type === 'candidate-pair' && nominated,
  )?.currentRoundTripTime;
  const seconds = told ?? pair;
  return {
    received: inbound.packetsReceived ?? 0,
    lost: inbound.packetsLost ?? 0,
    jitter: Math.round((inbound.jitter ?? 0) * 1000),
    roundTrip: seconds === undefined ? undefined : Math.round(seconds * 1000),
  };
}
