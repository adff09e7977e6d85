import { expect, oneEvent } from '@open-wc/testing';
import type { Arrival, Claim } from './port.js';
import { windowPort } from './window-port.js';

const frames: HTMLIFrameElement[] = [];

/** A frame of this origin that is loaded. */
async function openFrame(): Promise<Window> {
  const frame = document.createElement('iframe');
  frame.srcdoc = '<!doctype html>';
  frames.push(frame);
  const loaded = oneEvent(frame, 'load');
  document.body.append(frame);
  await loaded;
  if (!frame.contentWindow) throw new Error('The frame has no window.');
  return frame.contentWindow;
}

/** The next message that arrives in a window. */
const nextMessage = (view: Window) =>
  new Promise<MessageEvent<unknown>>((resolve) => {
    view.addEventListener('message', resolve, { once: true });
  });

/** Says something to this window as if a frame did: from inside it. */
function speakFrom(frame: Window, data: unknown): void {
  const script = frame.document.createElement('script');
  script.textContent = `parent.postMessage(${JSON.stringify(data)}, '*')`;
  frame.document.body.append(script);
}

afterEach(() => {
  frames.splice(0).forEach((frame) => {
    frame.remove();
  });
});

describe('windowPort', () => {
  it('has a peer while there is a window at the other end', () => {
    expect([
      windowPort({ peer: () => window }).hasPeer,
      windowPort({ peer: () => null }).hasPeer,
    ]).to.deep.equal([true, false]);
  });

  it('knows its own origin', () => {
    expect(windowPort().origin).to.equal(location.origin);
  });

  it('posts to the exact origin only', async () => {
    const frame = await openFrame();
    const port = windowPort({ peer: () => frame });
    const arrived = nextMessage(frame);
    port.post({ type: 'STRAY' }, 'https://elsewhere.example');
    port.post({ type: 'MEANT' }, location.origin);
    expect((await arrived).data).to.deep.equal({ type: 'MEANT' });
  });

  it('posts nothing when there is no window', () => {
    expect(() => windowPort({ peer: () => null }).post({}, location.origin)).to.not.throw();
  });

  it('throws what cannot be cloned', () => {
    const port = windowPort({ peer: () => window });
    expect(() => port.post({ no: () => undefined }, location.origin)).to.throw(DOMException);
  });

  it('hears a frame, and knows it from every other window', async () => {
    const frame = await openFrame();
    const sibling = await openFrame();
    const port = windowPort({ peer: () => frame });
    const heard = new Promise<Arrival>((resolve) => {
      const stop = port.listen(
        (arrival) => {
          stop();
          resolve(arrival);
        },
        () => undefined,
      );
    });
    speakFrom(frame, { type: 'HELLO' });
    const { source, origin, data } = await heard;
    expect([origin, data]).to.deep.equal([location.origin, { type: 'HELLO' }]);
    expect([source, sibling, window, null, undefined].map((one) => port.isPeer(one))).to.deep.equal([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('takes nobody for the window that is not there', () => {
    expect(windowPort({ peer: () => null }).isPeer(null)).to.equal(false);
  });

  it('hears what the browser could not read', () => {
    const heard: unknown[] = [];
    const stop = windowPort().listen(
      () => undefined,
      ({ data }) => heard.push(data),
    );
    window.dispatchEvent(new MessageEvent('messageerror'));
    stop();
    expect(heard).to.deep.equal([null]);
  });

  it('hears nothing any more when told to stop', () => {
    const heard: unknown[] = [];
    const note = (arrival: Arrival) => heard.push(arrival);
    windowPort().listen(note, note)();
    window.dispatchEvent(new MessageEvent('message', { data: 1 }));
    window.dispatchEvent(new MessageEvent('messageerror'));
    expect(heard).to.deep.equal([]);
  });

  it('calls later, unless that is taken back', async () => {
    const port = windowPort();
    const called: string[] = [];
    await new Promise<void>((resolve) => {
      const cancel = port.after(0, () => called.push('cancelled'));
      port.after(1, resolve);
      cancel();
    });
    expect(called).to.deep.equal([]);
  });

  it('tells the time of the clock', () => {
    const before = Date.now();
    expect(windowPort().now()).to.be.within(before, Date.now());
  });

  it('reports an error to the page', () => {
    const reported: unknown[] = [];
    const own = Object.getOwnPropertyDescriptor(window, 'reportError') ?? {};
    const stub = (error: unknown) => reported.push(error);
    Object.defineProperty(window, 'reportError', { value: stub, configurable: true });
    windowPort().report('oh');
    Object.defineProperty(window, 'reportError', own);
    expect(reported).to.deep.equal(['oh']);
  });

  [true, false].forEach((isSecure) => {
    it(`makes ids that nobody else has, ${isSecure ? 'with' : 'without'} randomUUID`, () => {
      if (!isSecure) Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
      const ids = Array.from({ length: 1000 }, () => windowPort().createId());
      if (!isSecure) Reflect.deleteProperty(crypto, 'randomUUID');
      expect(new Set(ids).size).to.equal(1000);
    });
  });
});

describe('windowPort.claim', () => {
  const claims: Claim[] = [];
  const granted: string[] = [];

  function claim(name: string, port = windowPort()): Claim {
    const made = port.claim(() => granted.push(name));
    claims.push(made);
    return made;
  }

  afterEach(() => {
    claims.splice(0).forEach((made) => {
      made.release();
    });
    granted.length = 0;
  });

  it('makes the first the owner, and no other', () => {
    expect([claim('a'), claim('b'), claim('c')].map(({ isOwner }) => isOwner)).to.deep.equal([
      true,
      false,
      false,
    ]);
  });

  it('grants the place to the next when the owner goes', () => {
    const [a] = [claim('a'), claim('b'), claim('c')];
    a.release();
    expect(granted).to.deep.equal(['b']);
  });

  it('passes over one that went earlier', () => {
    const [a, b] = [claim('a'), claim('b'), claim('c')];
    b.release();
    a.release();
    expect(granted).to.deep.equal(['c']);
  });

  it('grants nothing twice when one goes twice', () => {
    const [a] = [claim('a'), claim('b'), claim('c')];
    a.release();
    a.release();
    expect(granted).to.deep.equal(['b']);
  });

  it('is free again when all are gone', () => {
    claim('a').release();
    expect(claim('b').isOwner).to.equal(true);
  });

  it('counts a claim of another copy of this code', async () => {
    const address = new URL('./window-port.ts?copy', import.meta.url).href;
    const copy = (await import(address)) as typeof import('./window-port.js');
    expect(copy.windowPort).to.not.equal(windowPort);
    const a = claim('a', copy.windowPort());
    expect(claim('b').isOwner).to.equal(false);
    a.release();
    expect(granted).to.deep.equal(['b']);
  });
});
