// The scripts of the pages, each in one file. They are bundled from source; what is tried out in the pages is the package
// as it is published, copied from cdn/.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export async function writeAssets(output) {
  if (!existsSync(join(ROOT, 'cdn')) || !existsSync(join(ROOT, 'custom-elements.json'))) {
    throw new Error('The package is not built: npm run build');
  }
  await build({
    absWorkingDir: join(ROOT, 'docs'),
    entryPoints: ['assets/site.js', 'assets/search.js', 'assets/example.js'],
    outdir: join(output, 'assets'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    // `sideEffects` in the package.json of the package would drop modules that are needed.
    ignoreAnnotations: true,
    logLevel: 'warning',
  });
}
