import { expect } from '@open-wc/testing';
import type { Envelope } from './envelope.js';
import { isSameMessage, RecentMessages } from './recent-messages.js';

const long = 'x'.repeat(10_000);
const cyclic: Record<string, unknown> = {};
cyclic['self'] = cyclic;

const message: Envelope = { type: 'DIAL_NUMBER', messageId: '1', data: { phoneNumber: '+12025550001' } };

const others: Readonly<Record<string, readonly [Envelope, Envelope]>> = {
  'another id': [message, { ...message, messageId: '2' }],
  'an id of another kind': [message, { ...message, messageId: 1 }],
  'another type': [message, { ...message, type: 'END_CALL' }],
  'another payload': [message, { ...message, data: { phoneNumber: '+12025550002' } }],
  'no payload': [message, { type: message.type, messageId: message.messageId }],
  'another long payload': [
    { ...message, data: `${long}a${long}` },
    { ...message, data: `${long}b${long}` },
  ],
  'a longer payload': [
    { ...message, data: long },
    { ...message, data: `${long}x` },
  ],
};

describe('RecentMessages', () => {
  [message, { ...message, data: long }, { ...message, data: undefined }].forEach((one, index) => {
    it(`knows the same message again, case ${String(index + 1)}`, () => {
      const recent = new RecentMessages();
      expect([recent.add(one), recent.add({ ...one })]).to.deep.equal([true, false]);
    });
  });

  Object.entries(others).forEach(([name, [one, other]]) => {
    it(`tells a message with ${name} apart`, () => {
      const recent = new RecentMessages();
      expect([recent.add(one), recent.add(other)]).to.deep.equal([true, true]);
    });
  });

  [cyclic, 1n, new Uint8Array(1), { a: [new Float64Array(1)] }].forEach((data, index) => {
    it(`lets what JSON cannot write as it is pass twice, case ${String(index + 1)}`, () => {
      const recent = new RecentMessages();
      expect([recent.add({ ...message, data }), recent.add({ ...message, data })]).to.deep.equal([
        true,
        true,
      ]);
    });
  });

  [
    { others: 1023, isNew: false },
    { others: 1024, isNew: true },
  ].forEach(({ others: count, isNew }) => {
    it(`${isNew ? 'has forgotten' : 'remembers'} a message after ${String(count)} others`, () => {
      const recent = new RecentMessages();
      recent.add(message);
      for (let i = 0; i < count; i += 1) recent.add({ ...message, messageId: i });
      expect(recent.add(message)).to.equal(isNew);
    });
  });

  [
    { items: 9996, isNew: false },
    { items: 9997, isNew: true },
  ].forEach(({ items, isNew }) => {
    it(`${isNew ? 'lets' : 'knows'} a list of ${String(items)} again${isNew ? ' pass: too much to compare' : ''}`, () => {
      const recent = new RecentMessages();
      const one = { ...message, data: Array.from({ length: items }, () => 0) };
      expect([recent.add(one), recent.add(one)]).to.deep.equal([true, isNew]);
    });
  });

  it('takes two messages for the same only where they can be compared', () => {
    const unreadable = { ...message, data: cyclic };
    expect([isSameMessage(message, { ...message }), isSameMessage(unreadable, unreadable)]).to.deep.equal([
      true,
      false,
    ]);
  });

  it('forgets when told to', () => {
    const recent = new RecentMessages();
    recent.add(message);
    recent.clear();
    expect(recent.add(message)).to.equal(true);
  });
});
