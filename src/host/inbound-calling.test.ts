import { expect } from '@open-wc/testing';
import { FakeWidget } from './testing/fake-widget.js';
import { hostOrigin } from './testing/fake-wire.js';
import { findScenario } from './scenarios/index.js';
import { exportTranscript, importTranscript } from './transcript-file.js';
import { filterTranscript, typeOf } from './transcript.js';

const customer = { from: '+12025550101', to: '+12025550160' };

describe('an app whose settings do not support inbound calling', () => {
  let widget: FakeWidget;

  beforeEach(async () => {
    widget = await new FakeWidget({ supportsInboundCalling: false }).start();
  });

  afterEach(() => widget.stop());

  /** The types of what HubSpot has sent since the handshake. */
  const told = () =>
    filterTranscript(widget.host.transcript, { direction: 'to-widget' })
      .map(({ message }) => typeOf(message))
      .filter((type) => type !== 'SYNC');

  /** The remark on the last message of this type. */
  const remark = (type: string) => filterTranscript(widget.host.transcript, { types: [type] }).at(-1)?.remark;

  /** Resolves when all that HubSpot does about the messages so far is done: it opens a record that is not there. */
  const settled = async () => {
    const since = widget.host.mark();
    await widget.driver.openRecord({ objectId: 999, objectTypeId: '0-1' });
    await widget.host.waitFor('NAVIGATE_TO_RECORD_FAILED', undefined, { direction: 'to-widget', since });
  };

  const rings = async () => {
    await widget.driver.receiveCall(customer);
    await widget.host.waitFor('INCOMING_CALL');
  };

  it('rings in the widget, and HubSpot neither shows nor logs the call', async () => {
    await rings();
    await settled();
    expect(widget.bridge.getState().calls[0]?.phase).to.equal('ringing');
    expect([told(), widget.host.log]).to.deep.equal([['NAVIGATE_TO_RECORD_FAILED'], []]);
    expect(widget.host.dial(102)).to.deep.equal({ ok: true });
  });

  it('is not heard of that call later: answered, ended, completed, finalized', async () => {
    await rings();
    await widget.driver.answer({});
    await widget.host.waitFor('CALL_ANSWERED');
    await widget.driver.hangUp({});
    await widget.host.waitFor('CALL_ENDED');
    widget.bridge.callCompleted({ engagementId: 77, engagementProperties: { hs_call_status: 'COMPLETED' } });
    await widget.host.waitFor('CALL_COMPLETED');
    await widget.driver.finalize({});
    await widget.host.waitFor('FINALIZE_ENGAGEMENT');
    await settled();
    expect([told(), widget.host.log]).to.deep.equal([['NAVIGATE_TO_RECORD_FAILED'], []]);
    expect(widget.host.state.visibility.isHidden).to.equal(false);
  });

  it('is not heard of it by a widget that names no calls either', async () => {
    const say = (type: string, data: object) =>
      widget.wire.widget.post({ type, messageId: type, data }, hostOrigin);
    say('INCOMING_CALL', { fromNumber: customer.from, toNumber: customer.to, createEngagement: true });
    say('CALL_ANSWERED', {});
    say('CALL_ENDED', { callEndStatus: 'COMPLETED' });
    say('CALL_COMPLETED', { hideWidget: true });
    await widget.host.waitFor('CALL_COMPLETED');
    await settled();
    expect([told(), widget.host.log]).to.deep.equal([['NAVIGATE_TO_RECORD_FAILED'], []]);
  });

  it('goes on with its outbound calls', async () => {
    await widget.talk();
    await rings();
    const [, second] = widget.bridge.getState().calls;
    widget.bridge.callEnded({ externalCallId: second?.externalCallId ?? '', callEndStatus: 'MISSED' });
    await widget.host.waitFor('CALL_ENDED');
    expect(widget.host.log).to.have.length(1);
    expect(widget.host.log[0]).to.include({ direction: 'OUTBOUND', phase: 'active' });
  });

  it('is told so by the transcript, message by message', async () => {
    await rings();
    await widget.driver.hangUp({});
    await widget.host.waitFor('CALL_ENDED');
    expect(remark('INCOMING_CALL')).to.contain('supportsInboundCalling');
    expect(remark('CALL_ENDED')).to.contain('supportsInboundCalling');
    expect(remark('INITIALIZED')).to.equal(undefined);
    const kept = importTranscript(exportTranscript(widget.host.transcript));
    expect(kept.map((entry) => entry.remark)).to.deep.equal(
      widget.host.transcript.map((entry) => entry.remark),
    );
    await widget.talk(102);
    expect(remark('OUTGOING_CALL_STARTED')).to.equal(undefined);
    expect(remark('CALL_ANSWERED')).to.equal(undefined);
  });

  it('is heard again once it supports it, from the next call on', async () => {
    await rings();
    widget.host.setSupportsInboundCalling(true);
    await widget.driver.callerGivesUp({});
    await widget.host.waitFor('CALL_ENDED');
    expect(widget.host.log).to.deep.equal([]);
    const since = widget.host.mark();
    await widget.driver.receiveCall(customer);
    await widget.host.waitFor('CALLER_ID_MATCH_SUCCEEDED', undefined, { direction: 'to-widget', since });
    expect(widget.host.log).to.have.length(1);
    expect(remark('INCOMING_CALL')).to.equal(undefined);
  });

  it('plays scenarios as those that do, and is as before afterwards', async () => {
    const { driver } = widget;
    const result = await widget.host.run(findScenario('inbound-known'), { driver, silenceMs: 20 });
    expect([result.ok, widget.host.state.supportsInboundCalling]).to.deep.equal([true, false]);
  });
});
