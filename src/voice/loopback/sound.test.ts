import { expect, oneEvent } from '@open-wc/testing';
import { LoopbackVoice, type LoopbackScript, type LoopbackSession } from './index.js';

/** Every peer connection that the page has made, of near and far ends. */
const connections: RTCPeerConnection[] = [];
const Original = globalThis.RTCPeerConnection as typeof RTCPeerConnection | undefined;
let voice: LoopbackVoice;

async function talk(farEnd: LoopbackScript): Promise<LoopbackSession> {
  voice.configure({ farEnd });
  const session = await voice.dial({ toNumber: '100' });
  while (session.state !== 'active') await oneEvent(session, 'statechange');
  return session;
}

/** What a connection has received so far: sound energy, and packets. */
async function heard(connection: RTCPeerConnection | undefined) {
  const sum = { energy: 0, packets: 0 };
  (await connection?.getStats())?.forEach((entry: Record<string, unknown>) => {
    if (entry['type'] !== 'inbound-rtp') return;
    sum.energy += Number(entry['totalAudioEnergy'] ?? 0);
    sum.packets += Number(entry['packetsReceived'] ?? 0);
  });
  return sum;
}

/** Waits until a connection has received more energy, or more packets, than now. */
async function hearsMore(connection: RTCPeerConnection | undefined, what: 'energy' | 'packets') {
  const before = await heard(connection);
  while ((await heard(connection))[what] <= before[what]) await frame();
}

const frame = () => new Promise(requestAnimationFrame);

/** Whether the browser plays sound without a user's gesture. If not, only packets can be counted here. */
async function canSound(): Promise<boolean> {
  const context = new AudioContext();
  const started = context.resume().then(() => true);
  const waited = frame()
    .then(frame)
    .then(frame)
    .then(frame)
    .then(() => false);
  const can = await Promise.race([started, waited]);
  await context.close();
  return can;
}

describe('the sound of a loopback call', () => {
  if (!Original) {
    it('is none where there is no WebRTC', () => {
      expect(globalThis.RTCPeerConnection).to.equal(undefined);
    });
    return;
  }

  let what: 'energy' | 'packets';

  before(async () => {
    what = (await canSound()) ? 'energy' : 'packets';
  });

  beforeEach(async () => {
    globalThis.RTCPeerConnection = class extends Original {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        connections.push(this);
      }
    };
    voice = new LoopbackVoice({ speed: 20 });
    await voice.connect();
  });

  afterEach(async () => {
    await voice.disconnect();
    globalThis.RTCPeerConnection = Original;
    connections.length = 0;
  });

  for (const microphone of ['required', 'none'] as const) {
    it(`goes there and comes back, with the microphone ${microphone}`, async () => {
      voice.configure({ microphone });
      await talk({ plays: 'echo' });
      const [near, far] = connections;
      await hearsMore(far, 'packets');
      // The far end echoes: what is heard here has been there.
      await hearsMore(near, what);
    });
  }

  it('is a tone where the script says so', async () => {
    const session = await talk({ plays: 'tone' });
    await session.setMuted(true);
    await hearsMore(connections[0], what);
  });

  it('comes back chopped when the quality is poor', async () => {
    await talk({ plays: 'tone', quality: 'poor' });
    await hearsMore(connections[0], what);
  });

  it('is gone both ways while this end holds, and back after', async () => {
    const session = await talk({ plays: 'tone' });
    const [near, far] = connections;
    await session.setHeld(true);
    expect(near?.getTransceivers()[0]?.currentDirection).to.equal('inactive');
    expect(far?.getTransceivers()[0]?.currentDirection).to.equal('inactive');
    await session.setHeld(false);
    expect(near?.getTransceivers()[0]?.currentDirection).to.equal('sendrecv');
    await hearsMore(far, 'packets');
    await hearsMore(near, 'packets');
  });

  it('is silence at the far end while this end is muted', async () => {
    const session = await talk({ plays: 'tone' });
    await session.setMuted(true);
    const track = connections[0]?.getSenders()[0]?.track;
    expect([track?.enabled, track?.readyState]).to.deep.equal([false, 'live']);
    await session.setMuted(false);
    expect(track?.enabled).to.equal(true);
  });

  it('is muted from the start where it was muted before the answer', async () => {
    voice.configure({ farEnd: {} });
    const session = await voice.dial({ toNumber: '100' });
    await session.setMuted(true);
    while (session.state !== 'active') await oneEvent(session, 'statechange');
    expect(connections[0]?.getSenders()[0]?.track?.enabled).to.equal(false);
  });

  it('falls silent with the call: tracks stopped, connections closed', async () => {
    const session = await talk({});
    const track = connections[0]?.getSenders()[0]?.track;
    await session.hangUp();
    expect([track?.readyState, ...connections.map(({ signalingState }) => signalingState)]).to.deep.equal([
      'ended',
      'closed',
      'closed',
    ]);
  });
});
