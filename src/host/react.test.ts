import { expect } from '@open-wc/testing';
import { outboundMessages, type Message, type MessageInput, type OutboundType } from '../protocol/index.js';
import { golden } from '../protocol/testing/messages.golden.js';
import type { FaultName } from './faults/index.js';
import { react, type HostReaction } from './react.js';
import { defaultRecords } from './records.js';
import { firstState, liveCall, logOf, type HostState } from './state.js';

const ready: HostState = {
  ...firstState,
  records: defaultRecords,
  record: defaultRecords[0],
  connection: 'initialized',
  isLoggedIn: true,
  isAvailable: true,
};

/** The reaction to a message that is received at 50 ms. */
function hear<T extends OutboundType>(type: T, data: MessageInput<T>, state = ready): HostReaction {
  return react(state, { type, data, messageId: 'm' } as unknown as Message<OutboundType>, 50);
}

const outgoing = { externalCallId: 'a', toNumber: '+12025550101', createEngagement: true };
const named = { externalCallId: 'a' };
const dialing = hear('OUTGOING_CALL_STARTED', outgoing).state;
const active = hear('CALL_ANSWERED', named, dialing).state;
const ended = hear('CALL_ENDED', { externalCallId: 'a', callEndStatus: 'COMPLETED' }, active).state;
const withFault = (state: HostState, name: FaultName): HostState => ({ ...state, faults: [name] });
const say = (type: string, data: unknown) => ({ do: 'say', type, data });

