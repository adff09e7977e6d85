import { expect, oneEvent } from '@open-wc/testing';
import { tryClone } from './clone.js';
import { windowWire } from './window-wire.js';
import type { Arrival } from './arrival.js';

const frames: HTMLIFrameElement[] = [];

/** Opens a frame of this origin and waits until it has loaded. */
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

/** Resolves with the next message that arrives in a window. */
const nextMessage = (view: Window) =>
  new Promise<MessageEvent<unknown>>((resolve) => {
    view.addEventListener('message', resolve, { once: true });
  });

/** Posts data to this window from a script inside a frame. */
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

describe('windowWire', () => {
  it('has a peer while there is a window at the other end', () => {
    expect([
      windowWire({ peer: () => window }).hasPeer,
      windowWire({ peer: () => null }).hasPeer,
    ]).to.deep.equal([true, false]);
  });

  it('knows its own origin', () => {
    expect(windowWire().origin).to.equal(location.origin);
  });

  it('posts to the exact origin only', async () => {
    const frame = await openFrame();
    const wire = windowWire({ peer: () => frame });
    const arrived = nextMessage(frame);
    wire.post({ type: 'STRAY' }, 'https://elsewhere.example');
    wire.post({ type: 'MEANT' }, location.origin);
    expect((await arrived).data).to.deep.equal({ type: 'MEANT' });
  });

  it('posts nothing when there is no window', () => {
    expect(() => windowWire({ peer: () => null }).post({}, location.origin)).to.not.throw();
  });

  it('throws what cannot be cloned', () => {
    const wire = windowWire({ peer: () => window });
    expect(() => wire.post({ no: () => undefined }, location.origin)).to.throw(DOMException);
  });

  it('hears a frame, and knows it from every other window', async () => {
    const frame = await openFrame();
    const sibling = await openFrame();
    const wire = windowWire({ peer: () => frame });
    const heard = new Promise<Arrival>((resolve) => {
      const stop = wire.listen(
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
    expect([source, sibling, window, null, undefined].map((one) => wire.isPeer(one))).to.deep.equal([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('takes nobody for the window that is not there', () => {
    expect(windowWire({ peer: () => null }).isPeer(null)).to.equal(false);
  });

  it('hears what the browser could not read', () => {
    const heard: unknown[] = [];
    const stop = windowWire().listen(
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
    windowWire().listen(note, note)();
    window.dispatchEvent(new MessageEvent('message', { data: 1 }));
    window.dispatchEvent(new MessageEvent('messageerror'));
    expect(heard).to.deep.equal([]);
  });

  /** Puts something in the place of a property of the window, while the action runs. */
  function withProperty(name: string, value: unknown, action: () => void): void {
    const own = Object.getOwnPropertyDescriptor(window, name);
    Object.defineProperty(window, name, { value, configurable: true });
    action();
    if (own) Object.defineProperty(window, name, own);
    else Reflect.deleteProperty(window, name);
  }

  it('reports an error to the page', () => {
    const reported: unknown[] = [];
    withProperty(
      'reportError',
      (error: unknown) => reported.push(error),
      () => windowWire().reportError('oh'),
    );
    expect(reported).to.deep.equal(['oh']);
  });

  it('reports an error to a page without reportError, as jsdom is', () => {
    const reported: Event[] = [];
    const prevent = (event: Event) => reported.push(event) < 1;
    withProperty('reportError', undefined, () =>
      withProperty('dispatchEvent', prevent, () => windowWire().reportError('oh')),
    );
    expect(
      reported.map((event) => event instanceof ErrorEvent && [event.type, event.error, event.cancelable]),
    ).to.deep.equal([['error', 'oh', true]]);
  });

  it('writes an error to the console there, unless the page prevents that', () => {
    const written: unknown[] = [];
    const { error } = console;
    console.error = (...line: unknown[]) => written.push(line);
    withProperty('reportError', undefined, () => {
      withProperty(
        'dispatchEvent',
        () => true,
        () => windowWire().reportError('shown'),
      );
      withProperty(
        'dispatchEvent',
        () => false,
        () => windowWire().reportError('prevented'),
      );
    });
    console.error = error;
    expect(written).to.deep.equal([['shown']]);
  });

  it('has no peer in a page that no other frames', () => {
    expect(windowWire().hasPeer).to.equal(window.parent !== window);
  });

  it('copies plain data without structuredClone, as in browsers before 2022', () => {
    const data = { deep: { list: [1] } };
    withProperty('structuredClone', undefined, () => {
      const copy = tryClone(data);
      expect([copy, copy === data]).to.deep.equal([data, false]);
      expect(tryClone(1n)).to.equal(undefined);
    });
  });

  it('makes ids without crypto, as an older jsdom is', () => {
    withProperty('crypto', undefined, () => {
      const ids = Array.from({ length: 1000 }, () => windowWire().createId());
      expect(new Set(ids).size).to.equal(1000);
    });
  });

  [true, false].forEach((isSecure) => {
    it(`makes ids that nobody else has, ${isSecure ? 'with' : 'without'} randomUUID`, () => {
      if (!isSecure) Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
      const ids = Array.from({ length: 1000 }, () => windowWire().createId());
      if (!isSecure) Reflect.deleteProperty(crypto, 'randomUUID');
      expect(new Set(ids).size).to.equal(1000);
    });
  });
});
