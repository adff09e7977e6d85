import { expect } from '@open-wc/testing';
import { readEnvelope } from './envelope.js';

const good: readonly unknown[] = [
  { type: 'T', messageId: 'm' },
  { type: 'T'.repeat(64), messageId: 'm'.repeat(256), data: {} },
  { type: 'T', messageId: 0 },
  { type: 'T', messageId: -1.5, more: true },
  Object.assign(Object.create(null) as object, { type: 'T', messageId: 1 }),
];

const bad: Readonly<Record<string, unknown>> = {
  null: null,
  undefined,
  'a number': 1,
  'a text': '{"type":"T","messageId":"m"}',
  'a list': ['T', 'm'],
  'a list with fields': Object.assign([], { type: 'T', messageId: 'm' }),
  'a date': Object.assign(new Date(0), { type: 'T', messageId: 'm' }),
  'a map': new Map([['type', 'T']]),
  'an error': Object.assign(new Error('x'), { type: 'T', messageId: 'm' }),
  'an object with nothing': {},
  'no type': { messageId: 'm' },
  'no id': { type: 'T' },
  'an empty type': { type: '', messageId: 'm' },
  'a long type': { type: 'T'.repeat(65), messageId: 'm' },
  'a list as type': { type: ['T'], messageId: 'm' },
  'a text object as type': { type: Object('T') as unknown, messageId: 'm' },
  'a number as type': { type: 1, messageId: 'm' },
  'an empty id': { type: 'T', messageId: '' },
  'a long id': { type: 'T', messageId: 'm'.repeat(257) },
  'null as id': { type: 'T', messageId: null },
  'NaN as id': { type: 'T', messageId: NaN },
  'an infinite id': { type: 'T', messageId: Infinity },
  'a big integer as id': { type: 'T', messageId: 1n },
  'an inherited type': Object.create({ type: 'T', messageId: 'm' }) as unknown,
  'an inherited id': Object.assign(Object.create({ messageId: 'm' }) as object, { type: 'T' }),
  'a type in __proto__': JSON.parse('{"__proto__":{"type":"T","messageId":"m"}}') as unknown,
};

describe('readEnvelope', () => {
  good.forEach((arrived, index) => {
    it(`reads a good envelope, case ${String(index + 1)}`, () => {
      expect(readEnvelope(arrived)).to.equal(arrived);
    });
  });

  Object.entries(bad).forEach(([name, arrived]) => {
    it(`reads nothing out of ${name}`, () => {
      expect(readEnvelope(arrived)).to.equal(undefined);
    });
  });
});
