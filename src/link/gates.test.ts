import { expect } from '@open-wc/testing';
import { dial, FakeWidget, sync } from './testing/fake-widget.js';

const lifecycleNames = ['SYNC_ACK', 'READY', 'SYNC_ACK_FAILED', 'SET_WIDGET_URL', 'FAILED'];
const inheritedNames = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];

describe('gate 1: the source', () => {
  const sources = { nobody: null, nothing: undefined, 'another window': {}, 'this window': globalThis };
  Object.entries(sources).forEach(([name, source]) => {
    it(`refuses a SYNC from ${name}, then takes the parent’s`, () => {
      const widget = new FakeWidget();
      widget.window.receive(sync, { source });
      expect([widget.turnedAway, widget.window.posted.length]).to.deep.equal([['BAD_SOURCE'], 0]);
      widget.window.receive(sync);
      expect(widget.link.state).to.equal('connected');
    });

    it(`refuses a message from ${name} after the handshake`, () => {
      const widget = FakeWidget.initialized();
      widget.window.receive(dial, { source });
      expect([widget.turnedAway, widget.received]).to.deep.equal([['BAD_SOURCE'], []]);
    });
  });
});

describe('gate 2: the origin', () => {
  ['https://evil.example', 'https://share.hubspot.com', 'https://app.hubspotqa.com', 'null', ''].forEach(
    (origin) => {
      it(`gives no answer to a SYNC from “${origin}”, then takes HubSpot’s`, () => {
        const widget = new FakeWidget();
        widget.window.receive({ ...sync, hostUrl: 'https://app.hubspot.com' }, { origin });
        expect([widget.turnedAway, widget.window.posted.length]).to.deep.equal([['BAD_ORIGIN'], 0]);
        widget.window.receive(sync);
        expect(widget.link.state).to.equal('connected');
      });
    },
  );

  ['https://evil.example', 'https://app-eu1.hubspot.com', 'https://crm.example'].forEach((origin) => {
    it(`hears only the origin it is bound to, not ${origin}`, () => {
      const widget = FakeWidget.initialized({ allowedOrigins: ['https://crm.example'] });
      widget.window.receive(dial, { origin });
      widget.window.receive({ ...sync, portalId: 666 }, { origin });
      expect([widget.received, widget.readyAgain, widget.turnedAway]).to.deep.equal([[], [], ['BAD_ORIGIN']]);
    });
  });

  it('takes an allowed origin', () => {
    const widget = new FakeWidget({ allowedOrigins: ['https://crm.example:8443'] });
    widget.window.receive(sync, { origin: 'https://crm.example:8443' });
    expect(widget.link.state).to.equal('connected');
  });

  it('takes QA when told so', () => {
    const widget = new FakeWidget({ environment: 'qa' });
    widget.window.receive(sync, { origin: 'https://local.hubspotqa.com' });
    expect(widget.link.state).to.equal('connected');
  });
});

describe('gate 3: the envelope', () => {
  it('refuses what has none', () => {
    const widget = FakeWidget.initialized();
    [null, 'SYNC', [], { type: ['DIAL_NUMBER'], messageId: '1' }, { ...dial, messageId: {} }].forEach(
      (data) => {
        widget.window.receive(data);
      },
    );
    expect([widget.received, widget.unknown]).to.deep.equal([[], []]);
    expect(widget.rejected.map(({ code, type, count }) => [code, type, count])).to.deep.equal([
      ['BAD_MESSAGE', undefined, 1],
      ['BAD_MESSAGE', 'DIAL_NUMBER', 1],
    ]);
  });

  [{}, { messageId: undefined }, { messageId: null }, { messageId: '' }].forEach((id) => {
    it(`gives a SYNC with the id ${JSON.stringify(id)} one of its own, and answers it`, () => {
      const widget = new FakeWidget();
      widget.window.receive({ type: 'SYNC', portalId: 7, ...id });
      expect([widget.turnedAway, widget.ready[0]?.portalId]).to.deep.equal([[], 7]);
      expect(widget.window.last('SYNC_ACK')?.['messageId']).to.be.a('string').that.is.not.empty;
    });
  });

  [{}, [], true, 'x'.repeat(257), Number.NaN].forEach((messageId) => {
    it(`refuses a SYNC with ${typeof messageId} as id`, () => {
      const widget = new FakeWidget();
      widget.window.receive({ type: 'SYNC', messageId });
      expect([widget.turnedAway, widget.window.posted.length]).to.deep.equal([['BAD_MESSAGE'], 0]);
    });
  });

  [{ source: {} }, { origin: 'https://evil.example' }].forEach((from) => {
    it(`gives no answer to a SYNC without an id from ${Object.keys(from).join()} of a stranger`, () => {
      const widget = new FakeWidget();
      widget.window.receive({ type: 'SYNC' }, from);
      expect([widget.link.state, widget.window.posted.length]).to.deep.equal(['connecting', 0]);
    });
  });

  it('refuses every other message without an id', () => {
    const widget = FakeWidget.initialized();
    widget.window.receive({ type: 'DIAL_NUMBER', data: dial.data });
    expect([widget.received, widget.turnedAway]).to.deep.equal([[], ['BAD_MESSAGE']]);
  });
});

