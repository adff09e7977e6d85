// What a release says of itself.

/** The heading of a version in CHANGELOG.md: `## 0.2.0`, `## 0.1.0 – Unreleased`, `## 0.1.0 – 2026-11-27`. */
const headingOf = (version) => new RegExp(`^## ${version.replaceAll('.', '\\.')}(?: – (.*))?$`, 'm');

/**
 * CHANGELOG.md with the day of the release in the version's heading.
 *
 * @param {string} changelog
 * @param {string} version
 * @param {string} day as YYYY-MM-DD
 * @throws where there is no section for the version
 */
export function datedChangelog(changelog, version, day) {
  const heading = headingOf(version);
  if (!heading.test(changelog)) throw new Error(`CHANGELOG.md has no section “## ${version}”.`);
  return changelog.replace(heading, (line, said) =>
    !said || said === 'Unreleased' ? `## ${version} – ${day}` : line,
  );
}

/**
 * The notes of a version: its section of CHANGELOG.md, and how to load each file from a CDN.
 *
 * @param {string} changelog
 * @param {string} version
 * @param {Record<string, string>} hashes of the files in cdn/, as `integrity` takes them
 */
export function notesOf(changelog, version, hashes) {
  const { index, 0: line } = headingOf(version).exec(changelog) ?? {};
  if (line === undefined) throw new Error(`CHANGELOG.md has no section “## ${version}”.`);
  const [section] = changelog.slice(index + line.length).split(/^## /m);
  const rows = Object.entries(hashes).map(([file, hash]) => `| \`${file}\` | \`${hash}\` |`);
  return `${section.trim()}

### Files for a CDN

Load an exact version, with its hash in \`integrity\`:

| file | integrity |
| ---- | --------- |
${rows.join('\n')}
`;
}
