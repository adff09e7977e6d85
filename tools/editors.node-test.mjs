// What editors and documentation are told: custom-elements.json, and what is made of it. Needs `npm run build` before.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { validateCem } from '@wc-toolkit/cem-validator';
import ts from 'typescript';
import html from 'vscode-html-languageservice';
import { ROOT } from './root.mjs';

const { getLanguageService, newHTMLDataProvider, TextDocument } = html;

const readJson = (file) => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
const pkg = readJson('package.json');
const manifest = readJson(pkg.customElements);
const elements = manifest.modules.flatMap(({ declarations = [] }) =>
  declarations.filter(({ tagName }) => tagName),
);
const find = (tag) => elements.find(({ tagName }) => tagName === tag);
const namesOf = (list = []) => list.map(({ name }) => name);

describe('custom-elements.json', () => {
  test('the validator has nothing to say', async () => {
    await validateCem(structuredClone(manifest), {
      packageJsonPath: join(ROOT, 'package.json'),
      rules: {
        packageJson: { packageType: 'error', main: 'error', types: 'error', exports: 'error', module: 'off' },
        manifest: {
          ...{ schemaVersion: 'error', modulePath: 'error', definitionPath: 'error', tagName: 'error' },
          // It asks each class's own file for every name in a type, also for type parameters. That each can be imported
          // from an entry is what types.node-test.mjs holds.
          exportTypes: 'off',
        },
      },
    });
  });

  test('says which module registers each tag', () => {
    const definitions = manifest.modules.flatMap(({ path, exports = [] }) =>
      exports.filter(({ kind }) => kind === 'custom-element-definition').map(({ name }) => [name, path]),
    );
    const wanted = elements.map(({ tagName }) => [
      tagName,
      `dist/components/${tagName.replace('hs-', '')}/define.js`,
    ]);
    assert.deepEqual(definitions.sort(), wanted.sort());
  });

  test('has every request among the events of the bridge, and what bubbles from its parts among those of the widget', async () => {
    const { requests } = await import('../dist/src/bridge/requests.js');
    const ofBridge = namesOf(find('hs-calling-bridge').events);
    assert.deepEqual(
      Object.keys(requests).filter((name) => !ofBridge.includes(name)),
      [],
    );
    const ofWidget = namesOf(find('hs-calling-widget').events);
    for (const name of ['hs-call-request', 'hs-hang-up-request', 'hs-complete-request', 'hs-queue-change']) {
      assert.ok(ofWidget.includes(name), name);
    }
    assert.ok(!ofWidget.includes('hs-key-press'), 'hs-key-press does not bubble');
  });

  test('has every custom property of the styles, with its default and what it is for', () => {
    const told = new Map(
      elements.flatMap(({ cssProperties = [] }) => cssProperties.map((each) => [each.name, each])),
    );
    const inStyles = new Set(
      readFileSync(join(ROOT, 'cdn/hs-calling-elements.min.js'), 'utf8').match(/(?<=var\()--hs-[\w-]+/g),
    );
    assert.ok(inStyles.size > 20, 'found in the styles');
    for (const name of inStyles) {
      assert.ok(told.get(name)?.description, `${name} has no description`);
      assert.ok(told.get(name)?.default, `${name} has no default`);
    }
  });

  test('writes out the words that an attribute may be, and its default', () => {
    const typeOf = (tag, name) => {
      const { type, default: usual } = find(tag).attributes.find((each) => each.name === name);
      return [type.text, usual];
    };
    assert.deepEqual(typeOf('hs-calling-bridge', 'environment'), ["'production' | 'qa'", "'production'"]);
    assert.deepEqual(typeOf('hs-loopback-voice', 'plays'), ["'echo' | 'tone'", "'echo'"]);
    assert.deepEqual(typeOf('hs-sip-voice', 'dtmf'), ["'rfc2833' | 'info'", "'rfc2833'"]);
    assert.deepEqual(typeOf('hs-calling-bridge', 'logged-in'), ['boolean', 'false']);
    assert.deepEqual(typeOf('hs-calling-bridge', 'handshake-timeout'), ['number', '30000']);
    for (const { tagName, attributes = [] } of elements) {
      for (const { name, type, default: usual } of attributes) {
        const where = `${name} of <${tagName}>`;
        assert.ok(type?.text, `${where} has no type`);
        if (!/undefined/.test(type.text)) assert.ok(usual !== undefined, `${where} has no default`);
      }
    }
  });

  test('has the same attributes as the types for templates', () => {
    const file = join(ROOT, 'attributes.ts');
    const code = `import type { Attributes, Elements } from './dist/components/types/elements.js';
      export type All = { [Tag in keyof Elements]: Attributes<Elements[Tag]> };`;
    const options = {
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      module: ts.ModuleKind.ESNext,
      types: [],
    };
    const host = ts.createCompilerHost({ ...options, strict: true });
    const { readFile, fileExists, getSourceFile } = host;
    host.fileExists = (path) => path === file || fileExists(path);
    host.readFile = (path) => (path === file ? code : readFile(path));
    host.getSourceFile = (path, ...rest) =>
      path === file
        ? ts.createSourceFile(path, code, ts.ScriptTarget.ESNext, true)
        : getSourceFile(path, ...rest);
    const program = ts.createProgram([file], { ...options, strict: true }, host);
    const checker = program.getTypeChecker();
    const [symbol] = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)));
    const all = checker.getDeclaredTypeOfSymbol(symbol);
    // As text they are JSON, which the types leave to the property.
    const json = ['availability-reasons'];
    for (const { tagName, attributes } of elements) {
      const type = checker.getTypeOfSymbol(checker.getPropertyOfType(all, tagName));
      const typed = checker.getPropertiesOfType(type).map(({ name }) => name);
      const told = namesOf(attributes).filter((name) => !json.includes(name));
      assert.deepEqual(typed.sort(), told.sort(), `<${tagName}>`);
    }
  });
});

