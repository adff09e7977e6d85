// Ends a Playwright run with one line: how many tests passed, failed and were skipped.
import { countsLine } from './counts.mjs';

export default class CountsReporter {
  #suite;
  #errors = 0;
  #skipped;

  /** @param {{ skipped?: number }} [options] how many groups of tests the configuration leaves out */
  constructor({ skipped = 0 } = {}) {
    this.#skipped = skipped;
  }

  onBegin(_config, suite) {
    this.#suite = suite;
  }

  /** Errors outside a test: a file that failed to import, a server that did not start. */
  onError() {
    this.#errors += 1;
  }

  onEnd() {
    const outcomes = (this.#suite?.allTests() ?? []).map((test) =>
      // A test that never ran, because the run was cut short, has no result and is no success.
      test.results.length === 0 ? 'unexpected' : test.outcome(),
    );
    const count = (...names) => outcomes.filter((outcome) => names.includes(outcome)).length;
    this.line = countsLine({
      passed: count('expected', 'flaky'),
      failed: count('unexpected') + this.#errors,
      skipped: count('skipped') + this.#skipped,
    });
  }

  /** After the other reporters have had their last word. */
  onExit() {
    console.log(this.line);
  }

  printsToStdio() {
    return false;
  }
}
