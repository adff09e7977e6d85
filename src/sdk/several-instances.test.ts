// Frameworks make an app more than once: every instance hears HubSpot and may speak, over one connection.
import { expect, waitUntil } from '@open-wc/testing';
import { Bench } from './testing/fake-bench.js';

const dial = { type: 'DIAL_NUMBER', messageId: 'test dial', data: { phoneNumber: '+12025550101' } };
const start = { isLoggedIn: true, sizeInfo: { width: 400, height: 600 } };

/** Instances that wait until HubSpot is ready have been told so. */
const ready = (bench: Bench, amount: number) =>
  waitUntil(
    () => bench.handlers.filter((name) => name === 'onReady').length === amount,
    'not all are ready',
    {
      interval: 5,
    },
  );

describe('several instances on one page', () => {
  let bench: Bench;

  const warnings = () => bench.page.lines.filter((line) => line.startsWith('warn'));

  beforeEach(async () => {
    bench = await Bench.open({ sdk: 'ours', handlers: ['onReady', 'onDialNumber', 'defaultEventHandler'] });
  });

  afterEach(() => {
    bench.close();
  });

  for (const amount of [2, 3, 8]) {
    it(`${String(amount)} of them hear everything, and HubSpot hears one handshake`, async () => {
      const all = [bench.extensions, ...Array.from({ length: amount - 1 }, () => bench.page.build())];
      await bench.shake();
      for (const one of all) one.initialized(start);
      await bench.say(dial);
      expect(bench.handlers).to.deep.equal([...all.map(() => 'onReady'), ...all.map(() => 'onDialNumber')]);
      expect(bench.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED']);
    });
  }

  it('each can speak', async () => {
    const second = bench.page.build();
    await bench.shake();
    bench.extensions.initialized(start);
    second.initialized(start);
    bench.extensions.outgoingCall({ externalCallId: 'a', toNumber: '+12025550101', createEngagement: true });
    second.callAnswered({ externalCallId: 'a' });
    await bench.settled();
    expect(bench.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED', 'OUTGOING_CALL_STARTED', 'CALL_ANSWERED']);
  });

  it('loses nothing of what each says early', async () => {
    const second = bench.page.build();
    bench.extensions.initialized(start);
    second.initialized(start);
    second.userAvailable();
    bench.extensions.userLoggedIn();
    await bench.shake();
    expect([...bench.types].sort()).to.deep.equal(['INITIALIZED', 'LOGGED_IN', 'SYNC_ACK', 'USER_AVAILABLE']);
  });

  it('says one INITIALIZED where each goes on to log in', async () => {
    const second = bench.page.build();
    await bench.shake();
    for (const one of [bench.extensions, second]) {
      one.initialized({ ...start, isLoggedIn: false });
      one.userLoggedIn();
    }
    await bench.settled();
    expect(bench.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED', 'LOGGED_IN', 'LOGGED_IN']);
  });

  it('says an INITIALIZED that says something else', async () => {
    const second = bench.page.build();
    await bench.shake();
    bench.extensions.initialized(start);
    second.initialized({ ...start, isLoggedIn: false });
    await bench.settled();
    expect(bench.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED', 'INITIALIZED']);
  });

  it('one that is made after the handshake takes it up at once', async () => {
    await bench.shake();
    bench.extensions.initialized(start);
    const late = bench.page.build();
    expect(bench.handlers).to.deep.equal(['onReady']);
    await ready(bench, 2);
    late.initialized(start);
    late.userAvailable();
    await bench.say(dial);
    expect(bench.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED', 'USER_AVAILABLE']);
    expect(bench.handlers.filter((name) => name === 'onDialNumber')).to.have.length(2);
  });

  it('one that comes after another was destroyed takes up its handshake, and tells what is new', async () => {
    await bench.shake();
    bench.extensions.initialized(start);
    bench.extensions.destroy();
    const next = bench.page.build();
    await ready(bench, 2);
    next.initialized(start);
    await bench.say(dial);
    expect(bench.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED']);
    expect(bench.handlers).to.deep.equal(['onReady', 'onReady', 'onDialNumber']);
    next.userLoggedOut();
    next.destroy();
    bench.page.build().initialized(start);
    await ready(bench, 3);
    await bench.settled();
    expect(bench.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED', 'LOGGED_OUT', 'INITIALIZED']);
    expect(warnings()).to.deep.equal([]);
  });

  it('the others go on when one goes', async () => {
    const second = bench.page.build();
    await bench.shake();
    bench.extensions.initialized(start);
    bench.extensions.destroy();
    second.userAvailable();
    await bench.say(dial);
    expect(bench.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED', 'USER_AVAILABLE']);
    expect(bench.handlers.at(-1)).to.equal('onDialNumber');
  });

  it('answers a message of an unknown type once', async () => {
    bench.page.build();
    await bench.shake();
    await bench.say({ type: 'FROM_THE_FUTURE', messageId: 'test future' });
    expect(bench.types).to.deep.equal(['SYNC_ACK', 'ERROR']);
  });

  it('takes a reply to one of them for no unknown message', async () => {
    const second = bench.page.build();
    await bench.shake();
    const replies: unknown[] = [];
    second.iFrameManager.sendMessage({ type: 'QUESTION' }, (reply: unknown) => replies.push(reply));
    await bench.settled();
    const { messageId } = bench.posts.at(-1) ?? {};
    await bench.say({ type: 'ANSWER', messageId });
    expect(replies).to.have.length(1);
    expect(bench.types).to.deep.equal(['SYNC_ACK', 'QUESTION']);
  });

  it('warns on the console, once', async () => {
    expect(warnings()).to.deep.equal([]);
    bench.page.build();
    bench.page.build();
    await bench.shake();
    bench.page.build();
    expect(warnings()).to.have.length(1);
    expect(warnings()[0]).to.contain('Several CallingExtensions');
    expect(bench.page.lines).to.have.length(1);
  });

  it('keeps each to whom it trusts itself', async () => {
    await bench.shake();
    bench.page.build({ allowedOrigins: [] });
    // Everything that a handshake could start has had its turn by then.
    await new Promise((resolve) => bench.view.setTimeout(resolve));
    await bench.say(dial);
    expect(bench.handlers).to.deep.equal(['onReady', 'onDialNumber']);
  });
});

describe('an instance beside a tag', () => {
  it('waits until that goes, takes its handshake up, and tells why', async () => {
    const bench = await Bench.open({ sdk: 'ours', handlers: ['onReady', 'onDialNumber'], isEmpty: true });
    const bridge = bench.page.connectBridge();
    await bench.shake();
    bench.page.build();
    bench.page.build();
    await waitUntil(() => bench.page.problems.length === 2, 'no problem is told', { interval: 5 });
    expect(bench.page.problems.map((problem) => problem.trim())).to.deep.equal([
      'DUPLICATE_BRIDGE',
      'DUPLICATE_BRIDGE',
    ]);
    expect(bench.page.lines).to.have.length(1);
    expect(bench.page.lines[0]).to.contain('<hs-calling-bridge>');
    expect(bench.handlers).to.deep.equal([]);
    bridge.disconnect();
    await ready(bench, 2);
    await bench.say(dial);
    expect(bench.handlers).to.deep.equal(['onReady', 'onReady', 'onDialNumber', 'onDialNumber']);
    bench.close();
  });
});
