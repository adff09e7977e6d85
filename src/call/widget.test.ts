import { expect } from '@open-wc/testing';
import { readContext } from '../protocol/index.js';
import {
  after,
  answers,
  callIn,
  completes,
  dials,
  dialsAlone,
  ends,
  engaged,
  received,
  rings,
  said,
} from './testing/fake-happenings.js';
import { isOver } from './call.js';
import type { VoiceStatus } from './voice.js';
import { focusedCall } from './selectors.js';
import { advanceWidget, causeOf, type WidgetHappening } from './widget.js';

const ids = ({ calls }: ReturnType<typeof after>) => calls.map(({ externalCallId }) => externalCallId);
const turnsAway = (externalCallId: string): WidgetHappening => ({
  ...(rings(externalCallId) as Extract<WidgetHappening, { type: 'SAID' }>),
  turnedAway: true,
});
const transfers = (externalCallId: string) => said('CALL_TRANSFERRED', { externalCallId });

describe('several calls', () => {
  it('live side by side, oldest first', () => {
    const state = after(dials('a'), answers('a'), rings('b'));
    expect(ids(state)).to.deep.equal(['a', 'b']);
    expect(state.calls.map(({ phase }) => phase)).to.deep.equal(['active', 'ringing']);
  });

  it('keep what was said of each to that one', () => {
    const note: WidgetHappening = {
      type: 'CALL',
      externalCallId: 'a',
      happened: { type: 'CALL_CHANGED', at: 5, changes: { muted: true, engagement: { notes: 'for a' } } },
    };
    const state = after(dials('a'), rings('b'), note, ends('a'));
    expect(callIn(state, 'b')).to.deep.equal(callIn(after(dials('a'), rings('b')), 'b'));
    expect(callIn(state, 'a').engagement.notes).to.equal('for a');
  });

  it('are not started twice under one id', () => {
    const state = after(dials('a'), answers('a'));
    expect(advanceWidget(state, rings('a'))).to.equal(state);
  });

  it('come back after a reload', () => {
    const call = { externalCallId: 'a', direction: 'inbound', createdAt: 1, engagementId: 7 } as const;
    const state = after({ type: 'CALL_RESTORED', call });
    expect(focusedCall(state)).to.include({ externalCallId: 'a', phase: 'ringing', engagementId: 7 });
  });
});

describe('the focus', () => {
  const call = (externalCallId: string): WidgetHappening => ({ type: 'FOCUS', externalCallId });
  const cases: readonly (readonly [
    what: string,
    happenings: readonly WidgetHappening[],
    focus: string | undefined,
  ])[] = [
    ['is nowhere at first', [], undefined],
    ['goes to the first call', [rings('a')], 'a'],
    ['is not stolen by a second inbound call', [dials('a'), answers('a'), rings('b')], 'a'],
    ['goes to a second call that we start', [rings('a'), answers('a'), dials('b')], 'b'],
    ['goes to an inbound call when nobody is on the line', [dials('a'), ends('a'), rings('b')], 'b'],
    [
      'is not stolen from a call that goes on beside one that has ended',
      [dials('a'), ends('a'), dials('b'), rings('c')],
      'b',
    ],
    ['stays through wrap-up', [dials('a'), ends('a')], 'a'],
    ['moves on when its call is completed', [dials('a'), rings('b'), ends('a'), completes('a')], 'b'],
    ['moves on when its call is transferred', [dials('a'), rings('b'), transfers('a')], 'b'],
    [
      'moves to a live call before one in wrap-up',
      [dials('a'), dials('b'), dials('c'), ends('b'), ends('c'), completes('c')],
      'a',
    ],
    [
      'moves to a call in wrap-up when none is live',
      [dials('a'), dials('b'), ends('a'), ends('b'), completes('b')],
      'a',
    ],
    ['stays where it is when another call is over', [dials('a'), rings('b'), ends('b'), completes('b')], 'a'],
    [
      'stays where it is when another call is over, though a third goes on',
      [dials('a'), dials('b'), dials('c'), call('a'), ends('b'), completes('b')],
      'a',
    ],
    [
      'moves to no call that the bridge finishes',
      [dials('a'), ends('a'), turnsAway('b'), completes('a')],
      'a',
    ],
    ['stays to be seen when no call goes on', [dials('a'), ends('a'), completes('a')], 'a'],
    ['goes where it is told', [dials('a'), dials('b'), call('a')], 'a'],
    ['goes to no call that is not there', [dials('a'), call('x')], 'a'],
    [
      'is never left on a call that is forgotten',
      [dialsAlone('b'), ends('b'), completes('b'), call('b'), rings('c')],
      'c',
    ],
  ];
  for (const [what, happenings, focus] of cases) {
    it(what, () => {
      expect(after(...happenings).focus).to.equal(focus);
    });
  }
});

