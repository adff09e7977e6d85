import { expect } from '@open-wc/testing';
import { missedCalls, pastCalls } from './history.js';
import { after, answers, completes, dials, ends, received, rings, said } from './testing/fake-happenings.js';
import type { WidgetHappening } from './widget.js';

const ids = (...happenings: readonly WidgetHappening[]) =>
  pastCalls(after(...happenings)).map(({ id }) => id);
const missed = (...happenings: readonly WidgetHappening[]) =>
  missedCalls(after(...happenings)).map(({ id }) => id);

const loggedIn: WidgetHappening = { type: 'USER', user: { loggedIn: true } };
const loggedOut: WidgetHappening = { type: 'USER', user: { loggedIn: false } };
const isMissedCall = (id: string, fromNumber?: string) => [rings(id, fromNumber), ends(id), completes(id)];

describe('the history of calls', () => {
  it('has the calls that have ended, latest first', () => {
    expect(ids(dials('a'), ends('a'), rings('b'), ends('b'))).to.deep.equal(['b', 'a']);
  });

  it('has no call that goes on', () => {
    expect(ids(dials('a'))).to.deep.equal([]);
  });

  it('remembers a call that is forgotten otherwise', () => {
    expect(ids(dials('a'), ends('a'), completes('a'), dials('b'), ends('b'))).to.deep.equal(['b', 'a']);
  });

  it('tells how each was', () => {
    const [call] = pastCalls(after(dials('a'), answers('a', 2000), ends('a', 5000)));
    expect(call).to.deep.equal({
      id: 'a',
      direction: 'outbound',
      phoneNumber: '+12025550101',
      party: undefined,
      startedAt: 1000,
      endedAt: 5000,
      durationMs: 3000,
      endStatus: 'COMPLETED',
    });
  });

  it('tells that a call was handed over, or answered elsewhere', () => {
    const elsewhere: WidgetHappening = {
      type: 'CALL',
      externalCallId: 'b',
      happened: { type: 'CALL_CHANGED', at: 1, changes: { answeredElsewhere: true } },
    };
    const state = after(
      dials('a'),
      answers('a'),
      said('CALL_TRANSFERRED', { externalCallId: 'a' }),
      rings('b'),
      elsewhere,
      ends('b'),
    );
    expect(pastCalls(state).map(({ endStatus }) => endStatus)).to.deep.equal([
      'ANSWERED_ELSEWHERE',
      'TRANSFERRED',
    ]);
  });

  it('learns the name that is found after the end', () => {
    const named: WidgetHappening = {
      type: 'CALL',
      externalCallId: 'a',
      happened: { type: 'PARTY_RESOLVED', party: { name: 'Ada Example' } },
    };
    expect(pastCalls(after(dials('a'), ends('a'), named))[0]?.party?.name).to.equal('Ada Example');
  });

  it('has no consultation', () => {
    const consultation: WidgetHappening = {
      type: 'CALL_RESTORED',
      call: { externalCallId: 'c', direction: 'outbound', createdAt: 1, internal: true },
    };
    const happened = { type: 'CALL_ENDED', at: 5, endStatus: undefined } as const;
    expect(ids(consultation, { type: 'CALL', externalCallId: 'c', happened })).to.deep.equal([]);
  });

  it('holds a hundred calls', () => {
    const calls = Array.from({ length: 120 }, (_, i) => isMissedCall(String(i))).flat();
    expect(ids(...calls)).to.have.length(100);
    expect(ids(...calls)[0]).to.equal('119');
  });

  it('is gone when the user logs out', () => {
    expect(ids(loggedIn, dials('a'), ends('a'), loggedOut)).to.deep.equal([]);
  });

  it('has nothing of a call that went on when the user logged out', () => {
    expect(ids(loggedIn, dials('a'), loggedOut, loggedIn, ends('a'))).to.deep.equal([]);
  });

  it('is gone with another user', () => {
    const host = (userId: number): WidgetHappening => ({
      type: 'HOST',
      host: { portalId: 1, userId } as Extract<WidgetHappening, { type: 'HOST' }>['host'],
    });
    expect(ids(host(1), dials('a'), ends('a'), host(2))).to.deep.equal([]);
  });
});

describe('missed calls', () => {
  it('are those that nobody answered', () => {
    expect(missed(...isMissedCall('a'), rings('b', '+12025550109'), answers('b'), ends('b'))).to.deep.equal([
      'a',
    ]);
  });

  it('are not those that were declined', () => {
    const declined = said('CALL_ENDED', { externalCallId: 'a', callEndStatus: 'REJECTED' });
    expect(missed(rings('a'), declined)).to.deep.equal([]);
  });

  it('are not those that the user has seen, but those that come later are', () => {
    const seen: WidgetHappening = { type: 'HISTORY_SEEN', at: 5000 };
    expect(missed(...isMissedCall('a'), seen)).to.deep.equal([]);
    expect(missed(...isMissedCall('a'), seen, rings('b'), ends('b', 5001))).to.deep.equal(['b']);
  });

  it('counts one that rang when the user looked, and was missed then', () => {
    expect(missed(rings('a'), { type: 'HISTORY_SEEN', at: 4000 }, ends('a', 5000))).to.deep.equal(['a']);
  });

  it('are not those that were called back, however the number is written', () => {
    expect(missed(...isMissedCall('a', '+12025550102'), dials('b', '(202) 555-0102'))).to.deep.equal([]);
    expect(missed(...isMissedCall('a', '+12025550102'), dials('b', '+12025550103'))).to.deep.equal(['a']);
  });

  it('are not those of whom one has talked to since', () => {
    expect(missed(...isMissedCall('a'), rings('b'), answers('b'), ends('b'))).to.deep.equal([]);
  });

  it('says nothing of what HubSpot looked up', () => {
    expect(missed(...isMissedCall('a'), received('CALLER_ID_MATCH_FAILED', undefined))).to.deep.equal(['a']);
  });
});
