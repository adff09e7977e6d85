import { expect } from '@open-wc/testing';
import { advance, canHappen, type CallHappening } from './advance.js';
import {
  awaitsWrapUp,
  isLive,
  isOffered,
  isOver,
  isTaken,
  isUnsaved,
  newCall,
  otherNumber,
  talkTime,
  type Call,
  type NewCall,
} from './call.js';

const start: NewCall = { externalCallId: 'a', direction: 'outbound', createdAt: 1000 };
const inbound: NewCall = { ...start, direction: 'inbound' };

const ringing: CallHappening = { type: 'CALL_RINGING' };
const answered: CallHappening = { type: 'CALL_ANSWERED', at: 4000 };
const ended: CallHappening = { type: 'CALL_ENDED', at: 9000, endStatus: undefined };
const completed: CallHappening = { type: 'CALL_COMPLETED' };
const transferred: CallHappening = { type: 'CALL_TRANSFERRED', at: 9000 };

function after(first: NewCall, ...happenings: readonly CallHappening[]): Call {
  return happenings.reduce(advance, newCall(first));
}

const changed = (changes: Extract<CallHappening, { type: 'CALL_CHANGED' }>['changes']): CallHappening => ({
  type: 'CALL_CHANGED',
  at: 5,
  changes,
});

const contact = {
  callerIdType: 'CONTACT',
  objectCoordinates: { portalId: 1, objectId: 51, objectTypeId: '0-1' },
  firstName: 'Erin',
  lastName: 'Example',
};
const company = {
  callerIdType: 'COMPANY',
  objectCoordinates: { portalId: 1, objectId: 52, objectTypeId: '0-2' },
  name: 'Analytical Engines',
};

describe('a call', () => {
  it('is connecting from the answer to the first sound, and offered to nobody meanwhile', () => {
    for (const first of [start, inbound]) {
      const connecting = after(first, ringing, changed({ connecting: true }));
      expect(connecting).to.include({ phase: 'ringing', connecting: true });
      expect([isOffered(connecting), isTaken(connecting)]).to.deep.equal([false, true]);
      expect(advance(connecting, answered)).to.include({ phase: 'active', connecting: false });
      expect(advance(connecting, ended)).to.include({ phase: 'wrap-up', connecting: false });
      expect(advance(connecting, transferred)).to.include({ phase: 'transferred', connecting: false });
    }
    expect(after(start, answered, changed({ connecting: true })).connecting).to.equal(false);
  });

  it('waits for no outcome when somebody else has answered it', () => {
    const noted = changed({ engagement: { notes: 'Call back' } });
    const elsewhere = after(inbound, noted, changed({ answeredElsewhere: true }), ended);
    expect([awaitsWrapUp(after(inbound, noted, ended)), awaitsWrapUp(elsewhere)]).to.deep.equal([
      true,
      false,
    ]);
  });

  it('starts dialling when we call and ringing when they do', () => {
    expect([newCall(start).phase, newCall(inbound).phase]).to.deep.equal(['dialing', 'ringing']);
  });

  it('is live until it ends, and over once it is completed or transferred', () => {
    const calls = [
      after(start),
      after(start, ringing),
      after(start, answered),
      after(start, ended),
      after(start, ended, completed),
      after(start, transferred),
    ];
    expect(calls.map(isLive)).to.deep.equal([true, true, true, false, false, false]);
    expect(calls.map(isOver)).to.deep.equal([false, false, false, false, true, true]);
  });

  it('remembers since when it is held, by whichever end, and no longer than it is', () => {
    const held = after(start, answered, changed({ held: true }), changed({ heldByOther: true }));
    expect(held.heldAt).to.equal(5);
    const byOther = advance(held, { type: 'CALL_CHANGED', at: 7, changes: { held: false } });
    expect(byOther.heldAt).to.equal(5);
    expect(advance(byOther, changed({ heldByOther: false })).heldAt).to.equal(undefined);
    expect(advance(held, ended).heldAt).to.equal(undefined);
  });

  it('has the other one’s number on either side', () => {
    const numbers = { fromNumber: '+1from', toNumber: '+1to' };
    expect(otherNumber(newCall({ ...start, ...numbers }))).to.equal('+1to');
    expect(otherNumber(newCall({ ...inbound, ...numbers }))).to.equal('+1from');
  });
});

