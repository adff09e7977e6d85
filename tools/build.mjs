// Builds what is published: dist/ (modules), cdn/ (one file for a script tag), sdk/ (the drop-in for `require` and old
// resolvers), custom-elements.json and what editors make of it.
import { chmod, cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { measureBundles, writeBundles } from './bundle.mjs';
import { writeIntegrity } from './integrity.mjs';
import { writeEditorData } from './editors.mjs';
import { minifyLiterals } from './minify-literals.mjs';
import { writeSdkFolder } from './old-resolvers.mjs';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';

const OUTPUTS = [
  ...['dist', 'cdn', 'sdk'],
  ...['custom-elements.json', 'vscode.html-custom-data.json', 'web-types.json'],
];

async function step(command, ...args) {
  const { ok } = await run(command, args);
  if (!ok) throw new Error(`${command} failed`);
}

/** Where the package is installed, npm does this; in a checkout nobody else does. */
async function makeExecutable() {
  const { bin } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  await Promise.all(Object.values(bin).map((path) => chmod(join(ROOT, path), 0o755)));
}

/** Declarations that are written by hand: TypeScript leaves those out of what it writes. */
const copyDeclarations = () =>
  cp(join(ROOT, 'components/types'), join(ROOT, 'dist/components/types'), {
    recursive: true,
    filter: (path) => !/(?<!\.d)\.ts$/.test(path),
  });

/** Prints the sizes as a table. Returns whether all are within their budgets. */
function printSizes(sizes) {
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
  console.log(
    `\n${'bundle'.padEnd(40)}${'minified'.padStart(9)}${'gzip'.padStart(9)}${'budget'.padStart(9)}`,
  );
  for (const { name, bytes, gzip, budget } of sizes) {
    const verdict = budget === undefined ? '' : kilobytes(budget) + (gzip > budget ? '  OVER' : '');
    console.log(`${name.padEnd(40)}${kilobytes(bytes)}${kilobytes(gzip)}${verdict}`);
  }
  return sizes.every(({ gzip, budget }) => budget === undefined || gzip <= budget);
}

/** Prints what belongs into the `integrity` of a script tag. */
function printHashes({ version, files }) {
  console.log(`\nversion ${version}, for the integrity of a script tag`);
  for (const [file, hash] of Object.entries(files)) console.log(`${file.padEnd(40)}${hash}`);
}

try {
  await Promise.all(OUTPUTS.map((path) => rm(join(ROOT, path), { recursive: true, force: true })));
  await step('tsc', '-p', 'tsconfig.build.json');
  await step('tsc', '-p', 'tsconfig.command.json');
  await copyDeclarations();
  await makeExecutable();
  await minifyLiterals(join(ROOT, 'dist/components'));
  await writeBundles();
  printHashes(await writeIntegrity());
  await writeSdkFolder();
  await step('cem', 'analyze', '--config', 'custom-elements-manifest.config.mjs');
  await writeEditorData();
  if (!printSizes(await measureBundles())) throw new Error('A bundle is over its budget.');
} catch (error) {
  console.error(`Build failed: ${error.message}`);
  process.exitCode = 1;
}
