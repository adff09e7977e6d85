import { expect } from '@open-wc/testing';
import { dial, FakeWidget, sync } from './testing/fake-widget.js';

const afterAck = (widget: FakeWidget) => widget.window.types.slice(1);
const refused = (result: ReturnType<FakeWidget['link']['send']>) =>
  result.ok ? undefined : result.error.code;

describe('WidgetLink.send before INITIALIZED', () => {
  it('sends INITIALIZED first and the rest in order', () => {
    const widget = new FakeWidget();
    ['LOGGED_IN', 'OUTGOING_CALL_STARTED', 'CALL_ANSWERED', 'INITIALIZED'].forEach((type) =>
      widget.link.send({ type }),
    );
    expect(widget.window.posted).to.deep.equal([]);
    widget.window.receive(sync);
    expect(afterAck(widget)).to.deep.equal([
      'INITIALIZED',
      'LOGGED_IN',
      'OUTGOING_CALL_STARTED',
      'CALL_ANSWERED',
    ]);
  });

  it('queues everything until INITIALIZED is sent', () => {
    const widget = FakeWidget.shaken();
    widget.link.send({ type: 'CALL_DATA' });
    expect([afterAck(widget), widget.link.isInitialized]).to.deep.equal([[], false]);
    widget.link.send({ type: 'INITIALIZED' });
    expect([afterAck(widget), widget.link.isInitialized]).to.deep.equal([['INITIALIZED', 'CALL_DATA'], true]);
  });

  it('queues the answer to an unknown type until then, too', () => {
    const widget = FakeWidget.shaken();
    widget.window.receive({ type: 'NEW_IN_2030', messageId: 1 });
    expect(afterAck(widget)).to.deep.equal([]);
  });

  it('puts what the app sends while the queue empties at its end', () => {
    const widget = FakeWidget.shaken();
    [1, 2, 3].forEach((data) => widget.link.send({ type: 'CALL_DATA', data }));
    widget.app.sent = ({ data }) => data === 1 && widget.link.send({ type: 'CALL_DATA', data: 4 });
    widget.link.send({ type: 'INITIALIZED' });
    expect(widget.window.posted.slice(2).map(({ message }) => message['data'])).to.deep.equal([1, 2, 3, 4]);
  });

  it('sends nothing more when the app disconnects while the queue empties', () => {
    const widget = FakeWidget.shaken();
    [1, 2, 3].forEach((data) => widget.link.send({ type: 'CALL_DATA', data }));
    widget.app.sent = ({ data }) => data === 1 && widget.link.disconnect();
    widget.link.send({ type: 'INITIALIZED' });
    expect([afterAck(widget), widget.errors[0]?.message]).to.deep.equal([
      ['INITIALIZED', 'CALL_DATA'],
      'Messages that waited for HubSpot were dropped. Got: 2',
    ]);
  });

  it('takes 256 messages, refuses the next, and still takes INITIALIZED', () => {
    const widget = new FakeWidget();
    const results = Array.from({ length: 300 }, (_, data) => widget.link.send({ type: 'CALL_DATA', data }));
    expect(results.filter(({ ok }) => ok).length).to.equal(256);
    expect([widget.codes.length, new Set(widget.codes)]).to.deep.equal([44, new Set(['QUEUE_FULL'])]);
    expect(widget.link.send({ type: 'INITIALIZED' }).ok).to.equal(true);
    widget.window.receive(sync);
    expect(afterAck(widget).length).to.equal(257);
  });

  it('keeps only the last message about each state', () => {
    const widget = new FakeWidget();
    ['LOGGED_IN', 'USER_AVAILABLE', 'LOGGED_OUT', 'INITIALIZED', 'LOGGED_IN'].forEach((type) =>
      widget.link.send({ type }),
    );
    widget.link.send({ type: 'INITIALIZED', data: { isLoggedIn: true } });
    widget.window.receive(sync);
    expect(afterAck(widget)).to.deep.equal(['INITIALIZED', 'USER_AVAILABLE', 'LOGGED_IN']);
    expect(widget.window.last('INITIALIZED')?.['data']).to.deep.equal({ isLoggedIn: true });
  });

  it('tells how many it dropped when it is disconnected', () => {
    const widget = new FakeWidget();
    ['INITIALIZED', 'CALL_DATA', 'CALL_DATA'].forEach((type) => widget.link.send({ type }));
    widget.link.disconnect();
    expect(widget.errors.map(({ message }) => message)).to.deep.equal([
      'Messages that waited for HubSpot were dropped. Got: 3',
    ]);
    expect(widget.link.isInitialized).to.equal(false);
  });

  it('hands over what waits instead, INITIALIZED first', () => {
    const widget = new FakeWidget();
    ['CALL_DATA', 'INITIALIZED'].forEach((type) => widget.link.send({ type }));
    const released = widget.link.release().map(({ type }) => type);
    expect([released, widget.codes, widget.link.state]).to.deep.equal([
      ['INITIALIZED', 'CALL_DATA'],
      [],
      'idle',
    ]);
  });

  it('drops nothing when nothing waits', () => {
    const widget = FakeWidget.initialized();
    widget.link.disconnect();
    expect(widget.codes).to.deep.equal([]);
  });

  it('keeps the queue when the handshake times out', () => {
    const widget = new FakeWidget();
    ['INITIALIZED', 'LOGGED_IN'].forEach((type) => widget.link.send({ type }));
    widget.window.advance(30_000);
    widget.window.receive(sync);
    expect(afterAck(widget)).to.deep.equal(['INITIALIZED', 'LOGGED_IN']);
  });
});

