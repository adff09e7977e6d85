// Serves the scripts of the demo pages as a few bundles instead of hundreds of modules, so that a page loads quickly.
// Built from the source, and built again when a page is opened after a change.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path/posix';
import { context } from 'esbuild';
import { ROOT } from './root.mjs';

const script = /<script type="module" src="([^"]+\.ts)"/g;

/** The pages of a folder, without those of apps in it that have packages and a server of their own. */
function pagesOf(folder) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return path.endsWith('.html') ? [path] : [];
    return existsSync(join(ROOT, path, 'package.json')) ? [] : pagesOf(path);
  });
}

/** The scripts that the pages of a folder load. */
function entriesOf(folder) {
  return pagesOf(folder).flatMap((page) =>
    Array.from(readFileSync(join(ROOT, page), 'utf8').matchAll(script), ([, src]) =>
      join(dirname(page), src),
    ),
  );
}

const changedAt = (file) => statSync(join(ROOT, file), { throwIfNoEntry: false })?.mtimeMs ?? Infinity;

/** A plugin of the dev server for the pages of a folder. A new page needs a restart of the server. */
export function bundledPages(folder) {
  let bundling;
  let building;
  let builtAt = 0;
  let sources = [];
  let files = new Map();

  async function build() {
    const at = Date.now();
    bundling ??= await context({
      absWorkingDir: ROOT,
      entryPoints: entriesOf(folder),
      bundle: true,
      splitting: true,
      format: 'esm',
      target: 'es2022',
      // Lit as people will run it: the development build warns in the console of every page.
      conditions: ['production'],
      outbase: ROOT,
      outdir: ROOT,
      chunkNames: `${folder}/bundled/[name]-[hash]`,
      sourcemap: 'linked',
      metafile: true,
      write: false,
      // `sideEffects` in package.json names files of dist/: for the source it would drop modules that are needed.
      ignoreAnnotations: true,
    });
    const { outputFiles, metafile } = await bundling.rebuild();
    files = new Map(outputFiles.map(({ path, text }) => [`/${relative(ROOT, path)}`, text]));
    sources = Object.keys(metafile.inputs).filter((file) => !file.startsWith('node_modules/'));
    builtAt = at;
  }

  return {
    name: 'bundled-pages',
    async serve({ path }) {
      if (!path.startsWith(`/${folder}/`)) return undefined;
      const isPage = path.endsWith('/') || path.endsWith('.html');
      if (builtAt === 0 || (isPage && sources.some((file) => changedAt(file) > builtAt))) {
        building ??= build().finally(() => (building = undefined));
      }
      await building;
      const text = files.get(path.replace(/\.ts$/, '.js'));
      return text === undefined ? undefined : { body: text, type: path.endsWith('.map') ? 'json' : 'js' };
    },
    async serverStop() {
      await bundling?.dispose();
    },
  };
}
