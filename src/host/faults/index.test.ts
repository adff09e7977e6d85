import { expect } from '@open-wc/testing';
import { FakeWidget } from '../testing/fake-widget.js';
import { faultNames, faults, type FaultName } from './index.js';
import { filterTranscript, payloadOf, typeOf, type TranscriptEntry } from '../transcript.js';

type Payload = Readonly<Record<string, unknown>>;

let widget: FakeWidget;

/** The messages of this type that the host has sent. */
const entries = (type: string): readonly TranscriptEntry[] =>
  filterTranscript(widget.host.transcript, { direction: 'to-widget', types: [type] });
const said = (type: string) => entries(type).map(({ message }) => payloadOf(message) as Payload);

/** Resolves with the payload when the host has sent a message of this type. */
const saying = async (type: string, since = 0) => {
  const { data } = await widget.host.waitFor(type, undefined, { direction: 'to-widget', since });
  return data as Payload;
};

const dialled = (): Payload => {
  widget.host.dial(101);
  return said('DIAL_NUMBER')[0] ?? {};
};

const hungUp = async () => {
  await widget.talk();
  await widget.driver.hangUp({});
  await widget.host.waitFor('CALL_ENDED');
};

/** The call that is under way is answered and hung up, and then this is done. Resolves when it is completed. */
const hungUpAnd = async (complete: () => void | Promise<void>) => {
  const since = widget.host.mark();
  await widget.driver.hangUp({});
  await widget.host.waitFor('CALL_ENDED', undefined, { since });
  await complete();
  await widget.host.waitFor('CALL_COMPLETED', undefined, { since });
};

const calledBy = (from: string) => widget.driver.receiveCall({ from, to: '+12025550160' });

/** In a call SYNC comes again; resolves with the engagement that it names. */
const syncedAgain = async () => {
  await widget.talk();
  const since = widget.host.mark();
  await saying('SYNC', since);
  return said('SYNC').at(-1)?.['engagementId'];
};

