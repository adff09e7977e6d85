import { expect } from '@open-wc/testing';
import { collectErrors, connected, type FakeHubSpot } from './testing/fake-hubspot.js';
import type { PartyAnswer, PartyQuestion, ResolveParty } from './party-question.js';

const ada = { name: 'Ada Example', company: 'Example Ltd' };
const number = '+12025550101';

/** A connected bridge, the questions it asks, and what answers them. */
function asking(resolve: ResolveParty = () => ada, settings: Parameters<typeof connected>[0] = {}) {
  const hubspot = connected({ loggedIn: true, wrapUp: true, ...settings });
  const questions: PartyQuestion[] = [];
  hubspot.bridge.resolveParty = (question) => {
    questions.push(question);
    return resolve(question);
  };
  return { hubspot, bridge: hubspot.bridge, questions };
}

/** Resolves once the state is as wanted. */
function until({ bridge }: FakeHubSpot, test: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = bridge.subscribe(() => {
      if (!test()) return;
      resolve();
      queueMicrotask(() => {
        stop();
      });
    });
  });
}

/** Waits until the lookup, which is loaded with the first call, has done what it was told. */
const settled = async ({ bridge }: FakeHubSpot): Promise<void> => {
  await bridge.lookUpParty({}, new AbortController().signal);
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
};

const partyIn = ({ bridge }: FakeHubSpot, id = 'a') =>
  bridge.getState().calls.find(({ externalCallId }) => externalCallId === id)?.party;

const dial = ({ bridge }: FakeHubSpot, externalCallId = 'a', toNumber = number) =>
  bridge.outgoingCall({ externalCallId, toNumber });

const ring = ({ bridge }: FakeHubSpot, externalCallId = 'a', fromNumber = number) =>
  bridge.incomingCall({ externalCallId, fromNumber, toNumber: '+12025550160' });

const match = (objectId: number, name: string) => ({
  callerIdType: 'COMPANY',
  name,
  objectCoordinates: { portalId: 100, objectId, objectTypeId: '0-2' },
});

