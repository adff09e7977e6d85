// The search page: reads the index that was built with the pages, and lists what fits.
import MiniSearch from 'minisearch';
import { searchOptions } from './search-options.js';

const MOST = 20;
const base = new URL('..', import.meta.url);
const field = document.querySelector('#search-words');
const list = document.querySelector('#search-results');
const status = document.querySelector('#search-status');

const loading = fetch(new URL('search-index.json', base)).then(async (response) =>
  MiniSearch.loadJSON(await response.text(), searchOptions),
);

function entry({ id, page, heading, excerpt }) {
  const item = document.createElement('li');
  const link = Object.assign(document.createElement('a'), {
    href: new URL(id.replace(/^\//, ''), base).href,
    textContent: heading === page ? page : `${page}: ${heading}`,
  });
  item.append(link, Object.assign(document.createElement('p'), { textContent: excerpt }));
  return item;
}

async function search() {
  const words = field.value.trim();
  const index = await loading;
  const found = words ? index.search(words) : [];
  list.replaceChildren(...found.slice(0, MOST).map(entry));
  const rest = found.length > MOST ? ` The first ${MOST} are listed.` : '';
  status.textContent = words ? `${found.length || 'Nothing'} found for “${words}”.${rest}` : '';
}

field.value = new URLSearchParams(location.search).get('q') ?? '';
field.addEventListener('input', search);
field.form.addEventListener('submit', (event) => {
  event.preventDefault();
  history.replaceState(null, '', `?q=${encodeURIComponent(field.value)}`);
  void search();
});
await search();
