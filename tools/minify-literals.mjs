// Bundles written by esbuild carry the styles and templates of an element as they were typed; this takes out the
// white space that no browser needs.
import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';

const CSS_LITERAL = /\bcss`((?:\\[\s\S]|[^`\\])*)`/g;

// Strings and interpolations come first: what looks like a gap inside them is left alone.
const KEPT = String.raw`"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\$\{[^}]*\}`;
const COMMENT = new RegExp(String.raw`(${KEPT})|/\*[\s\S]*?\*/`, 'g');
const MARK = new RegExp(String.raw`(${KEPT})| ?([{};,]) ?`, 'g');

/**
 * White space around `:` stays: `a :hover` is not `a:hover`.
 * @param {string} css
 */
function minifyCss(css) {
  return css
    .replace(COMMENT, (_, kept) => kept ?? ' ')
    .replace(MARK, (_, kept, mark) => kept ?? mark)
    .replaceAll(';}', '}')
    .trim();
}

export const literals = {
  name: 'literals',
  setup(build) {
    build.onLoad({ filter: /[\\/]components[\\/].*\.js$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { minifyWhitespace: true });
      // The line breaks that are left stand in templates, where HTML and CSS read any white space as one space.
      const contents = code
        .trim()
        .replace(/\s*\n\s*/g, ' ')
        .replace(CSS_LITERAL, (_, css) => `css\`${minifyCss(css)}\``);
      return { contents, loader: 'js' };
    });
  },
};
