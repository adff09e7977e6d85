// How the pages are made: Markdown in pages/, what is derived from the package in data/, and the look in assets/.
import { HtmlBasePlugin } from '@11ty/eleventy';
import { writeAssets } from './build/assets.mjs';
import { markdown } from './build/markdown.mjs';
import { contents, headingId } from './build/headings.mjs';
import { repositoryText } from './build/repository-text.mjs';
import { writeSearchIndex } from './build/search-index.mjs';
import { readableTables } from './build/tables.mjs';
import site from './data/site.mjs';

export default function configure(config) {
  config.addPlugin(HtmlBasePlugin);
  config.setLibrary('md', markdown);
  config.addPreprocessor('version', 'md', (data, content) => content.replaceAll('%VERSION%', site.version));
  config.addFilter('md', (text) => markdown.render(text ?? ''));
  config.addFilter('mdInline', (text) => markdown.renderInline(text ?? ''));
  config.addFilter('repositoryText', repositoryText);
  config.addFilter('id', headingId);
  config.addFilter('contents', contents);
  config.addFilter('code', (text, language) => markdown.options.highlight(text, language));
  config.addFilter('inSection', (pages, section) =>
    pages
      .filter(({ data }) => data.section === section)
      .sort((one, other) => (one.data.order ?? 0) - (other.data.order ?? 0)),
  );
  config.addTransform('tables', (content, path) =>
    path?.endsWith('.html') ? readableTables(content) : content,
  );
  config.addPassthroughCopy({
    '../cdn/*.js': 'package',
    '../cdn/translations/*.js': 'package/translations',
    '../custom-elements.json': 'package/custom-elements.json',
    'assets/favicon.svg': 'assets/favicon.svg',
    'assets/style.css': 'assets/style.css',
    'assets/example-page.css': 'assets/example-page.css',
    'assets/trust-this-site.js': 'assets/trust-this-site.js',
    '../demo/screenshot.png': 'assets/screenshot.png',
  });
  config.addWatchTarget('./assets/');
  config.addWatchTarget('./examples/');
  config.on('eleventy.before', ({ directories }) => writeAssets(directories.output));
  config.on('eleventy.after', ({ directories, results }) => writeSearchIndex(directories.output, results));
  config.setServerOptions({ showAllHosts: false });

  return {
    dir: { input: 'pages', includes: '../layouts', layouts: '../layouts', data: '../data', output: '_site' },
    // Guides show templates of Vue and Angular, which are full of braces.
    markdownTemplateEngine: false,
    htmlTemplateEngine: 'njk',
  };
}
