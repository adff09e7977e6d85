// Writes the README's table of error codes from the doc comments in src/protocol/errors.ts.
//
//   npm run docs              writes
//   node tools/docs.mjs test  only says whether it is up to date
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from './root.mjs';

const ENTRY = /\/\*\*\s*\*\s*When: ([\s\S]*?)\s*\*\s*Do: ([\s\S]*?)\s*\*\/\s*([A-Z_]+): '(.*)',/g;
const PLACE = /(<!-- errors -->\n)[\s\S]*?(<!-- end of errors -->)/;

const source = await readFile(join(ROOT, 'src/protocol/errors.ts'), 'utf8');
const cell = (text) =>
  text
    .replaceAll(/\s*\n\s*\*\s*/g, ' ')
    .replace(/^./, (letter) => letter.toUpperCase())
    .replaceAll('|', String.raw`\|`);
const rows = [...source.matchAll(ENTRY)].map(
  ([, when, what, code]) => `| \`${code}\` | ${cell(when)} | ${cell(what)} |`,
);

const path = join(ROOT, 'README.md');
const readme = await readFile(path, 'utf8');
const table = ['| code | when | what to do |', '| --- | --- | --- |', ...rows].join('\n');
const next = readme.replace(PLACE, (_, start, end) => `${start}\n${table}\n\n${end}`);
const formatted = await format(next, { ...(await resolveConfig(path)), parser: 'markdown' });

if (process.argv[2] !== 'test') await writeFile(path, formatted);
else if (formatted !== readme) {
  console.error('README.md does not tell what src/protocol/errors.ts says: run “npm run docs”.');
  process.exitCode = 1;
}
