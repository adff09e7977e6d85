// Names the parts of other packages that bundles contain, with the texts of their licences: what was really bundled, as
// esbuild's metafile tells it.
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path/posix';
import { ROOT } from './root.mjs';

/** Where the notices are. Each bundle that contains parts of other packages names this file. */
export const NOTICES = 'cdn/THIRD-PARTY-NOTICES.txt';

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)\b/i;

/** The folder of a package, from the path of one of its files. */
const PACKAGE = /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** How a module of ours says that it was drawn from a package: a tool made it, and no import tells. */
const MADE_FROM = /^\/\/ Made by \S+ from (\S+)/;

async function packageOf(input) {
  const [folder] = PACKAGE.exec(input) ?? [];
  if (folder) return folder;
  const made = MADE_FROM.exec(await readFile(join(ROOT, input), 'utf8').catch(() => ''));
  return made ? `node_modules/${made[1]}` : undefined;
}

async function describe(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(ROOT, folder, 'package.json'), 'utf8'));
  const files = (await readdir(join(ROOT, folder))).filter((file) => LICENCE_FILE.test(file)).sort();
  if (files.length === 0) throw new Error(`${folder} is bundled, and has no file with its licence.`);
  const texts = await Promise.all(files.map((file) => readFile(join(ROOT, folder, file), 'utf8')));
  return { name, version, license, text: texts.map((text) => text.trim()).join('\n\n') };
}

/**
 * The notices for some bundles.
 *
 * @param {Pick<import('esbuild').Metafile, 'outputs'>[]} metafiles - What esbuild tells of the bundles.
 * @returns {Promise<string>} The text of the file.
 */
export async function noticesFor(metafiles) {
  const bundlesOf = new Map();
  for (const [bundle, { inputs }] of metafiles.flatMap(({ outputs }) => Object.entries(outputs))) {
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = bytesInOutput > 0 ? await packageOf(input) : undefined;
      if (folder) bundlesOf.set(folder, (bundlesOf.get(folder) ?? new Set()).add(bundle));
    }
  }
  const sections = [...bundlesOf.keys()].sort().map(async (folder) => {
    const { name, version, license, text } = await describe(folder);
    const bundles = [...bundlesOf.get(folder)].sort().map((bundle) => inThisFolder(bundle));
    return `${'='.repeat(78)}\n${name} ${version} (${license})\nIn: ${bundles.join(', ')}\n\n${text}\n`;
  });
  const head = 'The files of this folder contain parts of the packages below, under their licences.\n';
  return [head, ...(await Promise.all(sections))].join('\n');
}

const inThisFolder = (bundle) => (dirname(bundle) === dirname(NOTICES) ? basename(bundle) : `../${bundle}`);
