import { expect } from '@open-wc/testing';
import {
  inboundMessages,
  messages,
  outboundMessages,
  type InboundType,
  type MessageRecord,
  type MessageType,
  type OutboundType,
} from './messages.js';
import { parsePayload } from './parse.js';

type Direction = 'to-host' | 'to-widget' | 'both';

const directions = {
  INITIALIZED: 'to-host',
  LOGGED_IN: 'to-host',
  LOGGED_OUT: 'to-host',
  USER_AVAILABLE: 'to-host',
  USER_UNAVAILABLE: 'to-host',
  OUTGOING_CALL_STARTED: 'to-host',
  INCOMING_CALL: 'to-host',
  CALL_ANSWERED: 'to-host',
  CALL_TRANSFERRED: 'to-host',
  CALL_DATA: 'to-host',
  CALL_ENDED: 'to-host',
  CALL_COMPLETED: 'to-host',
  FINALIZE_ENGAGEMENT: 'to-host',
  PUBLISH_TO_CHANNEL: 'to-host',
  NAVIGATE_TO_RECORD: 'to-host',
  RESIZE_WIDGET: 'to-host',
  SET_WIDGET_URL: 'to-host',
  ERROR: 'both',
  DIAL_NUMBER: 'to-widget',
  CREATE_ENGAGEMENT_SUCCEEDED: 'to-widget',
  ENGAGEMENT_CREATED: 'to-widget',
  CREATE_ENGAGEMENT_FAILED: 'to-widget',
  UPDATE_ENGAGEMENT_SUCCEEDED: 'to-widget',
  UPDATE_ENGAGEMENT_FAILED: 'to-widget',
  CALLER_ID_MATCH_SUCCEEDED: 'to-widget',
  CALLER_ID_MATCH_FAILED: 'to-widget',
  NAVIGATE_TO_RECORD_FAILED: 'to-widget',
  PUBLISH_TO_CHANNEL_SUCCEEDED: 'to-widget',
  PUBLISH_TO_CHANNEL_FAILED: 'to-widget',
  FINALIZE_ENGAGEMENT_SUCCEEDED: 'to-widget',
  FINALIZE_ENGAGEMENT_FAILED: 'to-widget',
  VISIBILITY_CHANGED: 'to-widget',
  END_CALL: 'to-widget',
  SET_CALL_STATE: 'to-widget',
  INITIATE_CALL_ID_SUCCEEDED: 'to-widget',
  INITIATE_CALL_ID_FAILED: 'to-widget',
  SET_WIDGET_URL_FAILED: 'to-widget',
  UPDATE_ASSOCIATIONS_FAILED: 'to-widget',
} as const satisfies Record<MessageType, Direction>;

const types = Object.keys(directions) as MessageType[];
const typesGoing = (direction: Direction) =>
  types.filter((type) => [direction, 'both'].includes(directions[type])).sort();

describe('the table of messages', () => {
  it('holds every message and no other', () => {
    expect(Object.keys(messages).sort()).to.deep.equal([...types].sort());
  });

  it('lets a widget receive what goes to it', () => {
    expect([...inboundMessages.keys()].sort()).to.deep.equal(typesGoing('to-widget'));
  });

  it('lets a host receive what goes to it', () => {
    expect([...outboundMessages.keys()].sort()).to.deep.equal(typesGoing('to-host'));
  });

  it('tells the two directions apart in types', () => {
    const inbound: readonly InboundType[] = ['DIAL_NUMBER', 'END_CALL', 'ERROR'];
    const outbound: readonly OutboundType[] = ['INITIALIZED', 'CALL_ENDED', 'ERROR'];
    const isOutbound: 'DIAL_NUMBER' extends OutboundType ? true : false = false;
    const isInbound: 'INITIALIZED' extends InboundType ? true : false = false;
    expect([inbound.every((type) => inboundMessages.has(type)), isInbound]).to.deep.equal([true, false]);
    expect([outbound.every((type) => outboundMessages.has(type)), isOutbound]).to.deep.equal([true, false]);
  });

  ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'dial_number', ''].forEach((name) => {
    it(`finds nothing under “${name}”`, () => {
      expect([inboundMessages.get(name), outboundMessages.get(name)]).to.deep.equal([undefined, undefined]);
    });
  });

  const once: readonly MessageType[] = [
    'OUTGOING_CALL_STARTED',
    'INCOMING_CALL',
    'CALL_ANSWERED',
    'CALL_TRANSFERRED',
    'CALL_ENDED',
    'CALL_COMPLETED',
    'FINALIZE_ENGAGEMENT',
    'PUBLISH_TO_CHANNEL',
  ];
  it('knows which go out once for a call', () => {
    const found = types.filter((type) => (messages[type] as MessageRecord).perCall);
    expect(found.sort()).to.deep.equal([...once].sort());
  });

  it('knows which tell a state', () => {
    const found = types.flatMap((type) => {
      const { state } = messages[type] as MessageRecord;
      return state ? [`${type} ${state}`] : [];
    });
    expect(found).to.deep.equal([
      'INITIALIZED session',
      'LOGGED_IN login',
      'LOGGED_OUT login',
      'USER_AVAILABLE availability',
      'USER_UNAVAILABLE availability',
      'RESIZE_WIDGET size',
      'SET_WIDGET_URL url',
    ]);
  });

  types.forEach((type) => {
    it(`takes ${type} with fields we do not know, or refuses it by name`, () => {
      const parsed = parsePayload(type, messages[type], { fromTheFuture: 1 });
      const at = parsed.ok ? undefined : parsed.at;
      expect([type, `${type}.fromTheFuture`]).to.not.include(at);
    });
  });
});
