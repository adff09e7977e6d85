// `npm run test:frameworks`: the demo of each framework in a copy, with the package as npm would publish it: its types and
// templates are checked, and it is driven through whole calls. Needs the npm registry the first time: what it loads is kept in a temporary folder.
//
//   npm run test:frameworks -- vue react      only these
//   npm run test:frameworks -- --today        two in turn, by the day of the year
//   npm run test:frameworks -- vue -g route   the rest is for Playwright
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  FRAMEWORKS,
  ensureBuilt,
  ensureInstalled,
  folderOf,
  HOST_PORT,
  portsOf,
  twoOfToday,
} from './frameworks.mjs';
import { run } from './run.mjs';

/** Stands for the folder of the package: a demo in it finds the package two folders up, as in a checkout. */
const COPY = join(tmpdir(), 'hs-calling-frameworks');
const ALL = Object.keys(FRAMEWORKS);

async function must(command, args, options) {
  const { ok, output } = await run(command, args, { isQuiet: true, ...options });
  if (!ok) throw new Error(output);
}

/** Lays the package there as npm would publish it. */
async function copyPackage() {
  await mkdir(COPY, { recursive: true });
  for (const name of await readdir(COPY)) {
    if (name !== 'demo') await rm(join(COPY, name), { recursive: true });
  }
  await must('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', COPY]);
  const packed = (await readdir(COPY)).find((name) => name.endsWith('.tgz'));
  await must('tar', ['--extract', '--file', packed, '--strip-components=1'], { cwd: COPY });
}

/** Copies a demo beside it, and checks its types and templates. It trusts the ports of the tests instead of its own. */
async function copyDemo(name) {
  const from = folderOf(name);
  const to = folderOf(name, COPY);
  const { host, official } = portsOf(name);
  const left = ['node_modules', 'dist', '.angular', '.svelte-kit'];
  await mkdir(to, { recursive: true });
  for (const file of await readdir(to)) {
    if (file !== 'node_modules') await rm(join(to, file), { recursive: true });
  }
  for (const file of await readdir(from)) {
    if (!left.includes(file)) await cp(join(from, file), join(to, file), { recursive: true });
  }
  for (const file of await readdir(join(to, 'src'), { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    const text = await readFile(path, 'utf8');
    const changed = text
      .replaceAll(`localhost:${HOST_PORT}`, `localhost:${host}`)
      .replaceAll('localhost:8000', `localhost:${official}`);
    if (changed !== text) await writeFile(path, changed);
  }
  await ensureInstalled(to);
  await must('npm', ['run', 'check'], { cwd: to });
}

const args = process.argv.slice(2);
const named = args.filter((arg) => ALL.includes(arg));
const rest = args.filter((arg) => !ALL.includes(arg) && arg !== '--today');
const wanted = args.includes('--today') ? twoOfToday(ALL) : named.length > 0 ? named : ALL;

try {
  await ensureBuilt();
  await copyPackage();
  for (const name of wanted) await copyDemo(name);
  const env = { FRAMEWORKS: wanted.join(), FRAMEWORKS_COPY: COPY };
  const { ok } = await run('playwright', ['test', '--config', 'playwright.frameworks.config.mjs', ...rest], {
    env,
  });
  if (!ok) process.exitCode = 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
