// Follows a guide word by word, in an empty folder, with the packed package in the place of the published one.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { collectTrouble, tryPhone } from './phone.mjs';

/** What npm has told this script of the folder it was started in must not count in another one. */
const ENVIRONMENT = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_|^INIT_CWD$/.test(name))),
  // A person would press Enter.
  npm_config_yes: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  NG_CLI_ANALYTICS: 'false',
  BROWSER: 'none',
  CI: 'true',
};

const SERVER_TIMEOUT_MS = 120_000;

/** Types a command into a terminal of the guide. With `isServer` it goes on running. */
class Terminal {
  output = '';

  constructor(code, cwd) {
    // A group of its own: what npm starts is ended together with it.
    this.child = spawn('bash', ['-ec', code], {
      cwd,
      env: ENVIRONMENT,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (this.output += stripVTControlCharacters(text)));
    }
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
  }

  end() {
    try {
      process.kill(-this.child.pid, 'SIGTERM');
    } catch {
      // It has ended by itself.
    }
    return this.ended;
  }
}

async function until(what, check, terminal) {
  let code;
  void terminal.ended.then((result) => (code = result ?? 'a signal'));
  for (const start = Date.now(); Date.now() - start < SERVER_TIMEOUT_MS;) {
    if (await check()) return;
    if (code !== undefined) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${what}${code === undefined ? '' : ` (ended with ${code})`}\n${terminal.output}`);
}

/** Two servers of two guides must not be taken for each other. */
async function mustBeFree(address) {
  const { port } = new URL(address);
  await new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', () =>
      reject(new Error(`Port ${port}, which the guide uses, is in use on this machine.`)),
    );
    server.listen(Number(port), 'localhost', () => server.close(resolve));
  });
}

const HOST = 'http://localhost:9026/';

/**
 * @param {{ name: string, steps: readonly object[] }} guide
 * @param {{ packed: string, unpacked: string, browser: import('@playwright/test').Browser }} surroundings the packed package,
 *   the folder it is unpacked in, which plays the CDN, and the browser
 */
export async function follow({ name, steps }, { packed, unpacked, browser }) {
  let cwd = await mkdtemp(join(tmpdir(), `hs-calling-${name}-`));
  const folder = cwd;
  const terminals = [];
  const page = await browser.newPage();
  try {
    await mustBeFree(HOST);
    for (const { code, file, host, server } of steps) {
      if (file) {
        await mkdir(dirname(join(cwd, file)), { recursive: true });
        await writeFile(join(cwd, file), code);
        continue;
      }
      if (server) await mustBeFree(server);
      const typed = code.replaceAll(/(?<=\s)hs-calling-elements(?=\s)/g, packed);
      const place = join(folder, '.cwd');
      const terminal = new Terminal(server || host ? typed : `${typed}\npwd > '${place}'`, cwd);
      terminals.push(terminal);
      if (server) {
        const answers = () =>
          fetch(server).then(
            ({ ok }) => ok,
            () => false,
          );
        await until(`Nothing answers at ${server}`, answers, terminal);
      } else if (host) {
        await until('hs-calling-host did not start', () => /^Open /m.test(terminal.output), terminal);
        if (!terminal.output.includes(HOST))
          throw new Error(`Something else came first:\n${terminal.output}`);
        const trouble = collectTrouble(page);
        await playCdn(page, unpacked);
        await page.goto(HOST);
        await until('The widget did not connect', () => /^Connected /m.test(terminal.output), terminal);
        await tryPhone(page);
        if (trouble.length > 0) throw new Error(`The browser says:\n${trouble.join('\n')}`);
      } else {
        const exit = await terminal.ended;
        if (exit !== 0) throw new Error(`${code.trim()}\nended with ${exit}\n${terminal.output}`);
        cwd = (await readFile(place, 'utf8')).trim();
      }
    }
  } finally {
    await page.close();
    await Promise.all(terminals.map((terminal) => terminal.end()));
    await rm(folder, { recursive: true, force: true });
  }
}

/** Answers for the CDN with the files of the package. */
async function playCdn(page, unpacked) {
  await page.route('https://cdn.jsdelivr.net/npm/hs-calling-elements@*/**', async (route) => {
    const [, path] = /@[^/]+\/(.*)$/.exec(new URL(route.request().url()).pathname);
    await route.fulfill({ path: join(unpacked, path), headers: { 'Access-Control-Allow-Origin': '*' } });
  });
}
