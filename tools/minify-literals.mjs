// What esbuild leaves in the compiled elements: styles and templates as they were typed, and the compiler's decorator
// helper once in each file.
import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';

/** One with an expression or an escape in it stays as it was typed. */
const CSS_LITERAL = /\bcss`([^`\\$]*)`/g;

/** The same lines in every file: a bundle needs them once. */
const HELPER = /^var __decorate = [\s\S]*?^\};\n/m;
const SHARED_HELPER = 'typescript:decorate';

/** A mistake in a style that esbuild finds stops the build. */
async function minifyCss(css) {
  const { code, warnings } = await transform(css, { loader: 'css', minify: true });
  if (warnings.length > 0) throw new Error(`${warnings[0].text} in ${css}`);
  return code.trim();
}

/** What is left of line breaks stands in templates, where HTML reads any white space as one space, or as none. */
function minifyTemplates(code) {
  return code
    .trim()
    .replace(/\s*\n\s*(?=>)|(?<=")\s*\n\s*(?=\/>)/g, '')
    .replace(/\s*\n\s*/g, ' ');
}

export const literals = {
  name: 'literals',
  setup(build) {
    let helper;
    build.onResolve({ filter: new RegExp(`^${SHARED_HELPER}$`) }, ({ path }) => ({ path, namespace: path }));
    build.onLoad({ filter: /.*/, namespace: SHARED_HELPER }, () => ({
      contents: `${helper} export { __decorate };`,
    }));
    build.onLoad({ filter: /[\\/]components[\\/].*\.js$/ }, async ({ path }) => {
      const source = (await readFile(path, 'utf8')).replace(HELPER, (found) => {
        helper = found;
        return `import { __decorate } from '${SHARED_HELPER}';\n`;
      });
      const { code } = await transform(source, { minifyWhitespace: true });
      const contents = minifyTemplates(code);
      const styles = await Promise.all([...contents.matchAll(CSS_LITERAL)].map(([, css]) => minifyCss(css)));
      return { contents: contents.replace(CSS_LITERAL, () => `css\`${styles.shift()}\``), loader: 'js' };
    });
  },
};
