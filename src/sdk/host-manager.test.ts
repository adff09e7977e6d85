// Our manager at the host's end: the frame it makes, what waits for the widget, and what it writes down.
import { expect, waitUntil } from '@open-wc/testing';
import { IFrameManager } from './iframe-manager.js';
import type { AppManagerOptions } from './types.js';

const src = new URL('testing/fake-blank.html', import.meta.url).href;
const options = { src, width: '400', height: '600', hostElementSelector: '#host-of-manager' };
const nothing = () => undefined;

describe('IFrameManager as a host', () => {
  let place: HTMLElement;
  const made: IFrameManager[] = [];
  const told: { type: string; isUnknown: boolean }[] = [];
  const problems: string[] = [];

  function host(more: Partial<AppManagerOptions> = {}): IFrameManager {
    const manager = new IFrameManager({
      iFrameOptions: options,
      onMessageHandler: ({ type }: { type: string }, isUnknown: boolean) => told.push({ type, isUnknown }),
      onProblem: ({ code, detail }) => problems.push(`${code} ${detail}`),
      ...more,
    });
    made.push(manager);
    return manager;
  }

  const viewOf = ({ iFrame }: IFrameManager) => {
    const view = iFrame?.contentWindow;
    if (!view) throw new Error('The host has no frame.');
    return view as Window & { eval: (code: string) => void; received: { type: string; messageId: string }[] };
  };

  /** Waits for the frame, listens in it and answers its SYNC. */
  async function shaken(manager: IFrameManager): Promise<ReturnType<typeof viewOf>> {
    await waitUntil(() => manager.firstSyncSent > 0, 'the frame has not loaded', { interval: 5 });
    const view = viewOf(manager);
    view.eval('received = []; addEventListener("message", ({ data }) => received.push(data))');
    await waitUntil(() => view.received.some(({ type }) => type === 'SYNC'), 'no SYNC', { interval: 5 });
    const sync = view.received.find(({ type }) => type === 'SYNC');
    say(view, { ...sync, type: 'SYNC_ACK', version: '0.9.7' });
    await waitUntil(() => manager.isReady, 'not ready', { interval: 5 });
    return view;
  }

  const say = (view: ReturnType<typeof viewOf>, message: object) =>
    view.eval(`parent.postMessage(${JSON.stringify(message)}, '*')`);

  beforeEach(() => {
    place = document.body.appendChild(document.createElement('div'));
    place.id = 'host-of-manager';
  });

  afterEach(() => {
    for (const manager of made.splice(0)) manager.remove();
    place.remove();
    told.length = problems.length = 0;
  });

  for (const missing of ['src', 'width', 'height', 'hostElementSelector'] as const) {
    it(`makes no frame without ${missing}`, () => {
      const build = () => IFrameManager.createIFrame({ ...options, [missing]: '' }, nothing, nothing);
      expect(build).to.throw('iFrameOptions is missing one of the required properties');
      expect(place.childElementCount).to.equal(0);
    });
  }

  it('says which place it has not found', () => {
    expect(() => IFrameManager.getHostElement('#nowhere')).to.throw('Selector - #nowhere');
  });

  it('knows by `iFrameOptions` which end it is', () => {
    const widget = new IFrameManager({ onMessageHandler: nothing });
    made.push(widget);
    expect([host().isIFrameHost, widget.isIFrameHost]).to.deep.equal([true, false]);
    expect([widget.iFrame, widget.destinationWindow]).to.deep.equal([null, window.parent]);
  });

  it('has shaken hands with nobody before the frame has loaded', () => {
    const manager = host();
    expect([manager.firstSyncSent, manager.isReady]).to.deep.equal([0, false]);
    expect(manager.destinationHost).to.equal(location.origin);
  });

  it('keeps 256 messages until the widget is there, and says which it does not', async () => {
    const manager = host();
    for (let data = 0; data < 258; data += 1) manager.sendMessage({ type: 'NOTE', data });
    expect(problems).to.deep.equal(['QUEUE_FULL NOTE', 'QUEUE_FULL NOTE']);
    const view = await shaken(manager);
    await waitUntil(
      () => view.received.filter(({ type }) => type === 'NOTE').length === 256,
      'not all came',
      {
        interval: 5,
      },
    );
  });

  it('gives the app what a widget says, and answers what no widget says once', async () => {
    const manager = host();
    const view = await shaken(manager);
    say(view, { type: 'LOGGED_IN', messageId: 1 });
    say(view, { type: 'OWN', messageId: 2 });
    say(view, { type: 'OWN', messageId: 3 });
    await waitUntil(() => told.length === 4, 'not all came', { interval: 5 });
    expect(told).to.deep.equal([
      { type: 'READY', isUnknown: false },
      { type: 'LOGGED_IN', isUnknown: false },
      { type: 'OWN', isUnknown: true },
      { type: 'OWN', isUnknown: true },
    ]);
    manager.sendMessage({ type: 'LAST' });
    await waitUntil(() => view.received.some(({ type }) => type === 'LAST'), 'LAST', { interval: 5 });
    expect(view.received.filter(({ type }) => type !== 'SYNC').map(({ type }) => type)).to.deep.equal([
      'ERROR',
      'LAST',
    ]);
  });

  it('gives a reply to whom it was meant for, once, and answers it not', async () => {
    const manager = host();
    const view = await shaken(manager);
    const replies: unknown[] = [];
    manager.sendMessage(
      { type: 'ASK', messageId: `${manager.instanceRegexp.source.slice(1)}mine` },
      (reply: object) => replies.push(reply),
    );
    await waitUntil(() => view.received.some(({ type }) => type === 'ASK'), 'ASK', { interval: 5 });
    const messageId = view.received.find(({ type }) => type === 'ASK')?.messageId;
    say(view, { type: 'ANSWER', messageId, data: 1 });
    say(view, { type: 'ANSWER', messageId, data: 2 });
    say(view, { type: 'LOGGED_IN', messageId: 9 });
    await waitUntil(() => told.length === 2, 'not all came', { interval: 5 });
    expect(replies).to.deep.equal([{ type: 'ANSWER', messageId, data: 1 }]);
    expect([told.map(({ type }) => type), Object.keys(manager.callbacks)]).to.deep.equal([
      ['READY', 'LOGGED_IN'],
      [],
    ]);
    expect(view.received.map(({ type }) => type)).to.not.include('ERROR');
  });

  [true, false].forEach((debugMode) => {
    it(`writes ${debugMode ? 'both directions' : 'nothing'} with debugMode ${String(debugMode)}`, async () => {
      const lines: string[] = [];
      const { log } = console;
      console.log = (line: string) => lines.push(line);
      try {
        const manager = host({ debugMode });
        const view = await shaken(manager);
        manager.sendMessage({ type: 'DIAL_NUMBER', data: { phoneNumber: '+12025550001' } });
        say(view, { type: 'LOGGED_IN', messageId: 1 });
        await waitUntil(() => told.length === 2, 'not all came', { interval: 5 });
      } finally {
        console.log = log;
      }
      expect(lines.filter((line) => !line.includes('SYNC'))).to.deep.equal(
        debugMode
          ? [
              '[hs-calling] to widget DIAL_NUMBER {"phoneNumber":"+1•••••0001"}',
              '[hs-calling] from widget LOGGED_IN {}',
            ]
          : [],
      );
    });
  });

  it('keeps a side that is a small share of the page, and resizes no frame that is gone', () => {
    const manager = host();
    const { iFrame } = manager;
    manager.updateIFrameSize({ width: '10%', height: '20%' } as never);
    expect([iFrame?.getAttribute('width'), iFrame?.getAttribute('height')]).to.deep.equal(['10%', '20%']);
    manager.remove();
    manager.updateIFrameSize({ width: 300, height: 300 });
    expect([iFrame?.getAttribute('width'), manager.destinationWindow]).to.deep.equal(['10%', null]);
  });

  it('remembers no reply that nobody waits for', () => {
    const manager = host();
    manager.sendMessage({ type: 'NOTE' });
    expect(Object.keys(manager.callbacks)).to.deep.equal([]);
  });

  it('shakes hands again when told to', async () => {
    const manager = host();
    await shaken(manager);
    manager.sendSync();
    expect(manager.isReady).to.equal(false);
  });

  it('handles an event that the page hands over, if it passes the gates', async () => {
    const manager = host();
    const view = await shaken(manager);
    const event = (source: Window) =>
      new MessageEvent('message', {
        source,
        origin: location.origin,
        data: { type: 'LOGGED_IN', messageId: 7 },
      });
    manager.onMessage(event(window));
    expect(told.map(({ type }) => type)).to.deep.equal(['READY']);
    manager.onMessage(event(view));
    expect(told.map(({ type }) => type)).to.deep.equal(['READY', 'LOGGED_IN']);
  });

  it('tells a load error and a silent widget by the same name', () => {
    host().handleLoadError();
    expect(told.map(({ type }) => type)).to.deep.equal(['SYNC_ACK_FAILED']);
  });

  it('tells when its frame reports an error', () => {
    const manager = host();
    manager.iFrame?.dispatchEvent(new Event('error'));
    expect(told.map(({ type }) => type)).to.deep.equal(['SYNC_ACK_FAILED']);
  });
});
