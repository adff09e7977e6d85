// What is true of every page.
import { readFile } from 'node:fs/promises';

const { name, version, description } = JSON.parse(
  await readFile(new URL('../../package.json', import.meta.url), 'utf8'),
);

export default {
  name,
  version,
  description,
  /** Where the pages are served, with a slash at the end; for the sitemap and llms.txt only. */
  url: (process.env.DOCS_URL ?? 'http://localhost:8080/').replace(/\/*$/, '/'),
  /** The sections of the navigation, in order. */
  sections: ['Start', 'Guides', 'Elements', 'Reference'],
};
