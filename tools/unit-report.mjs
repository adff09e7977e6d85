// The JUnit report of web-test-runner, complete. The library's reporter leaves three things out, and each would look
// like a success: a page without any test result, a test without a message, and tests outside of every `describe`.
import { junitReporter } from '@web/test-runner-junit-reporter';

const hasFailed = ({ passed, skipped }) => !passed && !skipped;

/** A failed `beforeEach` leaves tests behind that never ran: neither passed nor skipped, and without an error. */
function withErrors({ name, tests, suites }) {
  return {
    name,
    tests: tests.map((test) =>
      hasFailed(test) && !test.error
        ? { ...test, error: { name: 'Error', message: 'It did not run.' } }
        : test,
    ),
    suites: suites.map(withErrors),
  };
}

const failureIn = ({ tests, suites }) => tests.some(hasFailed) || suites.some(failureIn);

/** @param {import('@web/test-runner-core').TestSession} session one test file in one browser */
export function completeSession(session) {
  const { passed, errors, testResults } = session;
  const suite = withErrors({ name: '', tests: [], suites: [], ...testResults });
  if (!passed && !failureIn(suite)) {
    const error = { name: 'Error', message: 'The page did not run its tests.', ...errors?.[0] };
    suite.tests.push({ name: 'the file itself', passed: false, skipped: false, error });
  }
  return { ...session, testResults: { name: '', tests: [], suites: [suite] } };
}

/** @param {string} outputPath */
export function unitReporter(outputPath) {
  const reporter = junitReporter({ outputPath });
  return {
    onTestRunFinished: (run) =>
      reporter.onTestRunFinished({ ...run, sessions: run.sessions.map(completeSession) }),
  };
}
