// The official class and ours as hosts: the frame they make, what they send to it, what they receive.
import { expect, waitUntil } from '@open-wc/testing';
import { Bench } from './testing/fake-bench.js';
import { IFrameManager } from './iframe-manager.js';
import type { SizeInfo } from './index.js';
import type { PageOptions } from './testing/fake-page.js';
import { IFrameManager as OfficialManager } from '@hubspot/calling-extensions-sdk';

type Sdk = PageOptions['sdk'];
interface Received {
  readonly type: string;
  readonly messageId: string;
  readonly [field: string]: unknown;
}

const handlers = ['onReady', 'defaultEventHandler'];
const frame = '/src/sdk/testing/fake-blank.html';
const own = { debugMode: false, version: '0.9.7', iFrameUrl: location.origin };

/** A page that is a host, and the empty page that it has framed in place of a widget. */
class HostBench {
  private constructor(readonly bench: Bench) {}

  static async open(sdk: Sdk): Promise<HostBench> {
    const host = new HostBench(await Bench.open({ sdk, handlers, frame }));
    host.listen();
    return host;
  }

  get frame(): HTMLIFrameElement {
    const found = this.bench.view.document.querySelector('iframe');
    if (!found) throw new Error('The host has made no frame.');
    return found;
  }

  get widget() {
    return this.frame.contentWindow as unknown as { eval: (code: string) => void; received: Received[] };
  }

  get clock(): DateConstructor {
    return (this.bench.view as unknown as { Date: DateConstructor }).Date;
  }

  listen(): void {
    this.widget.eval('received = []; addEventListener("message", ({ data }) => received.push(data))');
  }

  /** Resolves when the widget has received `amount` messages of a type. */
  async received(type: string, amount = 1): Promise<Received[]> {
    const found = () => this.widget.received.filter((one) => one.type === type);
    await waitUntil(() => found().length >= amount, `${type} has not come`, { interval: 10 });
    return found();
  }

  /** Resolves when handlers were called `amount` times. */
  async called(amount: number): Promise<void> {
    await waitUntil(() => this.bench.page.handlerCalls.length >= amount, 'no handler was called', {
      interval: 10,
    });
  }

  /** Posts a message from the widget. Resolves when the host has handled it. */
  async say(message: object): Promise<void> {
    this.widget.eval(`parent.postMessage(${JSON.stringify(message)}, '*')`);
    // Posted after it, so handled after it.
    this.widget.eval('parent.postMessage({ settled: 0 }, "*")');
    const settled = (one: unknown) => (one as { settled?: number }).settled === 0;
    await waitUntil(() => this.widget.received.some(settled), 'the host does not answer', { interval: 5 });
    this.widget.received.splice(0, Infinity, ...this.widget.received.filter((one) => !settled(one)));
  }

  /** Answers the host's SYNC, as the widget. */
  async acknowledge(changes: object = {}): Promise<void> {
    const [sync] = await this.received('SYNC');
    await this.say({ ...sync, type: 'SYNC_ACK', ...own, ...changes });
  }
}

const withoutId = ({ messageId, ...rest }: Received) => ({ ...rest, hasId: messageId !== '' });

/** Does the same with the official SDK and then with ours. */
async function both(look: (host: HostBench) => unknown): Promise<readonly [unknown, unknown]> {
  const seen: unknown[] = [];
  for (const sdk of ['official', 'ours'] as const) {
    const host = await HostBench.open(sdk);
    seen.push(JSON.parse(JSON.stringify((await look(host)) ?? null)));
    host.bench.close();
  }
  return [seen[0], seen[1]];
}

