// A bridge with calls going on, and HubSpot sends anything. Made and repeated as in link/fuzz.test.ts.
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { anyMessage, inboundTypes, messagesOf } from '../link/testing/fake-messages.js';
import { connected, type FakeHubSpot } from './testing/fake-hubspot.js';

const seed = 3;
const runs = { seed, includeErrorInReport: true };

/** A bridge with a call in each phase. */
function busy(): FakeHubSpot {
  const hubspot = connected({ loggedIn: true });
  const { bridge } = hubspot;
  const numbers = { fromNumber: '+12025550100', toNumber: '+12025550101' };
  bridge.outgoingCall({ externalCallId: 'over', ...numbers });
  bridge.callEnded({ externalCallId: 'over' });
  bridge.callCompleted({ externalCallId: 'over' });
  bridge.outgoingCall({ externalCallId: 'active', ...numbers });
  bridge.callAnswered({ externalCallId: 'active' });
  bridge.incomingCall({ externalCallId: 'c', ...numbers });
  return hubspot;
}

/** What the state must always be. */
function isSound({ bridge }: FakeHubSpot): boolean {
  const { calls, intent, host } = bridge.getState();
  const ids = [host?.portalId, host?.userId, ...calls.map(({ engagementId }) => engagementId)];
  const numbers = [
    intent?.phoneNumber,
    ...calls.flatMap(({ toNumber, fromNumber }) => [toNumber, fromNumber]),
  ];
  return (
    ids.every((id) => id === undefined || Number.isSafeInteger(id)) &&
    numbers.every((number) => number === undefined || typeof number === 'string')
  );
}

/** What happened after a message that must not. */
function faultsAfter(hubspot: FakeHubSpot, message: unknown): string[] {
  const faults: string[] = [];
  try {
    hubspot.window.advance(1);
    hubspot.window.receive(message);
    if (!isSound(hubspot)) faults.push('It leaves a broken state');
  } catch (error) {
    faults.push(`It throws ${String(error)}`);
  }
  hubspot.forget();
  const reported = hubspot.window.reported.splice(0).map((error) => `It makes a report: ${String(error)}`);
  return [...faults, ...reported];
}

const kinds = { messages: anyMessage, payloads: fc.oneof(...inboundTypes.map(messagesOf)) };

describe('a bridge in the middle of calls', () => {
  const uncaught: string[] = [];
  const note = (event: ErrorEvent) => uncaught.push(event.message);
  beforeEach(() => window.addEventListener('error', note));
  afterEach(() => window.removeEventListener('error', note));

  Object.entries(kinds).forEach(([kind, messages]) => {
    it(`stands 10,000 ${kind}, seed ${String(seed)}`, function () {
      this.timeout(60_000);
      let hubspot = busy();
      fc.assert(
        fc.property(messages, (message) => {
          const faults = [...faultsAfter(hubspot, message), ...uncaught.splice(0)];
          if (faults.length === 0) return;
          hubspot = busy(); // smaller ones are tried on their own
          throw new Error(faults.join('. '));
        }),
        { ...runs, numRuns: 10_000 },
      );
      hubspot.say('DIAL_NUMBER', { phoneNumber: '+12025550199' });
      expect(hubspot.bridge.getState().intent?.phoneNumber).to.equal('+12025550199');
    });
  });

  it(`stands 200 sequences, seed ${String(seed)}`, function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(fc.array(kinds.payloads, { maxLength: 40, size: 'max' }), (messages) => {
        const hubspot = busy();
        const faults = messages.flatMap((message) => faultsAfter(hubspot, message));
        expect([...faults, ...uncaught.splice(0)]).to.deep.equal([]);
      }),
      { ...runs, numRuns: 200 },
    );
  });
});
