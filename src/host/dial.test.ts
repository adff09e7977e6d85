import { expect } from '@open-wc/testing';
import { dialData, findDialTarget, dialRefusal } from './dial.js';
import { startCall } from './host-calls.js';
import { defaultRecords } from './records.js';
import { firstState, type HostState } from './state.js';

const ready: HostState = {
  ...firstState,
  records: defaultRecords,
  connection: 'initialized',
  isLoggedIn: true,
};
const inCall = startCall(
  ready,
  { type: 'OUTGOING_CALL_STARTED', messageId: '1', data: { externalCallId: 'a', toNumber: '+12025550101' } },
  0,
);

describe('dialling', () => {
  const refusals: readonly (readonly [string, HostState, string | undefined])[] = [
    ['nothing has shaken hands', firstState, 'not-connected'],
    ['the host has given up', { ...ready, connection: 'silent' }, 'not-connected'],
    ['INITIALIZED has not come', { ...ready, connection: 'acknowledged' }, 'not-initialized'],
    ['nobody is logged in', { ...ready, isLoggedIn: false }, 'logged-out'],
    ['a call goes on', inCall, 'in-call'],
    ['nothing is in the way', ready, undefined],
  ];
  for (const [when, state, reason] of refusals) {
    it(`when ${when}: ${reason ?? 'is possible'}`, () => {
      expect(dialRefusal(state)?.reason).to.equal(reason);
    });
  }

  it('takes the first number of a record, or the one that is named', () => {
    expect(findDialTarget(ready, 101).number).to.equal('+12025550101');
    expect(findDialTarget(ready, 101, '+12025550102').number).to.equal('+12025550102');
  });

  it('throws for a record that is not there, or has no number', () => {
    expect(() => findDialTarget(ready, 999)).to.throw(RangeError, 'no record 999');
    const mute = { objectId: 1, objectTypeId: '0-1', name: 'Mute', phones: [] };
    expect(() => findDialTarget(ready, mute)).to.throw(RangeError, 'Mute has no number');
  });

  it('says who is called, as HubSpot does', () => {
    expect(dialData(ready, findDialTarget(ready, 102), 5)).to.deep.equal({
      phoneNumber: '+442079460958',
      countryCode: 'GB',
      calleeInfo: { calleeId: 102, calleeObjectTypeId: '0-1' },
      objectId: 102,
      objectType: 'CONTACT',
      subjectId: 102,
      ownerId: 22,
      portalId: 1_234_567,
      startTimestamp: 5,
      toPhoneNumberSrc: 'CONTACT_PHONE',
    });
  });

  it('names no type for a custom object', () => {
    const data = dialData(ready, findDialTarget(ready, 301), 5);
    expect('objectType' in data).to.equal(false);
    expect(data.calleeInfo).to.deep.equal({ calleeId: 301, calleeObjectTypeId: '2-4711' });
  });
});