describe('what a call is at a moment', () => {
  const moments: Readonly<Record<string, readonly CallHappening[]>> = {
    start: [],
    ringing: [ringing],
    'way to its sound': [ringing, changed({ connecting: true })],
    talk: [answered],
    end: [answered, ended],
    save: [answered, ended, completed],
    'failed save': [answered, ended, completed, { type: 'UPDATE_ENGAGEMENT_FAILED', message: 'full' }],
    transfer: [answered, transferred],
  };
  const truths: readonly (readonly [
    what: string,
    first: NewCall,
    test: (call: Call) => boolean,
    when: readonly string[],
  ])[] = [
    ['offered, if they call', inbound, isOffered, ['start', 'ringing']],
    ['offered, if we call', start, isOffered, []],
    ['taken, if they call', inbound, isTaken, ['way to its sound', 'talk']],
    ['taken, if we call', start, isTaken, ['start', 'ringing', 'way to its sound', 'talk']],
    ['unsaved', start, isUnsaved, ['end', 'failed save']],
    ['waiting for its wrap-up', start, awaitsWrapUp, ['end', 'failed save']],
    ['waiting, though it is a consultation', { ...start, internal: true }, awaitsWrapUp, []],
    ['waiting, though the bridge finishes it', { ...start, unattended: true }, awaitsWrapUp, []],
    ['waiting, though another answered', { ...start, answeredElsewhere: true }, awaitsWrapUp, []],
  ];
  for (const [what, first, test, when] of truths) {
    it(`is ${what}: ${when.join(', ') || 'never'}`, () => {
      const found = Object.entries(moments).filter(([, way]) => test(after(first, ...way)));
      expect(found.map(([name]) => name)).to.deep.equal(when);
    });
  }

  it('is at rest at first and after its end, and waits for nobody', () => {
    const rest = {
      ...{ muted: false, held: false, heldByOther: false, heldAt: undefined, recording: false },
      ...{ connecting: false, reconnecting: false, microphone: undefined },
    };
    const busy = changed({ heldByOther: true, reconnecting: true, microphone: 'blocked', recording: true });
    for (const call of [newCall(start), after(start, answered, busy, ended)]) expect(call).to.include(rest);
    expect(newCall(start)).to.include({ awaitsEngagement: false, awaitsMatches: false });
    expect(newCall(inbound)).to.include({ awaitsEngagement: false, awaitsMatches: true });
  });

  it('that another page has taken over has ended then, or before, and waits for nothing', () => {
    const taken: CallHappening = { type: 'CALL_TAKEN_OVER', at: 9999 };
    const waiting = { ...inbound, awaitsEngagement: true };
    const over = { phase: 'completed', saving: 'none', awaitsEngagement: false, awaitsMatches: false };
    expect(after(waiting, answered, taken)).to.include({ ...over, endedAt: 9999 });
    expect(after(waiting, answered, ended, { type: 'CALL_COMPLETING' }, taken)).to.include({
      ...over,
      endedAt: 9000,
    });
  });
});

describe('the end of a call', () => {
  const usual = [
    { name: 'dialling', first: start, way: [], status: 'CANCELED' },
    { name: 'ringing at the far end', first: start, way: [ringing], status: 'CANCELED' },
    { name: 'talking, outbound', first: start, way: [answered], status: 'COMPLETED' },
    { name: 'ringing here', first: inbound, way: [], status: 'MISSED' },
    { name: 'talking, inbound', first: inbound, way: [answered], status: 'COMPLETED' },
  ] as const;
  for (const { name, first, way, status } of usual) {
    it(`is ${status} while ${name} if nobody says more`, () => {
      expect(after(first, ...way, ended).endStatus).to.equal(status);
    });
  }

  it('is what was said of it', () => {
    const { endStatus } = after(start, { ...ended, endStatus: 'BUSY' });
    expect(endStatus).to.equal('BUSY');
  });

  for (const last of [ended, transferred]) {
    it(`leaves nothing muted, held or recorded after ${last.type}`, () => {
      const flags = changed({ muted: true, held: true, recording: true });
      const { muted, held, recording } = after(start, answered, flags, last);
      expect({ muted, held, recording }).to.deep.equal({ muted: false, held: false, recording: false });
    });
  }

  it('lets no flag be set afterwards, but notes and names', () => {
    const late = changed({ muted: true, party: { name: 'Erin' }, engagement: { notes: 'called' } });
    const { muted, party, engagement } = after(start, answered, ended, late);
    expect([muted, party?.name, engagement.notes]).to.deep.equal([false, 'Erin', 'called']);
  });
});

describe('talkTime', () => {
  it('does not count ringing', () => {
    expect(talkTime(after(start, ringing), 60_000)).to.equal(0);
    expect(talkTime(after(start, ended), 60_000)).to.equal(0);
  });

  it('runs from the answer to now', () => {
    expect(talkTime(after(start, ringing, answered), 6500)).to.equal(2500);
  });

  it('stands still at the end', () => {
    expect(talkTime(after(start, answered, ended), 60_000)).to.equal(5000);
  });

  it('is never negative when a clock was set back', () => {
    expect(talkTime(after(start, answered), 1)).to.equal(0);
  });
});

