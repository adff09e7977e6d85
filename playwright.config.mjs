// End-to-end tests of the demo pages, in Chromium, against the dev server.
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, requireChromium } from './tools/browsers.mjs';

// Not the port of `npm start`: the tests may run while somebody looks at the demo.
const PORT = process.env.E2E_PORT ?? '8137';

export default defineConfig({
  testDir: 'demo',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['./tools/playwright-counts-reporter.mjs']],
  use: {
    baseURL: `http://localhost:${PORT}`,
    browserName: 'chromium',
    launchOptions: { executablePath: requireChromium(), args: CHROMIUM_FLAGS },
    trace: 'retain-on-failure',
  },
  webServer: {
    command: 'web-dev-server',
    url: `http://localhost:${PORT}/demo/`,
    env: { PORT, BROWSER: 'none' },
    reuseExistingServer: false,
  },
});
