import { expect } from '@open-wc/testing';
import { HubSpotAccount } from './hubspot-account.js';
import { hostOrigin } from './testing/fake-wire.js';
import { FakeWidget } from './testing/fake-widget.js';
import { exportTranscript, importTranscript } from './transcript-file.js';

const sam = { fromNumber: '+442079460958', toNumber: '+12025550160' };

describe('one account in several frames', () => {
  let account: HubSpotAccount;
  let first: FakeWidget;
  let second: FakeWidget;

  beforeEach(async () => {
    account = new HubSpotAccount({ userId: 12 });
    first = await new FakeWidget({ account }).start();
    second = await new FakeWidget({ account }).start();
  });

  afterEach(() => {
    first.stop();
    second.stop();
  });

  /** Has a frame say something as it is. Resolves when its host has heard it. */
  const say = async (widget: FakeWidget, type: string, data: object) => {
    const since = widget.host.mark();
    widget.wire.widget.post({ type, messageId: widget.wire.widget.createId(), data }, hostOrigin);
    await widget.host.waitFor(type, undefined, { since });
  };
  const announce = (widget: FakeWidget, externalCallId = 'call-1') =>
    say(widget, 'INCOMING_CALL', { ...sam, externalCallId, createEngagement: true });
  const found = () => account.findings.map(({ kind, type, frames }) => [kind, type, ...frames]);

  it('names the frames, and tells each who is logged in to HubSpot', () => {
    expect(account.state.frames.map(({ name }) => name)).to.deep.equal(['tab 1', 'tab 2']);
    expect(second.bridge.getState().host).to.include({ userId: 12 });
  });

  it('has one call, whichever frame tells of it', async () => {
    await announce(first);
    await say(second, 'CALL_ANSWERED', { externalCallId: 'call-1' });
    const { engagementId = 0 } = account.log[0] ?? {};
    await say(first, 'CALL_ENDED', { engagementId, callEndStatus: 'COMPLETED' });
    await say(second, 'CALL_COMPLETED', { engagementId, engagementProperties: { hs_call_body: 'Notes' } });
    expect(account.log).to.have.length(1);
    expect(account.log[0]).to.include({ isCompleted: true, body: 'Notes', status: 'COMPLETED' });
    expect(first.host.log).to.deep.equal(second.host.log);
    expect(found()).to.deep.equal([]);
  });

  it('gives no id to two engagements', async () => {
    await announce(first, 'call-1');
    await announce(second, 'call-2');
    expect(account.log.map(({ engagementId }) => engagementId)).to.deep.equal([9001, 9002]);
  });

  for (const type of ['INCOMING_CALL', 'CALL_ANSWERED', 'CALL_ENDED', 'CALL_COMPLETED']) {
    for (const who of ['another frame', 'the same frame']) {
      it(`finds ${type} of one call said twice, by ${who}`, async () => {
        const again = who === 'the same frame' ? first : second;
        const speak = (widget: FakeWidget) =>
          type === 'INCOMING_CALL'
            ? announce(widget)
            : say(widget, type, { externalCallId: 'call-1', engagementId: account.log[0]?.engagementId });
        if (type !== 'INCOMING_CALL') await announce(first);
        if (type === 'CALL_COMPLETED') await say(first, 'CALL_ENDED', { externalCallId: 'call-1' });
        await speak(first);
        await speak(again);
        const twice = found().filter(([kind]) => kind === 'said-twice');
        expect(twice).to.deep.equal([['said-twice', type, 'tab 1', again.host.frameName]]);
        expect(account.transcript.at(-1)?.frame ?? '').to.match(/^tab [12]$/);
        const warned = account.transcript.filter(({ warning }) => warning !== undefined);
        expect(
          warned.map(({ warning, frame }) => [frame, warning?.includes('said before, by tab 1')]),
        ).to.deep.equal([[again.host.frameName, true]]);
      });
    }
  }

  it('finds OUTGOING_CALL_STARTED of one call said twice', async () => {
    const data = { externalCallId: 'call-1', toNumber: sam.toNumber, createEngagement: true };
    await say(first, 'OUTGOING_CALL_STARTED', data);
    await say(second, 'OUTGOING_CALL_STARTED', data);
    expect(found()).to.deep.equal([['said-twice', 'OUTGOING_CALL_STARTED', 'tab 1', 'tab 2']]);
    expect(account.log).to.have.length(1);
  });

  it('finds one call that two frames announce, each under an id of its own', async () => {
    await announce(first, 'call-1');
    await announce(second, 'call-2');
    expect(found()).to.deep.equal([['announced-twice', 'INCOMING_CALL', 'tab 1', 'tab 2']]);
  });

  it('takes two calls of one number, one after the other, for two calls', async () => {
    await announce(first, 'call-1');
    await say(first, 'CALL_ENDED', { externalCallId: 'call-1', callEndStatus: 'MISSED' });
    await say(first, 'CALL_COMPLETED', { externalCallId: 'call-1', engagementId: 9001 });
    await announce(second, 'call-2');
    expect(found()).to.deep.equal([]);
  });

  it('finds a call that has ended and is not completed', async () => {
    await announce(first);
    await say(second, 'CALL_ENDED', { externalCallId: 'call-1', callEndStatus: 'MISSED' });
    expect(found()).to.deep.equal([['never-completed', 'CALL_COMPLETED', 'tab 1', 'tab 2']]);
    await say(second, 'CALL_COMPLETED', { externalCallId: 'call-1', engagementId: 9001 });
    expect(found()).to.deep.equal([]);
  });

  it('lets a widget say CALL_COMPLETED again after HubSpot could not write it', async () => {
    await announce(first);
    await say(first, 'CALL_ENDED', { externalCallId: 'call-1', callEndStatus: 'MISSED' });
    first.host.setFaults(['update-failed']);
    await say(first, 'CALL_COMPLETED', { externalCallId: 'call-1', engagementId: 9001 });
    first.host.setFaults([]);
    await say(first, 'CALL_COMPLETED', { externalCallId: 'call-1', engagementId: 9001 });
    expect(found()).to.deep.equal([]);
  });

  it('finds nothing in calls that HubSpot ignores', async () => {
    account.setSettings({ supportsInboundCalling: false });
    await announce(first);
    await announce(second);
    expect([found(), account.log]).to.deep.equal([[], []]);
    expect(account.transcript.at(-1)?.remark).to.contain('supportsInboundCalling');
  });

  it('keeps a call that goes on when a frame beside it is loaded anew', async () => {
    await first.talk();
    const reload = async (widget: FakeWidget) => {
      const since = widget.host.mark();
      widget.host.reload(undefined);
      await widget.host.waitFor('INITIALIZED', undefined, { since });
    };
    await reload(second);
    expect(account.log[0]?.phase).to.equal('active');
  });

  it('knows a frame no more that was stopped', () => {
    second.host.stop();
    expect(account.state.frames.map(({ name }) => name)).to.deep.equal(['tab 1']);
  });

  it('names frames and warnings in an exported transcript', async () => {
    await announce(first);
    await announce(second);
    const read = importTranscript(exportTranscript(account.transcript));
    expect(read.map(({ frame, warning }) => [frame, warning])).to.deep.equal(
      account.transcript.map(({ frame, warning }) => [frame, warning]),
    );
  });
});

