// End-to-end tests of the demo pages, in Chromium, against the dev server.
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, requireChromium } from './tools/browsers.mjs';
import { findSipPrograms, SIP_HINT } from './tools/sip-server.mjs';

// Not the port of `npm start`: the tests may run while somebody looks at the demo.
const PORT = process.env.E2E_PORT ?? '8137';

// Without a SIP server there is nothing to call.
const skipped = findSipPrograms() ? [] : ['**/sip/**'];
// Letters are drawn otherwise elsewhere.
const hasPictures = requireChromium().endsWith('/chromium-headless-shell');
if (!hasPictures) skipped.push('**/pictures.e2e.ts');
// Every worker reads this file; once will do.
if (process.env.TEST_WORKER_INDEX === undefined) {
  if (!findSipPrograms()) console.log(SIP_HINT);
  if (!hasPictures) console.log('SKIPPED: the pictures are of Debian’s chromium-headless-shell.');
}

export default defineConfig({
  testDir: 'demo',
  testMatch: '**/*.e2e.ts',
  testIgnore: skipped,
  outputDir: 'test-results',
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  // Most of the time is waiting for calls to go on: two at a time share two cores well.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['./tools/playwright-counts-reporter.mjs', { skipped: skipped.length }]],
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
