// End-to-end tests of the demo pages, in Chromium, against the dev server.
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, requireChromium } from './tools/browsers.mjs';
import { reportAndCount } from './tools/junit.mjs';
import { findSipPrograms, SIP_HINT } from './tools/sip-server.mjs';

// Not the port of `npm start`: the tests may run while somebody looks at the demo.
const PORT = process.env.E2E_PORT ?? '8137';

const leftOut = [];
const hints = [];
if (!findSipPrograms()) {
  // There is nothing to call.
  leftOut.push('**/sip/**');
  hints.push(SIP_HINT);
}
if (!requireChromium().endsWith('/chromium-headless-shell')) {
  // Other browsers draw letters differently.
  leftOut.push('**/pictures.e2e.ts');
  hints.push('SKIPPED pictures: they are compared in Debian’s chromium-headless-shell only.');
}

const reporter = [['list']];
// Every worker reads this file too; only the first process reports.
if (process.env.TEST_WORKER_INDEX === undefined) {
  for (const hint of hints) console.log(hint);
  reporter.push(['junit', { outputFile: reportAndCount('e2e', { leftOut: leftOut.length }) }]);
}

export default defineConfig({
  testDir: 'demo',
  testMatch: '**/*.e2e.ts',
  // `npm run test:frameworks` starts what those need.
  testIgnore: ['**/demo/frameworks/**', ...leftOut],
  outputDir: 'test-results',
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  // Most of the time is spent waiting for calls to go on: two at a time share two processors well.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter,
  use: {
    baseURL: `http://localhost:${PORT}`,
    browserName: 'chromium',
    launchOptions: { executablePath: requireChromium(), args: CHROMIUM_FLAGS },
    // Recording slows the tests down by a third: `npm run test:e2e -- some.e2e.ts --trace on` shows what one has done.
    trace: 'off',
  },
  webServer: {
    command: 'web-dev-server',
    url: `http://localhost:${PORT}/demo/`,
    env: { PORT, BROWSER: 'none' },
    reuseExistingServer: false,
  },
});
