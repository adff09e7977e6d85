// Where our class differs from the official one: what each of them does, by the name of the difference.
import { expect } from '@open-wc/testing';
import { openFrame } from '../link/testing/fake-frame.js';
import { differences, type DifferenceName } from './differences.js';
import { Bench, sync } from './testing/fake-bench.js';
import type { PageOptions } from './testing/fake-page.js';

const number = '+12025550001';
const dial = { type: 'DIAL_NUMBER', messageId: 'test dial', data: { phoneNumber: number } };
const failure = { type: 'UPDATE_ENGAGEMENT_FAILED', messageId: 'test', data: { error: { message: 'No' } } };
const handlers = ['onReady', 'onDialNumber', 'onUpdateEngagementFailed', 'defaultEventHandler'];

interface Case {
  readonly options?: Partial<PageOptions>;
  readonly play: (bench: Bench) => void | Promise<void>;
  /** What is compared. Default: the handlers that were called and the messages that were sent. */
  readonly look?: (bench: Bench) => unknown;
  readonly official: unknown;
  readonly ours: unknown;
}

const shaken = ['onReady', '→ SYNC_ACK'];
const from =
  (said: object, changes: object = {}) =>
  async (bench: Bench) => {
    await bench.shake();
    await bench.say({ ...said, ...changes });
  };
const lines = ({ page }: Bench) => page.lines.map((line) => line.split(' ')[0]);

