// The layers are held: a small tree with one wrong import of each kind, cruised by the rules of the project.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ROOT } from './root.mjs';

/** What the tree imports rightly. */
const RIGHT = {
  'src/call/call.ts': ['src/link/link.ts', 'src/protocol/messages.ts'],
  'src/bridge/bridge.ts': ['src/call/call.ts'],
  'src/voice/sip/voice.ts': ['src/voice/provider.ts', 'jssip'],
  'src/voice/provider.ts': ['src/bridge/bridge.ts'],
  'src/call/testing/fake-call.ts': ['src/call/call.ts', 'src/link/testing/fake-link.ts'],
  'src/call/call.test.ts': ['src/call/testing/fake-call.ts', 'src/bridge/bridge.ts', 'chai'],
  'src/command/run.ts': ['node:http', 'src/link/link.ts'],
  'components/index.ts': ['components/dialer/define.ts', 'components/keypad/define.ts'],
  'components/dialer/define.ts': ['components/keypad/define.ts', 'components/dialer/dialer.ts'],
  'components/dialer/dialer.ts': ['lit', 'src/index.ts', 'components/shared/words.ts'],
  'src/index.ts': ['src/bridge/bridge.ts'],
  'demo/page.ts': ['components/index.ts', 'src/call/testing/fake-call.ts'],
};

const NOWHERE = 'src/call/nowhere.ts';

/** One wrong import each: from, to, and the rules that name it. */
const WRONG = [
  ['src/protocol/up.ts', 'src/link/link.ts', 'layer src/protocol'],
  ['src/link/up.ts', 'src/call/call.ts', 'layer src/link'],
  ['src/link/type-up.ts', 'src/call/call.ts', 'layer src/link'],
  ['src/link/inline-type-up.ts', 'src/call/call.ts', 'layer src/link'],
  ['src/link/later-up.ts', 'src/call/call.ts', 'layer src/link'],
  ['src/call/up.ts', 'src/bridge/bridge.ts', 'layer src/call'],
  ['src/bridge/up.ts', 'src/voice/provider.ts', 'layer src/bridge'],
  ['src/voice/up.ts', 'src/voice/sip/voice.ts', 'layer src/voice'],
  ['src/voice/loopback/across.ts', 'src/voice/sip/voice.ts', 'layer src/voice/loopback'],
  ['src/voice/sip/across.ts', 'src/voice/loopback/other.ts', 'layer src/voice/sip'],
  ['src/numbers/across.ts', 'src/voice/provider.ts', 'layer src/numbers'],
  ['src/sdk/across.ts', 'src/numbers/numbers.ts', 'layer src/sdk'],
  ['src/frames/across.ts', 'src/sdk/sdk.ts', 'layer src/frames'],
  ['src/server/browser.ts', 'src/bridge/bridge.ts', 'layer src/server'],
  ['src/command/browser.ts', 'src/bridge/bridge.ts', 'layer src/command'],
  ['src/host/up.ts', 'src/testing/index.ts', 'layer src/host'],
  ['src/bridge/testing/fake-up.ts', 'src/voice/testing/fake-voice.ts', 'layer src/bridge'],
  ['src/bridge/element.ts', 'components/keypad/keypad.ts', 'layer src/bridge', 'src knows no element'],
  ['src/bridge/lit.ts', 'lit', 'src knows no element'],
  ['src/bridge/element.test.ts', 'components/keypad/keypad.ts', 'src knows no element'],
  ['components/shared/up.ts', 'components/dialer/dialer.ts', 'layer components/shared'],
  ['components/login/across.ts', 'components/keypad/keypad.ts', 'layer components/[^/]+'],
  ['components/login/simulator.ts', 'src/host/host.ts', 'layer components/[^/]+'],
  ['components/dialer/register.ts', 'components/keypad/define.ts', 'only define.ts registers'],
  ['components/login/page.ts', 'demo/page.ts', 'layer components/[^/]+'],
  ['src/call/fake.ts', 'src/call/testing/fake-call.ts', 'nothing published imports a fake'],
  ['src/call/test.ts', 'src/call/call.test.ts', 'nothing imports a test'],
  ['src/call/two.test.ts', 'src/call/call.test.ts', 'nothing imports a test'],
  ['demo/e2e.ts', 'demo/page.e2e.ts', 'nothing imports a test'],
  ['src/call/dev.ts', 'chai', 'only declared dependencies'],
  ['src/call/node.ts', 'node:fs', 'only the command runs in Node'],
  ['src/call/missing.ts', NOWHERE, 'every import exists'],
  ['tools/source.ts', 'src/call/call.ts', 'layer tools'],
];

