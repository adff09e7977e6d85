// The packed package in an empty folder, as the first user of a release gets it.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { run } from './run.mjs';

async function must(command, args, cwd) {
  const { ok, output } = await run(command, args, { cwd, isQuiet: true });
  if (!ok) throw new Error(`${command} ${args.join(' ')} failed in an empty folder:\n${output.trimEnd()}`);
  return output.trim();
}

/** What Node can load: every entry that is code, without patterns. */
const importable = (exported) =>
  Object.keys(exported).filter((entry) => !/[*]|\.(?:json|css)$/.test(entry) && entry !== './cdn');

/**
 * Installs the package in an empty folder, and uses it: imports every entry in Node, requires the drop-in, starts the command,
 * bundles all elements.
 *
 * @param {string} packed path of the .tgz
 * @param {string} folder is made; must not exist
 * @returns {Promise<string>} what was found, in a few words
 * @throws with what failed
 */
export async function checkPackage(packed, folder) {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  await must('npm', ['install', packed, 'jssip', 'libphonenumber-js', '--no-audit', '--no-fund'], folder);
  const installed = join(folder, 'node_modules', 'hs-calling-elements');
  const { name, version, exports, bin } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));

  const entries = importable(exports);
  const imports = entries.map((entry) => `await import(${JSON.stringify(join(name, entry))});`).join('\n');
  await writeFile(join(folder, 'imports.mjs'), imports);
  await must('node', ['imports.mjs'], folder);

  const required = `require('node:assert').equal(typeof require('${name}/sdk').default, 'function');`;
  await writeFile(join(folder, 'require.cjs'), required);
  await must('node', ['require.cjs'], folder);

  for (const command of Object.keys(bin)) await must('npx', ['--no-install', command, '--help'], folder);

  const { outputFiles } = await build({
    stdin: { contents: `import '${name}';`, resolveDir: folder },
    bundle: true,
    minify: true,
    format: 'esm',
    logLevel: 'silent',
    write: false,
  });
  const kilobytes = Math.round(outputFiles[0].contents.length / 1000);
  return `${name} ${version}: ${entries.length} entries imported, a bundle of ${kilobytes} kB`;
}