describe('what changes in a call', () => {
  it('merges the draft, and its properties', () => {
    const { engagement } = after(
      start,
      changed({ engagement: { notes: 'one', properties: { a: '1', b: '1' } } }),
      changed({ engagement: { outcome: 'o', properties: { b: '2' } } }),
    );
    expect(engagement).to.deep.equal({ notes: 'one', outcome: 'o', properties: { a: '1', b: '2' } });
  });

  it('keeps what is noted of a call that HubSpot could not save, and no more once it is saved', () => {
    const done = [ended, completed];
    const failed: CallHappening = { type: 'UPDATE_ENGAGEMENT_FAILED', message: undefined };
    const note = changed({ engagement: { notes: 'n' } });
    expect(after(start, ...done, failed, note).engagement.notes).to.equal('n');
    expect(after(start, ...done, note).engagement.notes).to.equal(undefined);
  });

  it('leaves who it is alone, and shows a name only as far as it can be shown', () => {
    const named = changed({ party: { name: 'Ada\u202E\nLovelace', objectId: 7 } });
    for (const way of [[], [ended]]) {
      const { party } = after(start, ...way, named, changed({ muted: true }));
      expect(party).to.deep.equal({ name: 'Ada Lovelace', objectId: 7 });
    }
    expect(newCall({ ...start, party: { name: '\u0000Ada' } }).party).to.deep.equal({ name: 'Ada' });
    const party = { objectId: 7 };
    expect(newCall({ ...start, party }).party).to.equal(party);
  });

  it('holds since our own hold as well, and is not on the way to its sound by that', () => {
    expect(after(start, ringing, changed({ held: true }))).to.include({ heldAt: 5, connecting: false });
  });

  it('can always be what makes no difference to it', () => {
    for (const type of ['CALL_DATA', 'toString', '__proto__'])
      expect(canHappen(newCall(start), type), type).to.equal(true);
    expect(canHappen(newCall(start), 'CALL_COMPLETED')).to.equal(false);
  });

  it('says whether its record is being saved', () => {
    const engagement: CallHappening = { type: 'CREATE_ENGAGEMENT_SUCCEEDED', engagementId: 7 };
    const done = [answered, ended, completed];
    expect(after(start, ...done).saving).to.equal('none');
    expect(after(start, engagement, ...done).saving).to.equal('pending');
    expect(after(start, engagement, ...done, { type: 'UPDATE_ENGAGEMENT_SUCCEEDED' }).saving).to.equal(
      'saved',
    );
    const failed = after(start, engagement, ...done, { type: 'UPDATE_ENGAGEMENT_FAILED', message: 'full' });
    expect([failed.saving, failed.failure]).to.deep.equal(['failed', 'full']);
  });
});

describe('the caller', () => {
  const found = (...matches: (typeof contact | typeof company)[]): CallHappening => ({
    type: 'CALLER_ID_MATCH_SUCCEEDED',
    matches,
  });

  it('is the person, if one was found', () => {
    expect(after(inbound, found(contact)).party).to.deep.equal({
      name: 'Erin Example',
      objectId: 51,
      objectTypeId: '0-1',
    });
  });

  it('is the company, if one was found', () => {
    expect(after(inbound, found(company)).party?.name).to.equal('Analytical Engines');
  });

  it('is nobody, if several were found or none', () => {
    expect(after(inbound, found(contact, company)).party).to.equal(undefined);
    expect(after(inbound, found()).party).to.equal(undefined);
  });

  it('keeps every match for the user to choose', () => {
    expect(after(inbound, found(contact, company)).matches).to.deep.equal([contact, company]);
  });

  it('is searched again where HubSpot answers again', () => {
    expect(after(inbound, found(), found(company)).matches).to.deep.equal([company]);
    expect(after(inbound, found(), ended, completed, found(company)).matches).to.deep.equal([]);
  });

  it('stays whom the app named', () => {
    const known = changed({ party: { name: 'My colleague' } });
    expect(after(inbound, known, found(contact)).party).to.deep.equal({ name: 'My colleague' });
  });

  it('has no name where the record has none', () => {
    const { objectCoordinates, callerIdType } = contact;
    const nameless: CallHappening = {
      type: 'CALLER_ID_MATCH_SUCCEEDED',
      matches: [{ callerIdType, objectCoordinates }],
    };
    expect(after(inbound, nameless).party).to.deep.equal({
      name: undefined,
      objectId: 51,
      objectTypeId: '0-1',
    });
  });
});
