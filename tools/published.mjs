// What package.json says is published, as tables for tests: what is added there is tested with the rest.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

export const PACKAGE = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** The entries that register one element, such as `dialer`, and the name of its folder. */
export const ELEMENT_ENTRIES = Object.entries(PACKAGE.exports)
  .map(([entry, { default: file }]) => [entry.slice(2), /components\/(.+)\/define\.js$/.exec(file)?.[1]])
  .filter(([, element]) => element);

/** The tags that they register. */
export const TAGS = ELEMENT_ENTRIES.map(([, element]) => `hs-${element}`);

/** Imports all of them. */
export const registerEveryElement = () =>
  Promise.all(ELEMENT_ENTRIES.map(([entry]) => import(`${PACKAGE.name}/${entry}`)));
