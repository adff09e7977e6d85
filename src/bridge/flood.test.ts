// Floods through real windows: counted, not timed. bench/flood.mjs measures what they cost.
import { expect } from '@open-wc/testing';
import { openFrame, type SpeakingFrame } from '../link/testing/fake-frame.js';
import { windowWire } from '../link/index.js';
import { CallingBridge } from './calling-bridge.js';
import { collect } from './testing/fake-hubspot.js';

const dial = { type: 'DIAL_NUMBER', data: { phoneNumber: '+12025550001' } };
const sync = { type: 'SYNC', hostUrl: 'https://evil.example', portalId: 666 };
const shown = { type: 'VISIBILITY_CHANGED', data: { isMinimized: true, isHidden: false } };

const floodTimeoutMs = 120_000;
const originals = { ...console };
let printed: unknown[][] = [];
let host: SpeakingFrame;
let stranger: SpeakingFrame;
let bridge: CallingBridge;

/** Resolves when so many messages have arrived from a frame. */
const arrived = (amount: number, { view }: SpeakingFrame) =>
  new Promise<void>((resolve) => {
    let count = 0;
    window.addEventListener('message', function listen({ source }) {
      if (source === view) count += 1;
      if (count < amount) return;
      window.removeEventListener('message', listen);
      resolve();
    });
  });

/** A frame sends so many messages, in waves, as a browser can bear. */
async function flood(frame: SpeakingFrame, amount: number, message: object): Promise<void> {
  const wave = 10_000;
  for (let sent = 0; sent < amount; sent += wave) {
    const all = arrived(wave, frame);
    frame.flood(wave, message, `${String(sent)}-`);
    await all;
  }
}

beforeEach(async () => {
  printed = [];
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    console[method] = (...given: unknown[]) => printed.push(given);
  }
  [host, stranger] = await Promise.all([openFrame(), openFrame()]);
  bridge = new CallingBridge(
    { allowedOrigins: [location.origin] },
    { wire: windowWire({ peer: () => host.view }) },
  );
  bridge.connect();
});

afterEach(() => {
  bridge.disconnect();
  host.remove();
  stranger.remove();
  Object.assign(console, originals);
});

/** HubSpot shakes hands. */
async function shakeHands(): Promise<void> {
  const ready = bridge.whenReady();
  host.say({ type: 'SYNC', messageId: 'sync', portalId: 100 });
  await ready;
}

describe('a flood', () => {
  Object.entries({ dials: dial, SYNCs: sync }).forEach(([what, message]) => {
    it(`of 100,000 ${what} from a stranger makes six notices and no line`, async function () {
      this.timeout(floodTimeoutMs);
      await shakeHands();
      const rejected = collect(bridge, 'hs-rejected');
      const [letIn, sent] = [collect(bridge, 'hs-message'), collect(bridge, 'hs-sent')];
      await flood(stranger, 100_000, message);
      expect(rejected.map(({ code, count }) => [code, count])).to.deep.equal(
        [1, 10, 100, 1000, 10_000, 100_000].map((count) => ['BAD_SOURCE', count]),
      );
      expect([letIn, sent, printed]).to.deep.equal([[], [], []]);
    });
  });

  it('of SYNCs from a stranger leaves the handshake to HubSpot', async function () {
    this.timeout(floodTimeoutMs);
    await flood(stranger, 10_000, sync);
    await shakeHands();
    expect(bridge.getState().host?.portalId).to.equal(100);
  });

  it('of 20,000 messages from HubSpot is delivered, with no notice and no line', async function () {
    this.timeout(floodTimeoutMs);
    await shakeHands();
    const rejected = collect(bridge, 'hs-rejected');
    const delivered = collect(bridge, 'hs-visibility-changed');
    await flood(host, 20_000, shown);
    expect([delivered.length, rejected, printed]).to.deep.equal([20_000, [], []]);
  });

  it('of one message 20,000 times is delivered once, with five notices and no line', async function () {
    this.timeout(floodTimeoutMs);
    await shakeHands();
    const rejected = collect(bridge, 'hs-rejected');
    const delivered = collect(bridge, 'hs-visibility-changed');
    const all = arrived(20_000, host);
    for (let i = 0; i < 20_000; i += 1) host.say({ ...shown, messageId: 'same' });
    await all;
    expect([delivered.length, rejected.length, printed]).to.deep.equal([1, 5, []]);
  });
});
