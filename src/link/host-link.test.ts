import { expect } from '@open-wc/testing';
import { FakeHost, widgetOrigin } from './testing/fake-host.js';
import { HostLink } from './host-link.js';
import { FakeWidget } from './testing/fake-widget.js';
import { FakeWindow } from './testing/fake-window.js';

const initialized = { type: 'INITIALIZED', messageId: '1_1', data: { isLoggedIn: true } };

describe('HostLink.connect', () => {
  it('says SYNC at once, with its own address and the context, to the widget’s origin', () => {
    const host = new FakeHost({ context: { portalId: 1, iframeLocation: 'remote' } });
    expect(host.window.posted).to.deep.equal([
      {
        targetOrigin: widgetOrigin,
        message: {
          hostUrl: 'https://app.hubspot.com',
          portalId: 1,
          iframeLocation: 'remote',
          type: 'SYNC',
          messageId: 'id1-1',
        },
      },
    ]);
  });

  it('says it every 100 ms, each with an id of its own', () => {
    const host = new FakeHost();
    host.window.advance(1000);
    expect([
      host.syncs,
      new Set(host.window.posted.map(({ message }) => message['messageId'])).size,
    ]).to.deep.equal([11, 11]);
  });

  it('stops as soon as it is answered', () => {
    const host = FakeHost.shaken();
    host.window.advance(60_000);
    expect([host.syncs, host.link.isReady, host.timeouts, host.window.timers]).to.deep.equal([1, true, 0, 0]);
  });

  it('gives up after 30 s', () => {
    const host = new FakeHost();
    host.window.advance(29_999);
    expect([host.syncs, host.timeouts]).to.deep.equal([300, 0]);
    host.window.advance(60_000);
    expect([host.syncs, host.timeouts, host.window.timers, host.link.isReady]).to.deep.equal([
      300,
      1,
      0,
      false,
    ]);
  });

  it('takes other times', () => {
    const host = new FakeHost({ syncInterval: 10, syncTimeout: 50 });
    host.window.advance(100);
    expect([host.syncs, host.timeouts]).to.deep.equal([5, 1]);
  });

  it('takes the answer to an earlier SYNC of the round', () => {
    const host = new FakeHost();
    host.window.advance(500);
    host.acknowledge({ messageId: 'id1-1' });
    expect(host.link.isReady).to.equal(true);
  });

  ['1700000000000_1700000000001', 'id1-2', 'id1-', 1].forEach((messageId) => {
    it(`takes no answer to ${String(messageId)}, which it did not say`, () => {
      const host = new FakeHost();
      host.acknowledge({ messageId });
      expect([host.link.isReady, host.ready]).to.deep.equal([false, []]);
    });
  });

  it('is ready once, however often it is answered', () => {
    const host = FakeHost.shaken();
    host.acknowledge();
    expect(host.ready.map(({ type, messageId }) => [type, messageId])).to.deep.equal([['SYNC_ACK', 'id1-1']]);
  });

  it('starts anew when the widget was loaded again, and takes its first message again', () => {
    const host = FakeHost.shaken();
    host.receive(initialized);
    host.link.connect({ engagementId: 7 });
    expect([
      host.link.isReady,
      host.window.last('SYNC')?.['engagementId'],
      host.window.listeners,
    ]).to.deep.equal([false, 7, 1]);
    host.acknowledge({ messageId: 'id1-1' });
    expect(host.link.isReady).to.equal(false);
    host.acknowledge();
    host.receive(initialized);
    expect([host.ready.length, host.received.length]).to.deep.equal([2, 2]);
  });

  it('says SYNC in one row only when it starts anew', () => {
    const host = new FakeHost();
    host.link.connect();
    host.window.advance(100);
    expect(host.syncs).to.equal(3);
  });
});

