/** Messages nobody should send: made up, wrongly wrapped, or good ones spoilt. Each is known from its seed and index. */
import type { InboundType, MessageInput } from '../../protocol/index.js';
import { Random } from './fake-random.js';
import { anyName, anyText, anyValue, inheritedNames, setField } from './fake-values.js';

const objectCoordinates = { portalId: 1, objectId: '2', objectTypeId: '0-1' } as const;
const failure = { error: { message: 'No' } };

/** A good payload of every message that HubSpot sends. */
export const goodPayloads: { readonly [T in InboundType]: MessageInput<T> } = {
  DIAL_NUMBER: {
    phoneNumber: '+12025550001',
    phone_number: '+12025550001',
    countryCode: 'US',
    calleeInfo: { calleeId: 3, calleeObjectTypeId: '0-1' },
    objectId: 0,
    objectType: 'TICKET',
    ownerId: '7',
    portalId: 62515,
    subjectId: 1,
    startTimestamp: 1_700_000_000_000,
    toPhoneNumberSrc: 'phone',
    threadId: 'T-1',
  },
  CREATE_ENGAGEMENT_SUCCEEDED: { engagementId: '123' },
  ENGAGEMENT_CREATED: { engagementId: 123, externalCallId: 'c' },
  CREATE_ENGAGEMENT_FAILED: failure,
  UPDATE_ENGAGEMENT_SUCCEEDED: { engagementId: 123 },
  UPDATE_ENGAGEMENT_FAILED: failure,
  CALLER_ID_MATCH_SUCCEEDED: {
    callerIdMatches: [
      { callerIdType: 'CONTACT', objectCoordinates, firstName: 'Erin', lastName: null, email: 'e@x.example' },
      { callerIdType: 'COMPANY', objectCoordinates, name: 'Acme' },
    ],
    externalCallId: 'c',
  },
  CALLER_ID_MATCH_FAILED: failure,
  NAVIGATE_TO_RECORD_FAILED: { engagementId: 1, objectCoordinates },
  PUBLISH_TO_CHANNEL_SUCCEEDED: { engagementId: 1, externalCallId: 'c' },
  PUBLISH_TO_CHANNEL_FAILED: { engagementId: 1 },
  FINALIZE_ENGAGEMENT_SUCCEEDED: { engagementId: 1, externalCallId: 'c' },
  FINALIZE_ENGAGEMENT_FAILED: { engagementId: 1 },
  VISIBILITY_CHANGED: { isMinimized: true, isHidden: false },
  END_CALL: { externalCallId: 'c' },
  SET_CALL_STATE: { state: 'x' },
  INITIATE_CALL_ID_SUCCEEDED: { id: 1 },
  INITIATE_CALL_ID_FAILED: failure,
  SET_WIDGET_URL_FAILED: {},
  UPDATE_ASSOCIATIONS_FAILED: {},
  ERROR: { message: 'No', type: 'UNKNOWN_MESSAGE_TYPE' },
};

/** What HubSpot may send, the handshake apart. */
export const inboundTypes = Object.keys(goodPayloads) as [InboundType, ...InboundType[]];

const wireTypes = [
  ...(['SYNC', 'SYNC_ACK', 'READY', 'SYNC_ACK_FAILED', 'SET_WIDGET_URL', 'FAILED', 'INITIALIZED'] as const),
  ...(['NEW_IN_2030', 'dial_number', 'CALL_ENDED'] as const),
  ...inheritedNames,
] as const;

const makers = {
  /** Any value at all. */
  'arbitrary values': (random: Random) => anyValue(random, 4),
  /** Something with a type, an id and data, at least one of them wrong. */
  'wrong envelopes': wrongEnvelope,
  /** What HubSpot might have sent, spoilt in some places, or in none. */
  'spoilt messages': (random: Random, index: number) => spoiltMessage(random, index),
};

/** A way to make messages. */
export type MessageKind = keyof typeof makers;
export const messageKinds = Object.keys(makers) as [MessageKind, ...MessageKind[]];

/** The message of this number, the same each time. */
export function fuzzed(kind: MessageKind, seed: number, index: number): unknown {
  return makers[kind](Random.of(seed, index), index);
}

/** A payload for a type, spoilt in some places or in none; the same for the same seed and index. */
export function fuzzedPayload(type: InboundType, seed: number, index: number): unknown {
  const random = Random.of(seed, index);
  return spoil(random, structuredClone(goodPayloads[type]), random.below(4));
}

function wrongEnvelope(random: Random, index: number): unknown {
  const envelope = {};
  const type = random.pick([...inboundTypes, ...wireTypes]);
  setField(envelope, 'type', random.oneIn(2) ? type : anyValue(random));
  setField(envelope, 'messageId', random.oneIn(2) ? index : anyValue(random));
  setField(envelope, 'data', anyValue(random));
  if (random.oneIn(4)) setField(envelope, anyName(random), anyValue(random));
  if (random.oneIn(4)) Reflect.deleteProperty(envelope, random.pick(['type', 'messageId', 'data']));
  return random.oneIn(16) ? [envelope] : envelope;
}

function spoiltMessage(random: Random, index: number): unknown {
  const isSync = random.oneIn(16);
  const type = isSync ? 'SYNC' : random.pick(inboundTypes);
  const fields = { portalId: 62515, userId: 2, hostUrl: 'https://app.hubspot.com' };
  const message = {
    type,
    messageId: random.oneIn(8) ? anyText(random) : index,
    ...(isSync ? fields : { data: structuredClone(goodPayloads[type as InboundType]) }),
  };
  return spoil(random, message, random.below(4));
}

/** The same value, with so many places in it made odd. */
function spoil(random: Random, value: unknown, times: number): unknown {
  let spoilt = value;
  for (let i = 0; i < times; i += 1) spoilt = spoilOnce(random, spoilt, 4);
  return spoilt;
}

function spoilOnce(random: Random, value: unknown, depth: number): unknown {
  const isWhole = typeof value !== 'object' || value === null || ArrayBuffer.isView(value);
  if (isWhole || depth === 0 || random.oneIn(12)) return anyValue(random, 2);
  const name = random.pick(['', ...Object.keys(value)]);
  if (name === '' || random.oneIn(8)) setField(value, anyName(random), anyValue(random, 2));
  else if (random.oneIn(4)) Reflect.deleteProperty(value, name);
  else setField(value, name, spoilOnce(random, Reflect.get(value, name), depth - 1));
  return value;
}
