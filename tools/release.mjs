// `npm run release`: everything that a release needs, from a clean clone of what is committed.
//
//   npm run release -- --dry-run     all of it, but nothing that anybody else would see
//   npm run release                  also commits the version, tags it and publishes the package
//
// What it writes stays in release/: the package, its notes, and the hashes of the files for a CDN.
import { copyFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkPackage } from './check-package.mjs';
import { datedChangelog, notesOf } from './release-notes.mjs';
import { run } from './run.mjs';
import { ROOT } from './root.mjs';

const { values: options } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } });
const isDryRun = options['dry-run'];

const RELEASE = join(ROOT, 'release');

async function must(command, args, { cwd = ROOT } = {}) {
  const { ok, output } = await run(command, args, { cwd, isQuiet: true });
  if (!ok) throw new Error(`${command} ${args.join(' ')} failed:\n${output.trimEnd()}`);
  return output.trim();
}

/** Tells what is done now, and what came of it. */
async function step(name, work) {
  process.stdout.write(`${name} … `);
  const result = await work();
  console.log(typeof result === 'string' ? result : 'ok');
  return result;
}

const readJson = async (path) => JSON.parse(await readFile(path, 'utf8'));

/** The files of changes that wait for a release. */
const waitingChanges = async (clone) =>
  (await readdir(join(clone, '.changeset'))).filter((file) => file.endsWith('.md') && file !== 'README.md');

/** Sets the version and the section of CHANGELOG.md. Gives the version. */
async function setVersion(clone) {
  if ((await waitingChanges(clone)).length > 0) {
    await must('npm', ['run', '--silent', 'version'], { cwd: clone });
    await must('npm', ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: clone,
    });
  }
  const { version } = await readJson(join(clone, 'package.json'));
  const isTagged = await must('git', ['tag', '--list', `v${version}`], { cwd: clone });
  if (isTagged) {
    throw new Error(
      `v${version} is released, and no change waits in .changeset/. \`npm run changeset\` adds one.`,
    );
  }
  const path = join(clone, 'CHANGELOG.md');
  const today = new Date().toISOString().slice(0, 10);
  await writeFile(path, datedChangelog(await readFile(path, 'utf8'), version, today));
  return version;
}

/** Puts the version's commit and tag into this repository, and the package on the registry. */
async function publish(clone, version, packed) {
  await must('git', ['add', '--all'], { cwd: clone });
  await must('git', ['commit', '--message', `Release ${version}`, '--allow-empty'], { cwd: clone });
  await must('git', ['tag', '--annotate', `v${version}`, '--message', `Release ${version}`], { cwd: clone });
  // The package first: a tag without a package would say what is not true. A second run stops at the tag.
  await must('npm', ['publish', packed, '--access', 'public']);
  await must('git', ['pull', '--ff-only', '--tags', clone, 'HEAD']);
  return 'done; now: git push --follow-tags';
}

const temporary = await mkdtemp(join(tmpdir(), 'hs-calling-release-'));
try {
  await step('nothing is left uncommitted', async () => {
    const changes = await must('git', ['status', '--porcelain']);
    if (changes) throw new Error(`Commit these first, or put them away:\n${changes}`);
  });
  const clone = join(temporary, 'clone');
  await step('clean clone', async () => {
    await must('git', ['clone', '--quiet', ROOT, clone]);
    await must('npm', ['ci', '--no-audit', '--no-fund'], { cwd: clone });
  });
  const version = await step('version', () => setVersion(clone));
  await rm(RELEASE, { recursive: true, force: true });
  await mkdir(RELEASE, { recursive: true });
  const packed = await step('build and package', async () => {
    await must('npm', ['pack', '--pack-destination', RELEASE], { cwd: clone });
    const { name } = await readJson(join(clone, 'package.json'));
    return join(RELEASE, `${name}-${version}.tgz`);
  });
  await step('the package in an empty folder', () => checkPackage(packed, join(temporary, 'empty')));
  await step('notes and hashes', async () => {
    const hashes = join(clone, 'cdn/integrity.json');
    const changelog = await readFile(join(clone, 'CHANGELOG.md'), 'utf8');
    await writeFile(join(RELEASE, 'notes.md'), notesOf(changelog, version, await readJson(hashes)));
    await copyFile(hashes, join(RELEASE, basename(hashes)));
    return join(RELEASE, 'notes.md');
  });
  if (isDryRun) console.log(`\nA dry run: ${version} is neither committed nor tagged nor published.`);
  else await step('commit, tag and publish', () => publish(clone, version, packed));
} catch (error) {
  console.error(`\nNo release: ${error.message}`);
  process.exitCode = 1;
} finally {
  await rm(temporary, { recursive: true, force: true });
}
