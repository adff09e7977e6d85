import { expect } from '@open-wc/testing';
import { FakeWidget } from './testing/fake-widget.js';
import { filterTranscript, payloadOf, typeOf, type TranscriptEntry } from './transcript.js';

let widget: FakeWidget;

/** The payloads of the messages of this type that the host has sent. */
const said = (entries: readonly TranscriptEntry[], type: string) =>
  filterTranscript(entries, { direction: 'to-widget', types: [type] }).map(
    ({ message }) => payloadOf(message) as Readonly<Record<string, unknown>>,
  );

const problemOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'It resolved.',
    (error: unknown) => String(error),
  );

/** The transcript of a whole call, made with a widget that has been loaded anew since. */
async function recorded(): Promise<readonly TranscriptEntry[]> {
  widget = await new FakeWidget().start();
  const { host, driver } = widget;
  await widget.talk();
  await host.waitFor('CREATE_ENGAGEMENT_SUCCEEDED', undefined, { direction: 'to-widget' });
  host.endCall();
  await host.waitFor('CALL_ENDED');
  await driver.skip({});
  await host.waitFor('UPDATE_ENGAGEMENT_SUCCEEDED', undefined, { direction: 'to-widget' });
  const { transcript } = host;
  host.reset();
  host.reload();
  await host.waitFor('INITIALIZED', undefined, { since: host.mark() });
  return transcript;
}

describe('replay', () => {
  afterEach(() => widget.stop());

  it('says all but SYNC again, in the same order, and nothing of its own', async () => {
    const then = await recorded();
    const { host, driver } = widget;
    const from = host.transcript.length;
    const replaying = host.replay(then, { speed: 1000 });
    await driver.takeDial({});
    await replaying;
    const types = (entries: readonly TranscriptEntry[]) =>
      filterTranscript(entries, { direction: 'to-widget' })
        .map(({ message }) => typeOf(message))
        .filter((type) => type !== 'SYNC');
    expect(types(host.transcript.slice(from))).to.deep.equal(types(then));
    expect(types(then)).to.include.members(['DIAL_NUMBER', 'END_CALL']);
  });

  it('names the call of this time, however fast it is', async () => {
    const then = await recorded();
    const { host, driver } = widget;
    const since = host.mark();
    const replaying = host.replay(then, { speed: 1_000_000 });
    await driver.takeDial({});
    await replaying;
    const { data } = await host.waitFor('OUTGOING_CALL_STARTED', undefined, { since });
    const [created, ...others] = said(
      host.transcript.filter(({ index }) => index >= since),
      'CREATE_ENGAGEMENT_SUCCEEDED',
    );
    expect(others).to.deep.equal([]);
    expect(created?.['externalCallId']).to.be.a('string').and.to.equal(data.externalCallId);
    const [before] = said(then, 'CREATE_ENGAGEMENT_SUCCEEDED');
    expect(created?.['externalCallId']).not.to.equal(before?.['externalCallId']);
  });

  it('leaves out the id of a call that the transcript does not have', async () => {
    const then = await recorded();
    const { host } = widget;
    const since = host.mark();
    const types = ['CREATE_ENGAGEMENT_SUCCEEDED'];
    await host.replay(filterTranscript(then, { types }), { speed: 1000 });
    const [created] = said(
      host.transcript.filter(({ index }) => index >= since),
      'CREATE_ENGAGEMENT_SUCCEEDED',
    );
    expect(created).to.deep.equal({ engagementId: 9001 });
  });

  it('is faster by its speed', async () => {
    const message = { type: 'END_CALL', messageId: 'x', data: {} };
    const rest = { direction: 'to-widget', validity: { ok: true }, phase: 'idle' } as const;
    const then = [0, 100_000].map((at, index) => ({ ...rest, index, at, message }));
    widget = await new FakeWidget().start();
    const from = performance.now();
    await widget.host.replay(then, { speed: 1000 });
    expect(performance.now() - from).to.be.within(95, 2000);
  });

  it('rejects when the widget does not start the call that comes next', async () => {
    const then = await recorded();
    const problem = await problemOf(widget.host.replay(then, { speed: 1_000_000, callStartTimeoutMs: 20 }));
    expect(problem).to.equal(
      'WaitError: CREATE_ENGAGEMENT_SUCCEEDED cannot be sent again: ' +
        'within 20 ms the widget has started 0 of the 1 calls that came before it.',
    );
  });

  it('rejects when the host is stopped, and for a speed that is none', async () => {
    const then = await recorded();
    const replaying = problemOf(widget.host.replay(then, { speed: 0.001 }));
    widget.host.stop();
    expect(await replaying).to.equal('WaitError: The host was stopped.');
    expect(await problemOf(widget.host.replay(then, { speed: 0 }))).to.contain('speed is 0');
  });
});
