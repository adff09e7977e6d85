import { expect } from '@open-wc/testing';
import { FakeWindow } from '../link/testing/fake-window.js';
import { FakeWidget } from './testing/fake-widget.js';
import type { FaultName } from './faults/index.js';
import { HubSpotHost } from './hubspot-host.js';
import { filterTranscript } from './transcript.js';
import { WaitError } from './wait.js';

let widget: FakeWidget;
const problemOf = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => new Error('It resolved.'),
    (error: unknown) => error as Error,
  );

async function start(...faults: FaultName[]): Promise<FakeWidget> {
  widget = await new FakeWidget({ faults }).start();
  return widget;
}

describe('HubSpotHost', () => {
  afterEach(() => widget.stop());

  it('keeps the log of a call', async () => {
    const { host, driver } = await start();
    await widget.talk();
    await driver.hangUp({});
    await driver.save({ notes: 'Fine.' });
    await host.waitFor('CALL_COMPLETED');
    expect(host.log).to.have.length(1);
    expect(host.log[0]).to.deep.include({
      number: '+12025550101',
      status: 'COMPLETED',
      body: 'Fine.',
      engagementId: 9001,
      isCompleted: true,
      isGhost: false,
    });
  });

  it('shows a ghost where a call is not completed', async () => {
    const { host, driver } = await start();
    await widget.talk();
    await driver.hangUp({});
    await host.waitFor('CALL_ENDED');
    expect(host.log[0]?.isGhost).to.equal(true);
  });

  it('does not dial while a call goes on, and says so', async () => {
    const { host } = await start();
    await widget.talk();
    const alerts: string[] = [];
    host.addEventListener('alert', ({ text }) => alerts.push(text));
    const result = host.dial(102);
    expect(!result.ok && result.reason).to.equal('in-call');
    expect(alerts).to.deep.equal([host.state.alert]);
  });

  it('loses calls that a reloaded widget does not name', async () => {
    const { host } = await start('no-engagement');
    await widget.talk();
    widget.host.reload();
    await host.waitFor('INITIALIZED', undefined, { since: host.mark() });
    expect(host.log[0]?.isGhost).to.equal(true);
  });

  it('rejects a wait with what came instead', async () => {
    const { host, driver } = await start();
    host.mark();
    await driver.reportError({ message: 'x' });
    const problem = await problemOf(host.waitFor('ERROR', { message: 'y' }, { timeoutMs: 30 }));
    expect(problem).to.be.instanceOf(WaitError);
    expect(problem.message).to.equal(
      'ERROR with {"message":"y"} did not come from the widget within 30 ms. ' +
        'What came: ERROR (message is "x", should be "y").',
    );
    const silence = await problemOf(
      host.waitFor('CALL_ENDED', undefined, { timeoutMs: 5, since: host.mark() }),
    );
    expect(silence.message).to.equal('CALL_ENDED did not come from the widget within 5 ms. Nothing came.');
  });

  it('leaves nothing behind when it is stopped, and tells who waits', async () => {
    const { host, wire } = await start();
    const waiting = problemOf(host.waitFor('CALL_ENDED'));
    host.stop();
    expect((await waiting).message).to.contain('The host was stopped.');
    expect(wire.host.listeners.size).to.equal(0);
    expect([host.state.connection, host.dial(101).ok]).to.deep.equal(['idle', false]);
  });

  it('sends the host’s side of a transcript again, for the call of this time', async () => {
    const { host, driver } = await start();
    await widget.talk();
    await host.waitFor('CREATE_ENGAGEMENT_SUCCEEDED', undefined, { direction: 'to-widget' });
    await driver.hangUp({});
    await driver.skip({});
    await host.waitFor('CALL_COMPLETED');
    const then = host.transcript;
    host.reset();
    host.reload();
    const since = host.mark();
    await host.waitFor('INITIALIZED', undefined, { since });
    const replaying = host.replay(then, { speed: 1000 });
    await driver.takeDial({});
    await replaying;
    await host.waitFor('OUTGOING_CALL_STARTED', undefined, { since });
    const created = host.transcript.findLast(({ message }) =>
      JSON.stringify(message).includes('CREATE_ENGAGEMENT_SUCCEEDED'),
    );
    expect(created?.index).to.be.at.least(since);
    expect((await problemOf(host.replay(then, { speed: 0 }))).message).to.contain('speed is 0');
  });
});

describe('HubSpotHost.listen', () => {
  it('hears a frame at another origin before it has loaded, and says nothing to it', () => {
    const window = new FakeWindow();
    const host = new HubSpotHost({ wire: window, clock: window }, { widgetOrigin: 'https://phone.example' });
    host.listen();
    window.receive({ type: 'HELLO', messageId: '1' }, { origin: 'https://elsewhere.example' });
    expect(host.otherOrigins).to.deep.equal(['https://elsewhere.example']);
    expect(window.posted).to.deep.equal([]);
    host.stop();
    window.receive({ type: 'HELLO', messageId: '2' }, { origin: 'https://later.example' });
    expect(host.otherOrigins).to.deep.equal(['https://elsewhere.example']);
  });
});

describe('HubSpotHost.setVisibility', () => {
  afterEach(() => widget.stop());

  it('tells the widget once, and not what is so already', async () => {
    const { host } = await start();
    host.setVisibility({});
    host.setVisibility({ isMinimized: true });
    host.setVisibility({ isMinimized: true });
    host.setVisibility({});
    const told = filterTranscript(host.transcript, { types: ['VISIBILITY_CHANGED'] });
    expect(told.map(({ message }) => (message as { readonly data: unknown }).data)).to.deep.equal([
      { isMinimized: true, isHidden: false },
      { isMinimized: false, isHidden: false },
    ]);
  });
});
