// Pages that are written beside the code, for whoever works on it, and belong into the documentation too.
import { readFileSync } from 'node:fs';

const ROOT = new URL('../../', import.meta.url);

/** The Markdown of a file of the repository without its title. Links to other files there stay as words: they are not served. */
export function repositoryText(path) {
  return readFileSync(new URL(path, ROOT), 'utf8')
    .replace(/^# .*\n/, '')
    .replaceAll(/\[([^\]]+)\]\((?!https?:|#|\/)[^)]*\)/g, '$1');
}
