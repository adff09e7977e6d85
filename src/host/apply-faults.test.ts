import { expect } from '@open-wc/testing';
import type { FaultName } from './faults/index.js';
import { contextInstead, deviation, failsAt, messagesInstead } from './apply-faults.js';

const dial = {
  type: 'DIAL_NUMBER',
  messageId: '1',
  data: {
    phoneNumber: '+12025550101',
    objectId: 101,
    objectType: 'CONTACT',
    subjectId: 101,
    calleeInfo: { calleeId: 101, calleeObjectTypeId: '0-1' },
  },
};
const created = { type: 'CREATE_ENGAGEMENT_SUCCEEDED', messageId: '2', data: { engagementId: 9001 } };
const only = (message: typeof dial, fault: FaultName) => messagesInstead(message, [fault])[0]?.data;

describe('messagesInstead', () => {
  it('leaves messages alone without a fault, and those that a fault is not about', () => {
    expect(messagesInstead(dial, [])).to.deep.equal([dial]);
    expect(messagesInstead(created, ['no-object-id', 'zero-object-id', 'old-number-field'])).to.deep.equal([
      created,
    ]);
    expect(messagesInstead(dial, ['both-engagement-messages', 'match-failed'])).to.deep.equal([dial]);
  });

  it('no-object-id: takes out what names the record', () => {
    expect(only(dial, 'no-object-id')).to.deep.equal({ phoneNumber: '+12025550101' });
  });

  it('zero-object-id: leaves calleeInfo only', () => {
    const { phoneNumber, calleeInfo } = dial.data;
    expect(only(dial, 'zero-object-id')).to.deep.equal({ phoneNumber, calleeInfo, objectId: 0 });
  });

  it('old-number-field: calls the number as it was called', () => {
    const data = only(dial, 'old-number-field');
    expect(data).to.include({ phone_number: '+12025550101' });
    expect(data).not.to.have.property('phoneNumber');
  });

  it('ids-as-strings: makes text of every id, also of those inside, and of nothing else', () => {
    const message = {
      type: 'X',
      messageId: '3',
      data: { engagementId: 1, count: 2, list: [{ objectId: 3 }] },
    };
    expect(messagesInstead(message, ['ids-as-strings'])).to.deep.equal([
      { ...message, data: { engagementId: '1', count: 2, list: [{ objectId: '3' }] } },
    ]);
    expect(messagesInstead({ type: 'X', messageId: '3' }, ['ids-as-strings'])).to.deep.equal([
      { type: 'X', messageId: '3' },
    ]);
    expect(contextInstead({ portalId: 1 }, ['ids-as-strings'])).to.deep.equal({ portalId: '1' });
    expect(contextInstead({ portalId: 1 }, [])).to.deep.equal({ portalId: 1 });
  });

  it('duplicated-messages: says each twice, with the same id', () => {
    expect(messagesInstead(dial, ['duplicated-messages'])).to.deep.equal([dial, dial]);
  });

  it('both-engagement-messages: says the older one first, with an id of its own', () => {
    const [old, now] = messagesInstead(created, ['both-engagement-messages']);
    expect(old).to.deep.include({ type: 'ENGAGEMENT_CREATED', data: created.data });
    expect(old?.messageId).not.to.equal(now?.messageId);
    expect(now).to.equal(created);
  });

  it('does several at once', () => {
    const types = messagesInstead(created, ['duplicated-messages', 'both-engagement-messages']).map(
      ({ type }) => type,
    );
    expect(types).to.have.length(4);
  });
});

describe('faults that are on together', () => {
  it('that contradict each other: the last one in the table counts', () => {
    expect(deviation(['late-engagement', 'no-engagement'], 'makesEngagement')).to.equal('at-call-end');
    expect(deviation(['reload-in-call', 'host-remount'], 'whenAnswered')).to.equal('reload');
    expect(deviation(['match-failed'], 'whenAnswered')).to.equal(undefined);
  });

  it('that make HubSpot fail: it fails at everything they name', () => {
    expect(failsAt(['match-failed', 'update-failed'], 'match-caller')).to.equal(true);
    expect(failsAt(['match-failed', 'update-failed'], 'update-engagement')).to.equal(true);
    expect(failsAt(['match-failed'], 'update-engagement')).to.equal(false);
  });
});
