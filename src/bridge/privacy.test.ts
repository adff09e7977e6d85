// Every error there is happens around phone numbers, and none of them is found in what is printed or told.
import { expect } from '@open-wc/testing';
import { collect, FakeHubSpot } from './testing/fake-hubspot.js';

const dialled = '+12025550001';
const ours = '+1 (202) 555-0002';
const caller = '202.555.0003';
const pasted = '202\t555\t0004';
const numbers = [dialled, ours, caller, pasted];

const everyError = [
  ...['BAD_SOURCE', 'BAD_ORIGIN', 'BAD_MESSAGE', 'NOT_READY', 'DUPLICATE', 'BAD_DATA', 'ODD_FIELD'],
  ...[
    'UNREADABLE',
    'INVALID_CONFIG',
    'SYNC_TIMEOUT',
    'HOST_URL_MISMATCH',
    'HOST_ERROR',
    'HOST_SILENT',
    'DISCONNECTED',
  ],
  ...['NOT_CLONEABLE', 'QUEUE_FULL', 'UNKNOWN_CALL', 'OUT_OF_ORDER', 'NO_ENGAGEMENT'],
  ...['REQUEST_UNANSWERED', 'HANDLER_ERROR'],
] as const;

/** Seven digits at the end tell who it is; four do not. */
const tell = numbers.map((number) => number.replaceAll(/\D/g, '').slice(-7));
const leaksOf = (text: string) => tell.filter((digits) => text.replaceAll(/\D/g, '').includes(digits));

const methods = [
  'log',
  'info',
  'warn',
  'error',
  'debug',
  'trace',
  'dir',
  'table',
  'group',
  'assert',
] as const;
const originals = { ...console };
let printed: string[] = [];

beforeEach(() => {
  printed = [];
  for (const method of methods) {
    console[method] = (...given: unknown[]) => printed.push(given.map(String).join(' '));
  }
});
afterEach(() => {
  Object.assign(console, originals);
});

/** What HubSpot and others say wrongly. */
function sayBadly(hubspot: FakeHubSpot): void {
  const { window } = hubspot;
  const dial = { type: 'DIAL_NUMBER', messageId: 'd', data: { phoneNumber: dialled } };
  window.receive(dial, { source: {} });
  window.receive(dial, { origin: 'https://evil.example' });
  window.receive(dialled);
  window.receive({ type: dialled, messageId: dialled, data: dialled });
  window.receive({ type: dialled, messageId: dialled, data: dialled });
  window.receive(dial);
  window.receive(dial);
  window.receiveUnreadable();
  hubspot.say('DIAL_NUMBER', { phoneNumber: [dialled] });
  hubspot.say('DIAL_NUMBER', { phoneNumber: dialled, objectId: dialled });
  hubspot.say('CALLER_ID_MATCH_SUCCEEDED', { callerIdMatches: [{ [caller]: caller }] });
  hubspot.say('CALLER_ID_MATCH_FAILED', { error: caller });
  hubspot.say('NEW_IN_2030', { [dialled]: [dialled, { caller, pasted }] });
  hubspot.say('ERROR', { type: `No ${dialled}`, message: caller });
  hubspot.say('CREATE_ENGAGEMENT_FAILED', { error: { message: `No ${dialled}` } });
  window.advance(300);
  hubspot.sync({ hostUrl: `https://evil.example/${dialled}`, iframeLocation: caller });
}

/** What an app says wrongly. */
function commandBadly({ bridge, window }: FakeHubSpot): void {
  bridge.callAnswered();
  bridge.incomingCall({ externalCallId: caller, fromNumber: '', toNumber: ours });
  bridge.sendMessage({ type: 'OUTGOING_CALL_STARTED', data: { toNumber: [dialled] } });
  bridge.sendMessage({ type: 'CALL_ENDED', data: { externalCallId: dialled, callEndStatus: dialled } });
  bridge.sendMessage({
    type: 'CALL_COMPLETED',
    data: { externalCallId: 'x', engagementProperties: { [dialled]: [dialled] } },
  });
  bridge.sendMessage({ type: 'ERROR', data: dialled });
  bridge.sendMessage({ type: dialled, data: () => dialled });
  bridge.callData({ dialled, no: () => dialled });
  bridge.callAnswered({ externalCallId: 'over' });
  bridge.callAnswered();
  bridge.userLoggedIn();
  bridge.userLoggedIn();
  bridge.request('hs-call-request', { toNumber: dialled, fromNumber: ours, party: undefined });
  window.advance(5000);
  bridge.setWidgetUrl({ iFrameUrl: `https://phone.example/${dialled}` });
  bridge.sendError({ message: `No answer from ${caller}` });
}

/** Calls in which whatever can go wrong does; what the app is told of it. */
function live(debug: boolean): { readonly told: readonly string[]; readonly codes: ReadonlySet<string> } {
  const hubspot = new FakeHubSpot({ debug });
  const { bridge, window } = hubspot;
  const [errors, rejected] = [collect(bridge, 'hs-error'), collect(bridge, 'hs-rejected')];
  bridge.subscribe(({ intent }) => {
    if (intent) throw new Error('The app could not show it.');
  });
  bridge.sendMessage({ type: dialled });
  bridge.configure({ allowedOrigins: ['*'] });
  bridge.connect();
  bridge.configure({ allowedOrigins: [] });
  window.receive({ type: dialled, messageId: 1 });
  window.advance(30_000);
  for (let i = 0; i < 300; i += 1) bridge.callData(pasted);
  hubspot.sync();
  sayBadly(hubspot);
  commandBadly(hubspot);
  bridge.outgoingCall({ externalCallId: dialled, toNumber: dialled, fromNumber: ours });
  bridge.outgoingCall({ externalCallId: dialled, toNumber: dialled });
  bridge.callCompleted({ externalCallId: dialled, engagementProperties: { hs_call_body: pasted } });
  bridge.callCompleted({ externalCallId: dialled });
  window.advance(60_000);
  bridge.incomingCall({ externalCallId: caller, fromNumber: caller, toNumber: ours });
  bridge.callAnswered();
  bridge.callEnded();
  bridge.disconnect();
  return {
    told: [...errors, ...rejected].map((detail) => JSON.stringify(detail)),
    codes: new Set([...errors, ...rejected].map(({ code }) => code)),
  };
}

describe('phone numbers', () => {
  it('are around when every kind of error happens', () => {
    const { codes } = live(false);
    expect(everyError.filter((code) => !codes.has(code))).to.deep.equal([]);
  });

  [false, true].forEach((debug) => {
    it(`are in no error and no notice, debug ${debug ? 'on' : 'off'}`, () => {
      expect(live(debug).told.filter((text) => leaksOf(text).length > 0)).to.deep.equal([]);
    });

    it(`are in no line of the console, debug ${debug ? 'on' : 'off'}`, () => {
      live(debug);
      expect(printed.filter((line) => leaksOf(line).length > 0)).to.deep.equal([]);
    });
  });

  it('leave no line at all in the console, debug off', () => {
    live(false);
    expect(printed).to.deep.equal([]);
  });

  it('can be told apart by their last digits, debug on', () => {
    live(true);
    numbers.forEach((number) => expect(printed.join('\n')).to.contain(`•••••${number.slice(-4)}`));
  });
});
