// The drop-in with odd fields: it hears the rest, says what it left out once on the console, and sends what it is given.
import { expect, waitUntil } from '@open-wc/testing';
import { Bench } from './testing/fake-bench.js';
import type { PageOptions } from './testing/fake-page.js';

const handlers = [
  'onReady',
  'onDialNumber',
  'onCallerIdMatchSucceeded',
  'onUpdateEngagementFailed',
  'defaultEventHandler',
];
const phoneNumber = '+12025550001';
const contact = { portalId: '1', objectId: 2, objectTypeId: '0-1' };
const message = (type: string, data: unknown, messageId = `test ${type}`) => ({ type, messageId, data });

describe('the drop-in as a widget', () => {
  let bench: Bench;

  const open = async (options: Partial<PageOptions> = {}) => {
    bench = await Bench.open({ sdk: 'ours', handlers, ...options });
    await bench.shake();
  };
  afterEach(() => bench.close());

  /** What the handlers were given since the handshake. */
  const given = () => bench.page.handlerCalls.slice(1).map(({ data }) => data);
  const warnings = () => bench.page.lines.filter((line) => line.startsWith('warn'));

  const odd: readonly (readonly [string, unknown, unknown, ...string[]])[] = [
    [
      'DIAL_NUMBER',
      { phone_number: phoneNumber, portalId: '7', calleeInfo: { calleeId: '', calleeObjectTypeId: '0-1' } },
      {
        phone_number: phoneNumber,
        phoneNumber,
        portalId: 7,
        calleeInfo: { calleeObjectTypeId: '0-1' },
      },
      'DIAL_NUMBER.calleeInfo.calleeId',
    ],
    [
      'CALLER_ID_MATCH_SUCCEEDED',
      {
        callerIdMatches: [
          null,
          { callerIdType: 'CONTACT', objectCoordinates: contact, firstName: 5 },
          { callerIdType: 'CONTACT', firstName: 5 },
        ],
      },
      { callerIdMatches: [{ callerIdType: 'CONTACT', objectCoordinates: { ...contact, portalId: 1 } }] },
      'CALLER_ID_MATCH_SUCCEEDED.callerIdMatches.0',
      'CALLER_ID_MATCH_SUCCEEDED.callerIdMatches.1.firstName',
    ],
    ['UPDATE_ENGAGEMENT_FAILED', 'No', undefined, 'UPDATE_ENGAGEMENT_FAILED'],
    ['DIAL_NUMBER', { phoneNumber, objectType: null }, { phoneNumber, objectType: null }],
  ];
  odd.forEach(([type, data, wanted, ...places]) => {
    it(`hands over ${type} without ${places.join(' and ')}`, async () => {
      await open();
      await bench.say(message(type, data));
      expect(given()).to.deep.equal([wanted]);
      expect(warnings()).to.deep.equal(places.map((at) => `warn ["[hs-calling] ODD_FIELD ${at}"]`));
      // The bench itself is a script that says other things than messages.
      const problems = bench.page.problems.filter((problem) => !problem.startsWith('BAD_MESSAGE'));
      expect(problems).to.deep.equal(places.map((at) => `ODD_FIELD ${location.origin} ${at}`));
    });
  });

  it('writes one line for each kind, however often it comes', async () => {
    await open();
    for (let i = 0; i < 20; i += 1) {
      await bench.say(
        message('DIAL_NUMBER', { phoneNumber, objectId: phoneNumber }, `odd ${String(i)}`),
        message('DIAL_NUMBER', { phoneNumber: i }, `bad ${String(i)}`),
        { type: 'DIAL_NUMBER', data: { phoneNumber } },
        message('END_CALL', {}),
      );
    }
    expect(warnings()).to.deep.equal([
      'warn ["[hs-calling] ODD_FIELD DIAL_NUMBER.objectId"]',
      'warn ["[hs-calling] BAD_DATA DIAL_NUMBER.phoneNumber"]',
      'warn ["[hs-calling] BAD_MESSAGE DIAL_NUMBER"]',
      'warn ["[hs-calling] DUPLICATE END_CALL"]',
    ]);
  });

  it('writes no line for what strangers and other scripts say', async () => {
    bench = await Bench.open({ sdk: 'ours', handlers, isTrusted: false });
    await bench.shake();
    await bench.say(message('DIAL_NUMBER', {}), { hello: 'there' }, 'text', 7);
    expect(bench.page.lines).to.deep.equal([]);
    bench.close();
    await open();
    await bench.say({ hello: 'there' }, 'text', 7, { type: 'webpackOk' });
    expect(bench.page.lines).to.deep.equal([]);
  });

  it('is ready after a SYNC without an id, as the official one is', async () => {
    for (const sdk of ['official', 'ours'] as const) {
      bench = await Bench.open({ sdk, handlers });
      await bench.shake({ messageId: undefined });
      expect(bench.summary, sdk).to.deep.equal(['onReady', '→ SYNC_ACK']);
      expect(bench.posts[0]?.messageId, sdk).to.be.a('string');
      bench.close();
    }
  });

  it('says what was not sent', async () => {
    await open();
    bench.extensions.callData(() => undefined);
    bench.extensions.callData(() => undefined);
    bench.extensions.destroy();
    bench.extensions.callEnded();
    bench.extensions.callEnded();
    expect(warnings()).to.deep.equal([
      'warn ["[hs-calling] NOT_CLONEABLE CALL_DATA"]',
      'warn ["[hs-calling] DISCONNECTED CALL_ENDED"]',
    ]);
  });

  it('says what was dropped because too much waits', async () => {
    bench = await Bench.open({ sdk: 'ours', handlers });
    for (let i = 0; i < 300; i += 1) bench.extensions.callData(i);
    expect(warnings()).to.deep.equal(['warn ["[hs-calling] QUEUE_FULL CALL_DATA"]']);
  });

  const bare = [
    'initialized',
    'outgoingCall',
    'incomingCall',
    'callAnswered',
    'callTransferred',
    'callEnded',
    'callCompleted',
    'callData',
    'navigateToRecord',
    'sendError',
    'resizeWidget',
    'publishToChannel',
    'finalizeEngagement',
    'setWidgetUrl',
  ];
  const payloads = [undefined, null, { engagementId: null, fromNumber: '', width: '400' }, 7];
  it('sends what it is given, odd or not, as the official one does', async () => {
    const sent = await Promise.all(
      (['official', 'ours'] as const).map(async (sdk) => {
        const page = await Bench.open({ sdk, handlers });
        await page.shake();
        const app = page.extensions as unknown as Record<string, (payload?: unknown) => void>;
        for (const payload of payloads) for (const method of bare) app[method]?.(payload);
        await page.settled();
        const { posts } = page.record;
        page.close();
        return posts;
      }),
    );
    expect(sent[1]).to.deep.equal(sent[0]);
    expect(sent[0]).to.have.length(1 + bare.length * payloads.length);
  });
});

