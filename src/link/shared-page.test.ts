// Links that share a page: every one hears HubSpot, the first answers it, and HubSpot is told once who is logged in.
import { expect } from '@open-wc/testing';
import { dial, FakeWidget, sync } from './testing/fake-widget.js';
import { FakeWindow } from './testing/fake-window.js';

const start = { isLoggedIn: true, isAvailable: false, sizeInfo: { width: 400, height: 600 } };

/** A page with so many links on it that share it. */
function pageWith(amount: number) {
  const window = new FakeWindow();
  const join = () => new FakeWidget({}, window, { sharesPage: true, sendsBeforeInitialized: true });
  return { window, join, links: Array.from({ length: amount }, join) };
}

function twoThatHaveSaid(first: object, ...then: readonly { type: string; data?: unknown }[]) {
  const page = pageWith(2);
  page.window.receive(sync);
  const [one, other] = page.links;
  one?.link.send({ type: 'INITIALIZED', data: first });
  for (const message of then) one?.link.send(message);
  return { ...page, one, other };
}

describe('links that share a page', () => {
  it('all hear everything, and one answers', () => {
    const { window, links } = pageWith(3);
    window.receive(sync);
    window.receive(dial);
    expect(window.types).to.deep.equal(['SYNC_ACK']);
    expect(links.map(({ states, received }) => [states.at(-1), received.length])).to.deep.equal(
      links.map(() => ['connected', 1]),
    );
  });

  it('tell only of the one that answered that it did', () => {
    const { window, links } = pageWith(2);
    window.receive(sync);
    expect(links.map(({ sent }) => sent.map(({ type }) => type))).to.deep.equal([['SYNC_ACK'], []]);
  });

  it('say once what each of them has to say first', () => {
    const { window, other } = twoThatHaveSaid(start);
    const result = other?.link.send({ type: 'INITIALIZED', data: { ...start } });
    expect([result?.ok, window.types]).to.deep.equal([true, ['SYNC_ACK', 'INITIALIZED']]);
    expect(other?.sent).to.deep.equal([]);
  });

  it('say what one says twice itself', () => {
    const { window, one } = twoThatHaveSaid(start);
    one?.link.send({ type: 'INITIALIZED', data: start });
    expect(window.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED', 'INITIALIZED']);
  });

  it('say what one says again after another has said the same', () => {
    const { window, one, other } = twoThatHaveSaid(start);
    other?.link.send({ type: 'INITIALIZED', data: start });
    one?.link.send({ type: 'INITIALIZED', data: start });
    expect(window.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED', 'INITIALIZED']);
  });

  it('say what is new', () => {
    const { window, other } = twoThatHaveSaid(start);
    other?.link.send({ type: 'INITIALIZED', data: { ...start, isLoggedIn: false } });
    expect(window.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED', 'INITIALIZED']);
  });

  const told: readonly (readonly [string, object, unknown?])[] = [
    ['LOGGED_IN', { isLoggedIn: true }],
    ['LOGGED_OUT', { isLoggedIn: false }],
    ['USER_AVAILABLE', { isAvailable: true }],
    ['USER_UNAVAILABLE', { isAvailable: false }],
    ['RESIZE_WIDGET', { sizeInfo: { width: 1, height: 2 } }, { width: 1, height: 2 }],
  ];
  told.forEach(([type, change, data]) => {
    // None of these is what any of the messages tells.
    const before = { isLoggedIn: 'unknown', isAvailable: 'unknown', sizeInfo: {} };

    it(`know what ${type} has told since`, () => {
      const { window, other } = twoThatHaveSaid(before, { type, data });
      other?.link.send({ type: 'INITIALIZED', data: { ...before, ...change } });
      expect(window.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED', type]);
    });

    it(`tell it again after one that said ${type} has gone`, () => {
      const { window, one, join } = twoThatHaveSaid(before, { type, data });
      one?.link.disconnect();
      const next = join();
      window.advance(0);
      next.link.send({ type: 'INITIALIZED', data: before });
      expect(window.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED', type, 'INITIALIZED']);
    });

    it(`need not tell again what was told before ${type}, while the one that told it is there`, () => {
      const { window, other } = twoThatHaveSaid(before, { type, data });
      other?.link.send({ type: 'INITIALIZED', data: before });
      expect(window.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED', type]);
    });
  });

  it('say INITIALIZED after other messages changed nothing of it', () => {
    const { window, other } = twoThatHaveSaid(start, { type: 'CALL_DATA', data: { isLoggedIn: false } });
    other?.link.send({ type: 'INITIALIZED', data: { ...start } });
    expect(window.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED', 'CALL_DATA']);
  });

  it('tell of LOGGED_IN before INITIALIZED, and of INITIALIZED after it', () => {
    const { window, links } = pageWith(1);
    window.receive(sync);
    links[0]?.link.send({ type: 'LOGGED_IN' });
    links[0]?.link.send({ type: 'INITIALIZED', data: start });
    expect(window.types).to.deep.equal(['SYNC_ACK', 'LOGGED_IN', 'INITIALIZED']);
  });

  it('take the handshake up when they come later, a moment after', () => {
    const { window, join } = twoThatHaveSaid(start);
    const late = join();
    expect(late.states).to.deep.equal(['connecting']);
    window.advance(0);
    expect([late.states.at(-1), late.ready[0]?.portalId, window.types]).to.deep.equal([
      'connected',
      62515,
      ['SYNC_ACK', 'INITIALIZED'],
    ]);
  });

  it('take none up that HubSpot itself has brought in between', () => {
    const { window, join } = twoThatHaveSaid(start);
    window.advance(300);
    const late = join();
    window.receive({ ...sync, messageId: 'sync2' });
    window.advance(0);
    expect([late.ready.length, late.readyAgain.length]).to.deep.equal([1, 0]);
  });

  it('take none up from whom they do not trust', () => {
    const window = new FakeWindow();
    const crm = 'https://crm.example';
    const trusting = new FakeWidget({ allowedOrigins: [crm] }, window, { sharesPage: true });
    window.receive(sync, { origin: crm });
    const strict = new FakeWidget({}, window, { sharesPage: true });
    window.advance(0);
    expect([trusting.link.state, strict.link.state]).to.deep.equal(['connected', 'connecting']);
  });

  it('answer no SYNC within 300 ms of the one that was taken up', () => {
    const { window, one, other, join } = twoThatHaveSaid(start);
    one?.link.disconnect();
    other?.link.disconnect();
    window.advance(200);
    join();
    window.advance(0);
    window.receive({ ...sync, messageId: 'sync2' });
    expect(window.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED']);
    window.advance(100);
    window.receive({ ...sync, messageId: 'sync3' });
    expect(window.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED', 'SYNC_ACK']);
  });

  it('say everything at once where INITIALIZED is not waited for', () => {
    const { window, links } = pageWith(1);
    links[0]?.link.send({ type: 'CALL_DATA' });
    window.receive(sync);
    links[0]?.link.send({ type: 'CALL_ANSWERED' });
    expect(window.types).to.deep.equal(['SYNC_ACK', 'CALL_DATA', 'CALL_ANSWERED']);
  });

  it('have ids that begin alike, and are of one link each', () => {
    const { window } = pageWith(0);
    const ids = [1, 2].map(() => window.links.createIdPrefix(() => window.createId()));
    expect([ids, window.links.idPrefix]).to.deep.equal([['id1-1', 'id1-2'], 'id1']);
  });
});