/** The traffic that shows each difference. Those that need a page with a host are in official-host.test.ts. */
const cases: { readonly [N in DifferenceName]?: Case } = {
  'host-url': {
    options: { isTrusted: false },
    play: (bench) => bench.shake({ hostUrl: 'https://evil.example' }),
    look: ({ handlers: called, extensions }) => [called, extensions.iFrameManager.destinationHost],
    official: [['onReady'], 'https://evil.example'],
    ours: [[], location.origin],
  },
  'any-window': {
    async play(bench) {
      await bench.shake();
      const sibling = await openFrame();
      const index = Array.from(window).indexOf(bench.view);
      const code = (data: unknown) =>
        (sibling.view as unknown as { eval: (text: string) => void }).eval(
          `parent.frames[${String(index)}].postMessage(${JSON.stringify(data)}, '*')`,
        );
      code(dial);
      await bench.settled();
      sibling.remove();
    },
    official: ['onReady', 'onDialNumber', '→ SYNC_ACK'],
    ours: shaken,
  },
  'before-handshake': {
    play: (bench) => bench.say(dial),
    official: ['onDialNumber'],
    ours: [],
  },
  'lifecycle-on-the-wire': {
    play: from({ type: 'READY', messageId: 'test', data: { engagementId: 1 } }),
    official: ['onReady', 'onReady', '→ SYNC_ACK'],
    ours: ['onReady', 'defaultEventHandler', '→ SYNC_ACK', '→ ERROR'],
  },
  'second-sync': {
    async play(bench) {
      await bench.shake();
      bench.extensions.initialized({ isLoggedIn: true });
      const { Date: clock } = bench.view as unknown as { Date: DateConstructor };
      const later = Date.now() + 1000;
      clock.now = () => later;
      await bench.shake({ messageId: 'sync2' });
    },
    official: ['onReady', '→ SYNC_ACK', '→ INITIALIZED'],
    ours: ['onReady', '→ SYNC_ACK', '→ INITIALIZED', '→ SYNC_ACK', '→ INITIALIZED'],
  },
  'said-before-ready': {
    async play(bench) {
      bench.extensions.userLoggedIn();
      bench.extensions.outgoingCall({ externalCallId: 'c' });
      bench.extensions.initialized({ isLoggedIn: true });
      bench.extensions.callAnswered({ externalCallId: 'c' });
      await bench.shake();
    },
    official: shaken,
    ours: [...shaken, '→ INITIALIZED', '→ LOGGED_IN', '→ OUTGOING_CALL_STARTED', '→ CALL_ANSWERED'],
  },
  'on-failed': {
    options: { handlers: ['onFailed', 'onUpdateEngagementFailed'] },
    play: from(failure),
    look: (bench) => bench.handlers,
    official: ['onUpdateEngagementFailed'],
    ours: ['onFailed', 'onUpdateEngagementFailed'],
  },
  'misspelt-handler': {
    options: { handlers: ['onReady', 'onEngagementCreatedFailed', 'defaultEventHandler'] },
    play: () => undefined,
    look: (bench) => bench.page.lines,
    official: [],
    ours: [
      'warn ["[hs-calling] There is no handler “onEngagementCreatedFailed”. Did you mean “onCreateEngagementFailed”?"]',
    ],
  },
  'throwing-handler': {
    options: { handlers: ['FAILED', 'onUpdateEngagementFailed'], throwing: 'FAILED' },
    play: from(failure),
    look: (bench) => bench.handlers,
    official: ['FAILED'],
    ours: ['FAILED', 'onUpdateEngagementFailed'],
  },
  duplicates: {
    play: async (bench) => {
      await bench.shake();
      await bench.say(dial, dial);
    },
    official: ['onReady', 'onDialNumber', 'onDialNumber', '→ SYNC_ACK'],
    ours: ['onReady', 'onDialNumber', '→ SYNC_ACK'],
  },
  'bad-payloads': {
    play: from(dial, { data: { phoneNumber: 5 } }),
    official: ['onReady', 'onDialNumber', '→ SYNC_ACK'],
    ours: shaken,
  },
  'odd-fields': {
    play: from(dial, { data: { phoneNumber: number, calleeInfo: 7 } }),
    look: ({ page }) => page.handlerCalls.at(-1)?.data,
    official: { phoneNumber: number, calleeInfo: 7 },
    ours: { phoneNumber: number },
  },
  'unknown-type-answers': {
    play: async (bench) => {
      await bench.shake();
      await bench.say({ type: 'NEW', messageId: 'test1' }, { type: 'NEW', messageId: 'test2' });
    },
    official: ['onReady', 'defaultEventHandler', 'defaultEventHandler', '→ SYNC_ACK', '→ ERROR', '→ ERROR'],
    ours: ['onReady', 'defaultEventHandler', 'defaultEventHandler', '→ SYNC_ACK', '→ ERROR'],
  },
  'error-answers': {
    play: from({ type: 'ERROR', messageId: 'test', data: { message: 'No' } }),
    official: ['onReady', 'defaultEventHandler', '→ SYNC_ACK', '→ ERROR'],
    ours: ['onReady', 'defaultEventHandler', '→ SYNC_ACK'],
  },
  'inherited-names': {
    play: from({ type: 'toString', messageId: 'test' }),
    official: ['onReady', 'defaultEventHandler', '→ SYNC_ACK'],
    ours: ['onReady', 'defaultEventHandler', '→ SYNC_ACK', '→ ERROR'],
  },
  'update-associations': {
    play: from({ type: 'UPDATE_ASSOCIATIONS_FAILED', messageId: 'test', data: {} }),
    official: ['onReady', 'defaultEventHandler', '→ SYNC_ACK', '→ ERROR'],
    ours: ['onReady', 'defaultEventHandler', '→ SYNC_ACK'],
  },
  'not-cloneable': {
    async play(bench) {
      await bench.shake();
      const { handlerCalls, problems } = bench.page;
      try {
        bench.extensions.callData(() => undefined);
        handlerCalls.push({ handler: problems.at(-1) ?? '', data: undefined, event: undefined });
      } catch (error) {
        handlerCalls.push({ handler: (error as Error).name, data: undefined, event: undefined });
      }
    },
    official: ['onReady', 'DataCloneError', '→ SYNC_ACK'],
    ours: ['onReady', 'NOT_CLONEABLE CALL_DATA', '→ SYNC_ACK'],
  },
  'message-ids': {
    async play(bench) {
      await bench.shake();
      const { Date: clock } = bench.view as unknown as { Date: DateConstructor };
      const now = Date.now();
      clock.now = () => now;
      bench.extensions.initialized({});
      bench.extensions.userAvailable();
      await bench.settled();
    },
    look: ({ posts }) => new Set(posts.slice(1).map(({ messageId }) => messageId)).size,
    official: 1,
    ours: 2,
  },
  'after-removal': {
    async play(bench) {
      await bench.shake();
      bench.extensions.iFrameManager.remove();
      bench.extensions.userAvailable();
      await bench.settled();
    },
    official: [...shaken, '→ USER_AVAILABLE'],
    ours: shaken,
  },
  'two-instances': {
    async play(bench) {
      bench.page.build();
      await bench.shake();
      await bench.say(dial);
    },
    official: ['onReady', 'onReady', 'onDialNumber', 'onDialNumber', '→ SYNC_ACK', '→ SYNC_ACK'],
    ours: ['onReady', 'onReady', 'onDialNumber', 'onDialNumber', '→ SYNC_ACK'],
  },
  'fields-that-are-set': {
    async play(bench) {
      await bench.shake();
      bench.extensions.iFrameManager.isReady = false;
      bench.extensions.userAvailable();
      bench.extensions.iFrameManager.isReady = true;
      bench.extensions.iFrameManager.destinationHost = 'https://elsewhere.example';
      await bench.say(dial);
    },
    official: ['onReady', '→ SYNC_ACK'],
    ours: ['onReady', 'onDialNumber', '→ SYNC_ACK', '→ USER_AVAILABLE'],
  },
  console: {
    options: { handlers: [] },
    async play(bench) {
      bench.extensions.outgoingCall({ externalCallId: 'c', toNumber: number });
      await from(dial)(bench);
    },
    look: lines,
    official: ['warn', 'debug', 'debug', 'error', 'debug', 'error'],
    ours: [],
  },
  version: {
    play: (bench) => bench.shake(),
    look: ({ posts }) => posts[0]?.['version'],
    official: '0.9.7-beta.0',
    ours: '0.9.7',
  },
};