const same: Readonly<Record<string, (host: HostBench) => unknown>> = {
  'make the same frame': ({ frame: made }) => {
    made.allow = made.allow.replace('; speaker-selection', '');
    return made.parentElement?.innerHTML;
  },
  'say the same SYNC, again and again': async (host) => (await host.received('SYNC', 3)).map(withoutId),
  async 'tell that the widget is there'(host) {
    await host.acknowledge();
    await host.called(1);
    return [host.bench.page.handlerCalls, host.bench.extensions.iFrameManager.isReady];
  },
  async 'hand over what a widget says'(host) {
    await host.acknowledge();
    await host.say({ type: 'INITIALIZED', messageId: 'a', data: { isLoggedIn: true, engagementId: '7' } });
    await host.say({ type: 'CALL_ENDED', messageId: 'b', data: { externalCallId: 'c' } });
    await host.say({ type: 'OF_ITS_OWN', messageId: 'c', beside: 'data' });
    return host.bench.page.handlerCalls;
  },
  async 'send what the page says'(host) {
    await host.acknowledge();
    host.bench.extensions.sendMessage({ type: 'DIAL_NUMBER', data: { phoneNumber: '+12025550001' } });
    host.bench.extensions.sendMessage({ type: 'LAST' });
    const messages = [...(await host.received('DIAL_NUMBER')), ...(await host.received('LAST'))];
    return messages.map(withoutId);
  },
  'set the size'(host) {
    const { iFrameManager } = host.bench.extensions;
    const sizes: unknown[] = [];
    for (const size of [
      { width: 300, height: 500 },
      { width: 0, height: 510 },
      { width: 320, height: 0 },
    ]) {
      iFrameManager.updateIFrameSize(size);
      sizes.push([host.frame.getAttribute('width'), host.frame.getAttribute('height')]);
    }
    return sizes;
  },
  async 'take the frame away'(host) {
    await host.acknowledge();
    const { iFrameManager } = host.bench.extensions;
    iFrameManager.remove();
    iFrameManager.remove();
    const { iFrame, options, isReady } = iFrameManager;
    return [host.bench.view.document.querySelector('#host')?.innerHTML, iFrame, options, isReady];
  },
  async 'shake hands again with a widget that was loaded again'(host) {
    await host.acknowledge();
    await host.called(1);
    const loaded = new Promise((resolve) => host.frame.addEventListener('load', resolve, { once: true }));
    host.frame.src = `${frame}?again`;
    await loaded;
    host.listen();
    await host.acknowledge();
    await host.called(2);
    return host.bench.page.handlerCalls;
  },
  async 'give up after 30 seconds'(host) {
    await host.received('SYNC');
    const later = Date.now() + 30_100;
    host.clock.now = () => later;
    await host.called(1);
    return host.bench.page.handlerCalls;
  },
  async 'wait for 30 seconds'(host) {
    await host.received('SYNC');
    const later = Date.now() + 29_000;
    host.clock.now = () => later;
    const before = host.widget.received.length;
    await host.received('SYNC', before + 2);
    return host.bench.page.handlerCalls;
  },
};

