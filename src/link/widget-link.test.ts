import { expect } from '@open-wc/testing';
import { elementsProfile } from './profile.js';
import { dial, FakeWidget, sync } from './testing/fake-widget.js';
import { WidgetLink } from './widget-link.js';

const notOrigins = [
  ...['', '*', 'null', 'crm.example', '//crm.example', 'https://*.crm.example', 'https://crm.example/'],
  ...[
    'https://crm.example/widget',
    'https://crm.example?',
    'https://crm.example#',
    'https://user@crm.example',
  ],
  ...[
    'https://crm.example:443',
    'HTTPS://crm.example',
    'https://CRM.example',
    ' https://crm.example',
    'https://bücher.example',
  ],
  ...[
    'https://a.example,https://b.example',
    'file:///',
    'data:text/html,',
    'blob:https://crm.example/1',
    'app://crm',
  ],
];

describe('WidgetLink.connect', () => {
  it('listens at once', () => {
    const widget = new FakeWidget();
    expect([widget.states, widget.window.listeners]).to.deep.equal([['connecting'], 1]);
  });

  it('listens once, however often it is called', () => {
    const widget = new FakeWidget();
    widget.link.connect();
    expect([widget.states, widget.window.listeners, widget.window.timers]).to.deep.equal([
      ['connecting'],
      1,
      1,
    ]);
  });

  notOrigins.forEach((origin) => {
    it(`refuses the allowed origin ${JSON.stringify(origin)} and says which it is`, () => {
      const widget = new FakeWidget({ allowedOrigins: ['https://crm.example', origin] });
      widget.window.receive(sync);
      expect([widget.link.state, widget.codes, widget.window.posted.length]).to.deep.equal([
        'failed',
        ['INVALID_CONFIG'],
        0,
      ]);
      expect(widget.errors[0])
        .to.include({ fatal: true })
        .and.to.have.property('message')
        .that.includes(`“${origin}”`);
    });
  });

  it('fails when the page is not framed', () => {
    const widget = new FakeWidget({}, { hasPeer: false });
    expect([widget.states, widget.codes, widget.window.listeners]).to.deep.equal([
      ['failed'],
      ['NOT_FRAMED'],
      0,
    ]);
  });

  it('fails when the page has no origin', () => {
    const widget = new FakeWidget({}, { origin: 'null' });
    expect([widget.states, widget.codes, widget.window.listeners]).to.deep.equal([
      ['failed'],
      ['OPAQUE_ORIGIN'],
      0,
    ]);
  });

  it('fails beside another link, and takes over when that is gone', () => {
    const widget = new FakeWidget({}, { grantsLock: false });
    widget.window.advance(0);
    widget.window.receive(sync);
    expect([widget.codes, widget.window.listeners, widget.window.posted.length]).to.deep.equal([
      ['DUPLICATE_BRIDGE'],
      0,
      0,
    ]);
    widget.window.grantLock();
    widget.window.receive(sync);
    expect(widget.states).to.deep.equal(['connecting', 'failed', 'connecting', 'connected']);
  });

  it('goes on quietly when the other gives the page up at once', () => {
    const widget = new FakeWidget({}, { grantsLock: false });
    widget.window.grantLock();
    widget.window.advance(0);
    expect([widget.states, widget.codes, widget.window.listeners]).to.deep.equal([['connecting'], [], 1]);
  });

  it('serves a page alone', () => {
    const first = new FakeWidget();
    const second = new FakeWidget({}, first.window);
    first.window.advance(0);
    expect([first.codes, second.codes]).to.deep.equal([[], ['DUPLICATE_BRIDGE']]);
  });

  it('takes nothing over after it was disconnected', () => {
    const widget = new FakeWidget({}, { grantsLock: false });
    widget.link.disconnect();
    widget.window.grantLock();
    expect([widget.link.state, widget.window.listeners]).to.deep.equal(['idle', 0]);
  });
});

describe('frames further up', () => {
  const hubSpot = 'https://app.hubspot.com';
  it('reports one that is not trusted, and goes on', () => {
    const widget = new FakeWidget({}, { ancestorOrigins: [hubSpot, 'https://evil.example'] });
    expect([widget.codes, widget.errors[0]?.fatal, widget.link.state]).to.deep.equal([
      ['FOREIGN_ANCESTOR'],
      false,
      'connecting',
    ]);
  });

  it('refuses one that is not trusted, when told to be strict', () => {
    const widget = new FakeWidget(
      { strictAncestors: true },
      { ancestorOrigins: [hubSpot, 'https://evil.example'] },
    );
    widget.window.receive(sync);
    expect([widget.codes, widget.errors[0]?.fatal, widget.states, widget.window.posted.length]).to.deep.equal(
      [['FOREIGN_ANCESTOR'], true, ['failed'], 0],
    );
  });

  [[], ['null'], [''], [hubSpot], [hubSpot, 'null', 'https://crm.example']].forEach((ancestorOrigins) => {
    it(`has nothing to say of [${ancestorOrigins.join(', ')}]`, () => {
      const options = { strictAncestors: true, allowedOrigins: ['https://crm.example'] };
      const widget = new FakeWidget(options, { ancestorOrigins });
      expect([widget.codes, widget.link.state]).to.deep.equal([[], 'connecting']);
    });
  });
});

