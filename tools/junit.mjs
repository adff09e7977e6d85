// Counts the tests in a JUnit report. web-test-runner, Playwright and Node's own runner all write one, into reports/.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseXml } from '@rgrove/parse-xml';
import { countsLine, NO_TESTS, ONE_FAILURE } from './counts.mjs';
import { ROOT } from './root.mjs';

/** XML cannot hold control characters, but runners write those of a coloured message. Line breaks stay. */
const CONTROL_CHARACTERS = /(?![\t\n\r])\p{Cc}/gu;

/** All `<testcase>` elements below an element, however deep its suites are nested. */
function testCases({ children }) {
  return children.flatMap((child) =>
    child.name === 'testcase' ? [child] : child.children ? testCases(child) : [],
  );
}

/**
 * How many tests of a report passed, failed and were skipped. Throws for text that is no complete XML.
 * @param {string} xml
 * @returns {import('./counts.mjs').Counts}
 */
export function countReport(xml) {
  const counts = { ...NO_TESTS };
  for (const { children } of testCases(parseXml(xml.replaceAll(CONTROL_CHARACTERS, '')).root)) {
    const has = (name) => children.some((child) => child.name === name);
    if (has('failure') || has('error')) counts.failed += 1;
    else if (has('skipped')) counts.skipped += 1;
    else counts.passed += 1;
  }
  return counts;
}

/**
 * The counts of a run that ended with this exit code. A run without a readable report, and one that failed without a
 * failed test (a file that cannot be imported, a server that did not start), is one failure.
 * @param {string} path of the report
 * @param {number} exitCode
 */
export function countRun(path, exitCode) {
  let counts;
  try {
    counts = countReport(readFileSync(path, 'utf8'));
  } catch (error) {
    console.error(`No test report: ${error.message}`);
    return ONE_FAILURE;
  }
  if (exitCode !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

/**
 * Prepares the report of a test run, and prints its counts as the last line before the process exits.
 * @param {string} name of the run: `unit`
 * @param {{ leftOut?: number }} [options] how many groups of tests are not run at all; each is counted as skipped
 * @returns {string} where the runner has to write its report
 */
export function reportAndCount(name, { leftOut = 0 } = {}) {
  const path = join(ROOT, 'reports', `${name}.xml`);
  mkdirSync(dirname(path), { recursive: true });
  // The report of an earlier run must not be counted again.
  rmSync(path, { force: true });
  process.once('exit', (exitCode) => {
    const counts = countRun(path, exitCode);
    if (counts.failed > 0 && exitCode === 0) process.exitCode = 1;
    console.log(countsLine({ ...counts, skipped: counts.skipped + leftOut }));
  });
  return path;
}