describe('the official class and ours as hosts', () => {
  Object.entries(same).forEach(([name, look]) => {
    it(name, async () => {
      const [official, ours] = await both(look);
      expect(ours).to.deep.equal(official);
      expect(official).to.not.equal(null);
    });
  });

  it('host-answers: only the official one answers a widget’s messages with ERROR', async () => {
    const seen = await both(async (host) => {
      await host.acknowledge();
      await host.say({ type: 'INITIALIZED', messageId: 'a', data: { isLoggedIn: true } });
      await host.say({ type: 'OF_ITS_OWN', messageId: 'b' });
      return (await host.received('ERROR')).map(({ data }) => data);
    });
    const error = (originalMessage: object) => ({ type: 'UNKNOWN_MESSAGE_TYPE', data: { originalMessage } });
    const unknown = error({ type: 'OF_ITS_OWN', messageId: 'b' });
    const known = error({ type: 'INITIALIZED', messageId: 'a', data: { isLoggedIn: true } });
    expect(seen).to.deep.equal([[known, unknown], [unknown]]);
  });

  it('host-frame: only ours lets the widget choose a speaker', async () => {
    const seen = await both((host) => host.frame.allow);
    expect(seen).to.deep.equal(['microphone; autoplay', 'microphone; autoplay; speaker-selection']);
  });

  it('host-follows-widget: only the official one writes where the widget says', async () => {
    const seen = await both(async (host) => {
      await host.acknowledge({ iFrameUrl: 'https://evil.example', debugMode: true });
      const { destinationHost, debugMode } = host.bench.extensions.iFrameManager;
      return [destinationHost, debugMode];
    });
    expect(seen).to.deep.equal([
      ['https://evil.example', true],
      [location.origin, false],
    ]);
  });

  it('host-lifecycle: only the official one takes READY and the like from a widget for its own', async () => {
    const seen = await both(async (host) => {
      await host.acknowledge();
      const told: unknown[] = [];
      host.bench.extensions.iFrameManager.onMessageHandler = ({ type }: Received) => told.push(type);
      for (const type of ['READY', 'SYNC_ACK_FAILED', 'FAILED', 'SYNC_ACK', 'ready', 'OF_ITS_OWN']) {
        await host.say({ type, messageId: `own ${type}`, data: {} });
      }
      return told;
    });
    const others = ['ready', 'OF_ITS_OWN'];
    expect(seen).to.deep.equal([['READY', 'SYNC_ACK_FAILED', 'FAILED', 'SYNC_ACK', ...others], others]);
  });

  const sizeAfter = async (size: object) => {
    const host = await HostBench.open('ours');
    await host.acknowledge();
    const { iFrameManager } = host.bench.extensions;
    // As an app does with what a widget asks for.
    iFrameManager.onMessageHandler = ({ data }: { data: SizeInfo }) => iFrameManager.updateIFrameSize(data);
    await host.say({ type: 'RESIZE_WIDGET', messageId: 'a', data: size });
    const size1 = [host.frame.getAttribute('width'), host.frame.getAttribute('height')];
    host.bench.close();
    return size1;
  };
  const sizes: readonly (readonly [object, readonly [string, string]])[] = [
    [{ width: 1e9, height: 500 }, ['5000px', '500px']],
    [{ width: 300, height: 1 }, ['300px', '50px']],
    [{ width: 0.5, height: 300.5 }, ['50px', '300.5px']],
    [{ width: '999999px', height: '300px' }, ['5000px', '300px']],
    [{ width: -1, height: 0 }, ['50px', '600']],
    [{ width: '-1e3', height: '-5px' }, ['400', '50px']],
    [{ width: '100000%', height: '1e9' }, ['400', '600']],
  ];
  for (const [size, frameSize] of sizes) {
    it(`host-frame-size: ours keeps a frame what one can be, asked for ${JSON.stringify(size)}`, async () => {
      expect(await sizeAfter(size)).to.deep.equal(frameSize);
    });
  }

  it('host-frame-size: bounds what the page sets too, but for a share of the page', async () => {
    const host = await HostBench.open('ours');
    const set = (...sides: readonly [number | string, number | string]) => {
      host.bench.extensions.iFrameManager.updateIFrameSize({ width: sides[0], height: sides[1] } as SizeInfo);
      return [host.frame.getAttribute('width'), host.frame.getAttribute('height')];
    };
    const seen = [
      set('100%', '90%'),
      set(NaN, -1e9),
      set(Infinity, '1e300'),
      set('-1', 'auto'),
      set('300', '40em'),
    ];
    host.bench.close();
    expect(seen).to.deep.equal([
      ['100%', '90%'],
      ['100%', '50px'],
      ['5000px', '5000px'],
      ['50px', '5000px'],
      ['300', '50px'],
    ]);
  });

  it('says which message of the connection’s own a widget has sent', async () => {
    const host = await HostBench.open('ours');
    await host.acknowledge();
    await host.say({ type: 'READY', messageId: 'own', data: {} });
    const { problems } = host.bench.page;
    const answers = host.widget.received.filter(({ type }) => type === 'ERROR');
    host.bench.close();
    expect(problems).to.include(`BAD_MESSAGE ${location.origin} READY`);
    expect(answers).to.deep.equal([]);
  });

  it('said-before-ready: only ours keeps what is said before the widget is there', async () => {
    const seen = await both(async (host) => {
      host.bench.extensions.sendMessage({ type: 'FIRST' });
      await host.acknowledge();
      host.bench.extensions.sendMessage({ type: 'SECOND' });
      await host.received('SECOND');
      return host.widget.received.map(({ type }) => type).filter((type) => type !== 'SYNC');
    });
    expect(seen).to.deep.equal([['SECOND'], ['FIRST', 'SECOND']]);
  });
});

