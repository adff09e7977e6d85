// A browser, and a server of the sources as they lie in a folder: opens a page for the tests of one file and says what
// came of them. Tests of different files never share a page.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { puppeteerCore } from '@web/test-runner-chrome';
import { build } from 'esbuild';
import { CHROMIUM_FLAGS, requireChromium } from '../browsers.mjs';

const PAGE = fileURLToPath(new URL('page.mjs', import.meta.url));
const TYPES = {
  '.html': 'text/html',
  '.json': 'application/json',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** A page that does not answer for so long is in a loop without an end; the time of its tests is added. */
const PATIENCE_MS = 15_000;

/** A bundle never changes: the browser keeps it, compiled, for the many pages that follow. */
const KEPT = { 'cache-control': 'max-age=86400, immutable' };

/** Frames look at the same record as the page around them. Those of another origin are left alone. */
const SHARE_WITH_FRAMES = `try {
  if (top !== self && top.__stryker__) globalThis.__stryker__ = top.__stryker__;
} catch {}`;

/** In a bundle each file keeps the address that it has on the server; `import.meta.url` is asked for files beside it. */
function ownAddress(root) {
  return {
    name: 'own-address',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (!path.startsWith(root) || path.includes('node_modules')) return undefined;
        const address = path.slice(root.length).split(sep).join('/');
        const text = await readFile(path, 'utf8');
        return {
          loader: 'ts',
          contents: text.replaceAll('import.meta.url', `new URL('${address}', location.origin).href`),
        };
      });
    },
  };
}

/** Mocha as it comes with the test runner wants to tell that runner's server; there is none here. */
const noRunner = {
  name: 'no-runner',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\/__web-dev-server__web-socket\.js$/ }, ({ path }) => ({
      path,
      namespace: 'no-runner',
    }));
    onLoad({ filter: /./, namespace: 'no-runner' }, () => ({ contents: 'export function sendMessage() {}' }));
  },
};

/**
 * @param {string} folder with the sources, their tests and `node_modules`
 */
export async function openPages(folder) {
  const root = folder.endsWith(sep) ? folder.slice(0, -1) : folder;
  const bundles = new Map();
  let plan;

  const bundle = (entry) => {
    const made =
      bundles.get(entry) ??
      build({
        entryPoints: [entry],
        bundle: true,
        write: false,
        format: 'esm',
        target: 'es2022',
        conditions: ['development', 'browser'],
        external: ['/src/*', '/components/*', '/demo/*'],
        absWorkingDir: root,
        logLevel: 'silent',
        plugins: [ownAddress(root), noRunner],
      }).then(({ outputFiles: [{ text }] }) => text);
    bundles.set(entry, made);
    return made;
  };

  async function answer({ url }, response) {
    const { pathname } = new URL(url, 'http://localhost');
    const send = (type, text, headers = {}) =>
      response.writeHead(200, { 'content-type': type, ...headers }).end(text);
    if (pathname === '/') {
      const inline =
        `globalThis.__WTR_CONFIG__ = {}; globalThis.__stryker__ = ${JSON.stringify(plan.stryker)};
        globalThis.plan = ${JSON.stringify(plan.page)};`.replaceAll('<', String.raw`\u003c`);
      send(
        'text/html',
        `<!doctype html><meta charset="utf-8"><script>${inline}</script><script type="module" src="/__page.js"></script>`,
      );
      return;
    }
    if (pathname === '/__page.js') {
      send('text/javascript', await bundle(PAGE), KEPT);
      return;
    }
    const asked = normalize(join(root, decodeURIComponent(pathname)));
    const path = asked.endsWith('.js') && !existsSync(asked) ? `${asked.slice(0, -3)}.ts` : asked;
    if (!path.startsWith(root + sep) || !existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404).end();
    } else if (path.endsWith('.ts') && !path.endsWith('.d.ts')) {
      send('text/javascript', await bundle(path), KEPT);
    } else {
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain; charset=utf-8' });
      createReadStream(path).pipe(response);
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://localhost:${server.address().port}/`;

  const launch = () =>
    puppeteerCore.launch({
      executablePath: requireChromium(),
      args: [...CHROMIUM_FLAGS, '--disable-features=BackForwardCache'],
      headless: true,
    });
  let browser;
  let tab;

  async function openTab() {
    browser = await launch();
    tab = await browser.newPage();
    await tab.evaluateOnNewDocument(SHARE_WITH_FRAMES);
  }
  await openTab();

  /** A page in an endless loop cannot be closed: its browser goes, and another comes. */
  async function replaceBrowser() {
    // What was started is a script that starts the browser: its whole group has to go.
    process.kill(-browser.process().pid, 'SIGKILL');
    await openTab();
  }

  return {
    /**
     * Runs the tests of one file in a page of its own.
     * @param {string} file from the folder: `src/call/call.test.ts`
     * @param {{ titles?: string[], slowestMs?: Record<string, number>, shouldStop?: boolean, mutant?: string,
     *   isFromTheStart?: boolean, hitLimit?: number }} [options] `titles` of the tests to run, default all; `slowestMs`
     *   gives each of them its time; `shouldStop` at the first failure; `mutant` is the change that counts, from the
     *   start or only once all files are there
     * @returns {Promise<'hangs' | { tests: { title: string, ms: number }[], failures: { title: string, message: string }[],
     *   coverage?: object, hitCount?: number }>} what passed and what failed
     */
    async run(file, options = {}) {
      const { hitLimit, slowestMs, ...page } = options;
      plan = {
        page: { file: `/${file}`, slowestMs, shouldStop: false, ...page },
        stryker: hitLimit === undefined ? {} : { hitLimit, hitCount: 0 },
      };
      const testsMs = Object.values(slowestMs ?? { '': 180_000 }).reduce((sum, ms) => sum + ms, 0);
      let timer;
      const hangs = new Promise((resolve) => {
        timer = setTimeout(() => resolve('hangs'), PATIENCE_MS + testsMs);
      });
      const work = (async () => {
        await tab.goto(`${address}?wtr-test-file=${encodeURIComponent(file)}`);
        return tab.evaluate(() => globalThis.finished);
      })();
      // The browser of a page that hangs is ended under it.
      work.catch(() => undefined);
      const result = await Promise.race([work, hangs]);
      clearTimeout(timer);
      if (result === 'hangs') await replaceBrowser();
      return result;
    },

    async close() {
      server.close();
      server.closeAllConnections();
      await browser.close();
    },
  };
}
