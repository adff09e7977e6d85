// Seeded: a fault names the call that makes its message again, such as `fuzzed('arbitrary values', 1, 4711)`.
import { expect } from '@open-wc/testing';
import { fuzzed, fuzzedPayload, inboundTypes, messageKinds } from './testing/fake-messages.js';
import { Random } from './testing/fake-random.js';
import { Siege } from './testing/fake-siege.js';

const seed = 1;
const patience = 60_000;

describe('Random', () => {
  it('is the same for the same seed', () => {
    const throws = (random: Random) => Array.from({ length: 100 }, () => random.below(1000));
    expect(throws(Random.of(seed, 7))).to.deep.equal(throws(Random.of(seed, 7)));
    expect(throws(Random.of(seed, 7))).to.not.deep.equal(throws(Random.of(seed, 8)));
  });

  it('comes everywhere', () => {
    const random = new Random(seed);
    expect(new Set(Array.from({ length: 1000 }, () => random.below(10))).size).to.equal(10);
  });
});

describe('a link that is sent anything', () => {
  messageKinds.forEach((kind) => {
    it(`stands 10,000 ${kind}, seed ${String(seed)}`, function () {
      this.timeout(patience);
      const siege = new Siege();
      for (let i = 0; i < 10_000; i += 1) {
        siege.send(fuzzed(kind, seed, i), `fuzzed('${kind}', ${String(seed)}, ${String(i)})`);
      }
      expect([siege.faults, siege.isAlive()]).to.deep.equal([[], true]);
    });
  });

  inboundTypes.forEach((type) => {
    it(`stands 1,000 payloads of ${type}, seed ${String(seed)}`, function () {
      this.timeout(patience);
      const siege = new Siege();
      for (let i = 0; i < 1000; i += 1) {
        const data = fuzzedPayload(type, seed, i);
        siege.send({ type, messageId: i, data }, `fuzzedPayload('${type}', ${String(seed)}, ${String(i)})`);
      }
      expect([siege.faults, siege.isAlive()]).to.deep.equal([[], true]);
    });
  });

  it('is sent messages of every fate', () => {
    const siege = new Siege();
    for (let i = 0; i < 2000; i += 1) siege.send(fuzzed('spoilt messages', seed, i), String(i));
    expect(Object.values(siege.counts).every((count) => count > 3)).to.equal(
      true,
      JSON.stringify(siege.counts),
    );
  });
});
