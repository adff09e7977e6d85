// What holds for every payload that fits its message, and not for examples only. A failure tells how to see it again:
// put the `path` it prints beside the seed.
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  inboundMessages,
  messages,
  outboundMessages,
  type MessageRecord,
  type MessageType,
} from './messages.js';
import { parsePayload } from './parse.js';
import {
  oddValuesFor,
  placesIn,
  takesWhole,
  valuesFor,
  wholeValuesFor,
  withValueAt,
} from './testing/fake-payloads.js';

const runs = { seed: 1, numRuns: 200, includeErrorInReport: true };
const types = Object.keys(messages) as MessageType[];

describe('a payload made from the schema of its message', () => {
  types.forEach((type) => {
    const record = messages[type];

    it(`fits ${type}, and reading it again changes nothing`, () => {
      fc.assert(
        fc.property(valuesFor(record.data), (payload) => {
          const once = parsePayload(type, record, payload);
          expect(once.ok, once.ok ? '' : once.at).to.equal(true);
          expect(once.ok && parsePayload(type, record, once.data)).to.deep.equal(once);
        }),
        runs,
      );
    });
  });

  it('has each field of its message, at least in some of 200', () => {
    for (const { data } of [...inboundMessages.values(), ...outboundMessages.values()]) {
      const payloads = fc
        .sample(valuesFor(data), runs)
        .filter((one) => typeof one === 'object' && one !== null);
      for (const name of Object.keys(data.fields ?? {})) {
        expect(
          payloads.some((payload) => Object.hasOwn(payload, name)),
          name,
        ).to.equal(true);
      }
    }
  });
});

describe('an odd value', () => {
  types.forEach((type) => {
    const record = messages[type];
    for (const { path, schema, leftOut } of placesIn(record.data)) {
      const at = [type, ...path].join('.');
      if (takesAnything(schema)) continue;
      const payloads = fc.tuple(wholeValuesFor(record.data), oddValuesFor(schema));

      if (!leftOut) {
        it(`at ${at} is refused, because it is required`, () => {
          fc.assert(
            fc.property(payloads, ([whole, odd]) => {
              const parsed = parsePayload(type, record, withValueAt(whole, path, odd));
              expect(parsed.ok ? 'taken' : parsed.at).to.match(new RegExp(`^${at}(\\.|$)`));
            }),
            runs,
          );
        });
        continue;
      }
      const place = [type, ...leftOut].join('.');
      it(`at ${at} is told, and ${place} left out alone`, () => {
        fc.assert(
          fc.property(payloads, ([whole, odd]) => {
            const parsed = parsePayload(type, record, withValueAt(whole, path, odd));
            const good = parsePayload(type, record, whole);
            expect(parsed.ok && parsed.odd).to.deep.equal([place]);
            expect(parsed.ok && parsed.data).to.deep.equal(good.ok && withValueAt(good.data, leftOut));
          }),
          runs,
        );
      });
    }
  });
});

/** Whether a schema looks at nothing. */
function takesAnything(schema: MessageRecord['data']): boolean {
  return [Symbol('odd'), 7n, [], 'x'].every((value) => takesWhole(schema, value));
}
