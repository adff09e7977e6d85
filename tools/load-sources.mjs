// Imports TypeScript sources, also tests' fakes, into Node: they are bundled on the way.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from './root.mjs';

/**
 * @param {string} exports what is wanted, as lines of `export … from`, with paths from the root of the project
 * @returns {Promise<Record<string, any>>} the exports
 */
export async function loadSources(exports) {
  const folder = await mkdtemp(join(tmpdir(), 'sources-'));
  const outfile = join(folder, 'sources.mjs');
  try {
    await build({
      absWorkingDir: ROOT,
      stdin: { contents: exports, resolveDir: ROOT },
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile,
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}
