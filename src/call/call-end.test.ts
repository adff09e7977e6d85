import { expect } from '@open-wc/testing';
import { callEndStatuses, type CallEndStatus } from '../protocol/index.js';
import { callStatusOf, endStatusOf } from './call-end.js';
import type { EndReason } from './end-reason.js';
import type { CallDirection } from './call.js';

describe('the end of a call', () => {
  /** What HubSpot is told: answered, we called and nobody had answered, they called and nobody had answered. */
  const told: Readonly<Record<EndReason, readonly [CallEndStatus, CallEndStatus, CallEndStatus]>> = {
    'hung-up': ['COMPLETED', 'CANCELED', 'MISSED'],
    canceled: ['COMPLETED', 'CANCELED', 'MISSED'],
    declined: ['COMPLETED', 'REJECTED', 'REJECTED'],
    busy: ['COMPLETED', 'BUSY', 'REJECTED'],
    'no-answer': ['COMPLETED', 'NO_ANSWER', 'MISSED'],
    'answered-elsewhere': ['COMPLETED', 'CANCELED', 'CANCELED'],
    'not-found': ['COMPLETED', 'FAILED', 'FAILED'],
    transferred: ['COMPLETED', 'COMPLETED', 'COMPLETED'],
    voicemail: ['COMPLETED', 'COMPLETED', 'COMPLETED'],
    microphone: ['FAILED', 'FAILED', 'FAILED'],
    network: ['FAILED', 'FAILED', 'FAILED'],
    failed: ['FAILED', 'FAILED', 'FAILED'],
  };
  for (const [reason, [answered, outbound, inbound]] of Object.entries(told)) {
    it(`${reason}: ${answered} after talk, ${outbound} before it if we called, ${inbound} if they did`, () => {
      const statuses = [
        endStatusOf({ direction: 'outbound', phase: 'active', answeredAt: 1 }, reason as EndReason),
        endStatusOf({ direction: 'inbound', phase: 'active', answeredAt: 1 }, reason as EndReason),
        endStatusOf({ direction: 'outbound', phase: 'ringing', answeredAt: undefined }, reason as EndReason),
        endStatusOf({ direction: 'inbound', phase: 'ringing', answeredAt: undefined }, reason as EndReason),
      ];
      expect(statuses).to.deep.equal([answered, answered, outbound, inbound]);
    });
  }

  it('is a hang-up when nobody says why', () => {
    const ringing = { direction: 'outbound', phase: 'ringing', answeredAt: undefined } as const;
    expect(endStatusOf(ringing)).to.equal('CANCELED');
  });

  it('counts a call that was brought back in the middle of talk as answered', () => {
    const restored = { direction: 'inbound', phase: 'active', answeredAt: undefined } as const;
    expect(endStatusOf(restored)).to.equal('COMPLETED');
  });

  it('counts a call that was brought back with the time of its answer as answered', () => {
    const restored = { direction: 'inbound', phase: 'ringing', answeredAt: 1 } as const;
    expect(endStatusOf(restored)).to.equal('COMPLETED');
  });

  /** The values of `hs_call_status`, where they are not the same word: there is none for a declined call. */
  const written: Readonly<Record<CallDirection, Partial<Record<CallEndStatus, string>>>> = {
    outbound: { REJECTED: 'NO_ANSWER' },
    inbound: { REJECTED: 'MISSED' },
  };
  for (const direction of ['outbound', 'inbound'] as const) {
    for (const endStatus of callEndStatuses) {
      const status = written[direction][endStatus] ?? endStatus;
      it(`is written as ${status} when ${endStatus}, ${direction}`, () => {
        expect(callStatusOf({ direction, endStatus })).to.equal(status);
      });
    }
  }

  it('is not written before it has come', () => {
    expect(callStatusOf({ direction: 'outbound', endStatus: undefined })).to.equal(undefined);
  });
});
