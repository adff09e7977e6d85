// What must agree with the demos of the frameworks for them to start: `npm run test:frameworks` starts them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { FRAMEWORKS, folderOf, twoOfToday } from './frameworks.mjs';
import { ROOT } from './root.mjs';

const names = Object.keys(FRAMEWORKS);
const read = (...path) => readFileSync(join(...path), 'utf8');
const ours = JSON.parse(read(ROOT, 'package.json'));

describe('the demos of the frameworks', () => {
  for (const name of names) {
    const folder = folderOf(name);

    it(`${name}: a script opens it`, () => {
      assert.equal(ours.scripts[`demo:${name}`], `node tools/demo.mjs ${name}`);
    });

    it(`${name}: its lock names what our package needs now (else: npm install in demo/${name})`, () => {
      const { packages } = JSON.parse(read(folder, 'package-lock.json'));
      assert.deepEqual(packages['node_modules/hs-calling-elements'].dependencies, ours.dependencies);
    });

    it(`${name}: has what the test of hot reload changes, once`, () => {
      const { file, from } = FRAMEWORKS[name].edit;
      assert.equal(read(folder, file).split(from).length, 2);
    });

    it(`${name}: knows the same people in the same look as the others`, () => {
      for (const file of ['src/style.css', 'src/people.ts', 'src/elements.ts']) {
        assert.equal(read(folder, file), read(folderOf('vue'), file), file);
      }
    });
  }

  it('come in turn, two a day', () => {
    const days = [1, 2, 3, 4].map((day) => twoOfToday(names, new Date(2026, 10, day)));
    for (const two of days) assert.equal(new Set(two).size, 2);
    assert.deepEqual(new Set(days.slice(0, names.length / 2).flat()), new Set(names));
  });
});