/** What can be seen of each fault. */
const checks: Readonly<Record<FaultName, () => void | Promise<void>>> = {
  'slow-acknowledgement'() {
    const [first] = entries('SYNC');
    const [heard, ...more] = filterTranscript(widget.host.transcript, { types: ['SYNC_ACK'] });
    // 350 ms, less what may pass between the reading of the clock and the setting of the timer.
    expect((heard?.at ?? 0) - (first?.at ?? 0)).to.be.at.least(345);
    expect(entries('SYNC').length).to.be.above(1);
    const initialized = filterTranscript(widget.host.transcript, { types: ['INITIALIZED'] })[0];
    expect(initialized?.index).to.be.above(heard?.index ?? Infinity);
    expect(more.length).to.be.below(2);
  },
  async 'lost-acknowledgement'() {
    await widget.host.waitFor('SYNC_ACK');
    const sent = arrived.filter((type) => type === 'SYNC_ACK').length;
    expect(sent).to.be.at.least(2);
    expect(filterTranscript(widget.host.transcript, { types: ['SYNC_ACK'] })).to.have.length(sent - 1);
    expect(entries('SYNC').length).to.be.above(1);
  },
  async 'host-remount'() {
    const { bridge } = widget;
    expect(await syncedAgain()).to.equal(9001);
    expect(widget.bridge).to.equal(bridge);
  },
  async 'reload-in-call'() {
    const { bridge } = widget;
    expect(await syncedAgain()).to.equal(9001);
    expect(widget.bridge).not.to.equal(bridge);
  },
  async 'no-engagement'() {
    await hungUp();
    await widget.driver.skip({});
    await widget.host.waitFor('CALL_COMPLETED');
    await saying('UPDATE_ENGAGEMENT_FAILED'); // the widget could not name an engagement
    expect([said('CREATE_ENGAGEMENT_SUCCEEDED'), said('CREATE_ENGAGEMENT_FAILED')]).to.deep.equal([[], []]);
    expect(widget.host.log[0]).to.include({ engagement: 'pending', engagementId: undefined });
  },
  async 'late-engagement'() {
    await hungUp();
    await saying('CREATE_ENGAGEMENT_SUCCEEDED');
    const [ended] = filterTranscript(widget.host.transcript, { types: ['CALL_ENDED'] });
    expect(entries('CREATE_ENGAGEMENT_SUCCEEDED')[0]?.index).to.be.above(ended?.index ?? Infinity);
  },
  async 'engagement-failed'() {
    await widget.talk();
    await saying('CREATE_ENGAGEMENT_FAILED');
    expect(said('CREATE_ENGAGEMENT_SUCCEEDED')).to.deep.equal([]);
  },
  async 'update-failed'() {
    await widget.talk();
    await saying('CREATE_ENGAGEMENT_SUCCEEDED');
    await widget.driver.hangUp({});
    await widget.driver.save({ notes: 'Lost.' });
    await saying('UPDATE_ENGAGEMENT_FAILED');
    expect(widget.host.log[0]).to.include({ engagementId: 9001, body: '' });
  },
  async 'match-failed'() {
    await calledBy('+12025550101');
    await saying('CALLER_ID_MATCH_FAILED');
    expect(said('CALLER_ID_MATCH_SUCCEEDED')).to.deep.equal([]);
  },
  async 'several-matches'() {
    await calledBy('+12025550101');
    const { callerIdMatches } = await saying('CALLER_ID_MATCH_SUCCEEDED');
    const ofCrm = widget.host.state.records.filter(({ objectTypeId }) => /^0-[12]$/.test(objectTypeId));
    expect(callerIdMatches).to.have.length(ofCrm.length);
  },
  async 'navigation-failed'() {
    await widget.driver.openRecord({ objectId: 102, objectTypeId: '0-1' });
    const { objectCoordinates } = await saying('NAVIGATE_TO_RECORD_FAILED');
    expect(objectCoordinates).to.include({ objectId: 102, objectTypeId: '0-1' });
    expect(widget.host.state.record?.objectId).to.equal(101);
  },
  async 'finalize-failed'() {
    await widget.talk();
    await saying('CREATE_ENGAGEMENT_SUCCEEDED');
    await widget.driver.hangUp({});
    await widget.driver.skip({});
    await widget.host.waitFor('CALL_COMPLETED');
    await widget.driver.finalize({});
    await saying('FINALIZE_ENGAGEMENT_FAILED');
    expect(widget.host.log[0]?.isFinalized).to.equal(false);
  },
  async 'widget-url-failed'() {
    await widget.driver.tellUrl({ url: 'https://phone.example/next' });
    await saying('SET_WIDGET_URL_FAILED');
    expect(widget.host.state.widgetUrl).to.equal(undefined);
  },
  'no-object-id'() {
    const data = dialled();
    expect(data).to.include({ phoneNumber: '+12025550101' });
    expect(data).not.to.have.any.keys('objectId', 'objectType', 'calleeInfo');
  },
  'zero-object-id'() {
    const data = dialled();
    const calleeInfo = { calleeId: 101, calleeObjectTypeId: '0-1' };
    expect(data).to.deep.include({ objectId: 0, calleeInfo });
    expect(data).not.to.have.any.keys('objectType');
  },
  'old-number-field'() {
    const data = dialled();
    expect(data).to.include({ phone_number: '+12025550101' });
    expect(data).not.to.have.any.keys('phoneNumber');
  },
  async 'ids-as-strings'() {
    expect(said('SYNC')[0]).to.include({ portalId: '1234567', userId: '11', ownerId: '22' });
    expect(dialled()).to.deep.include({
      objectId: '101',
      calleeInfo: { calleeId: '101', calleeObjectTypeId: '0-1' },
    });
    widget.bridge.outgoingCall({ toNumber: '+12025550101' });
    await saying('CREATE_ENGAGEMENT_SUCCEEDED');
    // The message as it was posted. In what `waitFor` resolves with, ids are numbers.
    expect(said('CREATE_ENGAGEMENT_SUCCEEDED')[0]).to.include({ engagementId: '9001' });
  },
  'duplicated-messages'() {
    dialled();
    const [one, other, ...more] = entries('DIAL_NUMBER').map(({ message }) => message);
    expect(one).to.have.property('messageId').that.is.a('string');
    expect(other).to.deep.equal(one);
    expect(more).to.deep.equal([]);
  },
  async 'no-next-dial'() {
    const { host, bridge, driver } = widget;
    host.startQueue([101, 102, 201]);
    await driver.takeDial({});
    await hungUpAnd(() => void bridge.callCompleted());
    // It is hidden, and shown again for the next task.
    await host.waitFor('VISIBILITY_CHANGED', { isHidden: false }, { direction: 'to-widget', since: 0 });
    expect(said('VISIBILITY_CHANGED').map(({ isHidden }) => isHidden)).to.deep.equal([true, false]);
    expect(said('DIAL_NUMBER')).to.have.length(1);
    host.setVisibility({ isMinimized: true });
    host.setVisibility({});
    expect(said('DIAL_NUMBER')).to.have.length(1);
    expect(host.state.queue).to.have.length(2);
    host.setVisibility({ isHidden: true });
    expect(said('DIAL_NUMBER')[1]).to.include({ phoneNumber: '+442079460958' });
    expect(host.state.visibility.isHidden).to.equal(false);
    // A widget that stays open is asked to dial at once.
    await driver.takeDial({});
    const since = host.mark();
    await hungUpAnd(() => driver.skip({}));
    await saying('DIAL_NUMBER', since);
    expect(said('DIAL_NUMBER')[2]).to.include({ phoneNumber: '+1 (202) 555-0170' });
  },
  async 'both-engagement-messages'() {
    await widget.talk();
    await saying('CREATE_ENGAGEMENT_SUCCEEDED');
    expect(said('ENGAGEMENT_CREATED')).to.deep.equal(said('CREATE_ENGAGEMENT_SUCCEEDED'));
  },
};

/** The types of all messages that have arrived at the host's end of the wire, also of those that were lost then. */
let arrived: string[] = [];

describe('faults', () => {
  afterEach(() => widget.stop());

  for (const name of faultNames) {
    it(`${name}: ${faults[name].wrong}`, async () => {
      arrived = [];
      widget = new FakeWidget({ faults: [name] });
      widget.wire.host.listen(({ data }) => void arrived.push(typeOf(data)));
      await widget.start();
      await checks[name]();
    });
  }

  it('have a file each, of their name', async () => {
    for (const name of faultNames) {
      expect((await fetch(new URL(`${name}.ts`, import.meta.url))).ok, name).to.equal(true);
    }
  });
});
