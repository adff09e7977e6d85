import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { datedChangelog, notesOf } from './release-notes.mjs';

const CHANGELOG = `# Changelog

## 0.2.0

### Minor Changes

- A thing for 0.1.0.

## 0.1.0 – 2026-01-02

- The first.
`;

describe('the notes of a release', () => {
  test('put the day into the heading of the version, and nowhere else', () => {
    assert.equal(
      datedChangelog(CHANGELOG, '0.2.0', '2026-03-04'),
      CHANGELOG.replace('## 0.2.0', '## 0.2.0 – 2026-03-04'),
    );
  });

  test('replace “Unreleased”', () => {
    const unreleased = CHANGELOG.replace('2026-01-02', 'Unreleased');
    assert.match(datedChangelog(unreleased, '0.1.0', '2026-03-04'), /^## 0\.1\.0 – 2026-03-04$/m);
  });

  test('keep a day that is there', () => {
    assert.equal(datedChangelog(CHANGELOG, '0.1.0', '2026-03-04'), CHANGELOG);
  });

  test('do not take one version for another that begins alike', () => {
    assert.throws(() => datedChangelog(CHANGELOG, '0.1', '2026-03-04'), /no section “## 0\.1”/);
    assert.throws(() => notesOf(CHANGELOG, '0.2', {}), /no section/);
  });

  test('are the section of the version, and a row for each file of the CDN', () => {
    const notes = notesOf(CHANGELOG, '0.2.0', { 'hs-calling-elements.min.js': 'sha384-abc' });
    assert.match(notes, /^### Minor Changes\n\n- A thing for 0\.1\.0\./);
    assert.doesNotMatch(notes, /The first/);
    assert.match(notes, /\| `hs-calling-elements\.min\.js` \| `sha384-abc` \|/);
  });
});
