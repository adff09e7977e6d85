// An odd optional field of a widget's costs that field and nothing else. Widgets on an old SDK learn their engagement.
import { expect, waitUntil } from '@open-wc/testing';
import { BareWidget } from './testing/fake-bare-widget.js';
import { Bench } from '../sdk/testing/fake-bench.js';
import { hostAround } from './start-host.js';

let widget: BareWidget;
const toNumber = '+12025550101';
const started = { externalCallId: 'c', toNumber, createEngagement: true };

const reasons = () => widget.host.transcript.flatMap(({ validity }) => validity.reason ?? []);

/** Starts a call and waits for its engagement. */
async function call(): Promise<number> {
  await widget.say('OUTGOING_CALL_STARTED', started);
  const isThere = () => widget.heard.find(({ type }) => type === 'CREATE_ENGAGEMENT_SUCCEEDED');
  await waitUntil(isThere, 'no engagement was told', { interval: 2 });
  return (isThere()?.['data'] as { engagementId: number }).engagementId;
}

describe('an odd optional field of a widget’s', () => {
  beforeEach(async () => {
    widget = await new BareWidget().start();
  });
  afterEach(() => widget.stop());

  for (const recording of [null, {}, ['https://x.example']]) {
    it(`loses no notes: hs_call_recording_url is ${JSON.stringify(recording)}`, async () => {
      const engagementId = await call();
      const engagementProperties = { hs_call_body: 'Notes', hs_call_recording_url: recording };
      await widget.say('CALL_COMPLETED', { externalCallId: 'c', engagementId, engagementProperties });
      expect(widget.host.log[0]).to.include({ body: 'Notes', isCompleted: true });
      await widget.host.waitFor('UPDATE_ENGAGEMENT_SUCCEEDED', {}, { direction: 'to-widget', since: 0 });
      expect(reasons()).to.deep.equal([
        'Left out, because it is not what it should be: CALL_COMPLETED.engagementProperties.hs_call_recording_url.',
      ]);
    });
  }

  for (const time of [1e300, -1, 8.64e15 + 1, 'abc', '9'.repeat(400)]) {
    it(`loses no call: its time is ${String(time).slice(0, 20)}`, async () => {
      const before = Date.now();
      await widget.say('OUTGOING_CALL_STARTED', { ...started, callStartTime: time });
      expect(widget.host.log[0]?.startedAt).to.be.within(before, Date.now());
      const engagementProperties = { hs_timestamp: time, hs_call_duration: time, hs_call_body: 'Notes' };
      await widget.say('CALL_COMPLETED', { externalCallId: 'other', engagementId: 5, engagementProperties });
      const logged = widget.host.log.at(-1);
      expect(logged).to.include({ body: 'Notes', isCompleted: true, duration: 0 });
      expect(new Date(logged?.startedAt ?? NaN).toISOString()).to.be.a('string');
      expect(reasons().join(' '))
        .to.contain('OUTGOING_CALL_STARTED.callStartTime')
        .and.to.contain('hs_timestamp')
        .and.to.contain('hs_call_duration');
    });
  }

  it('reads the time of a call that nobody has announced also as a date', async () => {
    const engagementProperties = { hs_timestamp: '2026-02-01T10:00:00Z' };
    await widget.say('CALL_COMPLETED', { externalCallId: 'other', engagementId: 5, engagementProperties });
    expect(widget.host.log[0]?.startedAt).to.equal(Date.UTC(2026, 1, 1, 10));
  });

  it('is told to nobody where it is only undefined', async () => {
    const engagementId = await call();
    const engagementProperties = { hs_call_body: 'Notes', hs_call_recording_url: undefined };
    await widget.say('CALL_COMPLETED', { externalCallId: 'c', engagementId, engagementProperties });
    expect(widget.host.log[0]).to.include({ body: 'Notes', isCompleted: true });
    expect(reasons()).to.deep.equal([]);
  });

  it('loses no call: the caller withholds the number', async () => {
    await widget.say('INCOMING_CALL', { externalCallId: 'c', fromNumber: '', toNumber });
    expect(widget.host.log[0]).to.include({ externalCallId: 'c', direction: 'INBOUND', phase: 'ringing' });
  });

  it('loses no call: nothing is said of it', async () => {
    widget.host.dial(101);
    await widget.say('OUTGOING_CALL_STARTED');
    expect(widget.host.log[0]).to.include({
      direction: 'OUTBOUND',
      number: '+12025550101',
      phase: 'dialing',
    });
  });

  it('loses no call: its id is a number', async () => {
    await widget.say('OUTGOING_CALL_STARTED', { ...started, externalCallId: 5 });
    await widget.say('CALL_ENDED', { externalCallId: '5', callEndStatus: 'INTERNAL_BUSY' });
    expect(widget.host.log[0]).to.include({ externalCallId: '5', phase: 'ended', status: undefined });
  });

  const isFrameSize = (side: unknown) => typeof side === 'number' && side >= 50 && side <= 5000;

  for (const side of [1e9, '1000000000px', 2 ** 31, 1e300, 5001, 49, 1, 0.001, 0, -0, -1, '-5', -1e300]) {
    it(`makes no frame that none can be: ${side} px`, async () => {
      await widget.say('RESIZE_WIDGET', { width: side, height: 600 });
      expect(widget.host.state.size.width).to.satisfy(isFrameSize);
      await widget.say('INITIALIZED', { isLoggedIn: true, sizeInfo: { width: 400, height: side } });
      expect(widget.host.state.size.height).to.satisfy(isFrameSize);
      expect(widget.host.state.size.width).to.equal(400);
    });
  }

  for (const side of [NaN, Infinity, -Infinity, '', '1e9', '-', 5n, [300]]) {
    it(`leaves the size as it is for a side of ${typeof side} ${String(side)}`, async () => {
      await widget.say('RESIZE_WIDGET', { width: 300.5, height: 400 });
      await widget.say('RESIZE_WIDGET', { width: side, height: side });
      expect(widget.host.state.size).to.deep.equal({ width: 300.5, height: 400 });
      expect(reasons().at(-1)).to.contain('RESIZE_WIDGET.width, RESIZE_WIDGET.height');
    });
  }

  it('changes no other size: one is text, one is none', async () => {
    await widget.say('RESIZE_WIDGET', { width: '400', height: '600px' });
    expect(widget.host.state.size).to.deep.equal({ width: 400, height: 600 });
    await widget.say('RESIZE_WIDGET', { height: 650 });
    await widget.say('RESIZE_WIDGET', { width: null });
    expect(widget.host.state.size).to.deep.equal({ width: 400, height: 650 });
  });

  it('loses no address: it stands beside the type', async () => {
    await widget.say('SET_WIDGET_URL', undefined, { iFrameUrl: 'https://phone.example/new' });
    expect(widget.host.state.widgetUrl).to.equal('https://phone.example/new');
  });

  for (const data of [null, undefined, {}, { engagementId: null }, { engagementId: '' }]) {
    it(`finishes the last call of the help desk: ${JSON.stringify(data)}`, async () => {
      const engagementId = await call();
      await widget.say('CALL_COMPLETED', { externalCallId: 'c', engagementId });
      await widget.say('FINALIZE_ENGAGEMENT', data);
      expect(widget.host.log[0]?.isFinalized).to.equal(true);
      const wanted = { engagementId, externalCallId: 'c' };
      await widget.host.waitFor('FINALIZE_ENGAGEMENT_SUCCEEDED', wanted, { direction: 'to-widget' });
    });
  }

  it('fails where there is no call to finish', async () => {
    await widget.say('FINALIZE_ENGAGEMENT', null);
    await widget.host.waitFor('FINALIZE_ENGAGEMENT_FAILED', {}, { direction: 'to-widget' });
  });

  it('starts the widget: nothing is said in INITIALIZED', async () => {
    widget.stop();
    widget = await new BareWidget().start(null);
    expect(widget.host.state).to.include({ connection: 'initialized', isLoggedIn: false });
  });

  it('is found by who waits for the message', async () => {
    const waited = widget.host.waitFor('ERROR', { type: 'ODD' });
    await widget.say('ERROR', { type: 'ODD', message: 5 });
    expect((await waited).data).to.deep.equal({ type: 'ODD' });
  });
});