describe('our class as a host', () => {
  let host: HostBench;
  beforeEach(async () => {
    host = await HostBench.open('ours');
  });
  afterEach(() => {
    host.bench.close();
  });

  it('keeps 256 messages for a widget that is not there yet, in order, and tells of each that it refuses', async () => {
    const { extensions, page } = host.bench;
    for (let number = 0; number < 258; number += 1)
      extensions.sendMessage({ type: `OF_ITS_OWN_${String(number)}` });
    expect(page.problems).to.deep.equal(['QUEUE_FULL OF_ITS_OWN_256', 'QUEUE_FULL OF_ITS_OWN_257']);
    await host.acknowledge();
    await host.received('OF_ITS_OWN_255');
    const types = host.widget.received.map(({ type }) => type).filter((type) => type !== 'SYNC');
    expect(types).to.deep.equal(Array.from({ length: 256 }, (_, number) => `OF_ITS_OWN_${String(number)}`));
  });

  it('answers each unknown type once, and gives all to the page', async () => {
    await host.acknowledge();
    for (const [type, messageId] of [
      ['toString', 'a'],
      ['toString', 'b'],
      ['constructor', 'c'],
      ['OF_ITS_OWN', 'd'],
    ] as const) {
      await host.say({ type, messageId });
    }
    const errors = await host.received('ERROR', 3);
    const answered = errors.map(
      ({ data }) => (data as { data: { originalMessage: Received } }).data.originalMessage,
    );
    expect(answered.map(({ messageId }) => messageId)).to.deep.equal(['a', 'c', 'd']);
    const given = host.bench.page.handlerCalls.filter(({ handler }) => handler === 'defaultEventHandler');
    expect(given.map(({ event }) => (event as Received).messageId)).to.deep.equal(['a', 'b', 'c', 'd']);
  });

  it('looks up no handler for a type that is but a property of every object', () => {
    const asked: (string | symbol)[] = [];
    const eventHandlers = new Proxy(host.bench.extensions.options.eventHandlers, {
      get: (_handlers, name) => {
        asked.push(name);
      },
    });
    host.bench.extensions.options.eventHandlers = eventHandlers;
    for (const type of ['toString', '__proto__', 'constructor', 'OF_ITS_OWN'])
      host.bench.extensions.onMessageHandler({ type, data: undefined } as never);
    expect(asked).to.deep.equal(Array(4).fill('defaultEventHandler'));
  });
});

describe('what the two managers refuse', () => {
  const options = { src: 'x', width: '1', height: '1', hostElementSelector: '#nowhere' };
  const onMessageHandler = () => undefined;
  const wrong = {
    'no handler': {},
    'no address': { iFrameOptions: { ...options, src: '' }, onMessageHandler },
    'no place': { iFrameOptions: options, onMessageHandler },
  };
  Object.entries(wrong).forEach(([name, given]) => {
    it(name, () => {
      const errorOf = (build: () => unknown) => {
        try {
          build();
        } catch (error) {
          return (error as Error).message;
        }
        return undefined;
      };
      const official = errorOf(() => new OfficialManager(given as never));
      expect(official).to.be.a('string');
      expect(errorOf(() => new IFrameManager(given as never))).to.equal(official);
    });
  });

  const scripts = [
    'javascript:void 0',
    'JavaScript:void 0',
    '  javascript:void 0',
    '\u0000\u001f javascript:void 0',
    'java\n\tscript:void 0',
    'data:text/html,x',
    'blob:https://phone.example/1',
    'vbscript:x',
    'file:///widget.html',
    'ftp://phone.example/widget',
    'about:blank',
    'view-source:https://phone.example',
    'tel:+12025550001',
  ];
  for (const src of [...scripts, 'https://', 'http://[', '//']) {
    it(`host-address: an address of another kind, ${JSON.stringify(src)}`, () => {
      const place = document.body.appendChild(document.createElement('div'));
      place.id = 'place-of-frame';
      const given = { ...options, src, hostElementSelector: '#place-of-frame' };
      const builds = [
        () => new IFrameManager({ iFrameOptions: given, onMessageHandler }),
        () => IFrameManager.createIFrame(given, onMessageHandler, onMessageHandler),
      ];
      for (const build of builds) {
        expect(build).to.throw(/iFrameOptions\.src [^]+ right: an address with http or https/);
        expect(build).to.not.throw('2025550001');
      }
      expect(place.childElementCount).to.equal(0);
      place.remove();
    });
  }

  it('take an address of the page, and one with blanks before it', () => {
    const place = document.body.appendChild(document.createElement('div'));
    place.id = 'place-of-frame';
    const shown = ['/src/sdk/testing/fake-blank.html', ' fake-blank.html', 'HTTP://localhost/'].map(
      (src) =>
        IFrameManager.createIFrame(
          { ...options, src, hostElementSelector: '#place-of-frame' },
          onMessageHandler,
          onMessageHandler,
        )?.src,
    );
    place.remove();
    const right = ['/src/sdk/testing/fake-blank.html', 'fake-blank.html', 'http://localhost/'];
    expect(shown).to.deep.equal(right.map((address) => new URL(address, document.baseURI).href));
  });

  it('have the same functions beside the class', () => {
    const addresses = ['https://phone.example:8443/widget?x#y', '/widget', 'https://phone.example'];
    const of = (manager: typeof OfficialManager | typeof IFrameManager) => [
      addresses.map((one) => manager.extractHostFromUrl(one)),
      manager.formatSize(5),
      manager.formatSize('5%'),
      manager.getHostElement('body'),
      manager.getDestinationHost(undefined),
      manager.createMessageId(7).startsWith('7_'),
    ];
    expect(of(IFrameManager)).to.deep.equal(of(OfficialManager));
  });
});
