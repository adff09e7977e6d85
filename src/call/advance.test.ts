import { expect } from '@open-wc/testing';
import { advance, type CallHappening } from './advance.js';
import { newCall, type Call, type CallDirection, type CallPhase } from './call.js';

const phases = ['dialing', 'ringing', 'active', 'wrap-up', 'completed', 'transferred'] as const;

/** The very same object: nothing has happened. */
const same = 'same';

type Next = CallPhase | typeof same;
type Row<T extends CallHappening['type']> = readonly [
  happened: Extract<CallHappening, { type: T }>,
  dialing: Next,
  ringing: Next,
  active: Next,
  wrapUp: Next,
  completed: Next,
  transferred: Next,
];

// The compiler refuses the table if a happening is missing.
/* prettier-ignore */
const table: { readonly [T in CallHappening['type']]: Row<T> } = {
  //                                                                                 dialing        ringing        active         wrap-up      completed    transferred
  CALL_RINGING:    [{ type: 'CALL_RINGING' },                                        'ringing',     same,          same,          same,        same,        same],
  CALL_ANSWERED:   [{ type: 'CALL_ANSWERED', at: 9 },                                'active',      'active',      same,          same,        same,        same],
  CALL_ENDED:      [{ type: 'CALL_ENDED', at: 9, endStatus: undefined },             'wrap-up',     'wrap-up',     'wrap-up',     same,        same,        same],
  CALL_TRANSFERRED: [{ type: 'CALL_TRANSFERRED', at: 9 },                            'transferred', 'transferred', 'transferred', same,        same,        same],
  CALL_UNATTENDED: [{ type: 'CALL_UNATTENDED' },                                     'dialing',     'ringing',     'active',      'wrap-up',   'completed', 'transferred'],
  CALL_TAKEN_OVER: [{ type: 'CALL_TAKEN_OVER', at: 9 },                              'completed',   'completed',   'completed',   'completed', same,        same],
  CALL_COMPLETING: [{ type: 'CALL_COMPLETING' },                                     same,          same,          same,          'wrap-up',   same,        same],
  CALL_COMPLETED:  [{ type: 'CALL_COMPLETED' },                                      same,          same,          same,          'completed', same,        same],
  CALL_FINALIZED:  [{ type: 'CALL_FINALIZED' },                                      same,          same,          same,          'wrap-up',   'completed', 'transferred'],
  CALL_CHANGED:    [{ type: 'CALL_CHANGED', at: 5, changes: { engagement: { notes: '' } } }, 'dialing',    'ringing',     'active',      'wrap-up',   same,        same],
  CREATE_ENGAGEMENT_SUCCEEDED:
                   [{ type: 'CREATE_ENGAGEMENT_SUCCEEDED', engagementId: 7 },        'dialing',     'ringing',     'active',      'wrap-up',   'completed', 'transferred'],
  CREATE_ENGAGEMENT_FAILED:
                   [{ type: 'CREATE_ENGAGEMENT_FAILED', message: 'no' },             'dialing',     'ringing',     'active',      'wrap-up',   'completed', 'transferred'],
  UPDATE_ENGAGEMENT_SUCCEEDED:
                   [{ type: 'UPDATE_ENGAGEMENT_SUCCEEDED' },                         same,          same,          same,          same,        'completed', same],
  UPDATE_ENGAGEMENT_FAILED:
                   [{ type: 'UPDATE_ENGAGEMENT_FAILED', message: 'no' },             same,          same,          same,          same,        'completed', same],
  CALLER_ID_MATCH_SUCCEEDED:
                   [{ type: 'CALLER_ID_MATCH_SUCCEEDED', matches: [] },              'dialing',     'ringing',     'active',      'wrap-up',   'completed', 'transferred'],
  CALLER_ID_MATCH_FAILED:
                   [{ type: 'CALLER_ID_MATCH_FAILED' },                              'dialing',     'ringing',     'active',      'wrap-up',   'completed', 'transferred'],
  PARTY_RESOLVED:  [{ type: 'PARTY_RESOLVED', party: { name: 'Ada Example' } },      'dialing',     'ringing',     'active',      'wrap-up',   'completed', 'transferred'],
};

const answered: CallHappening = { type: 'CALL_ANSWERED', at: 2 };
const ended: CallHappening = { type: 'CALL_ENDED', at: 3, endStatus: undefined };

/** What has to happen until a call is at a phase. */
const ways: Readonly<Record<CallPhase, readonly CallHappening[]>> = {
  dialing: [],
  ringing: [{ type: 'CALL_RINGING' }],
  active: [answered],
  'wrap-up': [answered, ended],
  completed: [answered, ended, { type: 'CALL_COMPLETED' }],
  transferred: [answered, { type: 'CALL_TRANSFERRED', at: 3 }],
};

function callAt(phase: CallPhase, direction: CallDirection): Call {
  const start = newCall({
    externalCallId: 'a',
    direction,
    phase: 'dialing',
    createdAt: 1,
    awaitsEngagement: true,
    awaitsMatches: true,
  });
  return ways[phase].reduce(advance, start);
}

describe('advance', () => {
  for (const direction of ['outbound', 'inbound'] as const) {
    for (const [happened, ...expected] of Object.values(table)) {
      for (const [index, phase] of phases.entries()) {
        const next = expected[index];
        it(`${direction}: ${phase} and ${happened.type} → ${String(next)}`, () => {
          const before = callAt(phase, direction);
          const now = advance(before, happened);
          expect(now === before ? same : now.phase).to.equal(next);
        });
      }
    }
  }

  const twice = [
    'CALL_FINALIZED',
    'CALL_COMPLETING',
    'CREATE_ENGAGEMENT_SUCCEEDED',
    'CREATE_ENGAGEMENT_FAILED',
  ] as const;
  for (const type of twice) {
    it(`takes the second ${type} for nothing new`, () => {
      const [happened] = table[type];
      const once = advance(callAt('wrap-up', 'outbound'), happened);
      expect(advance(once, happened)).to.equal(once);
    });
  }

  it('takes a second word that it was saved for nothing new', () => {
    const saved = advance(callAt('completed', 'outbound'), { type: 'UPDATE_ENGAGEMENT_SUCCEEDED' });
    expect(advance(saved, { type: 'UPDATE_ENGAGEMENT_SUCCEEDED' })).to.equal(saved);
  });
});