/** Two files each that import each other; the second one only a type. */
const CIRCLES = [
  ['src/link/circle-a.ts', 'src/link/circle-b.ts'],
  ['components/login/circle-a.ts', 'components/login/circle-b.ts'],
  ['demo/circle-a.ts', 'demo/circle-b.ts'],
  ['tools/circle-a.ts', 'tools/circle-b.ts'],
];

const PACKAGES = ['lit', 'jssip', 'chai'];
const PACKAGE_JSON = {
  name: 'small',
  type: 'module',
  dependencies: { lit: '1.0.0' },
  peerDependencies: { jssip: '1.0.0' },
  devDependencies: { jssip: '1.0.0', chai: '1.0.0' },
};

/** The ways to import that are not the plain one: they count as well. */
const OTHER_WAYS = {
  'src/link/type-up.ts': (to) => `import type { A } from ${to};`,
  'src/link/inline-type-up.ts': (to) => `export type B = import(${to}).A;`,
  'src/link/later-up.ts': (to) => `export const later = () => import(${to});`,
};

const isFile = (target) => target.endsWith('.ts');

/** What a file writes behind `from`: the path to another file of the tree, or the package's name. */
function specifier(from, target) {
  const up = '../'.repeat(from.split('/').length - 1);
  return `'${isFile(target) ? up + target.replace(/ts$/, 'js') : target}'`;
}

describe('the rules of who may import whom', () => {
  let folder;

  function write(path, text) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  function cruise(outputType) {
    const { status, stdout } = spawnSync(
      process.execPath,
      [
        join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
        ...['--config', join(ROOT, '.dependency-cruiser.mjs'), '--output-type', outputType],
        ...['src', 'components', 'demo', 'tools'],
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    return { status, stdout };
  }

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'layers-'));
    write('package.json', JSON.stringify(PACKAGE_JSON));
    for (const name of PACKAGES) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
      write(`node_modules/${name}/index.js`, '');
    }
    const imports = Object.entries(RIGHT).flatMap(([from, targets]) => targets.map((to) => [from, to]));
    for (const [, to] of [...imports, ...WRONG]) {
      if (isFile(to) && to !== NOWHERE) write(to, '');
    }
    for (const [from, targets] of Object.entries(RIGHT)) {
      write(from, targets.map((to) => `import ${specifier(from, to)};`).join('\n'));
    }
    for (const [from, to] of WRONG) {
      const statement = OTHER_WAYS[from] ?? ((name) => `import ${name};`);
      write(from, statement(specifier(from, to)));
    }
    for (const [a, b] of CIRCLES) {
      write(a, `import ${specifier(a, b)};`);
      write(b, `import type { A } from ${specifier(b, a)};`);
    }
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  test('name each wrong import and each circle, and nothing else', () => {
    const { violations } = JSON.parse(cruise('json').stdout).summary;
    const found = violations.map(({ from, rule }) => `${rule.name}: ${from}`);
    const expected = [
      ...WRONG.flatMap(([from, , ...names]) => names.map((name) => `${name}: ${from}`)),
      ...CIRCLES.map(([a]) => `no circle: ${a}`),
    ];
    assert.deepEqual(found.sort(), expected.sort());
  });

  test('end with an error, so that the linter does', () => {
    assert.notEqual(cruise('err-long').status, 0);
  });
});
