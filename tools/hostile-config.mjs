// The tests in real browsers' pages for `npm run test:hostile`, which sets the variables: Chromium only.
import { build } from 'esbuild';
import unit from '../web-test-runner.config.mjs';
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

export default {
  ...unit,
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