describe('a remote beside a calling window', () => {
  it('can be asked to dial though only the window says INITIALIZED, unless that is logged out', async () => {
    const account = new HubSpotAccount({ usesCallingWindow: true });
    const place = { usesCallingWindow: true } as const;
    const remote = new FakeWidget({ account, place: { ...place, iframeLocation: 'remote' } });
    remote.wire.widget.listeners.clear();
    remote.wire.widget.listen(({ data }) => {
      const message = data as { readonly type: string };
      if (message.type === 'SYNC') remote.wire.widget.post({ ...message, type: 'SYNC_ACK' }, hostOrigin);
    });
    const acknowledged = new Promise((resolve) => {
      remote.host.addEventListener('change', ({ state }) => {
        if (state.connection === 'acknowledged') resolve(undefined);
      });
    });
    remote.host.connect();
    await acknowledged;
    expect(remote.host.dial(101)).to.deep.equal({ ok: true });
    const window = await new FakeWidget({ account, place: { ...place, iframeLocation: 'window' } }).start();
    expect(remote.host.dial(101)).to.deep.equal({ ok: true });
    window.bridge.userLoggedOut();
    await window.host.waitFor('LOGGED_OUT');
    expect(remote.host.dial(101)).to.include({ ok: false, reason: 'logged-out' });
    remote.stop();
    window.stop();
  });
});
