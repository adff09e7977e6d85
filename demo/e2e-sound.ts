/** What is heard in a widget's frame, measured in a page that `spyOnMedia` watches. */
import { expect, type Frame } from '@playwright/test';
import type { OpenedMedia } from './sip/media-spy.js';

/** A widget's window, with what `spyOnMedia` has put there. */
interface Watching extends Window {
  seen: OpenedMedia;
}

/** What has passed through the connection of a call so far, in packets. */
export interface Flow {
  readonly sent: number;
  readonly received: number;
  /** The sound energy received, as `totalAudioEnergy` counts it. */
  readonly energy: number;
}

/**
 * Which of a page's connections is measured, by its place among them. Default: the newest. A loopback call has two; the one
 * before the newest hears the echo of what the far end has heard.
 */
type WhichConnection = -1 | -2;

/** What has passed through a connection so far. */
export function flowIn(frame: Frame, which: WhichConnection = -1): Promise<Flow> {
  return frame.evaluate(async (place) => {
    const { connections } = (window as unknown as Watching).seen;
    const flow = { sent: 0, received: 0, energy: 0 };
    (await connections.at(place)?.getStats())?.forEach(
      (entry: {
        type: string;
        packetsSent?: number;
        packetsReceived?: number;
        totalAudioEnergy?: number;
      }) => {
        if (entry.type === 'outbound-rtp') flow.sent += entry.packetsSent ?? 0;
        if (entry.type !== 'inbound-rtp') return;
        flow.received += entry.packetsReceived ?? 0;
        flow.energy += entry.totalAudioEnergy ?? 0;
      },
    );
    return flow;
  }, which);
}

/** Waits until sound has passed both ways since now. Gives what has passed. */
export async function expectSound(frame: Frame, which?: WhichConnection, packets = 50): Promise<Flow> {
  const before = await flowIn(frame, which);
  let since: Flow = { sent: 0, received: 0, energy: 0 };
  await expect
    .poll(
      async () => {
        const { sent, received, energy } = await flowIn(frame, which);
        since = {
          sent: sent - before.sent,
          received: received - before.received,
          energy: energy - before.energy,
        };
        const isHeard = since.sent >= packets && since.received >= packets && since.energy > 1e-4;
        return isHeard ? 'heard' : since;
      },
      { message: 'sound both ways', intervals: [100], timeout: 15_000 },
    )
    .toBe('heard');
  return since;
}

/** Waits until nothing is heard any more. */
export async function expectSilence(frame: Frame, which?: WhichConnection): Promise<void> {
  // The browser's microphone beeps once a second: a silence is longer than that.
  await expect
    .poll(
      async () => {
        const before = await flowIn(frame, which);
        await frame.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
        return (await flowIn(frame, which)).energy - before.energy;
      },
      { message: 'silence', intervals: [20], timeout: 15_000 },
    )
    .toBeLessThan(1e-4);
}

/** How many connections a frame has opened, and how often it has asked for the microphone. */
export function openedIn(frame: Frame): Promise<{ readonly connections: number; readonly asked: number }> {
  return frame.evaluate(() => {
    const { connections, asked } = (window as unknown as Watching).seen;
    return { connections: connections.length, asked };
  });
}

/** How many sounds, such as a ring, have been heard from this frame's speakers so far. */
export function soundsIn(frame: Frame): Promise<number> {
  return frame.evaluate(
    () => (window as unknown as Watching).seen.sounds.filter(({ peak }) => peak > 0).length,
  );
}
