// fast-check makes the messages, and of one that does harm it shows the smallest that still does. All is repeatable: to
// see a failure again, put the `path` that it prints beside the seed.
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { anyMessage, inboundTypes, messageKinds, messagesOf } from './testing/fake-messages.js';
import { harmless, harmlessInARow, Siege } from './testing/fake-siege.js';

const seed = 1;
const runs = { seed, includeErrorInReport: true };
const timeoutMs = 60_000;

describe('a link that is sent anything', () => {
  Object.entries(messageKinds).forEach(([kind, messages]) => {
    it(`stands 10,000 ${kind}, seed ${String(seed)}`, function () {
      this.timeout(timeoutMs);
      const { property, isAlive } = harmless(messages);
      fc.assert(property, { ...runs, numRuns: 10_000 });
      expect(isAlive()).to.equal(true);
    });
  });

  inboundTypes.forEach((type) => {
    it(`stands 1,000 payloads of ${type}, seed ${String(seed)}`, function () {
      this.timeout(timeoutMs);
      const { property, isAlive } = harmless(messagesOf(type));
      fc.assert(property, { ...runs, numRuns: 1000 });
      expect(isAlive()).to.equal(true);
    });
  });

  it(`stands 250 sequences, seed ${String(seed)}`, function () {
    this.timeout(timeoutMs);
    fc.assert(harmlessInARow(anyMessage), { ...runs, numRuns: 250 });
  });

  it('is sent messages of every fate', () => {
    const siege = new Siege();
    for (const message of fc.sample(messageKinds['spoilt messages'], { seed, numRuns: 2000 })) {
      siege.send(message);
    }
    const fates = JSON.stringify(siege.counts);
    expect(Object.values(siege.counts).every((count) => count > 3)).to.equal(true, fates);
  });

  it('is sent the same messages for the same seed, and others for another', () => {
    const sample = (one: number) => fc.stringify(fc.sample(anyMessage, { seed: one, numRuns: 100 }));
    expect(sample(seed)).to.equal(sample(seed));
    expect(sample(seed)).to.not.equal(sample(seed + 1));
  });
});
