import { expect } from '@open-wc/testing';
import { collect, collectErrors, connected, FakeHubSpot } from './testing/fake-hubspot.js';

const toNumber = '+12025550101';
const a = { externalCallId: 'a' };

/** What is written to the console while something happens. */
function written(act: () => void): string[] {
  const { log } = console;
  const lines: string[] = [];
  console.log = (...parts: unknown[]) => lines.push(parts.join(' '));
  try {
    act();
  } finally {
    console.log = log;
  }
  return lines;
}

describe('an ERROR of HubSpot', () => {
  it('is told as HOST_ERROR with its type, without phone numbers', () => {
    const hubspot = connected();
    const errors = collect(hubspot.bridge, 'hs-error');
    hubspot.say('ERROR', { type: `RATE_LIMIT of ${toNumber}` });
    expect(errors.map(({ code }) => code)).to.deep.equal(['HOST_ERROR']);
    expect(errors[0]?.message).to.contain('RATE_LIMIT').and.not.contain(toNumber);
  });
});

describe('a number to dial that comes in a call', () => {
  it('hangs up nothing, and ends nothing that a voice is about to start', () => {
    for (const isInCall of [true, false]) {
      const hubspot = connected();
      let ended = 0;
      hubspot.bridge.useVoice({
        carryOut: () => Promise.resolve(undefined),
        endCalls: () => {
          ended += 1;
        },
      });
      if (isInCall) hubspot.bridge.outgoingCall({ ...a, toNumber });
      const hangUps = collect(hubspot.bridge, 'hs-hang-up-request');
      hubspot.say('DIAL_NUMBER', { phoneNumber: '+12025550102' });
      expect([hangUps, ended]).to.deep.equal([[], 0]);
    }
  });
});

describe('a message of an unknown type', () => {
  it('is told as failed only where its name says so', () => {
    const hubspot = connected();
    const failed = collect(hubspot.bridge, 'hs-failed');
    hubspot.say('NEW_THING', { a: 1 });
    expect(failed).to.deep.equal([]);
    hubspot.say('NEW_THING_FAILED', { a: 1 });
    expect(failed).to.deep.equal([{ type: 'NEW_THING_FAILED', data: { a: 1 } }]);
  });
});

describe('debug', () => {
  it('writes why there is no connection', () => {
    const failing = (debug: boolean) => {
      const { bridge } = new FakeHubSpot({ debug }, undefined, { hasPeer: false });
      return written(() => {
        bridge.connect();
      }).filter((line) => line.includes('NOT_FRAMED'));
    };
    expect([failing(true).length, failing(false).length]).to.deep.equal([1, 0]);
  });

  it('names the call of a callId only where HubSpot searched a caller', () => {
    const hubspot = connected({ debug: true });
    const lines = written(() => {
      hubspot.say('SET_WIDGET_URL_FAILED', { callId: 44 });
    });
    expect(lines.filter((line) => line.includes(' names '))).to.deep.equal([]);
  });
});

describe('a listener that disconnects as soon as it hears of the handshake', () => {
  for (const name of ['hs-ready', 'hs-context-change'] as const) {
    it(`breaks nothing: ${name}`, () => {
      const hubspot = new FakeHubSpot();
      const errors = collectErrors(hubspot.bridge);
      hubspot.bridge.addEventListener(name, () => {
        hubspot.bridge.disconnect();
      });
      hubspot.bridge.connect();
      hubspot.sync();
      hubspot.window.advance(1000);
      expect(() => {
        hubspot.sync({ engagementId: 7 });
      }).not.to.throw();
      expect([hubspot.bridge.getState().connection, hubspot.window.reported]).to.deep.equal(['idle', []]);
      expect(errors).not.to.contain('HANDLER_ERROR');
    });
  }
});