describe('the data for VS Code', () => {
  const service = getLanguageService({
    customDataProviders: [newHTMLDataProvider('ours', readJson('vscode.html-custom-data.json'))],
  });
  /** What is offered, and what is shown, at the bar in some HTML. */
  const at = (text) => {
    const offset = text.indexOf('|');
    const document = TextDocument.create('file:///widget.html', 'html', 1, text.replace('|', ''));
    const parsed = service.parseHTMLDocument(document);
    const position = document.positionAt(offset);
    return {
      offered: service.doComplete(document, position, parsed).items.map(({ label }) => label),
      shown: JSON.stringify(service.doHover(document, position, parsed)?.contents ?? ''),
    };
  };

  test('offers every tag', () => {
    const { offered } = at('<hs-|');
    for (const { tagName } of elements) assert.ok(offered.includes(tagName), tagName);
  });

  test('offers the attributes of a tag', () => {
    const { offered } = at('<hs-calling-bridge |></hs-calling-bridge>');
    for (const { name } of find('hs-calling-bridge').attributes) assert.ok(offered.includes(name), name);
    assert.ok(!offered.includes('auto-dial'), 'auto-dial is of another element');
  });

  test('offers the words that an attribute may be', () => {
    const { offered } = at('<hs-loopback-voice far-end="|"></hs-loopback-voice>');
    for (const word of ['answer', 'busy', 'no-answer']) assert.ok(offered.includes(word), word);
  });

  test('shows what a tag and an attribute are for', () => {
    assert.match(at('<hs-dia|ler></hs-dialer>').shown, /number/);
    assert.match(at('<hs-dialer auto-di|al></hs-dialer>').shown, /HubSpot/);
  });
});

describe('the web-types for JetBrains', () => {
  const { name, version, contributions } = readJson(pkg['web-types']);

  test('are of this package', () => {
    assert.deepEqual([name, version], [pkg.name, pkg.version]);
  });

  test('have every element, its attributes with their words, and its events', () => {
    const told = new Map(contributions.html.elements.map((each) => [each.name, each]));
    for (const { tagName, attributes, events } of elements) {
      const { attributes: toldAttributes, js } = told.get(tagName);
      assert.deepEqual(namesOf(toldAttributes).sort(), namesOf(attributes).sort(), tagName);
      assert.deepEqual(namesOf(js.events).sort(), namesOf(events).sort(), tagName);
    }
    const [farEnd] = told.get('hs-loopback-voice').attributes.filter((each) => each.name === 'far-end');
    assert.match(farEnd.value.type, /'no-answer'/);
  });
});
