// `npm run new`, in a copy of the files that it changes.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { makeElement } from './new-element.mjs';
import { ROOT } from './root.mjs';

describe('npm run new', () => {
  let root;
  const read = (path) => readFileSync(join(root, path), 'utf8');

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'new-element-'));
    mkdirSync(join(root, 'components'));
    for (const path of ['package.json', 'components/index.ts', 'components/registered-classes.ts']) {
      cpSync(join(ROOT, path), join(root, path));
    }
  });

  afterEach(() => rmSync(root, { recursive: true }));

  test('makes the class, its styles, its registration and a test', async () => {
    await makeElement('hs-call-list', root);
    assert.deepEqual(readdirSync(join(root, 'components/call-list')).sort(), [
      'call-list.styles.ts',
      'call-list.test.ts',
      'call-list.ts',
      'define.ts',
    ]);
    assert.match(read('components/call-list/call-list.ts'), /class HsCallList extends HsElement/);
  });

  test('enters it in alphabetical order, and changes nothing else', async () => {
    const added = (path, before) =>
      read(path)
        .split('\n')
        .filter((line) => !before.split('\n').includes(line));
    const [index, classes] = [read('components/index.ts'), read('components/registered-classes.ts')];
    await makeElement('hs-call-list', root);
    assert.deepEqual(added('components/index.ts', index), ["import './call-list/define.js';"]);
    assert.deepEqual(added('components/registered-classes.ts', classes), [
      "export { HsCallList } from './call-list/call-list.js';",
    ]);
    const imports = read('components/index.ts').match(/^import .*$/gm);
    assert.deepEqual(imports, [...imports].sort());
  });

  test('exports it from the package, and changes nothing else there', async () => {
    const before = JSON.parse(read('package.json'));
    await makeElement('hs-call-list', root);
    const { './call-list': entry, ...others } = JSON.parse(read('package.json')).exports;
    assert.deepEqual(entry, {
      types: './dist/components/call-list/define.d.ts',
      default: './dist/components/call-list/define.js',
    });
    assert.deepEqual(others, before.exports);
  });

  test('leaves no element without an export from the package', () => {
    const files = Object.values(JSON.parse(read('package.json')).exports).map(({ default: file }) => file);
    const folders = readdirSync(join(ROOT, 'components')).filter((folder) =>
      existsSync(join(ROOT, 'components', folder, 'define.ts')),
    );
    const missing = folders.filter((folder) => !files.includes(`./dist/components/${folder}/define.js`));
    assert.deepEqual(missing, []);
  });

  for (const tag of [undefined, '', 'call-list', 'hs-', 'hs-Call', 'hs-call_list', 'hs-call-', 'hs-../x']) {
    test(`refuses ${JSON.stringify(tag)}, which is no name for an element`, async () => {
      const before = read('components/index.ts');
      await assert.rejects(makeElement(tag, root), /is no name for an element/);
      assert.equal(read('components/index.ts'), before);
    });
  }

  test('refuses the name of an element, or of another export, that exists', async () => {
    await makeElement('hs-call-list', root);
    await assert.rejects(makeElement('hs-call-list', root), /components\/call-list\/ exists already/);
    await assert.rejects(makeElement('hs-sdk', root), /has an export “\.\/sdk” already/);
  });
});