describe('a widget on the official SDK', () => {
  it('saves its call with a recording that is null, as HubSpot’s own demo sends it', async () => {
    const frame = document.createElement('iframe');
    const options = { sdk: 'official', handlers: ['onReady'] };
    const address = `/src/sdk/testing/fake-page.html?${encodeURIComponent(JSON.stringify(options))}`;
    const host = hostAround(frame, { widgetUrl: new URL(address, location.href).href, delayMs: 1 });
    const acknowledged = host.waitFor('SYNC_ACK');
    frame.src = address;
    document.body.append(frame);
    await acknowledged;
    const { extensions } = frame.contentWindow as unknown as Bench['page'];
    extensions.initialized({ isLoggedIn: true });
    extensions.outgoingCall(started);
    const { data } = await host.waitFor('CREATE_ENGAGEMENT_SUCCEEDED', {}, { direction: 'to-widget' });
    const { engagementId } = data as { engagementId: number };
    const engagementProperties = { hs_timestamp: 5, hs_call_body: 'Notes', hs_call_recording_url: null };
    extensions.callCompleted({ engagementId, engagementProperties: engagementProperties as never });
    await host.waitFor('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId }, { direction: 'to-widget' });
    expect(host.log[0]).to.include({ body: 'Notes', isCompleted: true });
    host.stop();
    frame.remove();
  });
});

describe('the engagement of a widget', () => {
  afterEach(() => widget.stop());

  const names = () => widget.heard.map(({ type }) => type);
  const both = ['ENGAGEMENT_CREATED', 'CREATE_ENGAGEMENT_SUCCEEDED'];

  // Up to 0.1.4 the official SDK calls itself 0.0.1.
  for (const version of ['0.0.1', '0.1.0', '0.1.4', '0.1.4-beta.0']) {
    it(`is told by both names to one on the SDK ${version}`, async () => {
      widget = await new BareWidget(version).start();
      const engagementId = await call();
      expect(names()).to.deep.equal(both);
      expect(widget.heard.map(({ data }) => data)).to.deep.equal([
        { engagementId, externalCallId: 'c' },
        { engagementId, externalCallId: 'c' },
      ]);
      expect(new Set(widget.heard.map(({ messageId }) => messageId)).size).to.equal(2);
    });
  }

  for (const version of ['0.2.1', '0.9.7', '0.10.0', '1.0.1', '10.1.0', undefined, 0.1, {}]) {
    it(`is told by its new name to one on the SDK ${JSON.stringify(version)}`, async () => {
      widget = await new BareWidget(version).start();
      await call();
      expect(names()).to.deep.equal(['CREATE_ENGAGEMENT_SUCCEEDED']);
    });
  }

  it('is told once by each name, where a fault tells both anyway', async () => {
    widget = await new BareWidget('0.1.4', { faults: ['both-engagement-messages'] }).start();
    await call();
    expect(names()).to.deep.equal(both);
  });
});