describe('HostLink without anybody to tell', () => {
  it('is neither ready nor listening before it connects, and knows whom it will talk to', () => {
    const window = new FakeWindow();
    const link = new HostLink({ wire: window, clock: window }, { widgetOrigin });
    expect([link.isReady, link.boundOrigin, window.listeners]).to.deep.equal([false, widgetOrigin, 0]);
  });

  it('goes on with all that a widget may say, and with none that answers', () => {
    const window = new FakeWindow();
    const link = new HostLink({ wire: window, clock: window }, { widgetOrigin });
    link.connect();
    window.advance(30_000);
    link.connect();
    const say = (data: unknown) => window.receive(data, { origin: widgetOrigin });
    say({ ...window.last('SYNC'), type: 'SYNC_ACK' });
    for (const data of [initialized, { type: 'NEW_IN_2030', messageId: 1 }, null]) say(data);
    expect([link.isReady, link.sendMessage({ type: 'END_CALL' })]).to.deep.equal([true, true]);
  });
});

describe('HostLink, listening', () => {
  const strangers = {
    'another origin': { origin: 'https://evil.example' },
    'HubSpot itself': { origin: 'https://app.hubspot.com' },
    'another window': { source: {} },
    nobody: { source: null },
  };
  Object.entries(strangers).forEach(([name, from]) => {
    it(`takes no answer from ${name}`, () => {
      const host = new FakeHost();
      host.receive({ ...host.window.last('SYNC'), type: 'SYNC_ACK' }, from);
      expect([host.link.isReady, host.rejected.length]).to.deep.equal([false, 1]);
    });

    it(`takes no message from ${name}`, () => {
      const host = FakeHost.shaken();
      host.receive(initialized, from);
      expect([host.received, host.rejected.length]).to.deep.equal([[], 1]);
    });
  });

  it('takes nothing before it is answered', () => {
    const host = new FakeHost();
    host.receive(initialized);
    expect([host.received, host.turnedAway]).to.deep.equal([[], ['NOT_READY']]);
  });

  it('takes what a widget says', () => {
    const host = FakeHost.shaken();
    host.receive(initialized);
    host.receive({ type: 'CALL_COMPLETED', messageId: '1_2', data: { engagementId: '7' } });
    expect(host.received.map(({ data }) => data)).to.deep.equal([{ isLoggedIn: true }, { engagementId: 7 }]);
  });

  it('refuses a bad payload and the same message twice', () => {
    const host = FakeHost.shaken();
    host.receive({ type: 'INCOMING_CALL', messageId: 1, data: {} });
    [initialized, initialized].forEach((message) => host.receive(message));
    expect([host.turnedAway, host.received.length]).to.deep.equal([['BAD_DATA', 'DUPLICATE'], 1]);
  });

  ['SYNC', 'READY', 'SYNC_ACK_FAILED', 'FAILED'].forEach((type) => {
    it(`turns ${type} away: only the connection itself tells that`, () => {
      const host = FakeHost.shaken();
      host.receive({ type, messageId: 1 });
      expect([host.turnedAway, host.unknown, host.window.types]).to.deep.equal([
        ['BAD_MESSAGE'],
        [],
        ['SYNC'],
      ]);
    });
  });

  ['NEW_IN_2030', 'DIAL_NUMBER', 'ready', 'constructor'].forEach((type) => {
    it(`passes ${type} on as unknown, without an answer`, () => {
      const host = FakeHost.shaken();
      host.receive({ type, messageId: 1 });
      expect([host.unknown.length, host.received, host.window.types]).to.deep.equal([1, [], ['SYNC']]);
    });
  });
});