describe('the drop-in as a host', () => {
  let bench: Bench;

  beforeEach(async () => {
    bench = await Bench.open({ sdk: 'ours', handlers, frame: '/src/sdk/testing/fake-blank.html' });
  });
  afterEach(() => bench.close());

  const widget = () =>
    bench.view.frames[0] as unknown as { eval: (code: string) => void; heard: { type: string }[] };
  const post = (data: object) => widget().eval(`parent.postMessage(${JSON.stringify(data)}, '*')`);

  /** Answers the host as a widget of a version of the SDK. */
  async function acknowledge(version: string): Promise<void> {
    widget().eval(`heard = []; addEventListener('message', ({ data, origin }) => {
      if (data.type === 'SYNC') parent.postMessage({ ...data, type: 'SYNC_ACK', version: '${version}' }, origin);
      else heard.push(data);
    })`);
    await waitUntil(() => bench.handlers.includes('onReady'), 'the host is not ready', { interval: 5 });
  }

  it('hears a widget’s message without its odd field, and says so once', async () => {
    await acknowledge('0.9.7');
    const properties = { hs_call_body: 'Notes', hs_call_recording_url: null };
    post(message('CALL_COMPLETED', { externalCallId: 5, engagementProperties: properties }));
    post({ type: 'SET_WIDGET_URL', messageId: 'url', iFrameUrl: 'https://phone.example' });
    post(message('INCOMING_CALL', { fromNumber: 5 }));
    post(message('LAST', undefined));
    await waitUntil(() => bench.handlers.length === 4, 'something is missing', { interval: 5 });
    expect(bench.page.handlerCalls.slice(1).map(({ data }) => data)).to.deep.equal([
      { externalCallId: '5', engagementProperties: { hs_call_body: 'Notes' } },
      { iFrameUrl: 'https://phone.example' },
      undefined,
    ]);
    expect(bench.page.lines).to.deep.equal([
      'warn ["[hs-calling] ODD_FIELD CALL_COMPLETED.engagementProperties.hs_call_recording_url"]',
      'warn ["[hs-calling] BAD_DATA INCOMING_CALL.fromNumber"]',
    ]);
  });

  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['0.0.1', ['ENGAGEMENT_CREATED', 'CREATE_ENGAGEMENT_SUCCEEDED', 'LAST']],
    ['0.9.7', ['CREATE_ENGAGEMENT_SUCCEEDED', 'LAST']],
  ];
  cases.forEach(([version, names]) => {
    it(`tells a widget on the SDK ${version} its engagement by ${names.slice(0, -1).join(' and ')}`, async () => {
      await acknowledge(version);
      bench.extensions.sendMessage({ type: 'CREATE_ENGAGEMENT_SUCCEEDED', data: { engagementId: 9 } });
      bench.extensions.sendMessage({ type: 'LAST' });
      await waitUntil(() => widget().heard.some(({ type }) => type === 'LAST'), 'not told', { interval: 5 });
      expect(widget().heard.map(({ type }) => type)).to.deep.equal(names);
    });
  });
});
