// Whether the pages are whole, as they are written: links lead somewhere, headings are in order, every page is listed.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../../tools/root.mjs';
import { headingId } from '../build/headings.mjs';

const REPOSITORY_FILES = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', '.changeset/README.md'],
  ...['src/sdk/README.md', 'src/testing/README.md', 'src/voice/README.md'],
];

export function must(problems) {
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/** Every page, by its address, as it is written. */
export function readPages(site) {
  return new Map(
    readdirSync(site, { recursive: true })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.html'))
      .map((file) => [`/${file.replace(/index\.html$/, '')}`, readFileSync(join(site, file), 'utf8')]),
  );
}

const idsIn = (html) => [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);

function brokenLinks(pages, files) {
  const problems = [];
  for (const [address, html] of pages) {
    for (const [, link] of html.matchAll(/<[a-z][^>]*?\s(?:href|src)="([^"]*)"/g)) {
      const [written, base] = [link.replaceAll('&amp;', '&'), `http://docs.test${address}`];
      const url = URL.canParse(written, base) ? new URL(written, base) : undefined;
      if (!url || !/^(?:https?|data):$/.test(url.protocol)) {
        problems.push(`${address}: “${link}” is no address`);
      }
      if (url?.origin !== 'http://docs.test') continue;
      const target = pages.get(url.pathname);
      if (!target && !files.has(url.pathname)) problems.push(`${address}: nothing is at ${link}`);
      else if (target && url.hash && !idsIn(target).includes(decodeURIComponent(url.hash.slice(1)))) {
        problems.push(`${address}: ${link} has no such place`);
      }
    }
  }
  return problems;
}

function badOutlines(pages) {
  const problems = [];
  for (const [address, html] of pages) {
    if (address.startsWith('/examples/')) continue;
    const levels = [...html.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
    if (levels.filter((level) => level === 1).length !== 1 || levels[0] !== 1)
      problems.push(`${address}: one h1, first`);
    levels.forEach((level, at) => {
      if (at > 0 && level > levels[at - 1] + 1)
        problems.push(`${address}: h${level} follows h${levels[at - 1]}`);
    });
    const ids = idsIn(html);
    const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
    if (twice.length > 0) problems.push(`${address}: twice there is ${twice.join(', ')}`);
  }
  return problems;
}

/** What is read in the repository: relative links lead to files, and their fragments to headings. */
function brokenRepositoryLinks() {
  const problems = [];
  for (const path of REPOSITORY_FILES) {
    const text = readFileSync(join(ROOT, path), 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '');
    for (const [, link] of text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
      const [file, fragment] = link.split('#');
      const target = file ? join(ROOT, dirname(path), file) : join(ROOT, path);
      if (!existsSync(target)) problems.push(`${path}: nothing is at ${link}`);
      else if (fragment && !headingsIn(readFileSync(target, 'utf8')).includes(fragment)) {
        problems.push(`${path}: ${link} has no such heading`);
      }
    }
  }
  return problems;
}

const headingsIn = (text) => [...text.matchAll(/^#+ (.*)$/gm)].map(([, words]) => headingId(words));

export async function linkChecks({ site, attempt }) {
  const pages = readPages(site);
  const files = new Set(
    readdirSync(site, { recursive: true }).map((file) => `/${file.replaceAll('\\', '/')}`),
  );
  await attempt('links', () => {
    must(brokenLinks(pages, files));
    return `${pages.size} pages`;
  });
  await attempt('links between the files of the repository', () => {
    must(brokenRepositoryLinks());
    return `${REPOSITORY_FILES.length} files`;
  });
  await attempt('the README is short', () => {
    const lines = readFileSync(join(ROOT, 'README.md'), 'utf8').split('\n').length - 1;
    must(lines > 150 ? [`It has ${lines} lines, and may have 150.`] : []);
    return `${lines} lines`;
  });
  await attempt('headings and ids', () => must(badOutlines(pages)));
  await attempt('sitemap and llms.txt name every page', () => {
    const map = readFileSync(join(site, 'sitemap.xml'), 'utf8');
    const list = readFileSync(join(site, 'llms.txt'), 'utf8');
    const known = [...pages.keys()].filter((path) => /^\/(?:start|guides|elements|reference)\//.test(path));
    must(
      known
        .filter((path) => !map.includes(`${path.slice(1)}</loc>`))
        .map((path) => `not in the sitemap: ${path}`),
    );
    must(
      known.filter((path) => !list.includes(`${path.slice(1)})`)).map((path) => `not in llms.txt: ${path}`),
    );
  });
}
