// Ends a run of web-test-runner with one line: how many tests passed, failed and were skipped.
import { countsLine, sum } from './counts.mjs';

function countSuite({ tests, suites }) {
  const own = {
    passed: tests.filter((test) => test.passed && !test.skipped).length,
    failed: tests.filter((test) => !test.passed && !test.skipped).length,
    skipped: tests.filter((test) => test.skipped).length,
  };
  return sum([own, ...suites.map(countSuite)]);
}

function countSession({ testResults, passed }) {
  const counts = countSuite(testResults ?? { tests: [], suites: [] });
  // A file that failed to import, or a page that threw outside its tests, has no failed test to show for it.
  return passed || counts.failed > 0 ? counts : { ...counts, failed: counts.failed + 1 };
}

export function countsReporter() {
  return {
    stop({ sessions, testCoverage }) {
      const parts = [...sessions].map(countSession);
      if (testCoverage?.passed === false) parts.push({ passed: 0, failed: 1, skipped: 0 });
      // The runner prints its last report after this call.
      process.once('exit', () => console.log(countsLine(sum(parts))));
    },
  };
}