/** The differences that other tests show. */
const elsewhere: readonly DifferenceName[] = [
  'host-answers',
  'host-frame',
  'host-address',
  'host-frame-size',
  'host-lifecycle',
  'host-follows-widget',
  'import-in-node',
  'old-widgets',
];

async function see(sdk: PageOptions['sdk'], { options, play, look }: Case): Promise<unknown> {
  const bench = await Bench.open({ sdk, handlers, ...options });
  await play(bench);
  const seen = look ? look(bench) : bench.summary;
  bench.close();
  return seen;
}

describe('where the official class is at fault, ours differs:', () => {
  (Object.entries(cases) as [DifferenceName, Case][]).forEach(([name, one]) => {
    it(`${name}: ${differences[name].ours}`, async () => {
      expect(await see('official', one)).to.deep.equal(one.official);
      expect(await see('ours', one)).to.deep.equal(one.ours);
    });
  });

  it('each of the table is shown', () => {
    expect([...Object.keys(cases), ...elsewhere].sort()).to.deep.equal(Object.keys(differences).sort());
  });

  it('the README has the table', async () => {
    const text = await (await fetch(new URL('README.md', import.meta.url))).text();
    const readme = text.replaceAll(/ +\|/g, ' |');
    for (const [name, { official, ours }] of Object.entries(differences)) {
      expect(readme).to.include(`| \`${name}\` | ${official} | ${ours} |`);
    }
  });

  it('masks phone numbers where it does write', async () => {
    const bench = await Bench.open({ sdk: 'ours', handlers, debugMode: true });
    await from(dial)(bench);
    bench.extensions.outgoingCall({ externalCallId: 'c', toNumber: number });
    bench.extensions.logDebugMessage({ message: `Calls ${number}` });
    const written = bench.page.lines.join('\n');
    bench.close();
    expect(written).to.include('+1•••••0001').and.to.not.include('2025550001');
    expect(written).to.include('OUTGOING_CALL_STARTED').and.to.include('DIAL_NUMBER').and.to.include('Calls');
  });

  it('says initialized again to a host that shakes hands again only if it was said', async () => {
    const bench = await Bench.open({ sdk: 'ours', handlers });
    await bench.shake();
    (bench.view as unknown as { Date: DateConstructor }).Date.now = () => sync.portalId;
    await bench.shake({ messageId: 'sync2', engagementId: 5 });
    const { summary } = bench;
    const { handlerCalls } = bench.page;
    bench.close();
    expect(summary).to.deep.equal(['onReady', 'onReady', '→ SYNC_ACK', '→ SYNC_ACK']);
    expect(handlerCalls[1]?.data).to.include({ engagementId: 5 });
  });
});
