// Which windows the drop-in listens to, and which it sends to.
import { expect, waitUntil } from '@open-wc/testing';
import { Bench, sync } from './testing/fake-bench.js';

const handlers = ['onReady', 'onDialNumber', 'defaultEventHandler'];
const dial = { type: 'DIAL_NUMBER', messageId: 'test', data: { phoneNumber: '+12025550001' } };

describe('the drop-in', () => {
  let bench: Bench;

  afterEach(() => {
    bench.close();
  });

  it('does not obey the SYNC of a stranger, nor what comes after it, and says why', async () => {
    bench = await Bench.open({ sdk: 'ours', handlers, isTrusted: false });
    bench.extensions.initialized({ isLoggedIn: true });
    await bench.shake();
    await bench.say(dial);
    expect(bench.summary).to.deep.equal([]);
    expect(bench.page.problems).to.include(`BAD_ORIGIN ${location.origin}`);
    expect(bench.page.lines).to.deep.equal([]);
  });

  it('does not listen to its own window', async () => {
    bench = await Bench.open({ sdk: 'ours', handlers });
    const view = bench.view as unknown as { eval: (code: string) => void };
    view.eval(`postMessage(${JSON.stringify(sync)}, '*')`);
    await bench.settled();
    expect(bench.summary).to.deep.equal([]);
    await bench.shake();
    expect(bench.summary).to.deep.equal(['onReady', '→ SYNC_ACK']);
  });

  it('writes to the origin that shook hands, never to everybody', async () => {
    bench = await Bench.open({ sdk: 'ours', handlers });
    const targets: unknown[] = [];
    // A frame posts to this window by calling this function.
    const original = Reflect.get(window, 'postMessage') as Window['postMessage'];
    window.postMessage = (_message: unknown, target: unknown) => targets.push(target);
    bench.extensions.userAvailable();
    bench.extensions.initialized({ isLoggedIn: true });
    bench.view.postMessage({ ...sync, hostUrl: 'https://evil.example' }, '*');
    bench.view.postMessage({ type: 'NEW', messageId: 'test' }, '*');
    const handled = () => bench.handlers.includes('defaultEventHandler');
    while (!handled()) await new Promise(requestAnimationFrame);
    bench.extensions.callEnded();
    // The original function itself: WebKit tells the sender of a message by the function that is called.
    window.postMessage = original;
    // SYNC_ACK, INITIALIZED, USER_AVAILABLE, ERROR, CALL_ENDED.
    expect(targets).to.deep.equal(Array(5).fill(location.origin));
  });

  it('neither listens nor sends after destroy, and lets another instance take its place', async () => {
    bench = await Bench.open({ sdk: 'ours', handlers });
    await bench.shake();
    bench.extensions.destroy();
    bench.extensions.userAvailable();
    await bench.say(dial);
    expect(bench.summary).to.deep.equal(['onReady', '→ SYNC_ACK']);
    bench.page.build();
    await waitUntil(() => bench.handlers.length === 2, 'the next is not ready', { interval: 5 });
    await bench.say({ ...dial, messageId: 'test another' });
    expect(bench.summary).to.deep.equal(['onReady', 'onReady', 'onDialNumber', '→ SYNC_ACK']);
  });
});
