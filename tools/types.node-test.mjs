// The published declarations: what can be imported can be named, by every way of resolving. Needs `npm run build` before.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, describe, test } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import ts from 'typescript';
import { ROOT } from './root.mjs';

const pkg = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const DIST = join(ROOT, 'dist/');

/** The declarations of every entry but those for templates, which need the packages of their frameworks. */
const ENTRIES = Object.entries(pkg.exports)
  .filter(([entry, { types }]) => types && !/\*|\.\/types\//.test(entry))
  .map(([entry, { types }]) => [entry, join(ROOT, types)]);

function publicDeclarations() {
  const program = ts.createProgram(
    ENTRIES.map(([, file]) => file),
    {
      ...{ module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, types: [] },
      ...{ lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'], strict: true, noEmit: true },
    },
  );
  const checker = program.getTypeChecker();
  const real = (symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
  const exported = ENTRIES.flatMap(([entry, file]) =>
    checker
      .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)))
      .map((symbol) => [real(symbol), `${symbol.name} of ${entry}`]),
  );
  return { program, checker, real, exported };
}

/** A helper that computes types: what it gives is seen, not the helper. */
const isHelper = (declaration) => ts.isTypeAliasDeclaration(declaration) && declaration.typeParameters;

/** The types that a declaration shows to who uses it: of members, parameters, results. Not what a class is built of. */
function* shownTypes(node, { checker, real }) {
  if (ts.isHeritageClause(node) || ts.isTypeQueryNode(node)) return;
  if (ts.canHaveModifiers(node) && ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Private) return;
  if (ts.isTypeReferenceNode(node)) {
    const symbol = real(checker.getSymbolAtLocation(node.typeName));
    const isOurs = symbol.declarations?.[0].getSourceFile().fileName.startsWith(DIST);
    if (isOurs && !(symbol.flags & ts.SymbolFlags.TypeParameter)) yield symbol;
  }
  const children = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* shownTypes(child, { checker, real });
}

const isOfDropIn = ({ declarations }) => declarations[0].getSourceFile().fileName.includes('/src/sdk/');

/** Every type that is shown by something exported, and exported by nothing: its name, and who shows it. */
function namelessTypes() {
  const { exported, ...types } = publicDeclarations();
  const named = new Set(exported.map(([symbol]) => symbol));
  const names = new Set(exported.map(([, owner]) => owner.split(' ')[0]));
  const nameless = new Map();
  for (const [symbol, owner] of exported) {
    for (const declaration of symbol.declarations ?? []) {
      if (!declaration.getSourceFile().fileName.startsWith(DIST) || isHelper(declaration)) continue;
      for (const shown of shownTypes(declaration, types)) {
        // The classes of the drop-in are exported by another name of theirs, that of the official SDK.
        if (
          named.has(shown) ||
          (isOfDropIn(shown) && names.has(shown.name)) ||
          isHelper(shown.declarations[0])
        )
          continue;
        const file = relative(DIST, shown.declarations[0].getSourceFile().fileName);
        nameless.set(shown, `${shown.name} (${file}), shown by ${owner}`);
      }
    }
  }
  return [...nameless.values()].sort();
}

describe('the published types', () => {
  test('what can be imported can be named', () => {
    assert.deepEqual(namelessTypes(), []);
  });
});

describe('the package as it is packed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hs-calling-pack-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const packing = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ filename, files }] = JSON.parse(packing);
  const paths = new Set(files.map(({ path }) => path));

  test('resolves as it should from ES modules and bundlers, and the drop-in from everywhere', async () => {
    const tarball = createPackageFromTarballData(readFileSync(join(folder, filename)));
    const { problems, entrypoints } = await checkPackage(tarball, {
      // One of each kind: the others resolve by the same rule of `exports`.
      entrypoints: ['.', './sdk', './voice/sip'],
    });
    assert.ok(entrypoints['./sdk'], 'the drop-in was not looked at');
    // `require` of an ES module, and what the resolver of TypeScript 4 does without `exports`, matter for the drop-in only.
    const isLeftOut = ({ kind, entrypoint, resolutionKind }) =>
      entrypoint !== './sdk' &&
      (kind === 'CJSResolvesToESM' || resolutionKind === 'node10' || resolutionKind === 'node16-cjs');
    assert.deepEqual(
      problems.filter((problem) => !isLeftOut(problem)).map((problem) => JSON.stringify(problem)),
      [],
    );
  });

  test('says of no file that it has a map which is not there', () => {
    const missing = [...paths]
      .filter((path) => /\.(?:js|ts|cjs|mjs)$/.test(path))
      .flatMap((path) => {
        const [, map] =
          /\/\/# sourceMappingURL=(?!data:)(\S+)\s*$/.exec(readFileSync(join(ROOT, path), 'utf8')) ?? [];
        return map && !paths.has(join(path, '..', map)) ? [`${path}: ${map}`] : [];
      });
    assert.deepEqual(missing, []);
  });

  test('has every file that its README links to', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const links = [...readme.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, path]) => path);
    assert.deepEqual(
      links.filter((path) => !paths.has(path)),
      [],
    );
  });

  test('says where it comes from, which npm asks for as proof of its provenance', () => {
    assert.match(pkg.repository.url, /^git\+https:\/\/.+\.git$/);
    assert.equal(pkg.publishConfig.provenance, true);
  });
});
