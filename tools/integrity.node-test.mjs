// The hashes of the CDN's files, after `npm run build`.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { INTEGRITY, integrityOf } from './integrity.mjs';
import { PACKAGE } from './published.mjs';
import { ROOT } from './root.mjs';

const read = (path) => readFileSync(join(ROOT, path));
const { version, files } = JSON.parse(read(INTEGRITY).toString());

describe(INTEGRITY, () => {
  test('names the version that it is of', () => assert.equal(version, PACKAGE.version));

  test('has the hash of every script of the CDN', () => {
    const scripts = readdirSync(join(ROOT, 'cdn'), { recursive: true })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.js'));
    assert.deepEqual(Object.keys(files).sort(), scripts.sort());
    for (const path of scripts) assert.equal(files[path], integrityOf(read(`cdn/${path}`)), path);
  });

  test('is in each file that has parts of other packages as its version too', () => {
    const hasVersion = (path) => read(`cdn/${path}`).subarray(0, 300).includes(` ${version},`);
    const without = ['elements', 'host'].flatMap((name) =>
      ['', '.iife'].map((kind) => `hs-calling-${name}${kind}.min.js`).filter((path) => !hasVersion(path)),
    );
    assert.deepEqual(without, []);
  });
});
