import { expect } from '@open-wc/testing';
import {
  after,
  answers,
  callIn,
  completes,
  dials,
  ends,
  engaged,
  received,
  rings,
  said,
} from './testing/fake-happenings.js';
import type { MessageData } from '../protocol/index.js';
import { advanceWidget, type WidgetHappening } from './widget.js';

const number = '+12025550101';
const match = (firstName: string) => ({
  callerIdType: 'CONTACT',
  objectCoordinates: { portalId: 1, objectId: 51, objectTypeId: '0-1' },
  firstName,
});
const matched = (...names: readonly string[]) =>
  received('CALLER_ID_MATCH_SUCCEEDED', { callerIdMatches: names.map(match) });

describe('DIAL_NUMBER', () => {
  const asked = (data: Partial<MessageData<'DIAL_NUMBER'>>) =>
    received('DIAL_NUMBER', { phoneNumber: number, ...data });

  const people: readonly (readonly [
    what: string,
    data: Partial<MessageData<'DIAL_NUMBER'>>,
    party: object | undefined,
  ])[] = [
    [
      'the callee before the record on view',
      { calleeInfo: { calleeId: 51, calleeObjectTypeId: '0-1' }, objectId: 9, objectType: 'COMPANY' },
      { objectId: 51, objectTypeId: '0-1' },
    ],
    ['a contact on view', { objectId: 9, objectType: 'CONTACT' }, { objectId: 9, objectTypeId: '0-1' }],
    ['a company on view', { objectId: 9, objectType: 'COMPANY' }, { objectId: 9, objectTypeId: '0-2' }],
    ['a deal on view', { objectId: 9, objectType: 'DEAL' }, { objectId: 9, objectTypeId: '0-3' }],
    ['a ticket on view', { objectId: 9, objectType: 'TICKET' }, { objectId: 9, objectTypeId: '0-5' }],
    [
      'a record of a type like a method of every object',
      { objectId: 9, objectType: 'constructor' },
      { objectId: 9, objectTypeId: undefined },
    ],
    [
      'a record of another type',
      { objectId: 9, objectType: 'BOAT' },
      { objectId: 9, objectTypeId: undefined },
    ],
    ['a record of no type', { objectId: 9 }, { objectId: 9, objectTypeId: undefined }],
    ['nobody when the id is 0', { objectId: 0, objectType: 'CONTACT' }, undefined],
    ['nobody when nobody is named', {}, undefined],
  ];
  for (const [what, data, party] of people) {
    it(`is about ${what}`, () => {
      expect(after(asked(data)).intent?.party).to.deep.equal(party);
    });
  }

  it('is kept until somebody dials', () => {
    const { intent } = after(asked({ countryCode: 'US' }), rings('b'), answers('b'));
    expect(intent).to.deep.equal({ phoneNumber: number, countryCode: 'US', party: undefined });
  });

  it('is used up by the call to that number, which knows whom it calls', () => {
    const state = after(asked({ calleeInfo: { calleeId: 51 } }), dials('a', number));
    expect(state.intent).to.equal(undefined);
    expect(callIn(state, 'a').party?.objectId).to.equal(51);
  });

  it('is not used up by a call to another number, which knows nothing of it', () => {
    const state = after(asked({ calleeInfo: { calleeId: 51 } }), dials('a', '+12025550199'));
    expect(state.intent?.phoneNumber).to.equal(number);
    expect(callIn(state, 'a').party).to.equal(undefined);
  });

  it('is not used up by an inbound call to that number', () => {
    const comes = said('INCOMING_CALL', {
      externalCallId: 'a',
      fromNumber: '+12025550199',
      toNumber: number,
    });
    const state = after(asked({ calleeInfo: { calleeId: 51 } }), comes);
    expect(state.intent?.phoneNumber).to.equal(number);
    expect(callIn(state, 'a').party).to.equal(undefined);
  });

  describe('said again, by another id', () => {
    const again = (at: number, phoneNumber = number) => received('DIAL_NUMBER', { phoneNumber }, at);

    it('is one wish', () => {
      const first = after(again(6000));
      expect(after(again(6000), again(6100)).intent).to.deep.equal(first.intent);
    });

    it('is nothing new while that number is being called, however it is written', () => {
      for (const written of [number, '(202) 555-0101', 'tel:+1-202-555-0101']) {
        const state = after(again(900), dials('a', number), again(6000, written));
        expect(state.intent).to.equal(undefined);
      }
    });

    it('is nothing new just after that call, while it is not saved', () => {
      const state = after(again(900), dials('a', number), ends('a', 5000), again(6000));
      expect(state.intent).to.equal(undefined);
    });

    it('is a new wish as soon as that call is saved', () => {
      const state = after(again(900), dials('a', number), ends('a', 5000), completes('a'), again(6000));
      expect(state.intent?.phoneNumber).to.equal(number);
    });

    it('is a new wish later on', () => {
      const state = after(again(900), dials('a', number), ends('a', 5000), completes('a'), again(60_000));
      expect(state.intent?.phoneNumber).to.equal(number);
    });

    it('is another wish in another country', () => {
      const digits = (countryCode: string) =>
        received('DIAL_NUMBER', { phoneNumber: '2127350000', countryCode });
      expect(after(digits('US'), digits('TR')).intent?.countryCode).to.equal('TR');
    });
  });

  it('of no country belongs to the page’s', () => {
    for (const countryCode of ['', '  '])
      expect(after(asked({ countryCode })).intent?.countryCode).to.equal(undefined);
    expect(after(asked({ countryCode: ' TR ' })).intent?.countryCode).to.equal('TR');
  });

  describe('again, of the same number', () => {
    const wish = (at: number, phoneNumber = number, countryCode?: string) =>
      received('DIAL_NUMBER', { phoneNumber, ...(countryCode !== undefined && { countryCode }) }, at);
    const pending: WidgetHappening = {
      type: 'REQUEST_RAISED',
      request: { requestId: 1, name: 'hs-call-request', externalCallId: undefined },
    };
    const other: WidgetHappening = {
      type: 'REQUEST_RAISED',
      request: { requestId: 1, name: 'hs-mute-request', externalCallId: undefined },
    };
    const cases: readonly (readonly [
      what: string,
      first: WidgetHappening[],
      again: WidgetHappening,
      isNew: boolean,
    ])[] = [
      ['just after', [wish(6000)], wish(8999), false],
      ['three seconds after', [wish(6000)], wish(9000), true],
      ['later, while that call is asked for', [wish(6000), pending], wish(60_000), false],
      ['later, while something else is asked for', [wish(6000), other], wish(60_000), true],
      [
        'just after, with a country that makes no difference',
        [wish(6000)],
        wish(6001, ` ${number}`, 'TR'),
        false,
      ],
      ['just after, of the same country', [wish(6000, '5550123', 'US')], wish(6001, '5550123', 'US'), false],
      ['just after, of another country', [wish(6000, '5550123', 'US')], wish(6001, '5550123', 'TR'), true],
      ['just after, without a country', [wish(6000, '5550123', 'US')], wish(6001, '5550123'), true],
      ['that is another', [wish(6000)], wish(6001, '+12025550199'), true],
      ['three seconds after that call', [dials('a', number), ends('a', 6000)], wish(9000), true],
      ['just after that call', [dials('a', number), ends('a', 6000)], wish(8999), false],
      ['while it rings here', [rings('a', '+12025550199')], wish(6000, '+12025550100'), true],
      ['long into that call', [dials('a', number)], wish(600_000), false],
    ];
    for (const [what, first, again, isNew] of cases) {
      it(`is ${isNew ? 'a new wish' : 'nothing new'} ${what}`, () => {
        const before = after(...first);
        const state = advanceWidget(before, again);
        expect(state.intent !== before.intent).to.equal(isNew);
        expect(state.intendedAt === before.intendedAt).to.equal(!isNew);
      });
    }
  });

  it('gives way to the next one', () => {
    expect(after(asked({}), asked({ phoneNumber: '+12025550199' })).intent?.phoneNumber).to.equal(
      '+12025550199',
    );
  });
});

