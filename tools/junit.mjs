// Counts the tests in a JUnit report. web-test-runner, Playwright and Node's own runner all write one, into reports/.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseXml } from '@rgrove/parse-xml';
import { countsLine, NO_TESTS, ONE_FAILURE } from './counts.mjs';
import { ROOT } from './root.mjs';

/** XML cannot hold control characters, but runners write those of a coloured message. Line breaks stay. */
const CONTROL_CHARACTERS = /(?![\t\n\r])\p{Cc}/gu;

/** All `<testcase>` elements below an element, however deep its suites are nested, each with the names of its suites. */
function testCases({ name, attributes, children }, above = []) {
  const suites = name === 'testsuite' ? [...above, attributes.name] : above;
  return children.flatMap((child) =>
    child.name === 'testcase' ? [{ child, suites }] : child.children ? testCases(child, suites) : [],
  );
}

const casesOf = (xml) => testCases(parseXml(xml.replaceAll(CONTROL_CHARACTERS, '')).root);

const has = ({ children }, ...names) => children.some(({ name }) => names.includes(name));

/**
 * How many tests of a report passed, failed and were skipped. Throws for text that is no complete XML.
 * @param {string} xml
 * @returns {import('./counts.mjs').Counts}
 */
export function countReport(xml) {
  const counts = { ...NO_TESTS };
  for (const { child } of casesOf(xml)) {
    if (has(child, 'failure', 'error')) counts.failed += 1;
    else if (has(child, 'skipped')) counts.skipped += 1;
    else counts.passed += 1;
  }
  return counts;
}

/**
 * The tests of a report that failed, each as one line: the suites (with their browser and file), the test, what was wrong.
 * @param {string} xml
 * @returns {string[]}
 */
export function failuresIn(xml) {
  return casesOf(xml)
    .filter(({ child }) => has(child, 'failure', 'error'))
    .map(({ child, suites }) => {
      const failure = child.children.find(({ name }) => name === 'failure' || name === 'error');
      const [message] = (failure.attributes.message || failure.text).trim().split('\n');
      const { classname, name } = child.attributes;
      return `${[...suites, classname, name].filter(Boolean).join(' › ')}: ${message}`;
    });
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

const pathOf = (name) => join(ROOT, 'reports', `${name}.xml`);

/** The same of the last run of this name; nothing if it has left no report. */
export function failuresOf(name) {
  try {
    return failuresIn(readFileSync(pathOf(name), 'utf8'));
  } catch {
    return [];
  }
}

/**
 * Prepares the report of a test run, and prints its counts as the last line before the process exits.
 * @param {string} name of the run: `unit`
 * @param {{ leftOut?: number }} [options] how many groups of tests are not run at all; each is counted as skipped
 * @returns {string} where the runner has to write its report
 */
export function reportAndCount(name, { leftOut = 0 } = {}) {
  const path = pathOf(name);
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
