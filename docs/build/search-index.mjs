// The index that the search page loads: one entry for each section of each page.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { searchOptions } from '../assets/search-options.js';

const NAMED = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

const words = (html) =>
  html
    .replaceAll(/<(script|style|svg)\b.*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => NAMED[entity])
    .replaceAll(/\s+/g, ' ')
    .trim();

function sectionsOf({ url, content }) {
  const [, article] = /<article\b[^>]*>(.*)<\/article>/s.exec(content) ?? [];
  if (!article) return [];
  const [, title = ''] = /<h1[^>]*>(.*?)<\/h1>/s.exec(article) ?? [];
  const [intro, ...parts] = article.split(/(?=<h2 id=)/);
  const page = words(title);
  return [
    { id: url, page, heading: page, text: words(intro.replace(/<h1[^>]*>.*?<\/h1>/s, '')) },
    ...parts.map((part) => {
      const [, id, heading] = /<h2 id="([^"]+)"[^>]*>(.*?)<\/h2>/s.exec(part);
      return {
        id: `${url}#${id}`,
        page,
        heading: words(heading),
        text: words(part.replace(/<h2.*?<\/h2>/s, '')),
      };
    }),
  ];
}

/** The beginning of a text, cut between words. */
const excerpt = (text) => (text.length > 160 ? `${text.slice(0, 160).replace(/\s\S*$/, '')} …` : text);

export async function writeSearchIndex(output, results) {
  const index = new MiniSearch(searchOptions);
  index.addAll(
    results
      .filter(({ url, content }) => url && content && !url.startsWith('/examples/') && !url.includes('404'))
      .flatMap(sectionsOf)
      .map((section) => ({ ...section, excerpt: excerpt(section.text) })),
  );
  await mkdir(output, { recursive: true });
  await writeFile(join(output, 'search-index.json'), JSON.stringify(index));
}