describe('calls that are over', () => {
  const whole = (id: string) => [dialsAlone(id), ends(id), completes(id)];

  it('stay until the next one starts', () => {
    expect(ids(after(...whole('a')))).to.deep.equal(['a']);
    expect(ids(after(...whole('a'), dials('b')))).to.deep.equal(['b']);
  });

  it('are forgotten after a transfer too', () => {
    expect(ids(after(dialsAlone('a'), transfers('a'), dials('b')))).to.deep.equal(['b']);
  });

  it('stay while they are being saved, and if that failed', () => {
    const saving = [dials('a'), engaged(7), ends('a'), completes('a')];
    expect(ids(after(...saving, dials('b')))).to.deep.equal(['a', 'b']);
    const failed = received('UPDATE_ENGAGEMENT_FAILED', { error: { message: 'no' } });
    expect(ids(after(...saving, failed, dials('b')))).to.deep.equal(['a', 'b']);
  });

  it('are forgotten once they are saved', () => {
    const saved = received('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId: 7 });
    expect(ids(after(dials('a'), engaged(7), ends('a'), completes('a'), saved, dials('b')))).to.deep.equal([
      'b',
    ]);
  });

  it('stay while HubSpot owes them an answer', () => {
    expect(ids(after(dials('a'), ends('a'), completes('a'), dials('b')))).to.deep.equal(['a', 'b']);
    expect(ids(after(rings('a'), engaged(7), transfers('a'), dials('b')))).to.deep.equal(['a', 'b']);
  });

  it('are kept in small number only: the latest sixteen that are not saved', () => {
    const many = Array.from({ length: 40 }, (_, i) => [
      dials(`${i}`),
      engaged(i + 1),
      ends(`${i}`),
      completes(`${i}`),
    ]);
    const state = after(...many.flat(), dials('last'));
    expect(ids(state)).to.deep.equal([...Array.from({ length: 16 }, (_, i) => `${i + 24}`), 'last']);
    expect(state.calls.filter(isOver)).to.have.length(16);
  });
});

describe('a call that was turned away', () => {
  it('comes beside the call that is still on the screen, and forgets every other that is over', () => {
    const over = [dialsAlone('b'), dialsAlone('a'), ends('b'), completes('b'), ends('a'), completes('a')];
    const state = after(...over, turnsAway('c'));
    expect(state.focus).to.equal('a');
    expect(ids(state)).to.deep.equal(['a', 'c']);
    expect(callIn(state, 'c')).to.include({
      ...{ unattended: true, phase: 'wrap-up', endedAt: 1000, endStatus: 'MISSED' },
    });
  });

  it('leaves one call once that is on the screen and not saved', () => {
    const state = after(dials('a'), ends('a'), completes('a'), turnsAway('c'));
    expect(ids(state)).to.deep.equal(['a', 'c']);
  });
});

describe('what was said of a call', () => {
  it('names numbers that are known, and when it started', () => {
    const start = { externalCallId: 'a', fromNumber: '+12025550102', toNumber: 'unknown' };
    const state = after(said('INCOMING_CALL', { ...start, callStartTime: 77, createEngagement: false }, 99));
    expect(callIn(state, 'a')).to.include({
      ...{ fromNumber: '+12025550102', toNumber: undefined, createdAt: 77, awaitsEngagement: false },
    });
    expect(callIn(after(rings('a')), 'a')).to.include({ createdAt: 1000, awaitsEngagement: true });
  });

  it('ends it by a transfer', () => {
    expect(callIn(after(dials('a'), answers('a'), transfers('a')), 'a').phase).to.equal('transferred');
  });

  for (const type of ['FINALIZE_ENGAGEMENT', 'PUBLISH_TO_CHANNEL'] as const) {
    it(`closes it in the help desk: ${type}`, () => {
      const closes = said(type, { externalCallId: 'a', engagementId: 7 });
      expect(callIn(after(dials('a'), ends('a'), closes), 'a').finalized).to.equal(true);
      expect(callIn(after(dials('a'), dials('b'), ends('b'), closes), 'b').finalized).to.equal(false);
    });
  }
});

describe('the next call', () => {
  it('shows nothing of the one before', () => {
    const match = {
      callerIdType: 'CONTACT',
      objectCoordinates: { portalId: 1, objectId: 51, objectTypeId: '0-1' },
      firstName: 'Erin',
    };
    const before = [
      rings('a'),
      received('CALLER_ID_MATCH_SUCCEEDED', { callerIdMatches: [match] }),
      engaged(7),
      answers('a'),
      said('CALL_ENDED', { externalCallId: 'a', callEndStatus: 'FAILED' }),
      completes('a'),
    ];
    expect(callIn(after(...before), 'a').party?.name).to.equal('Erin');
    const fresh = callIn(after(rings('b')), 'b');
    expect(callIn(after(...before, rings('b')), 'b')).to.deep.equal(fresh);
    expect(fresh).to.include({ party: undefined, endStatus: undefined, engagementId: undefined });
  });
});

describe('the state', () => {
  it('is plain data: it can be cloned to another frame', () => {
    const state = after(
      { type: 'CONNECTION', connection: 'connected', problem: undefined },
      received('DIAL_NUMBER', { phoneNumber: '+12025550101', calleeInfo: { calleeId: 51 } }),
      received('VISIBILITY_CHANGED', { isMinimized: true }),
      said('INITIALIZED', { isLoggedIn: true }),
      dials('a'),
      engaged(7),
      answers('a'),
      rings('b', '+12025550109'),
    );
    expect(structuredClone(state)).to.deep.equal(state);
    expect(state.user).to.deep.equal({ loggedIn: true, available: false });
    expect(state.visibility).to.deep.equal({ isMinimized: true, isHidden: false });
  });

  it('is what it was when a message changes nothing', () => {
    const state = after(dials('a'));
    for (const happened of [
      said('CALL_DATA', 1),
      said('RESIZE_WIDGET', { width: 1 }),
      received('SET_CALL_STATE', {}),
      received('NAVIGATE_TO_RECORD_FAILED', undefined),
      ends('of nobody'),
      completes('a'),
      received('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId: 7 }),
    ]) {
      expect(advanceWidget(state, happened)).to.equal(state);
    }
  });

  it('knows the user’s word on login and availability', () => {
    const state = after(said('LOGGED_IN', undefined), said('USER_AVAILABLE', undefined));
    expect(state.user).to.deep.equal({ loggedIn: true, available: true });
    const off = [said('LOGGED_OUT', undefined), said('USER_UNAVAILABLE', undefined)].reduce(
      advanceWidget,
      state,
    );
    expect(off.user).to.deep.equal({ loggedIn: false, available: false });
  });
});

describe('the connection, the host and the number to call from', () => {
  const problem = { code: 'SYNC_TIMEOUT', message: 'No answer.', fatal: false } as const;
  const host = readContext({ portalId: 1 });
  const cases: readonly WidgetHappening[] = [
    { type: 'CONNECTION', connection: 'failed', problem },
    { type: 'HOST', host },
    { type: 'FROM_NUMBER', fromNumber: '+12025550100' },
    { type: 'FOCUS', externalCallId: 'a' },
  ];
  const truths = [
    { connection: 'failed', problem },
    { host },
    { fromNumber: '+12025550100' },
    { focus: 'a' },
  ];
  cases.forEach((happened, index) => {
    it(`are what was said last: ${happened.type}`, () => {
      const before = after(dials('a'), rings('b'), { type: 'FOCUS', externalCallId: 'b' });
      expect(advanceWidget(before, happened)).to.deep.equal({ ...before, ...truths[index] });
    });
  });
});

describe('the voice', () => {
  const voice = (state: VoiceStatus['state']): WidgetHappening => ({
    type: 'VOICE',
    voice: { state, capabilities: {} as VoiceStatus['capabilities'], problem: undefined },
  });
  const gone: WidgetHappening = { type: 'VOICE', voice: undefined };
  const late: WidgetHappening = { type: 'VOICE_LATE' };
  const cases: readonly (readonly [
    what: string,
    happenings: readonly WidgetHappening[],
    isVoiceDown: boolean,
  ])[] = [
    ['not there', [], false],
    ['connecting for the first time', [voice('offline'), voice('connecting')], false],
    ['late', [voice('connecting'), late], true],
    ['late and connecting still', [voice('connecting'), late, voice('connecting')], true],
    ['late and then ready', [voice('connecting'), late, voice('ready')], false],
    ['lost', [voice('ready'), voice('connecting')], true],
    ['lost and then offline', [voice('ready'), voice('connecting'), voice('offline')], true],
    ['lost and found', [voice('ready'), voice('connecting'), voice('ready')], false],
    ['failed', [voice('connecting'), voice('failed')], true],
    ['gone after it was lost', [voice('ready'), voice('connecting'), gone], false],
    ['another one, after one that was ready', [voice('ready'), gone, voice('connecting')], false],
  ];
  for (const [what, happenings, isVoiceDown] of cases) {
    it(`is ${isVoiceDown ? 'down' : 'not down'} when it is ${what}`, () => {
      const last = happenings.findLast(({ type }) => type === 'VOICE');
      const state = after(...happenings);
      expect(state.isVoiceDown).to.equal(isVoiceDown);
      expect(state.voice).to.equal(last?.type === 'VOICE' ? last.voice : undefined);
    });
  }
});

describe('what was pressed', () => {
  const request = (requestId: number) =>
    ({ requestId, name: 'hs-mute-request', externalCallId: 'a' }) as const;
  const raised = (requestId: number): WidgetHappening => ({
    type: 'REQUEST_RAISED',
    request: request(requestId),
  });
  const settled = (requestId: number): WidgetHappening => ({ type: 'REQUEST_SETTLED', requestId });

  it('is pending until it is done, oldest first', () => {
    const state = after(dials('a'), raised(1), raised(2), raised(3), settled(2));
    expect(state).to.deep.equal({ ...after(dials('a')), pending: [request(1), request(3)] });
  });

  it('changes nothing when it was done before', () => {
    const state = after(raised(1));
    expect(advanceWidget(state, settled(2))).to.equal(state);
  });
});

describe('causeOf', () => {
  const causes: readonly (readonly [WidgetHappening, string])[] = [
    [dials('a'), 'OUTGOING_CALL_STARTED'],
    [engaged(1), 'CREATE_ENGAGEMENT_SUCCEEDED'],
    [{ type: 'CALL', externalCallId: 'a', happened: { type: 'CALL_RINGING' } }, 'CALL_RINGING'],
    [{ type: 'FOCUS', externalCallId: 'a' }, 'FOCUS'],
  ];
  for (const [happened, cause] of causes) {
    it(`is ${cause} for ${happened.type}`, () => {
      expect(causeOf(happened)).to.equal(cause);
    });
  }
});
