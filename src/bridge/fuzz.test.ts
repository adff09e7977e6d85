// A bridge with calls going on, and HubSpot says anything. Seeded: a fault names the message, as in link/fuzz.test.ts.
import { expect } from '@open-wc/testing';
import { fuzzed, fuzzedPayload, inboundTypes, messageKinds } from '../link/testing/fake-messages.js';
import { connected, type FakeHubSpot } from './testing/fake-hubspot.js';

const seed = 3;

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

/** Says everything; the names of the messages after which something was not as it must be. */
function besiege(hubspot: FakeHubSpot, messages: Iterable<readonly [name: string, data: unknown]>): string[] {
  const faults: string[] = [];
  for (const [name, data] of messages) {
    try {
      hubspot.port.advance(1);
      hubspot.port.receive(data);
      if (!isSound(hubspot)) faults.push(`${name} leaves a broken state`);
    } catch (error) {
      faults.push(`${name} throws ${String(error)}`);
    }
    hubspot.forget();
  }
  if (hubspot.port.reported.length > 0) faults.push(`reported: ${String(hubspot.port.reported[0])}`);
  return faults.slice(0, 20);
}

function* messages(): Generator<readonly [name: string, data: unknown]> {
  for (let i = 0; i < 10_000; i += 1) {
    const kind = messageKinds[i % messageKinds.length] ?? messageKinds[0];
    yield [`fuzzed('${kind}', ${String(seed)}, ${String(i)})`, fuzzed(kind, seed, i)];
  }
}

function* payloads(): Generator<readonly [name: string, data: unknown]> {
  for (let i = 0; i < 10_000; i += 1) {
    const type = inboundTypes[i % inboundTypes.length] ?? inboundTypes[0];
    const data = fuzzedPayload(type, seed, i);
    yield [`fuzzedPayload('${type}', ${String(seed)}, ${String(i)})`, { type, messageId: i, data }];
  }
}

describe('a bridge in the middle of calls', () => {
  Object.entries({ messages, payloads }).forEach(([what, make]) => {
    it(`stands 10,000 ${what}, seed ${String(seed)}`, function () {
      this.timeout(60_000);
      const hubspot = busy();
      const uncaught: unknown[] = [];
      const note = (event: ErrorEvent) => uncaught.push(event.message);
      window.addEventListener('error', note);
      const faults = besiege(hubspot, make());
      window.removeEventListener('error', note);
      hubspot.say('DIAL_NUMBER', { phoneNumber: '+12025550199' });
      expect([faults, uncaught]).to.deep.equal([[], []]);
      expect(hubspot.bridge.getState().intent?.phoneNumber).to.equal('+12025550199');
    });
  });
});
