/** A throw-away internet: the pages of this folder under any host name, over TLS and without. Run by the tests. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';

const folder = fileURLToPath(new URL('.', import.meta.url));
const root = join(folder, '../..');

/** Ports that a browser finds behind every host name. */
const tlsPorts = [443, 8443];

// The policy of a widget's page but for `frame-ancestors`: with that, and with the opener policy, the browser itself
// would keep the attackers out, and nothing would be learnt of what is behind.
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self'; frame-src https:; base-uri 'none'; object-src 'none'";
const widgets = ['widget.html', 'copies.html', 'blank.html'];

/** A running internet. */
export interface Internet {
  /** What makes a Chromium live in it. */
  readonly chromiumFlags: readonly string[];
  close(): Promise<void>;
}

export async function startInternet(): Promise<Internet> {
  const scripts = await bundle(['copy', 'host', 'official-host', 'widget']);
  const listener: RequestListener = (request, response) => {
    void answer(request.url ?? '/', scripts).then(({ status, headers, body }) => {
      response.writeHead(status, headers).end(body);
    });
  };
  const open = createServer(listener);
  const secure = createTlsServer(selfSigned(), listener);
  const [openPort, securePort] = await Promise.all([listen(open), listen(secure)]);
  const rules = [
    `MAP *:80 127.0.0.1:${openPort}`,
    ...tlsPorts.map((port) => `MAP *:${port} 127.0.0.1:${securePort}`),
  ];
  return {
    chromiumFlags: [`--host-resolver-rules=${rules.join(',')}`, '--ignore-certificate-errors'],
    close: async () => {
      await Promise.all([open, secure].map(shut));
    },
  };
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

async function answer(url: string, scripts: ReadonlyMap<string, string>): Promise<Answer> {
  const { pathname } = new URL(url, 'https://any.example');
  // Every browser asks for it; a 404 would be a line in the console.
  if (pathname === '/favicon.ico') return { status: 204 };
  const file = basename(pathname);
  const script = scripts.get(file);
  if (script !== undefined) return found(file, script);
  try {
    return found(file, await readFile(join(folder, file)));
  } catch {
    return { status: 404 };
  }
}

function found(file: string, body: string | Buffer): Answer {
  const type = extname(file) === '.html' ? 'text/html' : 'text/javascript';
  const headers = {
    'Content-Type': `${type}; charset=utf-8`,
    ...(widgets.includes(file) && { 'Content-Security-Policy': policy }),
  };
  return { status: 200, headers, body };
}

const fromSource: BuildOptions = {
  absWorkingDir: root,
  outdir: folder,
  bundle: true,
  // `sideEffects` names what is published; of the source nothing may be dropped.
  ignoreAnnotations: true,
  target: 'es2022',
  logLevel: 'warning',
};

/** One file for each page's script, so that a page of many modules opens at once, and the file of the CDN. */
async function bundle(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const entryPoints = names.map((name) => join(folder, `${name}.ts`));
  const [pages, cdn] = await Promise.all([
    build({ ...fromSource, entryPoints, format: 'esm', write: false }),
    build({
      ...fromSource,
      entryPoints: [join(root, 'components/index.ts')],
      format: 'iife',
      globalName: 'HsCalling',
      minify: true,
      write: false,
    }),
  ]);
  return new Map([
    ...pages.outputFiles.map(({ path, text }) => [`${basename(path, '.js')}.ts`, text] as const),
    ...cdn.outputFiles.map(({ text }) => ['hs-calling-elements.iife.min.js', text] as const),
  ]);
}

/** A certificate for no name in particular: made anew each time, and gone from the disk at once. */
function selfSigned(): { readonly key: string; readonly cert: string } {
  const cwd = mkdtempSync(join(tmpdir(), 'certificate-'));
  try {
    const order =
      'req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=any.example -keyout key.pem -out cert.pem';
    execFileSync('openssl', order.split(' '), { cwd, stdio: 'pipe' });
    const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
    return { key: read('key.pem'), cert: read('cert.pem') };
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