describe('gate 4: the handshake', () => {
  it('has nothing to say of a good SYNC', () => {
    const widget = FakeWidget.shaken();
    expect(widget.rejected).to.deep.equal([]);
  });

  it('leads a SYNC to the handshake and nowhere else', () => {
    const widget = FakeWidget.shaken();
    expect([widget.window.types, widget.received, widget.unknown]).to.deep.equal([['SYNC_ACK'], [], []]);
  });

  lifecycleNames.forEach((type) => {
    it(`starts nothing for ${type}`, () => {
      const widget = new FakeWidget();
      widget.window.receive({ ...sync, type });
      expect([widget.states, widget.window.posted.length]).to.deep.equal([['connecting'], 0]);
    });

    it(`changes nothing for ${type} of a connected host`, () => {
      const widget = FakeWidget.initialized();
      widget.window.advance(300);
      widget.window.receive({ type, messageId: '1', iFrameUrl: 'https://evil.example', data: {} });
      widget.link.send({ type: 'LOGGED_IN' });
      expect([widget.states, widget.ready.length, widget.readyAgain.length]).to.deep.equal([
        ['connecting', 'connected'],
        1,
        0,
      ]);
      expect(new Set(widget.window.posted.map(({ targetOrigin }) => targetOrigin))).to.deep.equal(
        new Set(['https://app.hubspot.com']),
      );
    });
  });

  it('refuses a SYNC that cannot be copied, then takes a good one', () => {
    const widget = new FakeWidget();
    widget.window.receive({ ...sync, port: new MessageChannel().port1 });
    expect([widget.turnedAway, widget.window.posted.length]).to.deep.equal([['BAD_DATA'], 0]);
    widget.window.receive(sync);
    expect(widget.link.state).to.equal('connected');
  });
});

describe('gate 5: after the handshake', () => {
  [dial, { type: 'END_CALL', messageId: 1 }, { type: 'NEW_IN_2030', messageId: 1 }].forEach((message) => {
    it(`refuses ${message.type} before it`, () => {
      const widget = new FakeWidget();
      widget.window.receive(message);
      expect([widget.turnedAway, widget.received, widget.unknown]).to.deep.equal([['NOT_READY'], [], []]);
    });
  });
});

describe('gate 6: only once', () => {
  it('delivers the same message once', () => {
    const widget = FakeWidget.initialized();
    widget.window.receive(dial);
    widget.window.receive({ ...dial });
    expect([widget.received.length, widget.turnedAway]).to.deep.equal([1, ['DUPLICATE']]);
  });

  it('delivers two messages that share an id', () => {
    const widget = FakeWidget.initialized();
    widget.window.receive(dial);
    widget.window.receive({ ...dial, data: { phoneNumber: '+12025550002' } });
    widget.window.receive({ ...dial, type: 'END_CALL' });
    expect(widget.received.length).to.equal(3);
  });
});

