import { expect } from '@open-wc/testing';
import type { MessageData } from '../protocol/index.js';
import {
  answerCall,
  changeCall,
  completeCall,
  endCall,
  findCall,
  loseCalls,
  startCall,
  transferCall,
} from './host-calls.js';
import { defaultRecords } from './records.js';
import { firstState, liveCall, type HostState } from './state.js';

const none: HostState = { ...firstState, records: defaultRecords };

const callOut = (externalCallId: string, toNumber?: string, state = none) => {
  const data = { externalCallId, toNumber } as MessageData<'OUTGOING_CALL_STARTED'>;
  return startCall(state, { type: 'OUTGOING_CALL_STARTED', messageId: 'm', data }, 10);
};
const callIn = (externalCallId: string, fromNumber: string, state = none) => {
  const data = { externalCallId, fromNumber } as MessageData<'INCOMING_CALL'>;
  return startCall(state, { type: 'INCOMING_CALL', messageId: 'm', data }, 10);
};
const a = { externalCallId: 'a' };
const b = { externalCallId: 'b' };
const dialing = callOut('a', '+12025550101');
const active = answerCall(dialing, a, 20);

describe('the calls of a host', () => {
  it('start with the record that the number belongs to, if it is one only', () => {
    expect(liveCall(dialing)).to.deep.include({
      direction: 'OUTBOUND',
      phase: 'dialing',
      number: '+12025550101',
      record: { objectId: 101, objectTypeId: '0-1' },
      startedAt: 10,
      engagement: 'none',
    });
    const shared = callIn('b', '+12025550170');
    expect(liveCall(shared)).to.include({ direction: 'INBOUND', phase: 'ringing', record: undefined });
  });

  it('are with the number that the user pressed, where the widget does not say it', () => {
    const [erin, sam] = defaultRecords;
    if (!erin || !sam) throw new Error('There are too few records.');
    const asked: HostState = { ...none, askedToDial: { record: sam, number: '+442079460958' } };
    const silent = callOut('a', undefined, asked);
    expect(liveCall(silent)).to.deep.include({
      number: '+442079460958',
      record: { objectId: 102, objectTypeId: '0-1' },
    });
    expect(silent.askedToDial).to.equal(undefined);
    // An inbound call comes before the widget calls the number that it was asked to dial.
    expect(callIn('b', '+12025550101', asked).askedToDial).to.equal(asked.askedToDial);
  });

  it('start once', () => {
    expect(callOut('a', '+12025550102', active)).to.equal(active);
  });

  it('are answered once, and not when they are over', () => {
    expect(liveCall(active)).to.include({ phase: 'active', answeredAt: 20 });
    expect(answerCall(active, a, 30)).to.equal(active);
    const ended = endCall(dialing, a, 30);
    expect(answerCall(ended, a, 40)).to.equal(ended);
  });

  it('end once, with the status and the engagement that are told', () => {
    const ended = endCall(active, { ...a, callEndStatus: 'COMPLETED', engagementId: 7 }, 30);
    expect(ended.calls[0]).to.include({ phase: 'ended', endedAt: 30, status: 'COMPLETED', engagementId: 7 });
    expect(endCall(ended, { ...a, callEndStatus: 'BUSY' }, 40)).to.equal(ended);
    const transferred = transferCall(active, a, 30);
    expect(transferred.calls[0]).to.include({ phase: 'transferred', endedAt: 30 });
    expect(endCall(transferred, a, 40)).to.equal(transferred);
    expect(transferCall(ended, a, 40)).to.equal(ended);
  });

  it('keep what was written with them before when they are completed', () => {
    const state = changeCall(active, a, { properties: { hs_call_title: 'Title', hs_call_body: 'Old' } });
    const done = completeCall(state, {
      ...a,
      engagementId: 7,
      engagementProperties: { hs_call_body: 'New' },
    });
    expect(done.calls[0]).to.deep.include({
      phase: 'completed',
      engagementId: 7,
      properties: { hs_call_title: 'Title', hs_call_body: 'New' },
    });
  });

  it('that were made without HubSpot get into the log when they are completed', () => {
    const told = {
      hs_call_direction: 'INBOUND',
      hs_call_from_number: '+442079460958',
      hs_timestamp: '5',
      hs_call_body: 'By mobile.',
    };
    const done = completeCall(active, { ...b, engagementId: 8, engagementProperties: told }, told);
    expect(done.calls[1]).to.deep.include({
      ...b,
      direction: 'INBOUND',
      phase: 'completed',
      number: '+442079460958',
      record: { objectId: 102, objectTypeId: '0-1' },
      startedAt: 5,
      properties: told,
    });
    expect(done.calls[0]).to.equal(active.calls[0]);
  });

  it('are lost by a widget that was loaded anew, but for the one that it names', () => {
    const two = changeCall(callIn('b', '+442079460958', active), b, { engagementId: 7 });
    const phases = (state: HostState) => state.calls.map(({ phase }) => phase);
    expect(phases(loseCalls(two, 7, 30))).to.deep.equal(['ended', 'ringing']);
    expect(phases(loseCalls(two, undefined, 30))).to.deep.equal(['ended', 'ended']);
    const done = completeCall(active, a);
    expect(phases(loseCalls(done, undefined, 30))).to.deep.equal(['completed']);
  });

  it('that were lost end as the next page says, once', () => {
    const lost = loseCalls(active, undefined, 30);
    const told = endCall(lost, { ...a, callEndStatus: 'COMPLETED' }, 40);
    expect(told.calls[0]).to.include({ phase: 'ended', status: 'COMPLETED', endedAt: 30 });
    expect(endCall(told, { ...a, callEndStatus: 'FAILED' }, 50)).to.equal(told);
  });

  it('are found by either id; without one it is the call that goes on, else the last that ended', () => {
    const ended = changeCall(endCall(active, a, 30), a, { engagementId: 7 });
    const two = callIn('b', '+442079460958', ended);
    expect(findCall(two, { engagementId: 7 })?.externalCallId).to.equal('a');
    expect(findCall(two, b)?.externalCallId).to.equal('b');
    expect(findCall(two, {})?.externalCallId).to.equal('b');
    expect(findCall(ended, {})?.externalCallId).to.equal('a');
    expect(findCall(two, { externalCallId: 'c' })).to.equal(undefined);
    expect(changeCall(two, { externalCallId: 'c' }, { phase: 'ended' })).to.equal(two);
  });
});
