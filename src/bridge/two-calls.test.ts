import { expect } from '@open-wc/testing';
import { findCall } from '../call/index.js';
import { connected } from './testing/fake-hubspot.js';
import { a, b, toNumber } from './testing/frame.js';

/** They talk in `b`, and `a` is on hold. */
function twoCalls() {
  const hubspot = connected();
  const { bridge } = hubspot;
  for (const call of [a, b]) {
    bridge.outgoingCall({ ...call, toNumber, createEngagement: false });
    bridge.callAnswered(call);
  }
  bridge.updateCall({ ...a, held: true });
  return hubspot;
}

const phases = ({ bridge }: ReturnType<typeof twoCalls>) =>
  [a, b].map(({ externalCallId }) => findCall(bridge.getState(), externalCallId)?.phase);

describe('two calls of an app that names none', () => {
  it('has the one that they talk in ended, and that one completed', () => {
    const hubspot = twoCalls();
    hubspot.bridge.callEnded();
    hubspot.bridge.callCompleted();
    expect(hubspot.window.last('CALL_COMPLETED')?.['data']).to.include(b);
    expect(phases(hubspot)).to.deep.equal(['active', 'completed']);
  });

  it('has the other one ended and completed next', () => {
    const hubspot = twoCalls();
    const { bridge } = hubspot;
    for (let i = 0; i < 2; i += 1) {
      bridge.callEnded();
      bridge.callCompleted();
    }
    expect(phases(hubspot)).to.deep.equal(['completed', 'completed']);
    expect(hubspot.types.slice(-4)).to.deep.equal([
      'CALL_ENDED',
      'CALL_COMPLETED',
      'CALL_ENDED',
      'CALL_COMPLETED',
    ]);
  });

  it('has the one that ended last completed first, whichever started first', () => {
    const hubspot = twoCalls();
    const { bridge } = hubspot;
    bridge.outgoingCall({ externalCallId: 'c', toNumber, createEngagement: false });
    bridge.callEnded(b);
    hubspot.window.advance(1000);
    bridge.callEnded(a);
    bridge.callCompleted();
    expect(phases(hubspot)).to.deep.equal(['completed', 'wrap-up']);
  });

  it('has both ended first, and the last of them completed first', () => {
    const hubspot = twoCalls();
    const { bridge } = hubspot;
    bridge.callEnded();
    bridge.callEnded();
    bridge.callCompleted();
    expect(phases(hubspot)).to.deep.equal(['completed', 'wrap-up']);
    bridge.callCompleted();
    expect(phases(hubspot)).to.deep.equal(['completed', 'completed']);
  });

  it('has a caller who gave up completed, and the talk goes on', () => {
    const hubspot = twoCalls();
    const { bridge } = hubspot;
    bridge.incomingCall({ externalCallId: 'c', fromNumber: toNumber, toNumber, createEngagement: false });
    bridge.callEnded({ externalCallId: 'c', callEndStatus: 'MISSED' });
    bridge.callCompleted();
    expect(hubspot.window.last('CALL_COMPLETED')?.['data']).to.include({ externalCallId: 'c' });
    expect(phases(hubspot)).to.deep.equal(['active', 'active']);
  });

  it('has the help desk’s call finalized that was completed, not one before it', () => {
    const hubspot = twoCalls();
    const { bridge } = hubspot;
    bridge.callEnded();
    bridge.callCompleted();
    bridge.finalizeEngagement({ engagementId: 7 });
    expect(hubspot.window.last('FINALIZE_ENGAGEMENT')?.['data']).to.include(b);
  });

  it('has a call that goes on ended and completed where none has ended', () => {
    const hubspot = twoCalls();
    hubspot.bridge.callCompleted();
    expect(phases(hubspot)).to.deep.equal(['active', 'completed']);
  });

  it('tells what the app changes of the one in front, which is the one that remains', () => {
    const { bridge } = twoCalls();
    bridge.callEnded();
    bridge.updateCall({ muted: true });
    expect(findCall(bridge.getState(), 'a')).to.include({ muted: true });
  });

  it('ends the one in front when HubSpot ends a call', () => {
    const hubspot = twoCalls();
    const asked: unknown[] = [];
    hubspot.bridge.addEventListener('hs-hang-up-request', (event) => {
      event.preventDefault();
      asked.push(event.detail.externalCallId);
    });
    hubspot.say('END_CALL');
    hubspot.bridge.callEnded();
    hubspot.say('END_CALL');
    expect(asked).to.deep.equal(['b', 'a']);
  });
});
