// Writes sdk/: the drop-in for whoever knows no `exports` in a package.json (TypeScript's `node`, webpack 4, Jest 27), and
// for `require`. It is a folder, because these look for one behind `hs-calling-elements/sdk`.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ROOT } from './root.mjs';

const FROM = join(ROOT, 'dist/src');
const TO = join(ROOT, 'sdk/types');
const ENTRY = 'sdk/index.d.ts';

/** This folder is CommonJS: the package around it is not. */
const PACKAGE = { type: 'commonjs', main: './index.js', types: `./types/${ENTRY}`, sideEffects: false };

const IMPORTS = /(?:from |import\()['"](\.[^'"]+)\.js['"]/g;

/** The declarations that one file needs, itself included, relative to FROM. */
async function declarationsOf(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  const code = await readFile(join(FROM, file), 'utf8');
  for (const [, path] of code.matchAll(IMPORTS)) {
    await declarationsOf(join(dirname(file), `${path}.d.ts`), found);
  }
  return found;
}

/** Writes the folder's package.json, and a copy of the declarations: those in dist/ are of ES modules. */
export async function writeSdkFolder() {
  for (const file of await declarationsOf(ENTRY)) {
    const target = join(TO, file);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(FROM, file), target);
  }
  await writeFile(join(ROOT, 'sdk/package.json'), `${JSON.stringify(PACKAGE, null, 2)}\n`);
}
