// What esbuild leaves in the compiled elements: styles and templates as they were typed, and TypeScript's helper for
// decorators once in each file.
import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';

/** One with an expression or an escape in it stays as it was typed. */
const CSS_LITERAL = /\bcss`([^`\\$]*)`/g;

const HELPER = /^var __decorate = [\s\S]*?^\};\n/m;
const DECORATED = /^__decorate\(\[\s*(\w+\([^\n]*\))\s*\], (\w+\.prototype), ("\w+"), (?:void 0|null)\);$/gm;

/** All that the helper does with a property's one decorator is to call it. */
function callDecorators(source) {
  const code = source.replace(HELPER, '').replace(DECORATED, '$1($2, $3);');
  return code.includes('__decorate') ? source : code;
}

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
    .replace(/\s*\n\s*(?=>)|(?<=")\s+(?=\/>)/g, '')
    .replace(/\s*\n\s*/g, ' ');
}

export const literals = {
  name: 'literals',
  setup(build) {
    build.onLoad({ filter: /[\\/]components[\\/].*\.js$/ }, async ({ path }) => {
      const source = callDecorators(await readFile(path, 'utf8'));
      const { code } = await transform(source, { minifyWhitespace: true });
      const contents = minifyTemplates(code);
      const styles = await Promise.all([...contents.matchAll(CSS_LITERAL)].map(([, css]) => minifyCss(css)));
      return { contents: contents.replace(CSS_LITERAL, () => `css\`${styles.shift()}\``), loader: 'js' };
    });
  },
};
