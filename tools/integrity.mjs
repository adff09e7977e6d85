// The hashes of the CDN's files, for Subresource Integrity: cdn/integrity.json, which the build writes and prints.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path/posix';
import { CDN_FILES } from './bundle.mjs';
import { ROOT } from './root.mjs';

export const INTEGRITY = 'cdn/integrity.json';

/** What belongs into the `integrity` of a script tag for this code. */
export const integrityOf = (code) => `sha384-${createHash('sha384').update(code).digest('base64')}`;

/** Writes the version and the hash of each script, by its path in cdn/. Returns them. */
export async function writeIntegrity() {
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  const hashes = CDN_FILES.map(async ({ outfile }) => [
    relative('cdn', outfile),
    integrityOf(await readFile(join(ROOT, outfile))),
  ]);
  const files = Object.fromEntries(await Promise.all(hashes));
  await writeFile(join(ROOT, INTEGRITY), `${JSON.stringify({ version, files }, null, 2)}\n`);
  return { version, files };
}