describe('the engagement’s id', () => {
  it('goes to the call that waits longest', () => {
    const state = after(dials('a'), rings('b'), engaged(7), engaged(8));
    expect(state.calls.map(({ engagementId }) => engagementId)).to.deep.equal([7, 8]);
  });

  it('comes after the call has ended all the same', () => {
    expect(callIn(after(dials('a'), ends('a'), engaged(7)), 'a')).to.include({
      phase: 'wrap-up',
      engagementId: 7,
      awaitsEngagement: false,
    });
  });

  it('said twice is one engagement', () => {
    const older = received('ENGAGEMENT_CREATED', { engagementId: 7 });
    const state = after(dials('a'), rings('b'), engaged(7), older);
    expect(state.calls.map(({ engagementId }) => engagementId)).to.deep.equal([7, undefined]);
  });

  it('by its older name is as good', () => {
    const older = received('ENGAGEMENT_CREATED', { engagementId: 7 });
    expect(callIn(after(dials('a'), older, engaged(7)), 'a').engagementId).to.equal(7);
  });

  it('goes to the call that the answer names, whatever the others have', () => {
    const named = received('CREATE_ENGAGEMENT_SUCCEEDED', { engagementId: 7, externalCallId: 'b' });
    expect(callIn(after(dials('a'), engaged(7), rings('b'), named), 'b').engagementId).to.equal(7);
  });

  it('goes to the call that the answer names, or to none', () => {
    const named = (externalCallId: string) =>
      received('CREATE_ENGAGEMENT_SUCCEEDED', { engagementId: 7, externalCallId });
    const idsAfter = (id: string) =>
      after(dials('a'), rings('b'), named(id)).calls.map((call) => call.engagementId);
    expect(idsAfter('b')).to.deep.equal([undefined, 7]);
    expect(idsAfter('x')).to.deep.equal([undefined, undefined]);
  });

  it('that comes again is taken for nothing new, by either name, and not for the next call’s', () => {
    const again = received('ENGAGEMENT_CREATED', { engagementId: 7 });
    const state = after(dials('a'), engaged(7), dials('b'), again, engaged(7));
    expect(state.calls.map(({ engagementId }) => engagementId)).to.deep.equal([7, undefined]);
    expect(callIn(after(dials('a'), again), 'a').engagementId).to.equal(7);
  });

  it('that was given to a call stays, whatever HubSpot says of that call later', () => {
    const another = received('CREATE_ENGAGEMENT_SUCCEEDED', { engagementId: 8, externalCallId: 'a' });
    expect(callIn(after(dials('a'), engaged(7), another), 'a').engagementId).to.equal(7);
  });

  it('is for nobody when nobody waits', () => {
    const own = said('OUTGOING_CALL_STARTED', {
      externalCallId: 'a',
      toNumber: number,
      createEngagement: false,
    });
    expect(callIn(after(own, engaged(7)), 'a').engagementId).to.equal(undefined);
  });

  it('that the app made itself is known once it says so', () => {
    const own = said('OUTGOING_CALL_STARTED', {
      externalCallId: 'a',
      toNumber: number,
      createEngagement: false,
    });
    const done = said('CALL_COMPLETED', { externalCallId: 'a', engagementId: 9 });
    const saved = received('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId: 9 });
    expect(callIn(after(own, ends('a'), done), 'a')).to.include({ engagementId: 9, saving: 'pending' });
    expect(callIn(after(own, ends('a'), done, saved), 'a').saving).to.equal('saved');
  });

  it('that does not come is no longer awaited, and the reason is kept', () => {
    const failed = received('CREATE_ENGAGEMENT_FAILED', { error: { message: 'no rights' } });
    const state = after(dials('a'), rings('b'), failed);
    expect(callIn(state, 'a')).to.include({ awaitsEngagement: false, failure: 'no rights' });
    expect(callIn(state, 'b').awaitsEngagement).to.equal(true);
    expect(callIn(after(dials('a'), received('CREATE_ENGAGEMENT_FAILED', undefined)), 'a').failure).to.equal(
      undefined,
    );
  });
});

describe('the result of saving', () => {
  const two = [
    dials('a'),
    engaged(7),
    ends('a'),
    completes('a'),
    dials('b'),
    engaged(8),
    ends('b'),
    completes('b'),
  ];
  const savingAfter = (happened: ReturnType<typeof received>) =>
    after(...two, happened).calls.map(({ saving }) => saving);

  it('is for the call with that id', () => {
    expect(savingAfter(received('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId: 8 }))).to.deep.equal([
      'pending',
      'saved',
    ]);
  });

  it('of one that failed is not for a call that is not saved now', () => {
    const failed = received('UPDATE_ENGAGEMENT_FAILED', {});
    const alone = after(dials('a'), engaged(7), ends('a'), failed);
    expect(callIn(alone, 'a').saving).to.equal('none');
    const saved = received('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId: 7 });
    expect(after(...two, saved, failed).calls.map(({ saving }) => saving)).to.deep.equal(['saved', 'failed']);
    const completing: WidgetHappening = {
      type: 'CALL',
      externalCallId: 'c',
      happened: { type: 'CALL_COMPLETING' },
    };
    const waiting = after(dials('c'), ends('c'), completing, failed);
    expect(callIn(waiting, 'c')).to.include({ phase: 'wrap-up', saving: 'pending' });
  });

  it('is for the one saved first when it failed, since it names none', () => {
    expect(savingAfter(received('UPDATE_ENGAGEMENT_FAILED', undefined))).to.deep.equal(['failed', 'pending']);
  });
});

describe('the caller’s matches', () => {
  const namesAfter = (...happenings: readonly WidgetHappening[]) =>
    after(...happenings).calls.map(({ party }) => party?.name);

  it('go to the inbound call that waits longest', () => {
    expect(namesAfter(dials('o'), rings('a'), rings('b'), matched('Erin'), matched('Bob'))).to.deep.equal([
      undefined,
      'Erin',
      'Bob',
    ]);
  });

  it('never go to a caller for whom nobody was found', () => {
    expect(namesAfter(rings('a'), matched(), rings('b'), matched('Bob'))).to.deep.equal([undefined, 'Bob']);
  });

  it('never go to a caller for whom the search failed', () => {
    const failed = received('CALLER_ID_MATCH_FAILED', undefined);
    expect(namesAfter(rings('a'), failed, rings('b'), matched('Bob'))).to.deep.equal([undefined, 'Bob']);
  });

  it('go to the call that the answer names, or to none', () => {
    const named = (externalCallId: string) =>
      received('CALLER_ID_MATCH_SUCCEEDED', { externalCallId, callerIdMatches: [match('Erin')] });
    expect(namesAfter(rings('a'), rings('b'), named('b'))).to.deep.equal([undefined, 'Erin']);
    expect(namesAfter(rings('a'), rings('b'), named('x'))).to.deep.equal([undefined, undefined]);
  });

  describe('with a callId', () => {
    const named = (callId: string | number, more = {}) =>
      received('CALLER_ID_MATCH_SUCCEEDED', { callId, callerIdMatches: [match('Erin')], ...more });
    const two = [rings('a'), engaged(7), rings('8'), engaged(9)];

    for (const [what, callId, names] of [
      ['the engagement’s id', 9, [undefined, 'Erin']],
      ['the engagement’s id as text', '9', [undefined, 'Erin']],
      ['the id of the first', 7, ['Erin', undefined]],
      ['the app’s own id', '8', [undefined, 'Erin']],
      ['the app’s own id as a number', 8, [undefined, 'Erin']],
      ['no call here: to the one that waits longest', 4711, ['Erin', undefined]],
    ] as const) {
      it(`go to the call that it names: ${what}`, () => {
        expect(namesAfter(...two, named(callId))).to.deep.equal(names);
      });
    }

    it('go to the call of the externalCallId first', () => {
      expect(namesAfter(...two, named(9, { externalCallId: 'a' }))).to.deep.equal(['Erin', undefined]);
      expect(namesAfter(...two, named(9, { externalCallId: 'x' }))).to.deep.equal([undefined, 'Erin']);
    });

    it('are missing for that call when the search failed', () => {
      const failed = received('CALLER_ID_MATCH_FAILED', { callId: 9 });
      expect(namesAfter(...two, failed, matched('Bob'))).to.deep.equal(['Bob', undefined]);
      expect(callIn(after(...two, failed), 'a').awaitsMatches).to.equal(true);
      expect(callIn(after(...two, failed), '8').awaitsMatches).to.equal(false);
    });
  });

  it('that come late are not taken for the next caller’s', () => {
    const late = [rings('a'), ends('a'), completes('a'), rings('b'), matched('Erin'), matched('Bob')];
    expect(namesAfter(...late)).to.deep.equal(['Erin', 'Bob']);
  });

  for (const [at, names] of [
    [64_999, ['Bob', undefined]],
    [65_000, [undefined, 'Bob']],
  ] as const) {
    it(`are waited for until a minute after the call, here ${String(at)}`, () => {
      const answer = received('CALLER_ID_MATCH_SUCCEEDED', { callerIdMatches: [match('Bob')] }, at);
      expect(namesAfter(rings('a'), ends('a'), completes('a'), rings('b'), answer)).to.deep.equal(names);
    });
  }

  it('are waited for no longer than a minute after the call', () => {
    const after61s = received('CALLER_ID_MATCH_SUCCEEDED', { callerIdMatches: [match('Bob')] }, 66_000);
    expect(namesAfter(rings('a'), ends('a'), completes('a'), rings('b'), after61s)).to.deep.equal([
      undefined,
      'Bob',
    ]);
  });
});

describe('an engagement’s id that comes late', () => {
  const tooLate = [dials('a'), ends('a'), completes('a'), dials('b')];

  it('is not taken for the next call’s', () => {
    const state = after(...tooLate, engaged(7), engaged(8));
    expect(['a', 'b'].map((id) => callIn(state, id).engagementId)).to.deep.equal([7, 8]);
  });

  it('is the next call’s once a minute has passed', () => {
    const state = after(...tooLate, engaged(8, 66_000));
    expect(['a', 'b'].map((id) => callIn(state, id).engagementId)).to.deep.equal([undefined, 8]);
  });
});