/** Tests of the messages of which something follows. */
const tests: Readonly<Partial<Record<OutboundType, Readonly<Record<string, () => void>>>>> = {
  INITIALIZED: {
    'makes the widget ready, available where it is logged in, and as large as it says'() {
      const before: HostState = { ...firstState, connection: 'acknowledged', size: { width: 1, height: 2 } };
      const { state, effects } = hear('INITIALIZED', { isLoggedIn: true, sizeInfo: { height: 90 } }, before);
      expect(state).to.deep.include({ connection: 'initialized', isLoggedIn: true, isAvailable: true });
      expect([state.size, effects]).to.deep.equal([{ width: 1, height: 90 }, []]);
    },
    'leaves a ghost of a call that a reloaded widget does not name'() {
      const reloaded = { ...active, hasReloaded: true };
      expect(logOf(hear('INITIALIZED', {}, reloaded).state)[0]?.isGhost).to.equal(true);
      const kept = hear('INITIALIZED', { engagementId: 9001 }, reloaded).state;
      expect([logOf(kept)[0]?.isGhost, kept.hasReloaded]).to.deep.equal([false, false]);
    },
  },
  LOGGED_IN: {
    'takes back what was alerted'() {
      const { state } = hear('LOGGED_IN', undefined, { ...ready, isLoggedIn: false, alert: 'Log in.' });
      expect(state).to.include({ isLoggedIn: true, alert: undefined });
    },
  },
  LOGGED_OUT: {
    'makes unavailable too'() {
      expect(hear('LOGGED_OUT', undefined).state).to.include({ isLoggedIn: false, isAvailable: false });
    },
  },
  USER_AVAILABLE: {
    'is all that changes'() {
      const away = { ...ready, isAvailable: false };
      expect(hear('USER_AVAILABLE', undefined, away)).to.deep.equal({ state: ready, effects: [] });
    },
  },
  USER_UNAVAILABLE: {
    'is all that changes'() {
      const state = { ...ready, isAvailable: false };
      expect(hear('USER_UNAVAILABLE', undefined)).to.deep.equal({ state, effects: [] });
    },
  },
  OUTGOING_CALL_STARTED: {
    'makes an engagement where the app asks for it'() {
      const { state, effects } = hear('OUTGOING_CALL_STARTED', outgoing);
      expect(liveCall(state)).to.include({ phase: 'dialing', engagement: 'created', engagementId: 9001 });
      expect(state.nextEngagementId).to.equal(9002);
      expect(effects).to.deep.equal([
        say('CREATE_ENGAGEMENT_SUCCEEDED', { engagementId: 9001, externalCallId: 'a' }),
      ]);
    },
    'makes no second one for a call that is said twice'() {
      expect(hear('OUTGOING_CALL_STARTED', outgoing, dialing)).to.deep.equal({ state: dialing, effects: [] });
    },
    'makes none where the app does so itself'() {
      const { state, effects } = hear('OUTGOING_CALL_STARTED', { ...outgoing, createEngagement: false });
      expect([liveCall(state)?.engagement, effects]).to.deep.equal(['none', []]);
    },
  },
  INCOMING_CALL: {
    'looks for the caller: a company and a contact may share a number'() {
      const call = { fromNumber: '+12025550170', toNumber: '+12025550160', externalCallId: 'b' };
      const { state, effects } = hear('INCOMING_CALL', call);
      expect(liveCall(state)).to.include({ phase: 'ringing', record: undefined });
      const at = { portalId: ready.account.portalId };
      const bo = { objectCoordinates: { ...at, objectId: 104, objectTypeId: '0-1' } };
      const firm = { objectCoordinates: { ...at, objectId: 201, objectTypeId: '0-2' } };
      expect(effects).to.deep.equal([
        say('CALLER_ID_MATCH_SUCCEEDED', {
          externalCallId: 'b',
          callerIdMatches: [
            { callerIdType: 'CONTACT', ...bo, firstName: 'Bo', lastName: 'Both' },
            { callerIdType: 'COMPANY', ...firm, name: 'Example Instruments' },
          ],
        }),
      ]);
    },
  },
  CALL_ANSWERED: {
    'is noted with its time'() {
      expect(liveCall(active)).to.include({ phase: 'active', answeredAt: 50 });
    },
    'brings no second reload when it comes twice'() {
      const faulty = withFault(dialing, 'reload-in-call');
      const { state, effects } = hear('CALL_ANSWERED', named, faulty);
      expect(effects).to.deep.equal([{ do: 'reload', engagementId: 9001 }]);
      expect(hear('CALL_ANSWERED', named, state)).to.deep.equal({ state, effects: [] });
    },
  },
  CALL_TRANSFERRED: {
    'is no ghost'() {
      const { state, effects } = hear('CALL_TRANSFERRED', named, active);
      expect(logOf(state)[0]).to.include({ phase: 'transferred', isGhost: false });
      expect(effects).to.deep.equal([]);
    },
    'keeps what was written just before'() {
      const engagementProperties = { hs_call_body: 'Fine.' };
      const told = { externalCallId: 'a', engagementId: 9001, hideWidget: false, engagementProperties };
      const written = hear('CALL_COMPLETED', told, active).state;
      const { state } = hear('CALL_TRANSFERRED', named, written);
      expect(logOf(state)[0]).to.include({
        phase: 'transferred',
        isGhost: false,
        body: 'Fine.',
        endedAt: 50,
      });
    },
    'is none after the end'() {
      const told = { externalCallId: 'a', callEndStatus: 'COMPLETED' } as const;
      const ended = hear('CALL_ENDED', told, active).state;
      const { state } = hear('CALL_COMPLETED', { externalCallId: 'a', engagementId: 9001 }, ended);
      expect(hear('CALL_TRANSFERRED', named, state).state).to.equal(state);
    },
  },
  CALL_ENDED: {
    'keeps the status, and asks for nothing'() {
      const told = { externalCallId: 'a', callEndStatus: 'BUSY' } as const;
      const { state, effects } = hear('CALL_ENDED', told, dialing);
      expect(logOf(state)[0]).to.include({ phase: 'ended', status: 'BUSY', endedAt: 50, isGhost: true });
      expect(effects).to.deep.equal([]);
    },
  },
  CALL_COMPLETED: {
    'writes what was saved, and hides the widget'() {
      const engagementProperties = { hs_call_body: 'Fine.' };
      const told = { externalCallId: 'a', engagementId: 9001, engagementProperties };
      const { state, effects } = hear('CALL_COMPLETED', told, ended);
      expect(logOf(state)[0]).to.include({ isCompleted: true, body: 'Fine.' });
      const hidden = { isMinimized: false, isHidden: true };
      expect(state.visibility).to.deep.equal(hidden);
      expect(effects).to.deep.equal([
        say('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId: 9001, externalCallId: 'a' }),
        say('VISIBILITY_CHANGED', hidden),
      ]);
    },
    'leaves the widget where it is if it says so, and dials the next of the queue'() {
      const [first, second] = defaultRecords.map((record) => ({ record, number: '+1' }));
      if (!first || !second) throw new Error('There are too few records.');
      const told = { externalCallId: 'a', engagementId: 9001, hideWidget: false };
      const { state, effects } = hear('CALL_COMPLETED', told, { ...ended, queue: [first, second] });
      expect([state.visibility, state.queue]).to.deep.equal([ready.visibility, [second]]);
      expect(effects.slice(1)).to.deep.equal([{ do: 'dial', ...first }]);
    },
    'cannot be written without an engagement'() {
      const told = {
        externalCallId: 'a',
        engagementProperties: { hs_call_body: 'Lost.' },
        hideWidget: false,
      };
      const { state, effects } = hear('CALL_COMPLETED', told, ended);
      expect(logOf(state)[0]).to.include({ isCompleted: true, body: '' });
      const error = { message: 'CALL_COMPLETED names no engagement.' };
      expect(effects).to.deep.equal([say('UPDATE_ENGAGEMENT_FAILED', { error })]);
    },
  },
  FINALIZE_ENGAGEMENT: {
    'closes the call, and says so'() {
      const told = { engagementId: 9001, externalCallId: 'a' };
      const { state, effects } = hear('FINALIZE_ENGAGEMENT', told, ended);
      expect(logOf(state)[0]?.isFinalized).to.equal(true);
      expect(effects).to.deep.equal([say('FINALIZE_ENGAGEMENT_SUCCEEDED', told)]);
    },
  },
  PUBLISH_TO_CHANNEL: {
    'is answered by its own name'() {
      const told = { engagementId: 9001, externalCallId: 'a' };
      const { state, effects } = hear('PUBLISH_TO_CHANNEL', told, withFault(ended, 'finalize-failed'));
      expect(logOf(state)[0]?.isFinalized).to.equal(false);
      expect(effects).to.deep.equal([say('PUBLISH_TO_CHANNEL_FAILED', told)]);
    },
  },
  NAVIGATE_TO_RECORD: {
    'opens the record and loads the page anew, with the call that goes on'() {
      const objectCoordinates = { portalId: 1, objectId: 102, objectTypeId: '0-1' };
      const { state, effects } = hear('NAVIGATE_TO_RECORD', { objectCoordinates }, active);
      expect(state.record?.name).to.equal('Sam Sample');
      expect(effects).to.deep.equal([{ do: 'reload', engagementId: 9001 }]);
      const inNewTab = hear('NAVIGATE_TO_RECORD', { objectCoordinates, openIn: 'NEW_TAB' }, active);
      expect(inNewTab).to.deep.equal({ state: active, effects: [] });
    },
    'fails for a record that is not there'() {
      const objectCoordinates = { portalId: 1, objectId: 999, objectTypeId: '0-1' };
      const { state, effects } = hear('NAVIGATE_TO_RECORD', { objectCoordinates, engagementId: 5 }, active);
      expect(state).to.equal(active);
      expect(effects).to.deep.equal([
        say('NAVIGATE_TO_RECORD_FAILED', { engagementId: 5, objectCoordinates }),
      ]);
    },
  },
  RESIZE_WIDGET: {
    'changes the side that it names'() {
      const before = { ...ready, size: { width: 1, height: 2 } };
      expect(hear('RESIZE_WIDGET', { height: 500 }, before).state.size).to.deep.equal({
        width: 1,
        height: 500,
      });
    },
  },
  ERROR: {
    'is shown to the user, unless it is about a message that the widget does not know'() {
      expect(hear('ERROR', { message: 'No line.' }).effects).to.deep.equal([
        { do: 'alert', text: 'The phone reports: No line.' },
      ]);
      expect(hear('ERROR', { type: 'UNKNOWN_MESSAGE_TYPE' }).effects).to.deep.equal([]);
    },
  },
  SET_WIDGET_URL: {
    'is kept'() {
      const { state, effects } = hear('SET_WIDGET_URL', { iFrameUrl: 'https://phone.example/next' });
      expect([state.widgetUrl, effects]).to.deep.equal(['https://phone.example/next', []]);
    },
  },
};

describe('react', () => {
  for (const [type, cases] of Object.entries(tests)) {
    for (const [what, test] of Object.entries(cases)) it(`${type} ${what}`, test);
  }

  for (const type of ([...outboundMessages.keys()] as OutboundType[]).filter((one) => !(one in tests))) {
    it(`${type} changes nothing`, () => {
      expect(hear(type, golden[type].sent as never, active)).to.deep.equal({ state: active, effects: [] });
    });
  }
});
