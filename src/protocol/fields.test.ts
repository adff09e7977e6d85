import { expect } from '@open-wc/testing';
import { messages, type MessageType } from './messages.js';
import { parsePayload } from './parse.js';
import { golden, readOf } from './testing/messages.golden.js';

const parse = (type: MessageType, data: unknown) => parsePayload(type, messages[type], data);
/** What is delivered, or where it was refused. */
const deliveredOf = (type: MessageType, data: unknown) => {
  const parsed = parse(type, data);
  return parsed.ok ? parsed.data : `refused at ${parsed.at}`;
};
/** As JSON tells it: a field that is undefined is a field that is missing. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null)) as unknown;

/** For the name of a test: JSON cannot write a bigint. */
const jsonOf = (value: unknown) =>
  JSON.stringify(value ?? null, (_, inside: unknown) =>
    typeof inside === 'bigint' ? `${String(inside)}n` : inside,
  );

const number = '+12025550001';
const record = { portalId: 1, objectId: 2, objectTypeId: '0-1' };

/** Besides the golden examples: type, payload, and the payload as it is delivered where that differs. */
const accepted: readonly (readonly [MessageType, unknown, unknown?])[] = [
  ['INITIALIZED', {}],
  [
    'INITIALIZED',
    { isLoggedIn: true, isAvailable: false, sizeInfo: { width: 400, height: 600 }, engagementId: 5 },
  ],
  ['INITIALIZED', { engagementId: '5' }, { engagementId: 5 }],
  ['LOGGED_IN', undefined],
  ['LOGGED_OUT', undefined],
  ['USER_AVAILABLE', undefined],
  ['USER_UNAVAILABLE', { any: 'thing' }],
  ['OUTGOING_CALL_STARTED', { externalCallId: 'c', toNumber: number, fromNumber: '+1', callStartTime: 1 }],
  ['OUTGOING_CALL_STARTED', { phoneNumber: number, createEngagement: true }],
  ['OUTGOING_CALL_STARTED', { callStartTime: 0 }],
  ['OUTGOING_CALL_STARTED', { callStartTime: 8.64e15 }],
  ['OUTGOING_CALL_STARTED', { callStartTime: 1_700_000_000_000.5 }],
  ...['1700000000000', '2026-02-01', '2026-02-01T10:00:00Z', '2026-02-01T10:00:00.123+01:00'].map(
    (hs_timestamp) => ['CALL_COMPLETED', { engagementProperties: { hs_timestamp } }] as const,
  ),
  [
    'INCOMING_CALL',
    { fromNumber: number, toNumber: number, createEngagement: true, callStartTime: '7' },
    { fromNumber: number, toNumber: number, createEngagement: true, callStartTime: 7 },
  ],
  ['CALL_ANSWERED', { externalCallId: 'c' }],
  ['CALL_TRANSFERRED', { externalCallId: 'c' }],
  ['CALL_ANSWERED', { externalCallId: 7 }, { externalCallId: '7' }],
  ['CALL_ANSWERED', undefined, {}],
  ['INITIALIZED', undefined, {}],
  ['OUTGOING_CALL_STARTED', undefined, {}],
  ['OUTGOING_CALL_STARTED', null, {}],
  ['CALL_COMPLETED', undefined, {}],
  ['RESIZE_WIDGET', undefined, {}],
  ['FINALIZE_ENGAGEMENT', null, {}],
  ['FINALIZE_ENGAGEMENT', { engagementId: null, externalCallId: 'c' }, { externalCallId: 'c' }],
  ['PUBLISH_TO_CHANNEL', undefined, {}],
  ['DIAL_NUMBER', { phoneNumber: '', phone_number: number }, { phone_number: number, phoneNumber: number }],
  ['INITIALIZED', { sizeInfo: { width: '400', height: '600px' } }, { sizeInfo: { width: 400, height: 600 } }],
  ['RESIZE_WIDGET', { width: '400.5px', height: '600' }, { width: 400.5, height: 600 }],
  ['RESIZE_WIDGET', { width: 0, height: '-1px' }, { width: 0, height: -1 }],
  [
    'CALL_COMPLETED',
    { engagementProperties: { hs_call_recording_url: undefined } },
    { engagementProperties: {} },
  ],
  ['CALL_ENDED', undefined, {}],
  ['CALL_DATA', [1, 'two', { three: 3 }]],
  [
    'CALL_ENDED',
    { externalCallId: 'c', engagementId: '9', callEndStatus: 'NO_ANSWER' },
    { externalCallId: 'c', engagementId: 9, callEndStatus: 'NO_ANSWER' },
  ],
  ['CALL_COMPLETED', { engagementId: '9', hideWidget: false }, { engagementId: 9, hideWidget: false }],
  [
    'CALL_COMPLETED',
    { engagementProperties: { hs_call_duration: 1000, x: true } },
    { engagementProperties: { hs_call_duration: '1000', x: 'true' } },
  ],
  ['FINALIZE_ENGAGEMENT', { engagementId: 9, externalCallId: 'c' }],
  ['PUBLISH_TO_CHANNEL', { engagementId: 9, externalCallId: 'c' }],
  ['NAVIGATE_TO_RECORD', { objectCoordinates: record, openIn: 'NEW_TAB' }],
  [
    'NAVIGATE_TO_RECORD',
    { objectCoordinates: { portalId: '1', objectId: '2', objectTypeId: '2-77' } },
    { objectCoordinates: { ...record, objectTypeId: '2-77' } },
  ],
  ['RESIZE_WIDGET', { width: 400, height: 600 }],
  ['ERROR', { message: 'No microphone' }],
  ['ERROR', { type: 'UNKNOWN_MESSAGE_TYPE', data: { originalMessage: {} } }],
  ['SET_WIDGET_URL', { iFrameUrl: 'https://phone.example' }],
  ['DIAL_NUMBER', { phoneNumber: number }],
  ['DIAL_NUMBER', { phone_number: number }, { phone_number: number, phoneNumber: number }],
  ['DIAL_NUMBER', { phoneNumber: null, phone_number: number }, { phone_number: number, phoneNumber: number }],
  ['DIAL_NUMBER', { phoneNumber: number, phone_number: '+1' }],
  ['DIAL_NUMBER', { phoneNumber: number, objectId: 0, objectType: 'TICKET', threadId: 'T-1' }],
  [
    'DIAL_NUMBER',
    { phoneNumber: number, portalId: '62515', ownerId: '7' },
    { phoneNumber: number, portalId: 62515, ownerId: 7 },
  ],
  ['DIAL_NUMBER', { phoneNumber: number, objectType: null, calleeInfo: null }, { phoneNumber: number }],
  [
    'DIAL_NUMBER',
    { phoneNumber: number, calleeInfo: { calleeId: '3', calleeObjectTypeId: '0-1' } },
    { phoneNumber: number, calleeInfo: { calleeId: 3, calleeObjectTypeId: '0-1' } },
  ],
  ['DIAL_NUMBER', { phoneNumber: number, fromTheFuture: { deep: [1] } }],
  ['CREATE_ENGAGEMENT_SUCCEEDED', { engagementId: '123' }, { engagementId: 123 }],
  ['ENGAGEMENT_CREATED', { engagementId: 123 }],
  ['CREATE_ENGAGEMENT_FAILED', { error: { message: 'no' } }],
  ['CREATE_ENGAGEMENT_FAILED', undefined],
  ['UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId: 123 }],
  ['UPDATE_ENGAGEMENT_FAILED', { error: null }, {}],
  ['CALLER_ID_MATCH_SUCCEEDED', { callerIdMatches: [] }],
  [
    'CALLER_ID_MATCH_SUCCEEDED',
    {
      callerIdMatches: [
        { callerIdType: 'CONTACT', objectCoordinates: record, firstName: 'Erin' },
        { callerIdType: 'COMPANY', objectCoordinates: record, name: 'Acme' },
      ],
    },
  ],
  ['CALLER_ID_MATCH_FAILED', { error: { message: 'no' } }],
  ['NAVIGATE_TO_RECORD_FAILED', { engagementId: 1, objectCoordinates: record }],
  ['PUBLISH_TO_CHANNEL_SUCCEEDED', { engagementId: 1, externalCallId: 'c' }],
  ['PUBLISH_TO_CHANNEL_FAILED', { engagementId: 1, externalCallId: 'c' }],
  ['FINALIZE_ENGAGEMENT_SUCCEEDED', { engagementId: 1, externalCallId: 'c' }],
  ['FINALIZE_ENGAGEMENT_FAILED', null],
  ['VISIBILITY_CHANGED', { isMinimized: true, isHidden: false }],
  ['END_CALL', undefined],
  ['SET_CALL_STATE', 'anything'],
  ['INITIATE_CALL_ID_SUCCEEDED', { any: 'thing' }],
  ['INITIATE_CALL_ID_FAILED', { error: { message: 'no' } }],
  ['SET_WIDGET_URL_FAILED', 1],
  ['UPDATE_ASSOCIATIONS_FAILED', { any: 'thing' }],
];

/** Type, payload, and the field that is named as the one at fault. */
const refused: readonly (readonly [MessageType, unknown, string | null])[] = [
  ['DIAL_NUMBER', undefined, null],
  ['DIAL_NUMBER', number, null],
  ['DIAL_NUMBER', {}, 'phoneNumber'],
  ['DIAL_NUMBER', { phoneNumber: null, phone_number: null }, 'phoneNumber'],
  ['DIAL_NUMBER', { phoneNumber: '' }, 'phoneNumber'],
  ['DIAL_NUMBER', { phoneNumber: 12025550001 }, 'phoneNumber'],
  ['DIAL_NUMBER', { phone_number: [number] }, 'phoneNumber'],
  ['CREATE_ENGAGEMENT_SUCCEEDED', {}, 'engagementId'],
  ['CREATE_ENGAGEMENT_SUCCEEDED', { engagementId: null }, 'engagementId'],
  ['ENGAGEMENT_CREATED', { engagementId: 'twelve' }, 'engagementId'],
  ['UPDATE_ENGAGEMENT_SUCCEEDED', undefined, null],
  ['CALLER_ID_MATCH_SUCCEEDED', {}, 'callerIdMatches'],
  ['CALLER_ID_MATCH_SUCCEEDED', { callerIdMatches: {} }, 'callerIdMatches'],
  ['VISIBILITY_CHANGED', null, null],
  ['INCOMING_CALL', { toNumber: number }, 'fromNumber'],
  ['INCOMING_CALL', { fromNumber: number }, 'toNumber'],
  ['NAVIGATE_TO_RECORD', {}, 'objectCoordinates'],
  [
    'NAVIGATE_TO_RECORD',
    { objectCoordinates: { ...record, objectTypeId: 1 } },
    'objectCoordinates.objectTypeId',
  ],
  ['SET_WIDGET_URL', {}, 'iFrameUrl'],
];

/** Type, payload, the payload as it is delivered, and the fields that are left out of it. */
const tolerated: readonly (readonly [MessageType, unknown, unknown, ...string[]])[] = [
  ...['9007199254740993', 2 ** 53, 1.5, '0x10', '', true, 5n, [7]].map(
    (objectId) =>
      ['DIAL_NUMBER', { phoneNumber: number, objectId }, { phoneNumber: number }, 'objectId'] as const,
  ),
  [
    'DIAL_NUMBER',
    { phoneNumber: number, calleeInfo: { calleeId: '', calleeObjectTypeId: '0-1' } },
    { phoneNumber: number, calleeInfo: { calleeObjectTypeId: '0-1' } },
    'calleeInfo.calleeId',
  ],
  ['DIAL_NUMBER', { phoneNumber: number, calleeInfo: 7 }, { phoneNumber: number }, 'calleeInfo'],
  ['DIAL_NUMBER', { phoneNumber: number, countryCode: 1 }, { phoneNumber: number }, 'countryCode'],
  ...[NaN, Infinity, '9'.repeat(400)].map(
    (startTimestamp) =>
      [
        'DIAL_NUMBER',
        { phoneNumber: number, startTimestamp },
        { phoneNumber: number },
        'startTimestamp',
      ] as const,
  ),
  ...[1e300, 8.64e15 + 1, -1, -1e300, '-5', '1e13', 'abc', '2026-02-01T10:00:00Z', '', 5n, [5], {}].flatMap(
    (time) =>
      [
        [
          'OUTGOING_CALL_STARTED',
          { toNumber: number, callStartTime: time },
          { toNumber: number },
          'callStartTime',
        ],
        [
          'INCOMING_CALL',
          { fromNumber: number, toNumber: number, callStartTime: time },
          { fromNumber: number, toNumber: number },
          'callStartTime',
        ],
        [
          'DIAL_NUMBER',
          { phoneNumber: number, startTimestamp: time },
          { phoneNumber: number },
          'startTimestamp',
        ],
      ] as const,
  ),
  ...['abc', '', 1e300, '-1', '9'.repeat(400), '2026-13-01', '2026-02-01T25:00', 'abc 1', true].map(
    (hs_timestamp) =>
      [
        'CALL_COMPLETED',
        { engagementProperties: { hs_timestamp, hs_call_body: 'Notes' } },
        { engagementProperties: { hs_call_body: 'Notes' } },
        'engagementProperties.hs_timestamp',
      ] as const,
  ),
  ...['abc', 1e300, -1, '0:07', '2026-02-01'].map(
    (hs_call_duration) =>
      [
        'CALL_COMPLETED',
        { engagementProperties: { hs_call_duration, hs_call_body: 'Notes' } },
        { engagementProperties: { hs_call_body: 'Notes' } },
        'engagementProperties.hs_call_duration',
      ] as const,
  ),
  ['CREATE_ENGAGEMENT_FAILED', { error: 'no' }, {}, 'error'],
  ['CREATE_ENGAGEMENT_FAILED', 'no', null, ''],
  ['CALLER_ID_MATCH_SUCCEEDED', { callerIdMatches: [null] }, { callerIdMatches: [] }, 'callerIdMatches.0'],
  [
    'CALLER_ID_MATCH_SUCCEEDED',
    {
      callerIdMatches: [
        { callerIdType: 'CONTACT' },
        { callerIdType: 'CONTACT', objectCoordinates: record, firstName: 7 },
        { callerIdType: 'CONTACT', objectCoordinates: { ...record, objectId: '' }, firstName: 7 },
      ],
    },
    { callerIdMatches: [{ callerIdType: 'CONTACT', objectCoordinates: record }] },
    'callerIdMatches.0',
    'callerIdMatches.1.firstName',
    'callerIdMatches.2',
  ],
  ['NAVIGATE_TO_RECORD_FAILED', { objectCoordinates: { portalId: 1 } }, {}, 'objectCoordinates'],
  ['FINALIZE_ENGAGEMENT_SUCCEEDED', { engagementId: '' }, {}, 'engagementId'],
  ['VISIBILITY_CHANGED', { isHidden: 'yes', isMinimized: true }, { isMinimized: true }, 'isHidden'],
  [
    'INCOMING_CALL',
    { fromNumber: '', toNumber: number },
    { fromNumber: 'unknown', toNumber: number },
    'fromNumber',
  ],
  [
    'INCOMING_CALL',
    { fromNumber: number, toNumber: null },
    { fromNumber: number, toNumber: 'unknown' },
    'toNumber',
  ],
  ['OUTGOING_CALL_STARTED', { toNumber: number, fromNumber: '' }, { toNumber: number }, 'fromNumber'],
  ['OUTGOING_CALL_STARTED', { toNumber: '', createEngagement: true }, { createEngagement: true }, 'toNumber'],
  ['CALL_ANSWERED', { externalCallId: '' }, {}, 'externalCallId'],
  [
    'CALL_ENDED',
    { externalCallId: 'c', callEndStatus: 'INTERNAL_COMPLETED' },
    { externalCallId: 'c' },
    'callEndStatus',
  ],
  [
    'CALL_COMPLETED',
    { engagementId: 9, engagementProperties: { hs_call_recording_url: null, a: {}, b: NaN, c: 'kept' } },
    { engagementId: 9, engagementProperties: { c: 'kept' } },
    'engagementProperties.hs_call_recording_url',
    'engagementProperties.a',
    'engagementProperties.b',
  ],
  ['CALL_COMPLETED', { engagementProperties: [] }, {}, 'engagementProperties'],
  ['CALL_COMPLETED', { engagementId: '', hideWidget: 'no' }, {}, 'engagementId', 'hideWidget'],
  [
    'NAVIGATE_TO_RECORD',
    { objectCoordinates: record, openIn: 'POPUP' },
    { objectCoordinates: record },
    'openIn',
  ],
  ['RESIZE_WIDGET', { height: true, width: 400 }, { width: 400 }, 'height'],
  ['RESIZE_WIDGET', { height: 'auto', width: '-1e3' }, {}, 'width', 'height'],
  [
    'INITIALIZED',
    { isLoggedIn: true, sizeInfo: { width: '100%' } },
    { isLoggedIn: true, sizeInfo: {} },
    'sizeInfo.width',
  ],
  ['ERROR', { message: 5, type: 'X' }, { type: 'X' }, 'message'],
];

describe('payloads', () => {
  (Object.keys(messages) as MessageType[]).forEach((type) => {
    it(`takes the golden picture’s example of ${type}`, () => {
      expect(deliveredOf(type, golden[type].sent)).to.deep.equal(readOf(golden[type]));
    });
  });

  accepted.forEach(([type, data, delivered = data]) => {
    it(`takes ${type} ${JSON.stringify(data)}`, () => {
      expect(plain(deliveredOf(type, data))).to.deep.equal(plain(delivered));
    });
  });

  refused.forEach(([type, data, at]) => {
    it(`refuses ${type} ${JSON.stringify(data ?? null).slice(0, 80)}`, () => {
      expect(parse(type, data)).to.deep.equal({ ok: false, at: at === null ? type : `${type}.${at}` });
    });
  });

  tolerated.forEach(([type, data, delivered, ...at]) => {
    it(`takes ${type} ${jsonOf(data).slice(0, 80)} without ${at.join(', ')}`, () => {
      const parsed = parse(type, data);
      expect(plain(parsed.ok && parsed.data)).to.deep.equal(plain(delivered));
      expect(parsed.ok && parsed.odd).to.have.members(
        at.map((name) => (name === '' ? type : `${type}.${name}`)),
      );
    });
  });

  it('takes no engagement property from a prototype', () => {
    const data = JSON.parse('{"engagementProperties":{"__proto__":"x","a":"b"}}') as unknown;
    expect(plain(deliveredOf('CALL_COMPLETED', data))).to.deep.equal({ engagementProperties: { a: 'b' } });
  });
});
