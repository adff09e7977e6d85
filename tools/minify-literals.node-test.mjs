// What is done to the compiled elements before they are published.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { transform } from 'esbuild';
import { minifyLiterals } from './minify-literals.mjs';

/** Compiles a module and minifies its literals: its code and its source map. */
async function minified(source) {
  const folder = await mkdtemp(join(tmpdir(), 'literals-'));
  try {
    const path = join(folder, 'a.js');
    const { code, map } = await transform(source, { loader: 'ts', sourcemap: true, sourcefile: 'a.ts' });
    await Promise.all([writeFile(path, code), writeFile(`${path}.map`, map)]);
    await minifyLiterals(folder);
    const read = (file) => readFile(file, 'utf8');
    return { before: code, code: await read(path), map: JSON.parse(await read(`${path}.map`)) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('minifyLiterals', () => {
  test('makes styles short', async () => {
    const { code } = await minified('export const style = css`\n  p {\n    margin: 0px;\n  }\n`;');
    assert.match(code, /css`p\{margin:0\}`/);
  });

  test('leaves a character beyond ASCII as it is, since its escape would make the style undefined', async () => {
    const { code } = await minified(
      'export const style = css`\n  p::before {\n    content: "→" / "";\n  }\n`;',
    );
    assert.match(code, /css`p:before\{content:"→" ?\/ ?""\}`/);
  });

  test('leaves a space where there was white space, and none where there was none', async () => {
    const { code } = await minified('html`<h2>Faults</h2>\n  <span>${count} on</span><b>!</b>`;');
    assert.match(code, /html`<h2>Faults<\/h2> <span>\$\{count\} on<\/span><b>!<\/b>`/);
  });

  test('leaves icons alone', async () => {
    const { code, before } = await minified('svg`<path d="M1 1" /><path d="M2 2" />`;');
    assert.equal(code, before);
  });

  test('keeps the source map, which leads to the TypeScript source', async () => {
    const { map } = await minified('const a: number = 1;\nhtml`<p>\n  ${a}\n</p>`;');
    assert.deepEqual(map.sources, ['a.ts']);
    assert.match(map.sourcesContent[0], /const a: number/);
  });

  test('fails for a mistake in a style', async () => {
    await assert.rejects(minified('css`p { color red }`;'), /Expected/);
  });
});
