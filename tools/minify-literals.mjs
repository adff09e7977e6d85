// Makes the styles and templates of the compiled elements as short as they can be. The code around them stays readable,
// and the source maps lead to the TypeScript sources as before.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import remapping from '@jridgewell/remapping';
import { transform } from 'esbuild';
import { minifyHTMLLiterals } from 'minify-literals';

/** A mistake in a style stops the build: the library's own minifier would only warn. */
async function minifyCss(css) {
  const { code, warnings } = await transform(css, {
    loader: 'css',
    minify: true,
    // In a template, an escape such as `\2192` is a mistake, and the whole style would be undefined.
    charset: 'utf8',
  });
  if (warnings.length > 0) throw new Error(`${warnings[0].text} in ${css}`);
  return code.trim();
}

/** Minifies the literals of one compiled module, and corrects its source map. */
async function minifyModule(path) {
  const fileName = basename(path);
  const minified = await minifyHTMLLiterals(await readFile(path, 'utf8'), {
    fileName,
    css: minifyCss,
    cssTags: ['css'],
    // Not `svg`: an icon's `<path />` without its slash would swallow the path after it.
    htmlTags: ['html'],
    // White space becomes one space and is never removed: words of two elements must not run together.
    html: { conservativeCollapse: true },
  });
  if (!minified) return; // It has no literals.
  const compilerMap = JSON.parse(await readFile(`${path}.map`, 'utf8'));
  const map = remapping([minified.map, compilerMap], () => null);
  map.file = fileName;
  await Promise.all([writeFile(path, minified.code), writeFile(`${path}.map`, String(map))]);
}

/** Minifies the literals of every compiled module in a folder. */
export async function minifyLiterals(folder) {
  const files = await readdir(folder, { recursive: true });
  await Promise.all(
    files.filter((file) => file.endsWith('.js')).map((file) => minifyModule(join(folder, file))),
  );
}
