// Whether the source maps that are published lead to the sources, to all of them and to nothing else. After the build.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, join } from 'node:path/posix';
import { describe, test } from 'node:test';
import { ROOT } from './root.mjs';

/** All maps together: they were nine megabytes once. */
const MAX_BYTES = 6_500_000;

const read = (path) => readFileSync(join(ROOT, path), 'utf8');
const [{ files }] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 2 ** 26,
  }),
);
const shipped = new Set(files.map(({ path }) => path));
const maps = [...shipped].filter((path) => path.endsWith('.map'));

/** The map that a file names. */
function mapOf(path) {
  const [, url] = /\n\/\/# sourceMappingURL=(\S+)\s*$/.exec(read(path)) ?? [];
  return url && join(dirname(path), url);
}

/** Where everything in a bundle that looks like this comes from: the source, and its line there. */
function originsOf(path, pattern) {
  const code = read(path);
  const map = JSON.parse(read(mapOf(path)));
  const sourceMap = new SourceMap(map);
  return Array.from(code.matchAll(pattern), ({ 0: text, index }) => {
    const before = code.slice(0, index).split('\n');
    const { originalSource: source, originalLine } = sourceMap.findEntry(
      before.length - 1,
      before.at(-1).length,
    );
    const content = map.sourcesContent[map.sources.indexOf(source)];
    return { text, source, line: content?.split('\n')[originalLine] };
  });
}

describe('the source maps', () => {
  test('are there for every script', () => {
    const scripts = [...shipped].filter((path) => path.endsWith('.js'));
    assert.deepEqual(
      scripts.filter((path) => !shipped.has(mapOf(path) ?? '')),
      [],
    );
  });

  test('are all asked for by something', () => {
    const asked = new Set([...shipped].filter((path) => /\.[jt]s$/.test(path)).map(mapOf));
    assert.deepEqual(
      maps.filter((path) => !asked.has(path)),
      [],
    );
    const lost = [...asked].filter((path) => path && !shipped.has(path));
    assert.deepEqual(lost, []);
  });

  test('hold every source, or name a file that is published', () => {
    for (const path of maps) {
      const { sources, sourcesContent = [] } = JSON.parse(read(path));
      const lost = sources.filter(
        (source, at) => typeof sourcesContent[at] !== 'string' && !shipped.has(join(dirname(path), source)),
      );
      assert.deepEqual(lost, [], path);
    }
  });

  test('lead to the TypeScript sources, and to nobody else’s', () => {
    for (const path of maps) {
      const { sources } = JSON.parse(read(path));
      assert.ok(sources.length > 0, path);
      const others = sources.filter((source) => !/(?:^|\/)(?:src|components)\/.*\.ts$/.test(source));
      // The languages for a script tag take one function from a global: a line that esbuild is given.
      assert.deepEqual(
        others.filter((source) => source !== 'global:HsCalling'),
        [],
        path,
      );
    }
  });

  for (const bundle of ['hs-calling-elements', 'hs-calling-host', 'hs-loopback-voice', 'hs-sip-voice']) {
    for (const kind of ['', '.iife']) {
      test(`lead from each place of ${bundle}${kind} to the line it is made of`, () => {
        const origins = originsOf(`cdn/${bundle}${kind}.min.js`, /"(hs-[a-z-]+|[A-Z]+_[A-Z_]+)"/g);
        const ours = origins.filter(({ source }) => source);
        assert.ok(ours.length > 10, `${ours.length} places`);
        assert.deepEqual(
          ours.filter(({ text, line }) => !line.includes(text.slice(1, -1))),
          [],
        );
      });
    }
  }

  test('lead nowhere from what is not ours, rather than to a wrong place', () => {
    for (const kind of ['', '.iife']) {
      const origins = originsOf(
        `cdn/hs-sip-voice${kind}.min.js`,
        /"SIP_URI"|"(?:CONFIGURATION|NOT_READY|INVALID_STATE)_ERROR"/g,
      );
      assert.ok(origins.length > 5, `${origins.length} places`);
      assert.deepEqual([...new Set(origins.map(({ source }) => source))], [undefined]);
    }
  });

  test('are small', () => {
    const bytes = files.filter(({ path }) => path.endsWith('.map')).reduce((sum, { size }) => sum + size, 0);
    assert.ok(bytes <= MAX_BYTES, `${bytes} bytes`);
  });
});
