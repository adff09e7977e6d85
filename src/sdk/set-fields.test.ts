// The statics and fields of the manager that code written for the official SDK replaces and sets.
import { expect } from '@open-wc/testing';
import { IFrameManager as OfficialManager } from '@hubspot/calling-extensions-sdk';
import { IFrameManager } from './iframe-manager.js';
import { Bench } from './testing/fake-bench.js';

const size = { width: '400', height: '600', hostElementSelector: '#manager-host' };
const src = new URL('testing/fake-blank.html', import.meta.url).href;

/** The statics that a manager can be given others of. */
type Statics = Pick<
  typeof IFrameManager,
  'createIFrame' | 'getHostElement' | 'formatSize' | 'getDestinationHost'
>;

const managers = { official: OfficialManager as unknown as typeof IFrameManager, ours: IFrameManager };

for (const [name, Manager] of Object.entries(managers)) {
  describe(`the manager of the ${name} SDK`, () => {
    const made: IFrameManager[] = [];
    let element: HTMLElement;

    function host(Class = Manager): IFrameManager {
      const manager = new Class({
        iFrameOptions: { src, ...size },
        onMessageHandler: () => undefined,
        debugMode: false,
      });
      made.push(manager);
      return manager;
    }

    /** Replaces a static while `act` runs; returns how often it was called. */
    function spyOn(key: keyof Statics, act: () => void): number {
      const original = Reflect.get(Manager, key) as () => unknown;
      let calls = 0;
      Object.assign(Manager, {
        [key](this: unknown, ...args: unknown[]): unknown {
          calls += 1;
          return Reflect.apply(original, Manager, args);
        },
      });
      act();
      Object.assign(Manager, { [key]: original });
      return calls;
    }

    beforeEach(() => {
      element = document.createElement('div');
      element.id = 'manager-host';
      document.body.append(element);
    });

    afterEach(() => {
      for (const manager of made.splice(0)) manager.remove();
      element.remove();
    });

    it('makes its frame by its own static, which may be another', () => {
      const frame = document.createElement('iframe');
      const original: unknown = Reflect.get(Manager, 'createIFrame');
      Reflect.set(Manager, 'createIFrame', () => frame);
      expect(host().iFrame).to.equal(frame);
      Reflect.set(Manager, 'createIFrame', original);
    });

    it('finds the host element by its own static', () => {
      expect(spyOn('getHostElement', () => void host())).to.be.at.least(1);
    });

    it('writes sizes by its own static', () => {
      const manager = host();
      const resize = () => manager.updateIFrameSize({ width: 500, height: 700 });
      expect(spyOn('formatSize', resize)).to.equal(2);
      expect(manager.iFrame?.getAttribute('width')).to.equal('500px');
    });

    it('sends to the window and the origin that were set, as soon as it is set to be ready', () => {
      const manager = host();
      const sent: [unknown, unknown][] = [];
      const peer = { postMessage: (message: unknown, origin: unknown) => sent.push([message, origin]) };
      manager.destinationWindow = peer as unknown as Window;
      manager.destinationHost = 'https://set.example';
      manager.isReady = true;
      expect([manager.destinationWindow, manager.destinationHost, manager.isReady]).to.deep.equal([
        peer,
        'https://set.example',
        true,
      ]);
      manager.sendMessage({ type: 'HELLO', messageId: 'one' });
      expect(sent).to.deep.equal([[{ type: 'HELLO', messageId: 'one' }, 'https://set.example']]);
    });

    it('sends nothing while it is set not to be ready', () => {
      const manager = host();
      const sent: unknown[] = [];
      const peer = { postMessage: (message: unknown) => sent.push(message) };
      manager.destinationWindow = peer as unknown as Window;
      manager.isReady = false;
      manager.sendMessage({ type: 'HELLO', messageId: 'one' });
      expect(sent).to.deep.equal([]);
    });

    it('is ready after onReady', () => {
      const manager = host();
      manager.onReady();
      expect(manager.isReady).to.equal(true);
    });
  });
}

describe('our manager', () => {
  it('uses the static of a class that is made from it', () => {
    const frame = document.createElement('iframe');
    class Own extends IFrameManager {
      static override createIFrame = () => frame;
    }
    const manager = new Own({
      iFrameOptions: { src, ...size },
      onMessageHandler: () => undefined,
      debugMode: false,
    });
    expect(manager.iFrame).to.equal(frame);
    manager.remove();
  });

  it('keeps what is said while it is set not to be ready, and says it later', async () => {
    const bench = await Bench.open({ sdk: 'ours', handlers: ['onReady'] });
    await bench.shake();
    bench.extensions.initialized({});
    const { iFrameManager } = bench.extensions;
    iFrameManager.isReady = false;
    bench.extensions.userAvailable();
    await bench.settled();
    expect(bench.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED']);
    iFrameManager.isReady = true;
    await bench.settled();
    expect(bench.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED', 'USER_AVAILABLE']);
    bench.close();
  });

  it('listens to whom it trusts only, whatever origin is set', async () => {
    const bench = await Bench.open({ sdk: 'ours', handlers: ['onReady'], isTrusted: false });
    bench.extensions.iFrameManager.destinationHost = location.origin;
    await bench.shake();
    expect(bench.handlers).to.deep.equal([]);
    bench.close();
  });
});
