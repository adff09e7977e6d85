// The demos of the frameworks, in Chromium: `npm run test:frameworks` has copied and installed them.
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, requireChromium } from './tools/browsers.mjs';
import { FRAMEWORKS, folderOf, portsOf } from './tools/frameworks.mjs';
import { reportAndCount } from './tools/junit.mjs';

const { FRAMEWORKS: wanted = '', FRAMEWORKS_COPY: copy } = process.env;
const names = wanted.split(',').filter(Boolean);
if (!copy || names.length === 0) throw new Error('Run: npm run test:frameworks');
const { official } = portsOf(names[0]);
const officialHost = `http://localhost:${official}/demo/official-host.html`;

const reporter = [['list']];
// Every worker reads this file too; only the first process reports.
if (process.env.TEST_WORKER_INDEX === undefined)
  reporter.push(['junit', { outputFile: reportAndCount('frameworks') }]);

const server = { reuseExistingServer: false, timeout: 120_000 };

export default defineConfig({
  testDir: 'demo/frameworks',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results/frameworks',
  // The tests of one framework run one after the other: the last edits its sources.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter,
  use: {
    browserName: 'chromium',
    // The whole phone is in sight: a press that follows its scrolling at once may reach the page around it instead.
    viewport: { width: 1280, height: 1200 },
    launchOptions: { executablePath: requireChromium(), args: CHROMIUM_FLAGS },
    trace: 'off',
  },
  projects: names.map((name) => ({
    name,
    use: {
      baseURL: `http://localhost:${portsOf(name).host}`,
      demo: {
        folder: folderOf(name, copy),
        address: `http://127.0.0.1:${portsOf(name).widget}/`,
        officialHost,
        edit: FRAMEWORKS[name].edit,
      },
    },
  })),
  webServer: [
    {
      ...server,
      command: 'web-dev-server',
      url: officialHost,
      env: { PORT: String(official), BROWSER: 'none' },
    },
    ...names.map((name) => {
      const { widget, host } = portsOf(name);
      return {
        ...server,
        command: `node tools/demo.mjs ${name} --root ${copy} --widget-port ${widget} --host-port ${host}`,
        url: `http://localhost:${host}/`,
        env: { BROWSER: 'none' },
      };
    }),
  ],
});