describe('who is at the other end', () => {
  for (const [kind, start] of Object.entries({ outbound: dial, inbound: ring })) {
    it(`is asked of the app: ${kind}, by the number`, async () => {
      const { hubspot, questions } = asking(() => Promise.resolve(ada));
      start(hubspot);
      await until(hubspot, () => partyIn(hubspot)?.name !== undefined);
      expect(partyIn(hubspot)).to.deep.equal(ada);
      expect(questions.map(({ phoneNumber }) => phoneNumber)).to.deep.equal([number]);
    });
  }

  it('is asked by the record that HubSpot asked to dial', async () => {
    const { hubspot, questions } = asking();
    hubspot.say('DIAL_NUMBER', { phoneNumber: number, objectId: 101, objectType: 'CONTACT' });
    dial(hubspot);
    await settled(hubspot);
    const { objectId, objectTypeId } = questions[0] ?? {};
    expect([objectId, objectTypeId, questions.length]).to.deep.equal([101, '0-1', 1]);
    expect(partyIn(hubspot)).to.deep.equal({ ...ada, objectId: 101, objectTypeId: '0-1' });
  });

  it('is told as one thing that happened', async () => {
    const { hubspot } = asking();
    const causes: string[] = [];
    hubspot.bridge.addEventListener('hs-call-change', ({ detail }) => causes.push(detail.cause));
    dial(hubspot);
    await settled(hubspot);
    expect(causes.filter((cause) => cause === 'PARTY_RESOLVED')).to.have.length(1);
  });

  it('may be answered by a listener, which goes before the function', async () => {
    const { hubspot, questions } = asking();
    hubspot.bridge.addEventListener('hs-resolve-party', ({ detail }) => {
      detail.respondWith(Promise.resolve({ name: `Sam ${String(detail.phoneNumber)}` }));
    });
    dial(hubspot);
    await settled(hubspot);
    expect(partyIn(hubspot)?.name).to.equal(`Sam ${number}`);
    expect(questions).to.deep.equal([]);
  });

  it('is asked again of a function that comes later', async () => {
    const hubspot = connected({ loggedIn: true });
    dial(hubspot);
    await settled(hubspot);
    hubspot.bridge.resolveParty = () => ada;
    await settled(hubspot);
    expect(partyIn(hubspot)).to.deep.equal(ada);
  });

  it('is asked once at a time, and remembered', async () => {
    const { hubspot, questions } = asking();
    dial(hubspot, 'a', '+1 (202) 555-0101');
    ring(hubspot, 'b');
    await settled(hubspot);
    expect([partyIn(hubspot, 'a'), partyIn(hubspot, 'b')]).to.deep.equal([ada, ada]);
    ring(hubspot, 'c');
    await settled(hubspot);
    expect(partyIn(hubspot, 'c')).to.deep.equal(ada);
    expect(questions).to.have.length(1);
  });

  it('is forgotten with its user', async () => {
    const { hubspot, questions } = asking();
    dial(hubspot);
    await settled(hubspot);
    hubspot.bridge.callEnded();
    hubspot.bridge.userLoggedOut();
    hubspot.bridge.userLoggedIn();
    dial(hubspot, 'b');
    await settled(hubspot);
    expect(questions).to.have.length(2);
  });

  it('is asked anew after the 200 that came later', async () => {
    const { hubspot, bridge, questions } = asking();
    const signal = new AbortController().signal;
    for (let objectId = 1; objectId <= 201; objectId += 1) await bridge.lookUpParty({ objectId }, signal);
    expect(questions).to.have.length(201);
    await bridge.lookUpParty({ objectId: 201 }, signal);
    await bridge.lookUpParty({ objectId: 1 }, signal);
    expect(questions).to.have.length(202);
    await settled(hubspot);
  });

  it('is not asked of a caller who withholds the number', async () => {
    const { hubspot, questions } = asking();
    ring(hubspot, 'a', '');
    await settled(hubspot);
    expect(questions).to.deep.equal([]);
  });

  describe('what HubSpot says', () => {
    it('comes first where it names somebody; the rest is filled in', async () => {
      const { hubspot, questions } = asking();
      ring(hubspot);
      await settled(hubspot);
      hubspot.say('CALLER_ID_MATCH_SUCCEEDED', { callerIdMatches: [match(7, 'Example Instruments')] });
      await settled(hubspot);
      const { name, company, objectId } = partyIn(hubspot) ?? {};
      expect([name, company, objectId]).to.deep.equal(['Example Instruments', 'Example Ltd', 7]);
      expect(questions.map((question) => question.objectId)).to.deep.equal([undefined, 7]);
    });

    it('is not mixed with what was found of another record', async () => {
      const { hubspot } = asking(({ objectId }) =>
        objectId === undefined ? { ...ada, avatar: 'https://x.example/ada.png' } : undefined,
      );
      ring(hubspot);
      await settled(hubspot);
      hubspot.say('CALLER_ID_MATCH_SUCCEEDED', { callerIdMatches: [match(7, 'One'), match(8, 'Two')] });
      hubspot.bridge.updateCall({ party: { name: 'Two', objectId: 8, objectTypeId: '0-2' } });
      await settled(hubspot);
      expect(partyIn(hubspot)).to.deep.equal({ name: 'Two', objectId: 8, objectTypeId: '0-2' });
    });
  });

  it('goes before what the caller’s line claims, and after what the app said', async () => {
    const { hubspot } = asking();
    ring(hubspot);
    hubspot.bridge.updateCall({ party: { name: 'WIRELESS CALLER', isClaimed: true } });
    await settled(hubspot);
    expect(partyIn(hubspot)?.name).to.equal('Ada Example');
    hubspot.bridge.updateCall({ party: { name: 'Sam Sample' } });
    expect(partyIn(hubspot)).to.include({ name: 'Sam Sample', company: 'Example Ltd' });
  });

  describe('an answer that cannot be used', () => {
    const answers: Readonly<Record<string, unknown>> = {
      nothing: undefined,
      null: null,
      'a text': 'Ada Example',
      'a number': 7,
      'a list': [ada],
      'no fields': {},
      'fields of other kinds': { name: 7, company: {}, avatar: [], url: true },
      'an empty name': { name: ' \u202e ' },
      'addresses that are none': { avatar: 'a.png', url: '/people/1' },
      'an address of a script': { url: 'javascript:alert(1)', avatar: 'javascript:alert(1)' },
      'an address of a page in itself': { url: 'data:text/html,x', avatar: 'data:text/html,x' },
      'an address with a password': {
        url: 'https://me:secret@x.example/',
        avatar: 'https://me@x.example/a.png',
      },
      'an address of a book': {
        url: `https://x.example/${'a'.repeat(3000)}`,
        avatar: `data:image/png;base64,${'a'.repeat(200_000)}`,
      },
      'a getter that throws': Object.defineProperty({}, 'name', {
        enumerable: true,
        get: () => {
          throw new Error('no');
        },
      }),
    };
    for (const [name, answer] of Object.entries(answers)) {
      it(`changes nothing: ${name}`, async () => {
        const { hubspot, bridge } = asking(() => answer as PartyAnswer);
        const errors = collectErrors(bridge);
        dial(hubspot);
        const { signal } = new AbortController();
        expect(await bridge.lookUpParty({ phoneNumber: number }, signal)).to.equal(undefined);
        expect([partyIn(hubspot), errors]).to.deep.equal([undefined, []]);
      });
    }

    it('is cleaned where it can be', async () => {
      const { hubspot } = asking(() => ({
        name: `Ada\n${'a'.repeat(300)}`,
        company: 'Example\u202e Ltd',
        avatar: 'data:image/png;base64,iVBORw0KGgo=',
        url: 'https://crm.example/people/1',
        objectId: 5,
      }));
      dial(hubspot);
      await settled(hubspot);
      const { name = '', ...others } = partyIn(hubspot) ?? {};
      expect(name).to.match(/^Ada a{116}…$/);
      expect(others).to.deep.equal({
        company: 'Example Ltd',
        avatar: 'data:image/png;base64,iVBORw0KGgo=',
        url: 'https://crm.example/people/1',
      });
    });
  });

  it('is cleaned too where an app tells it with the call', () => {
    const { bridge } = connected({ loggedIn: true });
    bridge.outgoingCall({ externalCallId: 'a', toNumber: number });
    bridge.updateCall({
      party: { name: 'Ada', url: 'javascript:alert(1)', avatar: 'http://x.example/a.png' },
    });
    const { url, avatar } = bridge.getState().calls[0]?.party ?? {};
    expect([url, avatar]).to.deep.equal([undefined, 'http://x.example/a.png']);
  });

  describe('a question', () => {
    const never = () => new Promise<undefined>(() => undefined);

    it('ends after five seconds', async () => {
      const { hubspot, questions } = asking(never);
      dial(hubspot);
      await settled(hubspot);
      hubspot.window.advance(4999);
      expect(questions[0]?.signal.aborted).to.equal(false);
      hubspot.window.advance(1);
      expect(questions[0]?.signal.aborted).to.equal(true);
    });

    it('counts no answer that comes too late', async () => {
      let answer: (party: PartyAnswer) => void = () => undefined;
      const { hubspot } = asking(() => new Promise((resolve) => (answer = resolve)));
      dial(hubspot);
      await settled(hubspot);
      hubspot.window.advance(5000);
      answer(ada);
      await settled(hubspot);
      expect(partyIn(hubspot)).to.equal(undefined);
    });

    it('ends with its call', async () => {
      const { hubspot, questions } = asking(never, { wrapUp: false });
      dial(hubspot);
      await settled(hubspot);
      hubspot.createEngagement(7);
      hubspot.bridge.callCompleted();
      expect(questions[0]?.signal.aborted).to.equal(true);
    });

    it('goes on while another wants the answer', async () => {
      const { hubspot, bridge, questions } = asking(never);
      const history = new AbortController();
      void bridge.lookUpParty({ phoneNumber: number }, history.signal);
      dial(hubspot);
      await settled(hubspot);
      hubspot.createEngagement(7);
      bridge.callCompleted();
      expect(questions.map(({ signal }) => signal.aborted)).to.deep.equal([false]);
      history.abort();
      expect(questions[0]?.signal.aborted).to.equal(true);
    });
  });

  describe('a failure', () => {
    const failures: Readonly<Record<string, ResolveParty>> = {
      'a promise that is refused': () => Promise.reject(new TypeError(`No such number: ${number}`)),
      'a function that throws': () => {
        throw new RangeError(number);
      },
    };
    for (const [name, fail] of Object.entries(failures)) {
      it(`is one line with debug, and no error: ${name}`, async () => {
        const { hubspot, bridge } = asking(fail, { debug: true });
        const errors = collectErrors(bridge);
        const lines: unknown[] = [];
        const { log } = console;
        console.log = (line: unknown) => lines.push(line);
        await bridge.lookUpParty({ phoneNumber: number }, new AbortController().signal);
        console.log = log;
        expect(lines).to.have.length(1);
        expect(lines[0]).to.match(/^\[hs-calling\] resolveParty (Type|Range)Error$/);
        expect(errors).to.deep.equal([]);
        await settled(hubspot);
      });
    }
  });

  it('is asked of functions only', () => {
    const { bridge } = connected();
    const errors = collectErrors(bridge);
    bridge.resolveParty = 'Ada' as unknown as ResolveParty;
    expect([bridge.resolveParty, errors]).to.deep.equal([undefined, ['INVALID_CONFIG']]);
  });
});
