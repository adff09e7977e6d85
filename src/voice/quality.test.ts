import { expect } from '@open-wc/testing';
import { callQuality, meanOpinion, watchQuality } from './quality.js';

describe('callQuality', () => {
  // By the E-model: 4.41 is the best score, and delay and loss lower it.
  for (const [jitter, loss, roundTrip, mos, level] of [
    [0, 0, 0, 4.4, 4],
    [5, 0, 40, 4.4, 4],
    [20, 0.01, 100, 4.3, 4],
    [30, 0.03, 200, 4.1, 4],
    [30, 0.032, 200, 4, 4],
    [30, 0.07, 200, 3.6, 3],
    [30, 0.11, 200, 3.1, 2],
    [30, 0.06, 200, 3.7, 3],
    [30, 0.08, 200, 3.5, 2],
    [40, 0.1, 300, 2.9, 1],
    [60, 0.14, 420, 1.9, 1],
    [100, 0.5, 1000, 1, 1],
    [0, 1, 0, 1, 1],
  ] as const) {
    it(`is ${mos} with ${jitter} ms jitter, ${Math.round(loss * 100)} % lost, ${roundTrip} ms there and back`, () => {
      const quality = callQuality({ jitter, loss, roundTrip });
      expect([quality.mos, quality.level]).to.deep.equal([mos, level]);
    });
  }

  it('takes an unknown way there and back for none', () => {
    expect(meanOpinion({ jitter: 0, loss: 0, roundTrip: undefined })).to.equal(
      meanOpinion({ jitter: 0, loss: 0, roundTrip: 0 }),
    );
  });

  it('never rises when anything gets worse', () => {
    let before = 5;
    for (let loss = 0; loss <= 1; loss += 0.05) {
      const { mos } = callQuality({ jitter: loss * 100, loss, roundTrip: loss * 1000 });
      expect(mos <= before).to.equal(true);
      before = mos;
    }
  });
});

describe('watchQuality', () => {
  const { setInterval: interval, clearInterval: clear } = globalThis;
  let looks: (() => void)[] = [];
  let running = 0;

  beforeEach(() => {
    [looks, running] = [[], 0];
    globalThis.setInterval = ((look: () => void) => {
      running += 1;
      return looks.push(look);
    }) as unknown as typeof setInterval;
    globalThis.clearInterval = () => (running -= 1);
  });

  afterEach(() => {
    globalThis.setInterval = interval;
    globalThis.clearInterval = clear;
  });

  const report = (...entries: readonly object[]) =>
    Promise.resolve(new Map(entries.map((entry, i) => [String(i), entry])) as unknown as RTCStatsReport);
  const inbound = (packetsReceived: number, packetsLost: number) => ({
    type: 'inbound-rtp',
    kind: 'audio',
    packetsReceived,
    packetsLost,
    jitter: 0.02,
  });
  const look = async () => {
    looks.forEach((each) => each());
    await new Promise((resolve) => setTimeout(resolve));
  };

  it('tells the loss since the last look', async () => {
    const reports = [report(inbound(90, 10)), report(inbound(190, 10))];
    const losses: number[] = [];
    watchQuality({ getStats: () => reports.shift() ?? report() }, ({ loss }) => losses.push(loss));
    await look();
    await look();
    await look();
    expect(losses).to.deep.equal([0.1, 0]);
  });

  it('takes packets that come after all for none lost: the count of the browser goes down then', async () => {
    const reports = [report(inbound(90, 10)), report(inbound(190, 4)), report(inbound(290, -3))];
    const losses: number[] = [];
    watchQuality({ getStats: () => reports.shift() ?? report() }, ({ loss }) => losses.push(loss));
    for (let i = 0; i < 3; i += 1) await look();
    expect(losses).to.deep.equal([0.1, 0, 0]);
  });

  it('tells the loss of each two seconds by themselves', async () => {
    const reports = [report(inbound(50, 50)), report(inbound(140, 60)), report(inbound(140, 160))];
    const losses: number[] = [];
    watchQuality({ getStats: () => reports.shift() ?? report() }, ({ loss }) => losses.push(loss));
    for (let i = 0; i < 3; i += 1) await look();
    expect(losses).to.deep.equal([0.5, 0.1, 1]);
  });

  it('tells the jitter in ms, and none where the browser says nothing of it', async () => {
    const reports = [report(inbound(1, 0)), report({ ...inbound(2, 0), jitter: undefined })];
    const jitters: number[] = [];
    watchQuality({ getStats: () => reports.shift() ?? report() }, ({ jitter }) => jitters.push(jitter));
    for (let i = 0; i < 2; i += 1) await look();
    expect(jitters).to.deep.equal([20, 0]);
  });

  it('reads the sound, and the way that is in use', async () => {
    const video = { ...inbound(0, 900), kind: 'video' };
    const idle = { type: 'candidate-pair', nominated: false, currentRoundTripTime: 9 };
    const used = { type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.05 };
    const other = { type: 'transport', nominated: true, currentRoundTripTime: 7 };
    const all = report(video, other, idle, inbound(9, 1), used);
    const told: unknown[] = [];
    watchQuality({ getStats: () => all }, ({ loss, roundTrip }) => told.push([loss, roundTrip]));
    await look();
    expect(told).to.deep.equal([[0.1, 50]]);
  });

  it('tells the way there and back as the other end does, or as the connection does', async () => {
    const pair = { type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.05 };
    const told = { type: 'remote-inbound-rtp', roundTripTime: 0.08 };
    const reports = [report(inbound(1, 0)), report(inbound(2, 0), pair), report(inbound(3, 0), pair, told)];
    const ways: unknown[] = [];
    watchQuality({ getStats: () => reports.shift() ?? report() }, ({ roundTrip }) => ways.push(roundTrip));
    for (let i = 0; i < 3; i += 1) await look();
    expect(ways).to.deep.equal([undefined, 50, 80]);
  });

  it('tells nothing while nothing comes, and nothing once it is over', async () => {
    let told = 0;
    const stop = watchQuality({ getStats: () => report(inbound(0, 0)) }, () => (told += 1));
    await look();
    stop();
    const stopOther = watchQuality({ getStats: () => report(inbound(9, 0)) }, () => (told += 1));
    looks.forEach((each) => each());
    stopOther();
    await report();
    expect([told, running]).to.deep.equal([0, 0]);
  });

  it('survives a connection that was closed', async () => {
    watchQuality({ getStats: () => Promise.reject(new Error('closed')) }, () => undefined);
    await look();
    expect(running).to.equal(1);
  });
});
