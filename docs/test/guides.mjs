// Reads the guides as a person would who follows them: which commands to type, which files to write, in their order.
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readInfo } from '../build/markdown.mjs';
import site from '../data/site.mjs';

const PAGES = join(import.meta.dirname, '../pages');
const FENCE = /^```(\S[^\n]*)\n([\s\S]*?)^```$/gm;

/** The blocks of code in a Markdown file: `{ language, file?, server?, host?, code }`, and the line where each begins. */
export async function blocksOf(path) {
  const text = (await readFile(path, 'utf8')).replaceAll('%VERSION%', site.version);
  return [...text.matchAll(FENCE)].map(({ 1: info, 2: code, index }) => ({
    ...readInfo(info),
    code,
    place: `${path.slice(PAGES.length + 1)}:${text.slice(0, index).split('\n').length}`,
  }));
}

/** Every Markdown file of the pages. */
export async function markdownFiles() {
  const files = await readdir(PAGES, { recursive: true });
  return files
    .filter((file) => file.endsWith('.md'))
    .toSorted()
    .map((file) => join(PAGES, file));
}

/** The guides that can be followed: those that start a server. */
export async function startGuides() {
  const guides = [];
  for (const path of await markdownFiles()) {
    const steps = (await blocksOf(path)).filter(({ file, language }) => file || language === 'sh');
    if (steps.some(({ server }) => server)) guides.push({ name: basename(path, '.md'), steps });
  }
  return guides;
}
