// Ends a run of Node's own test runner with one line: how many tests passed, failed and were skipped.
import { countsLine } from './counts.mjs';

export default async function* countsReporter(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // A suite fails with its tests; only what is no suite is counted.
    if (data.details.type === 'suite') continue;
    if (data.skip !== undefined || data.todo !== undefined) counts.skipped += 1;
    else if (type === 'test:pass') counts.passed += 1;
    else counts.failed += 1;
  }
  yield `${countsLine(counts)}\n`;
}
