// The documentation, as static pages in docs/_site. Installs and builds by itself what it needs.
//
//   npm run docs:build                                builds
//   npm run docs:build -- --pathprefix=/calling/      for a server where it is not at the top; what follows is Eleventy's
//   npm run docs                                      builds, serves at http://localhost:8080/, and again with each change
//
// DOCS_URL says where it will be served, for the sitemap and llms.txt: DOCS_URL=https://docs.example/calling/
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';

const DOCS = join(ROOT, 'docs');

async function must(command, args, options) {
  const { ok } = await run(command, args, options);
  if (!ok) throw new Error(`${command} ${args.join(' ')} failed`);
}

const changedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** Whether npm has installed what the lock file says. */
const isInstalled = (folder) =>
  changedAt(join(folder, 'node_modules/.package-lock.json')) >= changedAt(join(folder, 'package-lock.json'));

const install = (folder) => must('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder });

/** Whether a source has changed since the package was built. */
function isBuilt() {
  const builtAt = changedAt(join(ROOT, 'custom-elements.json'));
  return ['src', 'components'].every((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .every((file) => changedAt(join(ROOT, folder, file)) <= builtAt),
  );
}

/** Builds the pages, and says where they are. */
export async function buildDocs(...options) {
  if (!existsSync(join(ROOT, 'node_modules'))) await install(ROOT);
  if (!isInstalled(DOCS)) await install(DOCS);
  if (!isBuilt()) await must(process.execPath, [join(ROOT, 'tools/build.mjs')]);
  // A page that was renamed would stay.
  rmSync(join(DOCS, '_site'), { recursive: true, force: true });
  await must(process.execPath, ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet', ...options], { cwd: DOCS });
  return join(DOCS, '_site');
}

if (process.argv[1] === import.meta.filename) {
  try {
    await buildDocs(...process.argv.slice(2));
  } catch (error) {
    console.error(`Docs: ${error.message}`);
    process.exitCode = 1;
  }
}
