// The counter of test reports: what the three runners write, and what becomes of a run that went wrong.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { countReport, countRun, failuresIn } from './junit.mjs';
import { ROOT } from './root.mjs';
import { completeSession } from './unit-report.mjs';

const folder = mkdtempSync(join(tmpdir(), 'junit-'));
after(() => rmSync(folder, { recursive: true }));

/** A report in a file of its own. */
function written(xml) {
  const path = join(folder, 'report.xml');
  writeFileSync(path, xml);
  return path;
}

const failed = { passed: 0, failed: 1, skipped: 0 };

describe('countReport', () => {
  test('counts what web-test-runner writes: one suite for each file and browser', () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="Chrome_puppeteer_/src/a.test.ts" id="0" tests="2" skipped="0" errors="1" failures="1">
    <properties><property name="browser.name" value="Chrome"/></properties>
    <testcase name="first" time="0.1" classname="a"/>
    <testcase name="second" classname="a"><failure message="1 &lt; 0" type="AssertionError"><![CDATA[<testcase name="no"/>]]></failure></testcase>
  </testsuite>
  <testsuite name="Firefox_puppeteer_/src/a.test.ts" id="0" tests="2" skipped="1" errors="0" failures="0">
    <testcase name="first" classname="a"/>
    <testcase name="second" classname="a"><skipped/></testcase>
  </testsuite>
</testsuites>`;
    assert.deepEqual(countReport(xml), { passed: 2, failed: 1, skipped: 1 });
    assert.deepEqual(failuresIn(xml), ['Chrome_puppeteer_/src/a.test.ts › a › second: 1 < 0']);
  });

  test('counts what Playwright writes: an error is a failure too', () => {
    const xml = `<testsuites id="" name="" tests="4" failures="1" skipped="1" errors="1">
<testsuite name="a.e2e.ts" tests="4"><testcase name="a"><system-out><![CDATA[said]]></system-out></testcase>
<testcase name="b"><properties><property name="skip" value=""></property></properties><skipped></skipped></testcase>
<testcase name="c"><failure message="m" type="FAILURE"></failure></testcase>
<testcase name="d"><error message="m" type="Error"></error></testcase></testsuite></testsuites>`;
    assert.deepEqual(countReport(xml), { passed: 1, failed: 2, skipped: 1 });
  });

  test('counts what Node writes: suites in suites, and tests in none', () => {
    const xml = `<?xml version="1.0" encoding="utf-8"?>
<testsuites>
  <testsuite name="outer"><testsuite name="inner"><testcase name="a"/></testsuite><testcase name="b"/></testsuite>
  <testcase name="c"/>
  <testcase name="d"><skipped type="skipped" message="true"/></testcase>
  <!-- tests 4 -->
</testsuites>`;
    assert.deepEqual(countReport(xml), { passed: 3, failed: 0, skipped: 1 });
  });

  test('reads past the colours of a message', () => {
    const xml =
      '<testsuites><testcase name="a"><failure message="\u001b[31mred\u001b[39m"/></testcase></testsuites>';
    assert.deepEqual(countReport(xml), failed);
  });

  test('refuses a report that was cut off', () => {
    assert.throws(() => countReport('<testsuites><testcase name="a"/>'));
  });
});

describe('countRun', () => {
  const green = '<testsuites><testcase name="a"/></testsuites>';
  const red = '<testsuites><testcase name="a"><failure/></testcase></testsuites>';

  test('takes the report of a run that succeeded as it is', () => {
    assert.deepEqual(countRun(written(green), 0), { passed: 1, failed: 0, skipped: 0 });
  });

  test('adds one failure to a run that failed without a failed test', () => {
    assert.deepEqual(countRun(written(green), 1), { passed: 1, failed: 1, skipped: 0 });
  });

  test('adds none to a run that failed because of its tests', () => {
    assert.deepEqual(countRun(written(red), 1), failed);
  });

  test('is one failure without a report, or with one that was cut off', (t) => {
    t.mock.method(console, 'error', () => {});
    assert.deepEqual(countRun(join(folder, 'none.xml'), 0), failed);
    assert.deepEqual(countRun(written('<testsuites>'), 0), failed);
  });
});

describe('reportAndCount', () => {
  /** Runs a script that reports, in a process of its own: its last line and how it ended. */
  const lastLine = (body) =>
    new Promise((resolve) => {
      const script = `import { writeFileSync } from 'node:fs';
        import { reportAndCount } from ${JSON.stringify(join(ROOT, 'tools/junit.mjs'))};
        ${body}`;
      execFile(process.execPath, ['--input-type=module', '--eval', script], (error, stdout) =>
        resolve([stdout.trim().split('\n').at(-1), error?.code ?? 0]),
      );
    });
  after(() => rmSync(join(ROOT, 'reports/example.xml'), { force: true }));

  test('prints the counts last, and counts each group that is left out as skipped', async () => {
    const body = `writeFileSync(reportAndCount('example', { leftOut: 2 }), '<a><testcase/><testcase/></a>');`;
    assert.deepEqual(await lastLine(body), ['2 passed, 0 failed, 2 skipped', 0]);
  });

  test('does not count the report of an earlier run', async () => {
    await lastLine(`writeFileSync(reportAndCount('example'), '<a><testcase/></a>');`);
    assert.deepEqual(await lastLine(`reportAndCount('example');`), ['0 passed, 1 failed, 0 skipped', 1]);
  });

  test('counts a run that crashed', async () => {
    const body = `reportAndCount('example'); throw new Error('crashed');`;
    assert.deepEqual(await lastLine(body), ['0 passed, 1 failed, 0 skipped', 1]);
  });
});

describe('completeSession, for the report of web-test-runner', () => {
  const one = { name: 'one', passed: true, skipped: false };
  const complete = (session) => completeSession(session).testResults.suites[0];

  test('shows a file that cannot be imported as a failed test', () => {
    const [test] = complete({ passed: false, errors: [{ message: 'Could not import' }] }).tests;
    assert.equal(test.error.message, 'Could not import');
  });

  test('shows a page that failed with all its tests passed as a failed test', () => {
    const testResults = { name: '', tests: [one], suites: [] };
    const { tests } = complete({ passed: false, errors: [], testResults });
    assert.deepEqual(
      tests.map(({ name, error }) => [name, error !== undefined]),
      [
        ['one', false],
        ['the file itself', true],
      ],
    );
  });

  test('shows a test that never ran as a failed test', () => {
    const suites = [{ name: 'a', tests: [{ ...one, passed: false }], suites: [] }];
    const { suites: shown, tests } = complete({ passed: false, testResults: { tests: [], suites } });
    assert.equal(shown[0].tests[0].error.message, 'It did not run.');
    assert.deepEqual(tests, []);
  });

  test('keeps tests outside of every describe, and adds nothing to a success', () => {
    const { tests } = complete({ passed: true, testResults: { tests: [one], suites: [] } });
    assert.deepEqual(tests, [one]);
  });
});
