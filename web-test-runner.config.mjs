// Unit tests in real browsers.
//
//   npm run test:unit -- --files src/call/x.test.ts     one file
//   BROWSERS=chromium npm run test:unit                 one browser
import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { CHROMIUM_FLAGS, findBrowsers, requireChromium, wantedBrowsers } from './tools/browsers.mjs';
import { jssipAsModule } from './tools/jssip-module.mjs';
import { reportAndCount } from './tools/junit.mjs';
import { loopbackOnly } from './tools/loopback-only.mjs';
import { unitReporter } from './tools/unit-report.mjs';
import { webkitDriver } from './tools/webkit-driver.mjs';

// The runner ends after an error that nobody caught, and its console, which waits to be shown, is lost with it.
process.prependListener('uncaughtException', (error) => {
  writeSync(2, `Uncaught in the test runner: ${error?.stack ?? error}\n`);
});

const ALL_TESTS = [
  'src/**/*.test.ts',
  'components/**/*.test.ts',
  'demo/**/*.test.ts',
  // Packages of the demos of frameworks, where they were opened.
  '!demo/*/node_modules/**',
];

/**
 * Tests of what no engine does differently: Chromium alone runs them, and `npm run test:browsers` every browser. All others
 * always run in every browser.
 */
const NO_MATTER_OF_ENGINES = [
  // Values in, values out.
  'src/{call,protocol,numbers}/**/*.test.ts',
  'src/{bridge,link}/fuzz*.test.ts',
  // What our class and the official one send and are told, compared message by message.
  'src/sdk/official-*.test.ts',
  'src/sdk/{as-sent,constants,coverage,handler-names,payloads,types,warnings}.test.ts',
  // What the bridge makes of messages, by a fake window: no page, no storage, no clock of an engine.
  'src/bridge/{availability,commands,completion,events,inbound,inbox,odd-fields,order,outbox,party-lookup,refusals,reply-watch,request-desk,requests,settings,transfer,whole-call}.test.ts',
  // Who owns the calls of several frames, on fake channels and locks.
  'src/frames/{faults,frames,ringer,sequences}.test.ts',
  // The simulator: a tool of engineers, who open it in a browser of their own choice.
  'src/host/**/*.test.ts',
  'src/testing/**/*.test.ts',
  'components/calling-host/**/*.test.ts',
  // Markup and colours of every screen, judged by axe, in every language.
  'demo/gallery/{scenes,translations}.test.ts',
  // Plays the engines that lack something.
  'components/custom-states.test.ts',
];

/** `--files` names what shall run: all of it then runs in every browser. */
const isChosen = process.argv.includes('--files');

/** The file that runs the tests of a page. The runner would serve every file of the disk behind the same address. */
const framework = createRequire(import.meta.url).resolve('@web/test-runner-mocha/dist/autorun.js');

const onlyForThisMachine = loopbackOnly({
  paths: [
    '/',
    '/favicon.ico',
    // Tests compare with what these say.
    '/docs/pages/guides/servers-and-tests.md',
    '/package.json',
    '/__web-dev-server__web-socket.js',
    encodeURI(`/__web-test-runner__/test-framework${framework.split(sep).join('/')}`),
  ],
  folders: ['src', 'components', 'demo', 'node_modules'],
});

/** Within one run no source changes: a browser need not ask again for the modules of each page that it opens. */
const keptByBrowsers = async (context, next) => {
  await next();
  if (context.status === 200 && /\.m?[jt]s$/.test(context.path)) {
    context.set('Cache-Control', 'private, max-age=3600');
  }
};

const installed = findBrowsers();
const browsers = [];
const plugins = [
  onlyForThisMachine,
  jssipAsModule,
  esbuildPlugin({
    ts: true,
    target: 'es2022',
    tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
  }),
];

/** Coverage is measured in Chromium; the other browsers have no way to tell it and fail when asked. */
function withoutCoverage(launcher) {
  const initialize = launcher.initialize.bind(launcher);
  launcher.initialize = (config, ...args) => initialize({ ...config, coverage: false }, ...args);
  return launcher;
}

// They start in this order, two at a time. What has most to do comes first: it would otherwise run on alone at the end.
const chromium =
  wantedBrowsers().includes('chromium') &&
  chromeLauncher({
    launchOptions: { executablePath: requireChromium(), args: CHROMIUM_FLAGS, networkEnabled: false },
    concurrency: 1,
  });
if (chromium) browsers.push(chromium);

if (installed.webkit) {
  const { port, plugin } = await webkitDriver(installed.webkit);
  plugins.push(plugin);
  browsers.push(
    withoutCoverage(
      webdriverLauncher({
        hostname: '127.0.0.1',
        port,
        // Longer than any run. Where the next page is opened before the driver has answered for the last one, that answer
        // never comes, and giving up on it would end the whole run. A page that does not start is told by the runner.
        connectionRetryTimeout: 3_600_000,
        path: '/',
        capabilities: {
          browserName: 'MiniBrowser',
          'wdio:enforceWebDriverClassic': true,
          'webkitgtk:browserOptions': { binary: installed.webkit.miniBrowser, args: ['--automation'] },
        },
      }),
    ),
  );
}

if (installed.firefox) {
  browsers.push(
    withoutCoverage(
      chromeLauncher({
        puppeteer: puppeteerCore,
        launchOptions: {
          browser: 'firefox',
          // Nobody listens to what it loads. Telling of it takes Firefox some 30 ms for each of the hundred modules of a page.
          networkEnabled: false,
          executablePath: installed.firefox.path,
          extraPrefsFirefox: {
            'media.navigator.streams.fake': true,
            'media.navigator.permission.disabled': true,
          },
        },
        concurrency: 1,
      }),
    ),
  );
}

for (const name of wantedBrowsers()) {
  if (!installed[name]) console.log(`SKIPPED ${name}: not installed (node tools/browsers.mjs says how).`);
}

export default {
  ...(chromium && !isChosen
    ? {
        files: [...ALL_TESTS, ...NO_MATTER_OF_ENGINES.map((files) => `!${files}`)],
        groups: [{ name: 'no matter of engines', files: NO_MATTER_OF_ENGINES, browsers: [chromium] }],
      }
    : { files: ALL_TESTS }),
  nodeResolve: true,
  middleware: process.argv.includes('--watch') ? [] : [keptByBrowsers],
  plugins,
  browsers,
  // One page at a time: WebKit's driver then gives each test file the top window instead of a shared frame.
  concurrency: 1,
  concurrentBrowsers: 2,
  testFramework: { config: { timeout: 10_000 } },
  // One file judges every screen in every language: minutes, in WebKit.
  testsFinishTimeout: 300_000,
  coverageConfig: {
    include: ['src/**/*.ts', 'components/**/*.ts'],
    exclude: ['**/*.test.ts', '**/testing/**'],
    threshold: { lines: 90, statements: 0, branches: 0, functions: 0 },
    reporters: ['lcovonly'],
    reportDir: 'coverage',
  },
  // Lit's development build is wanted here, for its warnings; that it is one need not be said in every file.
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  reporters: [defaultReporter(), unitReporter(reportAndCount('unit'))],
};