describe('HostLink.send', () => {
  it('sends nothing before it is answered', () => {
    const host = new FakeHost();
    expect([host.link.sendMessage({ type: 'END_CALL' }), host.window.types]).to.deep.equal([false, ['SYNC']]);
  });

  it('sends to the widget’s origin and tells of it', () => {
    const host = FakeHost.shaken();
    expect(host.link.sendMessage({ type: 'DIAL_NUMBER', data: { phoneNumber: '+12025550001' } })).to.equal(
      true,
    );
    expect(host.window.posted.at(-1)?.targetOrigin).to.equal(widgetOrigin);
    expect(host.sent.at(-1)).to.include({ type: 'DIAL_NUMBER' });
  });

  it('sends anything, with the id it is given', () => {
    const host = FakeHost.shaken();
    host.link.sendMessage({ type: 'NEW_IN_2030', messageId: 'mine', data: 1 });
    expect(host.window.last('NEW_IN_2030')).to.deep.equal({
      type: 'NEW_IN_2030',
      messageId: 'mine',
      data: 1,
    });
  });

  const created = { type: 'CREATE_ENGAGEMENT_SUCCEEDED', data: { engagementId: 7 } };
  const typesFor = (version: unknown, ...messages: readonly { type: string; data?: unknown }[]) => {
    const host = new FakeHost();
    host.acknowledge({ version });
    for (const message of messages) host.link.sendMessage(message);
    return host.window.types.slice(1);
  };

  ['0.0.1', '0.1.4'].forEach((version) => {
    it(`tells a widget on ${version} its engagement by the older name too`, () => {
      const older = 'ENGAGEMENT_CREATED';
      expect(typesFor(version, created)).to.deep.equal([older, created.type]);
      // Where the page has said it by the older name itself, that is enough.
      expect(typesFor(version, { ...created, type: older }, created)).to.deep.equal([older, created.type]);
      expect(typesFor(version, { type: 'END_CALL' }, created)).to.deep.equal([
        'END_CALL',
        older,
        created.type,
      ]);
      expect(typesFor(version, { type: 'END_CALL' })).to.deep.equal(['END_CALL']);
    });
  });

  ['0.2.0', '0.9.7', '1.0.1', '10.0.0', undefined, null, 7].forEach((version) => {
    it(`tells one on ${String(version)} by the new name only`, () => {
      expect(typesFor(version, created)).to.deep.equal([created.type]);
    });
  });

  it('tells the older name with the same payload, under an id of its own', () => {
    const host = new FakeHost();
    host.acknowledge({ version: '0.0.1' });
    host.link.sendMessage({ ...created, messageId: 'mine' });
    const [older, now] = host.window.posted.slice(1).map(({ message }) => message);
    expect([older?.['data'], now?.['messageId']]).to.deep.equal([created.data, 'mine']);
    expect(older?.['messageId']).to.be.a('string').that.does.not.equal('mine');
  });

  it('listens before it is told to connect, and turns away what comes', () => {
    const host = new FakeHost();
    host.link.disconnect();
    host.link.listen();
    host.link.listen();
    host.receive(initialized);
    expect([host.window.listeners, host.turnedAway]).to.deep.equal([1, ['NOT_READY']]);
  });

  it('leaves nothing behind when it is disconnected', () => {
    const host = FakeHost.shaken();
    host.link.disconnect();
    host.receive(initialized);
    expect([host.window.listeners, host.window.timers, host.received]).to.deep.equal([0, 0, []]);
    expect([host.link.isReady, host.link.sendMessage({ type: 'END_CALL' })]).to.deep.equal([false, false]);
  });

  it('leaves nothing behind when it is disconnected unanswered', () => {
    const host = new FakeHost();
    host.link.disconnect();
    host.window.advance(60_000);
    expect([host.syncs, host.timeouts, host.window.listeners, host.window.timers]).to.deep.equal([
      1, 0, 0, 0,
    ]);
  });
});

describe('both ends', () => {
  it('understand each other', () => {
    const host = new FakeHost();
    const widget = new FakeWidget();
    const toWidget = () =>
      host.window.posted.splice(0).forEach(({ message }) => widget.window.receive(message));
    const toHost = () => widget.window.posted.splice(0).forEach(({ message }) => host.receive(message));
    toWidget();
    widget.link.send({ type: 'INITIALIZED', data: { isLoggedIn: true } });
    toHost();
    host.link.sendMessage({ type: 'DIAL_NUMBER', data: { phone_number: '+12025550001' } });
    toWidget();
    expect(host.received.map(({ type }) => type)).to.deep.equal(['INITIALIZED']);
    expect(widget.received.map(({ data }) => data)).to.deep.equal([
      { phone_number: '+12025550001', phoneNumber: '+12025550001' },
    ]);
  });
});
