// How many tests passed, failed and were skipped, and the line that says so at the end of every test run.

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
export const NO_TESTS = { passed: 0, failed: 0, skipped: 0 };

/** @type {Counts} */
export const ONE_FAILURE = { passed: 0, failed: 1, skipped: 0 };

const LINE = /^(\d+) passed, (\d+) failed, (\d+) skipped$/gm;

/** @param {Counts} counts */
export function countsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * The last counts line of an output, if it has one.
 * @param {string} output
 * @returns {Counts | undefined}
 */
export function lastCounts(output) {
  const last = [...output.matchAll(LINE)].at(-1);
  return last && { passed: Number(last[1]), failed: Number(last[2]), skipped: Number(last[3]) };
}

/**
 * @param {Counts[]} parts
 * @returns {Counts}
 */
export function sum(parts) {
  const total = { ...NO_TESTS };
  for (const part of parts) {
    for (const key of Object.keys(total)) total[key] += part[key];
  }
  return total;
}
