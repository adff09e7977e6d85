// Markdown as the guides are written in: headings have ids, code is coloured, and a block can name its file:
// ```js file=src/main.js
import MarkdownIt from 'markdown-it';
import Prism from 'prismjs';
import loadLanguages from 'prismjs/components/index.js';
import { headingId } from './headings.mjs';

loadLanguages.silent = true;
loadLanguages([
  'bash',
  'diff',
  'javascript',
  'json',
  'jsx',
  'markup',
  'nginx',
  'css',
  'tsx',
  'typescript',
  'yaml',
]);

/** What the languages of code blocks are called in Prism. */
const GRAMMARS = {
  html: 'markup',
  vue: 'markup',
  svelte: 'markup',
  js: 'javascript',
  ts: 'typescript',
  sh: 'bash',
};

/** What stands above a block that names no file. */
const LABELS = {
  css: 'CSS',
  diff: 'Change',
  html: 'HTML',
  js: 'JavaScript',
  jsx: 'JSX',
  nginx: 'nginx',
  sh: 'Terminal',
  ts: 'TypeScript',
};

const escape = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function highlight(code, language) {
  const name = GRAMMARS[language] ?? language;
  const grammar = Prism.languages[name];
  return grammar ? Prism.highlight(code, grammar, name) : escape(code);
}

/** Reads what stands behind the three backticks: `html file=index.html` → `{ language, file }`. */
export function readInfo(info) {
  const [language = '', ...words] = info.trim().split(/\s+/);
  const flags = Object.fromEntries(
    words.map((word) => word.split('=')).map(([key, value = true]) => [key, value]),
  );
  return { language, ...flags };
}

export const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false, highlight });

let blocks = 0;

markdown.renderer.rules.fence = (tokens, index) => {
  const { content, info } = tokens[index];
  const { language, file } = readInfo(info);
  const code = `<code class="language-${language || 'text'}">${highlight(content.trimEnd(), language)}</code>`;
  blocks += 1;
  const id = `code-${blocks}`;
  const caption = `<figcaption id="${id}">${escape(file ?? LABELS[language] ?? 'Text')}</figcaption>`;
  // Code may be wider than the page: a keyboard has to reach it to scroll it.
  return `<figure class="code">${caption}<pre tabindex="0" role="group" aria-labelledby="${id}">${code}</pre></figure>\n`;
};

markdown.renderer.rules.heading_open = (tokens, index, options, env, self) => {
  const token = tokens[index];
  const words = tokens[index + 1].children
    .filter(({ type }) => type === 'text' || type === 'code_inline')
    .map(({ content }) => content);
  token.attrSet('id', headingId(words.join('')));
  return self.renderToken(tokens, index, options);
};

markdown.renderer.rules.table_open = () =>
  '<div class="table" tabindex="0" role="group" aria-label="Table"><table>';
markdown.renderer.rules.table_close = () => '</table></div>';

/** A corner of a table without words is no header. */
for (const rule of ['th_open', 'th_close']) {
  markdown.renderer.rules[rule] = (tokens, index, options, env, self) => {
    const inner = tokens[rule === 'th_open' ? index + 1 : index - 1];
    if (inner.content === '') tokens[index].tag = 'td';
    return self.renderToken(tokens, index, options);
  };
}