describe('WidgetLink.send', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  const bad: Readonly<Record<string, unknown>> = {
    'a function': () => undefined,
    'a symbol': Symbol('x'),
    'a node': document.createElement('p'),
    'a window': window,
    'a promise': Promise.resolve(),
    'a proxy of a function': new Proxy(() => undefined, {}),
    'a proxy around a function': new Proxy({ ring: () => undefined }, {}),
    'a port': new MessageChannel().port1,
    'a getter that throws': {
      get phone(): string {
        throw new Error('no');
      },
    },
  };
  Object.entries(bad).forEach(([name, data]) => {
    it(`refuses ${name}, and sends the next message`, () => {
      const widget = FakeWidget.initialized();
      expect(refused(widget.link.send({ type: 'CALL_DATA', data: { data } }))).to.equal('NOT_CLONEABLE');
      widget.link.send({ type: 'LOGGED_IN' });
      expect([widget.codes, afterAck(widget)]).to.deep.equal([
        ['NOT_CLONEABLE'],
        ['INITIALIZED', 'LOGGED_IN'],
      ]);
    });

    it(`refuses ${name} also while it waits`, () => {
      const widget = new FakeWidget();
      expect(refused(widget.link.send({ type: 'CALL_DATA', data }))).to.equal('NOT_CLONEABLE');
    });
  });

  // As Vue and Svelte hand over what they watch: an object is wrapped when it is read.
  function reactive<T extends object>(value: T): T {
    return new Proxy(value, {
      get(target, key) {
        const found: unknown = Reflect.get(target, key);
        return typeof found === 'object' && found !== null ? reactive(found) : found;
      },
    });
  }
  for (const data of [
    {},
    [],
    { name: 'Erin', phones: [{ number: '+12025550101', tags: ['a'] }], note: null },
    [[{ deep: { deeper: [1] } }]],
  ]) {
    it(`sends what a framework has made reactive as plain data: ${JSON.stringify(data)}`, () => {
      const widget = FakeWidget.initialized();
      for (const given of [reactive(data), { within: reactive(data) }, [reactive(data), 1n, new Date(0)]]) {
        expect(widget.link.send({ type: 'CALL_DATA', data: given }).ok).to.equal(true);
      }
      const sent = widget.window.posted.slice(-3).map(({ message }) => message['data']);
      expect(sent).to.deep.equal([data, { within: data }, [data, 1n, new Date(0)]]);
    });
  }

  it('sends a reactive instance of a class as one that is not: what it has of its own', () => {
    class Person {
      name = 'Erin';
    }
    const widget = FakeWidget.initialized();
    for (const data of [new Person(), reactive(new Person())]) {
      expect(widget.link.send({ type: 'CALL_DATA', data }).ok).to.equal(true);
      expect(widget.window.posted.at(-1)?.message['data']).to.deep.equal({ name: 'Erin' });
    }
  });

  it('refuses what is reactive and holds itself', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    const widget = FakeWidget.initialized();
    expect(refused(widget.link.send({ type: 'CALL_DATA', data: reactive(cycle) }))).to.equal('NOT_CLONEABLE');
  });

  [undefined, null, 'text', 1n, new Date(0), new Map([[1, 2]]), cyclic, [[[]]]].forEach((data, index) => {
    it(`sends plain data, case ${String(index + 1)}`, () => {
      const widget = FakeWidget.initialized();
      widget.link.send({ type: 'CALL_DATA', data });
      expect(widget.window.last('CALL_DATA')?.['data']).to.deep.equal(data);
    });
  });

  it('sends a payload as it was when it was given', () => {
    const widget = FakeWidget.shaken();
    const data = { list: [1] };
    widget.link.send({ type: 'CALL_DATA', data });
    data.list.push(2);
    widget.link.send({ type: 'INITIALIZED' });
    expect(widget.window.last('CALL_DATA')?.['data']).to.deep.equal({ list: [1] });
  });

  it('gives a thousand messages of one tick a thousand ids, in order', () => {
    const widget = FakeWidget.initialized();
    const results = Array.from({ length: 1000 }, () => widget.link.send({ type: 'CALL_DATA' }));
    const ids = results.map((result) => result.ok && result.messageId);
    expect(new Set(ids).size).to.equal(1000);
    expect(widget.window.posted.slice(2).map(({ message }) => message['messageId'])).to.deep.equal(ids);
  });

  it('keeps an id that was made for the message', () => {
    const widget = FakeWidget.initialized();
    const messageId = widget.link.createMessageId();
    expect(widget.link.send({ type: 'LOGGED_IN', messageId })).to.deep.equal({ ok: true, messageId });
    expect(widget.window.last('LOGGED_IN')).to.include({ messageId });
  });

  it('tells of each message that left, in order', () => {
    const widget = new FakeWidget();
    ['LOGGED_IN', 'INITIALIZED'].forEach((type) => widget.link.send({ type }));
    expect(widget.sent).to.deep.equal([]);
    widget.window.receive(sync);
    expect(widget.sent.map(({ type }) => type)).to.deep.equal(['SYNC_ACK', 'INITIALIZED', 'LOGGED_IN']);
  });

  it('refuses everything before it is connected', () => {
    const widget = new FakeWidget();
    widget.link.disconnect();
    expect([refused(widget.link.send({ type: 'LOGGED_IN' })), widget.codes]).to.deep.equal([
      'DISCONNECTED',
      ['DISCONNECTED'],
    ]);
  });
});

