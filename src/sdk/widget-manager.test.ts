// Our class and its manager at the widget's end, where no other test compares it with the official one.
import { expect } from '@open-wc/testing';
import { CallingExtensions, type AppOptions } from './index.js';
import { Bench, sync } from './testing/fake-bench.js';
import type { PageOptions } from './testing/fake-page.js';

const dial = { type: 'DIAL_NUMBER', messageId: 'test dial', data: { phoneNumber: '+12025550001' } };

describe('CallingExtensions as a widget', () => {
  const benches: Bench[] = [];

  async function open(options: Partial<PageOptions> = {}): Promise<Bench> {
    const bench = await Bench.open({ sdk: 'ours', handlers: ['onReady', 'onDialNumber'], ...options });
    benches.push(bench);
    return bench;
  }

  /** The host shakes hands again, a second later. */
  async function shakeAgain(bench: Bench): Promise<void> {
    const { Date: clock } = bench.view as unknown as { Date: DateConstructor };
    const later = Date.now() + 1000;
    clock.now = () => later;
    await bench.shake({ messageId: 'sync2' });
  }

  /** Errors that reach the page's `error` event. */
  function errorsOf(bench: Bench): unknown[] {
    const errors: unknown[] = [];
    bench.view.addEventListener('error', ({ error }: ErrorEvent) => errors.push((error as Error).message));
    return errors;
  }

  afterEach(() => {
    for (const bench of benches.splice(0)) bench.close();
  });

  [undefined, {}, { eventHandlers: undefined }].forEach((options) => {
    it(`refuses ${JSON.stringify(options ?? 'nothing')} as options`, () => {
      expect(() => new CallingExtensions(options as unknown as AppOptions)).to.throw(
        'Invalid options or missing eventHandlers.',
      );
    });
  });

  it('hands the error of a handler to the page', async () => {
    const bench = await open({ throwing: 'onDialNumber' });
    const errors = errorsOf(bench);
    await bench.shake();
    await bench.say(dial);
    expect(errors).to.deep.equal(['A handler’s own.']);
  });

  it('has no error where there is no handler', async () => {
    const bench = await open({ handlers: [] });
    const errors = errorsOf(bench);
    await bench.shake();
    await bench.say(dial);
    expect([errors, bench.types]).to.deep.equal([[], ['SYNC_ACK']]);
  });

  it('sends at once, before any handshake, when the app has set that it is ready', async () => {
    const bench = await open();
    bench.extensions.iFrameManager.isReady = true;
    bench.extensions.userAvailable();
    await bench.settled();
    expect(bench.types).to.deep.equal(['USER_AVAILABLE']);
  });

  it('sends nothing, and does not throw, when the app has set that there is no window', async () => {
    const bench = await open();
    await bench.shake();
    bench.extensions.iFrameManager.destinationWindow = null;
    bench.extensions.userAvailable();
    await bench.settled();
    expect(bench.types).to.deep.equal(['SYNC_ACK']);
  });

  it('listens to its own window when the app has set that one', async () => {
    const bench = await open();
    const { view } = bench;
    bench.extensions.iFrameManager.destinationWindow = view;
    (view as unknown as { eval: (code: string) => void }).eval(`postMessage(${JSON.stringify(sync)}, '*')`);
    await bench.settled();
    expect(bench.handlers).to.deep.equal(['onReady']);
  });

  it('says INITIALIZED again to a host that shakes hands again, and nothing else', async () => {
    const bench = await open();
    await bench.shake();
    bench.extensions.initialized({ isLoggedIn: true });
    bench.extensions.userAvailable();
    await shakeAgain(bench);
    expect(bench.types).to.deep.equal([
      'SYNC_ACK',
      'INITIALIZED',
      'USER_AVAILABLE',
      'SYNC_ACK',
      'INITIALIZED',
    ]);
  });

  it('says nothing again where the app has not said INITIALIZED', async () => {
    const bench = await open();
    const errors = errorsOf(bench);
    await bench.shake();
    await shakeAgain(bench);
    expect([bench.types, errors]).to.deep.equal([['SYNC_ACK', 'SYNC_ACK'], []]);
  });

  it('has ids that no other page has', async () => {
    const ids: unknown[] = [];
    for (const bench of [await open(), await open()]) {
      await bench.shake();
      bench.extensions.initialized();
      await bench.settled();
      ids.push(bench.posts.at(-1)?.messageId);
    }
    expect(ids[0]).to.be.a('string').that.is.not.equal(ids[1]);
  });

  it('writes a line of the app’s own with the version and the kind', async () => {
    const bench = await open({ debugMode: true });
    bench.extensions.logDebugMessage({ message: 'Dialling' });
    bench.extensions.logDebugMessage({ message: 'Dialling', type: 'Own' });
    expect(bench.page.lines).to.deep.equal([
      'log ["[hs-calling] log  [\\"0.9.7-beta.0\\",\\"Generic Message\\",\\"Dialling\\"]"]',
      'log ["[hs-calling] log  [\\"0.9.7-beta.0\\",\\"Own\\",\\"Dialling\\"]"]',
    ]);
  });
});