describe('gate 7: known types', () => {
  ['NEW_IN_2030', 'dial_number', 'INITIALIZED', 'CALL_ENDED', ...inheritedNames].forEach((type) => {
    it(`passes ${type} on as unknown and says so once`, () => {
      const widget = FakeWidget.initialized();
      widget.window.receive({ type, messageId: 1, data: { a: 1 } });
      widget.window.receive({ type, messageId: 2 });
      expect([widget.received, widget.unknown.map((message) => message.type)]).to.deep.equal([
        [],
        [type, type],
      ]);
      expect(widget.window.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED', 'ERROR']);
      expect(widget.window.last('ERROR')?.['data']).to.deep.equal({
        type: 'UNKNOWN_MESSAGE_TYPE',
        data: { originalMessage: { type, messageId: 1, data: { a: 1 } } },
      });
    });
  });

  it('gives no answer where the app says that it expected the message', () => {
    const widget = FakeWidget.initialized();
    widget.app.receivedUnknown = () => false;
    widget.window.receive({ type: 'NEW_IN_2030', messageId: 1 });
    expect([widget.unknown.length, widget.window.types]).to.deep.equal([1, ['SYNC_ACK', 'INITIALIZED']]);
  });

  it('answers at most 256 unknown types', () => {
    const widget = FakeWidget.initialized();
    for (let i = 0; i < 1000; i += 1) widget.window.receive({ type: `NEW_${String(i)}`, messageId: i });
    expect([
      widget.unknown.length,
      widget.window.types.filter((type) => type === 'ERROR').length,
    ]).to.deep.equal([1000, 256]);
  });

  [undefined, { message: 'no' }, { type: 'UNKNOWN_MESSAGE_TYPE', data: {} }, 'odd'].forEach((data) => {
    it(`never answers ERROR ${JSON.stringify(data ?? null)}`, () => {
      const widget = FakeWidget.initialized();
      widget.window.receive({ type: 'ERROR', messageId: 1, data });
      expect(widget.window.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED']);
    });
  });
});

describe('gate 8: the payload', () => {
  const bad: readonly (readonly [unknown, string])[] = [
    [{}, 'DIAL_NUMBER.phoneNumber'],
    ['+12025550001', 'DIAL_NUMBER'],
    [{ phoneNumber: 12025550001 }, 'DIAL_NUMBER.phoneNumber'],
  ];
  bad.forEach(([data, at]) => {
    it(`refuses it and names ${at}, never a value`, () => {
      const widget = FakeWidget.initialized();
      widget.window.receive({ ...dial, data });
      expect(widget.received).to.deep.equal([]);
      expect(widget.rejected).to.deep.equal([
        { code: 'BAD_DATA', origin: 'https://app.hubspot.com', type: 'DIAL_NUMBER', at, count: 1 },
      ]);
    });
  });

  it('leaves out what may be missing and does not fit, and names it, never a value', () => {
    const widget = FakeWidget.initialized();
    const data = { phoneNumber: '+12025550001', objectId: '+12025550001', calleeInfo: { calleeId: '' } };
    widget.window.receive({ ...dial, data });
    expect(widget.received[0]?.data).to.deep.equal({ phoneNumber: '+12025550001', calleeInfo: {} });
    const common = { code: 'ODD_FIELD', origin: 'https://app.hubspot.com', type: 'DIAL_NUMBER', count: 1 };
    expect(widget.rejected).to.deep.equal([
      { ...common, at: 'DIAL_NUMBER.calleeInfo.calleeId' },
      { ...common, at: 'DIAL_NUMBER.objectId' },
    ]);
  });

  it('tells what is left out of a SYNC', () => {
    const widget = new FakeWidget();
    widget.window.receive({ ...sync, portalId: 'mine', ownerId: null });
    expect(widget.ready[0]).to.include({ portalId: undefined, userId: 2 });
    expect(widget.rejected.map(({ code, at }) => [code, at])).to.deep.equal([['ODD_FIELD', 'SYNC.portalId']]);
  });

  it('delivers it as the table reads it', () => {
    const widget = FakeWidget.initialized();
    widget.window.receive({ ...dial, data: { phone_number: '+12025550001', objectId: '7', more: 1 } });
    expect(widget.received[0]?.data).to.deep.equal({
      phone_number: '+12025550001',
      phoneNumber: '+12025550001',
      objectId: 7,
      more: 1,
    });
  });
});

describe('gate 9: a copy', () => {
  const raw = { phone_number: '+12025550001', objectId: '7', more: 1 };
  const read = { phone_number: '+12025550001', phoneNumber: '+12025550001', objectId: 7, more: 1 };

  const receivedBy = (rawPayloads: boolean, message: object) => {
    const widget = new FakeWidget({}, {}, { rawPayloads });
    widget.window.receive(sync);
    widget.window.receive(message);
    return widget.received;
  };

  it('delivers what was sent, with all that stands beside it, to an app that wants it so', () => {
    const message = { ...dial, data: raw, more: 'beside' };
    expect(receivedBy(true, message)).to.deep.equal([message]);
  });

  it('delivers type, id and payload as the table reads it to any other app', () => {
    expect(receivedBy(false, { ...dial, data: raw, more: 'beside' })).to.deep.equal([
      { ...dial, data: read },
    ]);
  });

  it('leaves a field out also for an app that wants what was sent', () => {
    const message = { ...dial, data: { ...raw, objectId: 'seven' }, more: 'beside' };
    expect(receivedBy(true, message)).to.deep.equal([
      {
        ...message,
        data: { phone_number: '+12025550001', phoneNumber: '+12025550001', more: 1 },
      },
    ]);
  });

  ['END_CALL', 'NEW_IN_2030'].forEach((type) => {
    it(`delivers ${type} independent of what arrived`, () => {
      const widget = FakeWidget.initialized();
      const data = { deep: { list: [1] } };
      widget.window.receive({ type, messageId: 1, data });
      data.deep.list.push(2);
      expect([...widget.received, ...widget.unknown][0]?.data).to.deep.equal({ deep: { list: [1] } });
    });

    it(`refuses a ${type} that carries a port`, () => {
      const widget = FakeWidget.initialized();
      widget.window.receive({ type, messageId: 1, data: { port: new MessageChannel().port1 } });
      expect([widget.turnedAway, widget.received, widget.unknown]).to.deep.equal([['BAD_DATA'], [], []]);
    });
  });
});
