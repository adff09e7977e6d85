// Writes the README's tables of error codes from the doc comments where the codes are.
//
//   npm run docs              writes
//   node tools/docs.mjs test  only says whether it is up to date
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from './root.mjs';

const ENTRY = /\/\*\*\s*\*\s*When: ([\s\S]*?)\s*\*\s*Do: ([\s\S]*?)\s*\*\/\s*'?([A-Z_]+)(?:'|: '.*'),/g;

/** Each table of the README, between two comments, and the file it is made from. */
const TABLES = { errors: 'src/protocol/errors.ts', 'voice errors': 'src/voice/voice-error.ts' };

const cell = (text) =>
  text
    .replaceAll(/\s*\n\s*\*\s*/g, ' ')
    .replace(/^./, (letter) => letter.toUpperCase())
    .replaceAll('|', String.raw`\|`);

const path = join(ROOT, 'README.md');
const readme = await readFile(path, 'utf8');
let next = readme;
for (const [name, file] of Object.entries(TABLES)) {
  const source = await readFile(join(ROOT, file), 'utf8');
  const rows = [...source.matchAll(ENTRY)].map(
    ([, when, what, code]) => `| \`${code}\` | ${cell(when)} | ${cell(what)} |`,
  );
  const table = ['| code | when | what to do |', '| --- | --- | --- |', ...rows].join('\n');
  const place = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- end of ${name} -->)`);
  if (!place.test(next)) throw new Error(`README.md has no place for the table “${name}”.`);
  next = next.replace(place, (_, start, end) => `${start}\n${table}\n\n${end}`);
}
const formatted = await format(next, { ...(await resolveConfig(path)), parser: 'markdown' });

if (process.argv[2] !== 'test') await writeFile(path, formatted);
else if (formatted !== readme) {
  console.error('README.md does not tell what the source says of errors: run “npm run docs”.');
  process.exitCode = 1;
}
