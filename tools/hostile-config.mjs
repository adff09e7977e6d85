// The tests in real browsers' pages for `npm run test:hostile`, which sets the variables: Chromium only.
import { build } from 'esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import unit from '../web-test-runner.config.mjs';
import { CHROMIUM_FLAGS, requireChromium } from './browsers.mjs';
import { ROOT } from './root.mjs';

const { HOSTILE_SEED = '1', HOSTILE_AMOUNT = '1000' } = process.env;
const settings = JSON.stringify({ seed: Number(HOSTILE_SEED), amount: Number(HOSTILE_AMOUNT) });

const { outputFiles } = await build({
  absWorkingDir: ROOT,
  stdin: { contents: `export { default } from 'jssip';`, resolveDir: ROOT },
  bundle: true,
  format: 'esm',
  platform: 'browser',
  define: { global: 'globalThis' },
  write: false,
});
const jssip = {
  name: 'jssip',
  serve: ({ path }) =>
    path === '/demo/hostile/jssip.js' ? { body: outputFiles[0].text, type: 'js' } : undefined,
};

/** What Chromium writes of its own end: a page that had too little memory, a check of its own that failed. */
const LAST_WORDS = /out of memory|\boom\b|fatal|check failed|heap limit|last few gcs|mark-compact/i;

/** A page whose death is told with its reason: the runner says only that it is gone. */
async function createPage({ context }) {
  const page = await context.newPage();
  const lastWords = [];
  context
    .browser()
    .process()
    ?.stderr?.on('data', (chunk) => {
      lastWords.push(
        ...String(chunk)
          .split('\n')
          .filter((line) => LAST_WORDS.test(line)),
      );
    });
  let seen = 'none';
  const look = setInterval(async () => {
    seen = await page
      .evaluate('`${hostileNow}, with ${Math.round(performance.memory.usedJSHeapSize / 1e6)} MB in use`')
      .catch(() => seen);
  }, 1000);
  page.on('close', () => clearInterval(look));
  page.on('error', ({ message }) => {
    clearInterval(look);
    const words = lastWords.length > 0 ? lastWords.join('\n') : 'Chromium has not said why.';
    console.error(`The page has died: ${message} The last input that was seen: ${seen}.\n${words}`);
  });
  return page;
}

export default {
  ...unit,
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: requireChromium(), args: CHROMIUM_FLAGS },
      concurrency: 1,
      createPage,
    }),
  ],
  plugins: [...unit.plugins, jssip],
  testRunnerHtml: (framework) => `<!doctype html>
    <html lang="en">
      <body>
        <script>window.hostile = ${settings};</script>
        <script type="module" src="${framework}"></script>
      </body>
    </html>`,
  // What a test prints is in its failure, if it is one.
  browserLogs: false,
  testFramework: { config: { timeout: 60_000 } },
  // A thousand inputs for each file.
  testsFinishTimeout: 3_600_000,
};