describe('the console', () => {
  const { log } = console;
  let lines: string[] = [];
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;

  beforeEach(() => {
    lines = [];
    console.log = (line: string) => lines.push(line);
  });
  afterEach(() => {
    console.log = log;
  });

  function talk(debug: boolean): FakeWidget {
    const widget = FakeWidget.initialized({ debug });
    widget.window.receive(dial);
    widget.window.receive({ type: 'END_CALL', messageId: 1, data: cyclic });
    widget.link.send({ type: 'OUTGOING_CALL_STARTED', data: { toNumber: '+1 (202) 555-0001' } });
    widget.link.send({ type: 'CALL_DATA', data: { big: 1n } });
    return widget;
  }

  it('stays silent', () => {
    talk(false);
    expect(lines).to.deep.equal([]);
  });

  it('gets a line a message when asked, with every number masked', () => {
    talk(true);
    expect(lines).to.deep.equal([
      '[hs-calling] from HubSpot SYNC {}',
      '[hs-calling] to HubSpot INITIALIZED {}',
      '[hs-calling] from HubSpot DIAL_NUMBER {"phoneNumber":"+1•••••0001"}',
      '[hs-calling] from HubSpot END_CALL (not JSON)',
      '[hs-calling] to HubSpot OUTGOING_CALL_STARTED {"toNumber":"+1•••••0001"}',
      '[hs-calling] to HubSpot CALL_DATA (not JSON)',
    ]);
  });

  it('changes nothing about what is delivered and sent', () => {
    const widget = talk(true);
    expect([widget.received.length, afterAck(widget).length]).to.deep.equal([2, 3]);
  });
});
