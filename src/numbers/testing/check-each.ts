/** One test for each pair of a given text and what a function has to make of it. */
import { assert } from '@open-wc/testing';

type Case = readonly [given: string, wanted: string];

export function checkEach(name: string, convert: (text: string) => string, cases: readonly Case[]): void {
  describe(name, () => {
    cases.forEach(([given, wanted]) => {
      it(`makes ${JSON.stringify(wanted)} of ${JSON.stringify(given)}`, () => {
        assert.equal(convert(given), wanted);
      });
    });
  });
}
