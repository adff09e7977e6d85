// `npm run test:consumers`: the packed package in the hands of those who use the drop-in: bundlers, test runners, React, and
// every TypeScript. Takes some minutes, and needs the npm registry the first time: what it loads is kept in a temporary folder.
//
//   npm run test:consumers -- react types          only the consumers with one of these in their name
//   npm run test:consumers -- --packed x.tgz       a package that is packed already
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CONSUMERS } from './consumers/table.mjs';
import { run } from './run.mjs';
import { ROOT } from './root.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { packed: { type: 'string' } },
});

const CACHE = join(tmpdir(), 'hs-calling-consumers');
const FIXTURES = join(ROOT, 'tools/consumers');
const { name: OURS } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));

async function must(command, args, options) {
  const { ok, output } = await run(command, args, { isQuiet: true, ...options });
  if (!ok) throw new Error(output);
  return output;
}

/** The path of the package as npm would publish it. */
async function pack() {
  if (values.packed) return resolve(values.packed);
  console.log('Building and packing …');
  await must('npm', ['pack', '--silent', '--pack-destination', CACHE]);
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  return join(CACHE, `${OURS}-${version}.tgz`);
}

/** A folder with the consumer's packages, its fixtures, and ours as it is packed. */
async function prepare({ name, packages, fixtures, manifest: more }, packed) {
  const folder = join(CACHE, name.toLowerCase().replaceAll(' ', '-'));
  const manifest = JSON.stringify(
    { name: 'consumer', private: true, dependencies: packages, ...more },
    null,
    2,
  );
  const path = join(folder, 'package.json');
  const installed = join(folder, 'installed.json');
  await mkdir(folder, { recursive: true });
  if ((await readFile(installed, 'utf8').catch(() => '')) !== manifest) {
    await writeFile(path, manifest);
    await must('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
    });
    await writeFile(installed, manifest);
  }
  const ours = join(folder, 'node_modules', OURS);
  await rm(ours, { recursive: true, force: true });
  await mkdir(ours, { recursive: true });
  await must('tar', ['--extract', '--file', packed, '--strip-components=1', '--directory', ours]);
  if (fixtures) {
    await rm(join(folder, fixtures), { recursive: true, force: true });
    await cp(join(FIXTURES, fixtures), fixtures === 'types' ? join(folder, fixtures) : folder, {
      recursive: true,
    });
  }
  return { folder, run: (command, args, env) => run(command, args, { cwd: folder, env, isQuiet: true }) };
}

const wanted = CONSUMERS.filter(
  ({ name }) =>
    positionals.length === 0 || positionals.some((part) => name.toLowerCase().includes(part.toLowerCase())),
);

let passed = 0;
let failed = 0;

async function attempt(name, action) {
  try {
    const result = await action();
    return { ok: true, result };
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${error.message.trim().replaceAll(/^/gm, '        ')}`);
    return { ok: false };
  }
}

await mkdir(CACHE, { recursive: true });
const { result: packed } = await attempt('npm pack', pack);
for (const consumer of packed ? wanted : []) {
  const { result: project } = await attempt(consumer.name, () => prepare(consumer, packed));
  for (const { name, run: runIt } of project ? consumer.runs : []) {
    const startedAt = Date.now();
    const { ok } = await attempt(`${consumer.name}: ${name}`, () => runIt(project));
    if (!ok) continue;
    passed += 1;
    console.log(`ok      ${consumer.name}: ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
  }
}
if (wanted.length === 0) {
  failed += 1;
  console.error(`No consumer has ${positionals.join(' or ')} in its name.`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
