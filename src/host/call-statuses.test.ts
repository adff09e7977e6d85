import { expect } from '@open-wc/testing';
import { callEndStatuses } from '../protocol/index.js';
import { FakeWidget } from './testing/fake-widget.js';
import { hostOrigin } from './testing/fake-wire.js';

const number = '+12025550101';

let widget: FakeWidget;

/** Has the widget send a message. Resolves when the host has got it. */
async function say(type: string, data: object): Promise<void> {
  const since = widget.host.mark();
  const { wire } = widget;
  wire.widget.post({ type, messageId: wire.widget.createId(), data }, hostOrigin);
  await widget.host.waitFor(type, undefined, { since });
}

/** A call that has ended with a status and was completed with one; of each it may have none. */
async function completed(way: 'outbound' | 'inbound', said: string | undefined, written: string | undefined) {
  const named = { externalCallId: 'a' };
  await (way === 'outbound'
    ? say('OUTGOING_CALL_STARTED', { ...named, toNumber: number })
    : say('INCOMING_CALL', { ...named, fromNumber: number, toNumber: '+12025550160' }));
  await say('CALL_ENDED', { ...named, ...(said !== undefined && { callEndStatus: said }) });
  const engagementProperties = { hs_call_body: 'Notes', ...(written && { hs_call_status: written }) };
  await say('CALL_COMPLETED', { ...named, engagementId: 7, engagementProperties });
}

describe('the two statuses of a call in the log', () => {
  beforeEach(async () => {
    widget = await new FakeWidget().start();
  });

  afterEach(() => widget.host.stop());

  const agreeing = [
    ...callEndStatuses.flatMap((status) =>
      status === 'REJECTED'
        ? []
        : [['outbound', status, status] as const, ['inbound', status, status] as const],
    ),
    ['outbound', 'REJECTED', 'NO_ANSWER'],
    ['inbound', 'REJECTED', 'MISSED'],
  ] as const;
  for (const [way, said, written] of agreeing) {
    it(`agree: ${way}, ${said} said and ${written} written`, async () => {
      await completed(way, said, written);
      expect(widget.host.log[0]).to.include({
        status: said,
        writtenStatus: written,
        rightStatus: written,
        doStatusesDisagree: false,
      });
    });
  }

  const disagreeing = [
    ['inbound', 'MISSED', 'NO_ANSWER', 'MISSED'],
    ['inbound', 'REJECTED', 'NO_ANSWER', 'MISSED'],
    ['outbound', 'REJECTED', 'MISSED', 'NO_ANSWER'],
    ['outbound', 'REJECTED', 'REJECTED', 'NO_ANSWER'],
    ['outbound', 'NO_ANSWER', 'COMPLETED', 'NO_ANSWER'],
    ['outbound', 'COMPLETED', 'completed', 'COMPLETED'],
    ['outbound', 'CANCELED', 'CANCELLED', 'CANCELED'],
  ] as const;
  for (const [way, said, written, right] of disagreeing) {
    it(`disagree: ${way}, ${said} said and ${written} written`, async () => {
      await completed(way, said, written);
      expect(widget.host.log[0]).to.include({
        status: said,
        writtenStatus: written,
        rightStatus: right,
        doStatusesDisagree: true,
      });
    });
  }

  it('do not disagree where one is missing', async () => {
    await completed('outbound', 'BUSY', undefined);
    expect(widget.host.log[0]).to.include({ writtenStatus: undefined, doStatusesDisagree: false });
    widget.host.reset();
    await completed('outbound', undefined, 'BUSY');
    expect(widget.host.log[0]).to.include({ writtenStatus: 'BUSY', doStatusesDisagree: false });
  });

  it('are those that the widget has told, also where HubSpot fails to store them', async () => {
    widget.host.setFaults(['update-failed']);
    await completed('outbound', 'BUSY', 'COMPLETED');
    expect(widget.host.log[0]).to.include({
      body: '',
      status: 'BUSY',
      writtenStatus: 'COMPLETED',
      doStatusesDisagree: true,
    });
  });

  it('follow the last time that the call was completed', async () => {
    await completed('outbound', 'BUSY', 'COMPLETED');
    const again = { externalCallId: 'a', engagementId: 7 };
    await say('CALL_COMPLETED', { ...again, engagementProperties: { hs_call_body: 'More' } });
    expect(widget.host.log[0]).to.include({ writtenStatus: 'COMPLETED', doStatusesDisagree: true });
    await say('CALL_COMPLETED', { ...again, engagementProperties: { hs_call_status: 'BUSY' } });
    expect(widget.host.log[0]).to.include({ writtenStatus: 'BUSY', doStatusesDisagree: false });
  });
});