describe('WidgetLink.disconnect', () => {
  const moments = {
    'while it waits': () => new FakeWidget(),
    'after a timeout': () => {
      const widget = new FakeWidget();
      widget.window.advance(30_000);
      return widget;
    },
    'after the handshake': () => FakeWidget.shaken(),
    'after INITIALIZED': () => FakeWidget.initialized(),
  };
  Object.entries(moments).forEach(([name, make]) => {
    it(`leaves nothing behind ${name}`, () => {
      const widget = make();
      widget.link.disconnect();
      const { length } = widget.window.posted;
      widget.window.receive({ ...sync, messageId: 'late' });
      widget.window.receive(dial);
      widget.window.advance(60_000);
      expect([widget.window.listeners, widget.window.timers, widget.received]).to.deep.equal([0, 0, []]);
      expect([widget.window.posted.length, widget.states.at(-1)]).to.deep.equal([length, 'idle']);
    });

    it(`sends nothing any more ${name}`, () => {
      const widget = make();
      widget.link.disconnect();
      expect(widget.link.send({ type: 'LOGGED_IN' })).to.have.nested.property('error.code', 'DISCONNECTED');
    });
  });

  it('ends a link that failed before it listened', () => {
    const widget = new FakeWidget({}, { hasPeer: false });
    widget.link.disconnect();
    expect(widget.states).to.deep.equal(['failed', 'idle']);
  });

  it('hands nothing over twice', () => {
    const widget = new FakeWidget();
    widget.link.send({ type: 'INITIALIZED' });
    expect([widget.link.release().length, widget.link.release()]).to.deep.equal([1, []]);
  });

  it('does nothing twice', () => {
    const widget = FakeWidget.shaken();
    widget.link.disconnect();
    widget.link.disconnect();
    expect(widget.states).to.deep.equal(['connecting', 'connected', 'idle']);
  });

  it('stands when the app does it on hearing that the SYNC was answered', () => {
    const widget = new FakeWidget();
    widget.app.sent = () => widget.link.disconnect();
    widget.window.receive(sync);
    expect([widget.link.state, widget.ready, widget.window.listeners]).to.deep.equal(['idle', [], 0]);
  });

  it('stands when the app does it on hearing that it is ready', () => {
    const widget = new FakeWidget();
    widget.link.send({ type: 'INITIALIZED' });
    widget.app.ready = () => widget.link.disconnect();
    widget.window.receive(sync);
    expect([widget.link.state, widget.window.types]).to.deep.equal(['idle', ['SYNC_ACK']]);
  });

  it('starts clean with a new link on the same wire', () => {
    const first = FakeWidget.initialized();
    first.link.disconnect();
    const ready: unknown[] = [];
    const nothing = () => undefined;
    const next = new WidgetLink(
      { wire: first.window, clock: first.window, profile: elementsProfile },
      {},
      {
        connectionChanged: nothing,
        ready: (context) => ready.push(context),
        readyAgain: nothing,
        received: nothing,
        receivedUnknown: nothing,
        sent: nothing,
        rejected: nothing,
        failed: nothing,
      },
    );
    next.connect();
    first.window.receive(sync);
    first.window.advance(0);
    expect([ready.length, first.window.listeners, first.window.timers]).to.deep.equal([1, 1, 1]);
  });
});

describe('what the link tells of messages it refused', () => {
  it('tells at 1, 10 and 100, with no payload', () => {
    const widget = new FakeWidget();
    for (let i = 0; i < 150; i += 1) widget.window.receive(dial, { origin: 'https://evil.example' });
    expect(widget.rejected.map(({ count }) => count)).to.deep.equal([1, 10, 100]);
    expect(JSON.stringify(widget.rejected)).to.not.include('2025550001');
  });

  it('tells of a message that the browser could not read', () => {
    const widget = FakeWidget.initialized();
    widget.window.receiveUnreadable();
    expect(widget.turnedAway).to.deep.equal(['UNREADABLE']);
  });

  it('says nothing of one from another window', () => {
    const widget = FakeWidget.initialized();
    widget.window.receiveUnreadable({ source: {} });
    expect(widget.turnedAway).to.deep.equal([]);
  });

  it('handles the next message after each kind of bad one', () => {
    const widget = FakeWidget.initialized();
    [null, { type: 1 }, { ...dial, data: 0 }, { ...dial, type: '__proto__' }].forEach((data) => {
      widget.window.receive(data);
    });
    widget.window.receiveUnreadable();
    widget.window.receive(dial);
    expect(widget.received.map(({ type }) => type)).to.deep.equal(['DIAL_NUMBER']);
  });
});
