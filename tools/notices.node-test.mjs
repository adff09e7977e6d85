// Whether the licences of everything that is bundled are told, compared with what esbuild says is in the bundles. After the
// build.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { build } from 'esbuild';
import { CDN_FILES } from './bundle.mjs';
import { ROOT } from './root.mjs';

const read = (path) => readFileSync(join(ROOT, path), 'utf8');
const PLACE = 'cdn/THIRD-PARTY-NOTICES.txt';
const notices = existsSync(join(ROOT, PLACE)) ? read(PLACE) : '';

/** Each package that is named: what is said of it. */
const told = new Map(
  notices
    .split(/^={10,}\n/m)
    .slice(1)
    .map((section) => {
      const [, name, version, licence, files] = /^(\S+) (\S+) \((.+)\)\nIn: (.+)\n/.exec(section) ?? [];
      return [name, { version, licence, files: files?.split(', '), section }];
    }),
);

const LIT = ['@lit/reactive-element', 'lit-element', 'lit-html'];
const LOCALIZE = '@shoelace-style/localize';
const ICONS = 'lucide-static';

/** What is in a bundle, by its name; of the others nothing but our own code is expected. */
const EXPECTED = {
  'hs-calling-elements': [...LIT, LOCALIZE, ICONS],
  'hs-calling-host': [...LIT, ICONS],
  'hs-loopback-voice': [...LIT, LOCALIZE],
  'hs-sip-voice': [...LIT, LOCALIZE, 'debug', 'events', 'jssip', 'ms', 'sdp-transform'],
};

/** The packages in a bundle that esbuild makes of the same entry now. */
async function bundled({ entry, options }) {
  const { metafile } = await build({
    ...options,
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    platform: 'browser',
    outfile: 'bundle.js',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const inputs = Object.entries(metafile.outputs['bundle.js'].inputs)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([input]) => input);
  const imported = inputs.map(
    (input) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(input)?.[1],
  );
  // The icons are drawn into a module of ours.
  const drawn = inputs.includes('dist/components/shared/icons.js') ? [ICONS] : [];
  return [...new Set([...imported.filter(Boolean), ...drawn])].sort();
}

describe('the notices', () => {
  for (const file of CDN_FILES) {
    const name = file.outfile.replace(/^cdn\//, '');
    test(`name what is in ${name}, and no more`, async () => {
      const named = [...told].filter(([, { files }]) => files.includes(name)).map(([one]) => one);
      assert.deepEqual(named.sort(), await bundled(file));
      assert.deepEqual(named.sort(), (EXPECTED[name.replace(/(?:\.iife)?\.min\.js$/, '')] ?? []).sort());
    });

    test(`are named in ${name}, if they tell of it`, () => {
      const isToldOf = [...told.values()].some(({ files }) => files.includes(name));
      const [first = ''] = read(file.outfile).split('\n');
      assert.equal(/\/\*![^*]*\bTHIRD-PARTY-NOTICES\.txt\b[^*]*\*\//.test(first), isToldOf);
    });
  }

  test('have the version, the licence and its whole text', () => {
    assert.ok(told.size > 0);
    for (const [name, { version, licence, section }] of told) {
      const { version: installed, license } = JSON.parse(read(`node_modules/${name}/package.json`));
      assert.equal(version, installed, name);
      assert.equal(licence, license, name);
      const file = ['LICENSE', 'LICENSE.md', 'license.md'].find((one) =>
        existsSync(join(ROOT, `node_modules/${name}`, one)),
      );
      assert.ok(section.includes(read(`node_modules/${name}/${file}`).trim()), name);
      assert.match(section, /copyright/i, name);
    }
  });

  test('are named where the icons are published as modules', () => {
    assert.match(read('dist/components/shared/icons.js'), new RegExp(`^// .*${ICONS}.*${PLACE}`));
  });
});
