// The demos of the frameworks: where they are, whether they are installed, and how they are started.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';

/**
 * Each demo by the name of its folder in demo/. `edit` is what the test of hot reload changes while the dev server runs: the
 * heading above the phone, in the file that the bridge is in.
 */
export const FRAMEWORKS = {
  vue: { edit: { file: 'src/Phone.vue', from: `title = 'Phone'`, to: `title = 'Edited'` } },
  react: { edit: { file: 'src/Phone.tsx', from: `title = 'Phone'`, to: `title = 'Edited'` } },
  angular: { edit: { file: 'src/phone.html', from: '<h1>Phone</h1>', to: '<h1>Edited</h1>' } },
  svelte: { edit: { file: 'src/Phone.svelte', from: `title = 'Phone'`, to: `title = 'Edited'` } },
};

/** Where `hs-calling-host` plays HubSpot unless told otherwise. The demos trust this port. */
export const HOST_PORT = 9026;

/** The ports that the tests use for a demo: its dev server, HubSpot, and the page of the official host, which is one for all. */
export function portsOf(name) {
  const index = Object.keys(FRAMEWORKS).indexOf(name);
  const first = Number(process.env.FRAMEWORKS_PORT ?? 8150);
  return { official: first, widget: first + 1 + 2 * index, host: first + 2 + 2 * index };
}

/** Two of a list, every day the next two. */
export function twoOfToday(names, now = new Date()) {
  const day = Math.floor((now - new Date(now.getFullYear(), 0, 0)) / 86_400_000);
  return [2 * day, 2 * day + 1].map((index) => names[index % names.length]);
}

export const folderOf = (name, root = ROOT) => join(root, 'demo', name);

async function must(command, args, options) {
  const { ok, output } = await run(command, args, { isQuiet: true, ...options });
  if (!ok) throw new Error(output);
}

/** The latest change in a folder, in epoch ms; 0 if there is no such folder. */
function changedAt(folder) {
  const files = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return Math.max(...files.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs));
}

const builtAt = () => statSync(join(ROOT, 'custom-elements.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Builds the package, unless what is built is newer than its sources. */
export async function ensureBuilt() {
  if (['src', 'components'].every((folder) => changedAt(folder) < builtAt())) return;
  console.log('Building hs-calling-elements …');
  await must('npm', ['run', 'build']);
}

/**
 * Installs the packages of a demo, and the package of this checkout as it is built now, unless both are there.
 * @param {string} folder of the demo
 */
export async function ensureInstalled(folder) {
  const wanted = `${readFileSync(join(folder, 'package-lock.json'), 'utf8')}\n${builtAt()}`;
  const stamp = join(folder, 'node_modules', '.installed');
  const isThere = statSync(stamp, { throwIfNoEntry: false }) && readFileSync(stamp, 'utf8') === wanted;
  if (isThere) return;
  console.log(`Installing ${folder} …`);
  await must('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: folder });
  writeFileSync(stamp, wanted);
}

/** Resolves when the address is served, or what serves it has ended. */
async function untilAnswered(address, ended) {
  let isOver = false;
  void ended.then(() => (isOver = true));
  while (!isOver && !(await fetch(address).catch(() => undefined))?.ok) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * Starts the dev server of a demo, and then the simulated HubSpot around it: the command of the package that the demo has
 * installed. Resolves with an exit code when either has ended.
 */
export async function startDemo(folder, { widgetPort, hostPort = HOST_PORT }) {
  const start = (command, ...args) => {
    const child = spawn(command, args, {
      cwd: folder,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    children.push(child);
    return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  };
  const children = [];
  let isWanted = true;
  const end = () => {
    isWanted = false;
    for (const child of children) child.kill();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end);

  const widget = `http://127.0.0.1:${widgetPort}/`;
  const server = start('npm', 'run', 'dev', '--', '--host', '127.0.0.1', '--port', String(widgetPort));
  await untilAnswered(widget, server);
  const command = createRequire(join(folder, 'package.json')).resolve('hs-calling-elements/package.json');
  const bin = join(command, '..', 'dist/src/command/hs-calling-host.js');
  const host = start(process.execPath, bin, widget, '--port', String(hostPort));
  const code = await Promise.race([server, host]);
  const isEndedByUser = !isWanted;
  end();
  return isEndedByUser ? 0 : code;
}
