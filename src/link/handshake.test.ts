import { expect } from '@open-wc/testing';
import { FakeWidget, sync } from './testing/fake-widget.js';

const acknowledgements = (widget: FakeWidget) =>
  widget.window.types.filter((type) => type === 'SYNC_ACK').length;

describe('the handshake', () => {
  it('echoes the SYNC, says who it is, and writes to the bound origin', () => {
    const widget = new FakeWidget();
    widget.window.receive(
      {
        ...sync,
        type: 'SYNC',
        extra: { a: 1 },
        version: '666',
        debugMode: true,
        iFrameUrl: 'https://evil.example',
      },
      { origin: 'https://app-eu1.hubspot.com' },
    );
    expect(widget.window.posted).to.deep.equal([
      {
        targetOrigin: 'https://app-eu1.hubspot.com',
        message: {
          ...sync,
          extra: { a: 1 },
          type: 'SYNC_ACK',
          debugMode: false,
          version: '0.9.7',
          iFrameUrl: 'https://phone.example',
        },
      },
    ]);
  });

  it('tells the app that it is ready, once, with what the host said', () => {
    const widget = FakeWidget.shaken();
    expect(widget.states).to.deep.equal(['connecting', 'connected']);
    expect(widget.ready).to.deep.equal([
      {
        portalId: 62515,
        userId: 2,
        ownerId: 3,
        engagementId: undefined,
        iframeLocation: undefined,
        usesCallingWindow: undefined,
        hostUrl: 'https://app.hubspot.com',
      },
    ]);
  });

  it('pollutes nothing with a SYNC that has a __proto__', () => {
    const widget = new FakeWidget();
    widget.window.receive(JSON.parse('{"type":"SYNC","messageId":"1","__proto__":{"polluted":true}}'));
    expect([widget.link.state, 'polluted' in {}]).to.deep.equal(['connected', false]);
  });

  it('answers seven SYNCs that queued up once', () => {
    const widget = new FakeWidget();
    for (let i = 0; i < 7; i += 1) widget.window.receive({ ...sync, messageId: `sync${String(i)}` });
    expect([acknowledgements(widget), widget.ready.length, widget.readyAgain.length]).to.deep.equal([
      1, 1, 0,
    ]);
  });

  [
    { ms: 0, answers: 1 },
    { ms: 299, answers: 1 },
    { ms: 300, answers: 2 },
    { ms: 60_000, answers: 2 },
  ].forEach(({ ms, answers }) => {
    it(`has given ${String(answers)} after a second SYNC ${String(ms)} ms later`, () => {
      const widget = FakeWidget.shaken();
      widget.window.advance(ms);
      widget.window.receive({ ...sync, messageId: 'sync2' });
      expect(acknowledgements(widget)).to.equal(answers);
    });
  });

  it('answers after a clock was set back', () => {
    const widget = FakeWidget.shaken();
    widget.window.advance(-3_600_000);
    widget.window.receive({ ...sync, messageId: 'sync2' });
    expect(acknowledgements(widget)).to.equal(2);
  });

  it('answers a host that was mounted anew, and lets the app say INITIALIZED again', () => {
    const widget = FakeWidget.initialized();
    widget.app.readyAgain = () => widget.link.send({ type: 'INITIALIZED', data: { isLoggedIn: true } });
    widget.window.advance(300);
    widget.window.receive({ ...sync, messageId: 'sync2' });
    expect(widget.window.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED', 'SYNC_ACK', 'INITIALIZED']);
    expect(widget.window.last('SYNC_ACK')).to.include({ messageId: 'sync2' });
    expect([widget.ready.length, widget.states]).to.deep.equal([1, ['connecting', 'connected']]);
  });

  it('tells no change when the host says the same again', () => {
    const widget = FakeWidget.initialized();
    widget.window.advance(300);
    widget.window.receive({ ...sync, messageId: 'sync2' });
    expect(widget.readyAgain.map(({ previous }) => previous)).to.deep.equal([undefined]);
  });

  it('tells what changed when the host says something else', () => {
    const widget = FakeWidget.initialized();
    widget.window.advance(300);
    widget.window.receive({ ...sync, messageId: 'sync2', engagementId: '77' });
    expect(widget.readyAgain.map(({ context, previous }) => [context.engagementId, previous])).to.deep.equal([
      [77, widget.ready[0]],
    ]);
  });

  [
    'https://evil.example',
    'https://app-eu1.hubspot.com',
    'https://app.hubspot.com/',
    'javascript:alert(1)',
    '*',
    'null',
    '',
  ].forEach((hostUrl) => {
    it(`reports the hostUrl “${hostUrl}” and does not obey it`, () => {
      const widget = new FakeWidget();
      widget.window.receive({ ...sync, hostUrl });
      widget.link.send({ type: 'INITIALIZED' });
      expect(widget.codes).to.deep.equal(['HOST_URL_MISMATCH']);
      expect(widget.window.posted.map(({ targetOrigin }) => targetOrigin)).to.deep.equal([
        'https://app.hubspot.com',
        'https://app.hubspot.com',
      ]);
    });
  });

  [undefined, null, 7, ['https://evil.example'], 'https://app.hubspot.com'].forEach((hostUrl) => {
    it(`has nothing to report of the hostUrl ${JSON.stringify(hostUrl ?? null)}`, () => {
      const widget = new FakeWidget();
      widget.window.receive({ ...sync, hostUrl });
      expect([widget.codes, widget.link.state]).to.deep.equal([[], 'connected']);
    });
  });

  it('reports a host that does not come, and takes it when it comes late', () => {
    const widget = new FakeWidget();
    widget.window.advance(29_999);
    expect(widget.codes).to.deep.equal([]);
    widget.window.advance(1);
    expect([widget.codes, widget.link.state]).to.deep.equal([['SYNC_TIMEOUT'], 'failed']);
    widget.window.receive(sync);
    expect(widget.states).to.deep.equal(['connecting', 'failed', 'connected']);
  });

  it('waits as long as it was told to', () => {
    const widget = new FakeWidget({ handshakeTimeout: 50 });
    widget.window.advance(50);
    expect(widget.codes).to.deep.equal(['SYNC_TIMEOUT']);
  });

  it('reports no timeout once the host is there', () => {
    const widget = FakeWidget.shaken();
    widget.window.advance(60_000);
    expect([widget.codes, widget.link.state]).to.deep.equal([[], 'connected']);
  });

  it('says in the answer that it debugs', () => {
    const { log } = console;
    console.log = () => undefined;
    const widget = FakeWidget.shaken({ debug: true });
    console.log = log;
    expect(widget.window.last('SYNC_ACK')).to.include({ debugMode: true });
  });
});
