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
import { eventName, handlerName } from './names.js';
import { parsePayload } from './parse.js';
import { golden, type Picture } from './testing/messages.golden.js';

const types = Object.keys(messages) as MessageType[];

/** What a message looks like in the table, as lines of the golden file. */
function linesOf(type: MessageType): string[] {
  const { perCall, state, unofficial }: MessageRecord = messages[type];
  const [toHost, toWidget] = [outboundMessages.has(type), inboundMessages.has(type)];
  return linesIn({
    to: toHost && toWidget ? 'both' : toHost ? 'host' : 'widget',
    event: eventName(type),
    handler: handlerName(type),
    perCall,
    state,
    unofficial,
  });
}

const fields = ['to', 'event', 'handler', 'perCall', 'state', 'unofficial'] as const;

const linesIn = (picture: Readonly<Record<(typeof fields)[number], unknown>>) =>
  fields
    .filter((field) => picture[field] !== undefined)
    .map((field) => `${field}: ${JSON.stringify(picture[field]).replaceAll('"', "'")},`);

const pictured = (type: string): Picture | undefined => Object.entries(golden).find(([t]) => t === type)?.[1];

/** What has to be written into the golden file for it to show this message as it is. Empty: nothing. */
function correctionOf(type: MessageType): string[] {
  const picture = pictured(type);
  const there =
    picture && linesIn({ perCall: undefined, state: undefined, unofficial: undefined, ...picture });
  const lines = linesOf(type);
  if (there?.join() === lines.join()) return [];
  return [
    `  ${type}: {`,
    ...lines.map((line) => `    ${line}`),
    `    sent: …, // an example payload`,
    '  },',
  ];
}

describe('the table of messages', () => {
  it('is as the golden picture shows it', () => {
    const corrections = types.flatMap(correctionOf);
    const gone = Object.keys(golden)
      .filter((type) => !(type in messages))
      .map((type) => `  ${type}: take it out`);
    const told = ['src/protocol/testing/messages.golden.ts should have:', ...corrections, ...gone].join('\n');
    expect([...corrections, ...gone], told).to.deep.equal([]);
  });

  it('lets a widget receive what goes to it, and a host the rest', () => {
    const typesTo = (...to: readonly Picture['to'][]) =>
      types.filter((type) => to.some((one) => one === pictured(type)?.to));
    expect([...inboundMessages.keys()]).to.have.members(typesTo('widget', 'both'));
    expect([...outboundMessages.keys()]).to.have.members(typesTo('host', 'both'));
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

  types.forEach((type) => {
    it(`takes ${type} with fields we do not know, or refuses it by name`, () => {
      const parsed = parsePayload(type, messages[type], { fromTheFuture: 1 });
      const at = parsed.ok ? undefined : parsed.at;
      expect([type, `${type}.fromTheFuture`]).to.not.include(at);
    });
  });
});
