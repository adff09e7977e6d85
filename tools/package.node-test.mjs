// What is published, as somebody who installs it meets it: in Node, without a DOM, after `npm run build`.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import ts from 'typescript';
import errors from '../docs/data/errors.mjs';
import messages from '../docs/data/messages.mjs';
import { CDN_FILES, measureBundles } from './bundle.mjs';
import { ELEMENT_ENTRIES as ENTRIES, PACKAGE as pkg } from './published.mjs';
import { ROOT } from './root.mjs';

const ELEMENTS = ENTRIES.map(([, element]) => element);

/** A phone is chosen, and the host is for developers: neither comes with everything. */
const EXTRAS = ELEMENTS.filter((element) => element.endsWith('-voice') || element === 'calling-host');
const PARTS = ELEMENTS.filter((element) => !EXTRAS.includes(element));

/** The phone loads these when they are first needed. */
const LOADED_LATER = ['call-history', 'call-queue', 'calling-window'];
const AT_ONCE = PARTS.filter((element) => !LOADED_LATER.includes(element));

const tagOf = (element) => `hs-${element}`;
const classOf = (element) => `Hs${element.replace(/(?:^|-)(.)/g, (_, letter) => letter.toUpperCase())}`;

/** Imports an entry in a process of its own: what it exports, and which of our tags are registered then. */
function load(entry) {
  const script = `
    const module = await import(${JSON.stringify(join(pkg.name, entry))});
    const tags = ${JSON.stringify(ELEMENTS.map(tagOf))};
    const registered = tags.filter((tag) => globalThis.customElements?.get(tag));
    console.log(JSON.stringify({ names: Object.keys(module), registered }));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return JSON.parse(output);
}

describe('the entries, imported in Node', () => {
  test('the package itself registers every element and exports the classes', () => {
    const { names, registered } = load('.');
    assert.deepEqual(registered, AT_ONCE.map(tagOf));
    for (const name of AT_ONCE.map(classOf)) assert.ok(names.includes(name), `no ${name}`);
  });

  for (const [entry, element] of ENTRIES) {
    test(`./${entry} registers <${tagOf(element)}>`, () => {
      assert.ok(load(entry).registered.includes(tagOf(element)));
    });
  }

  for (const [entry, name] of [
    ['sdk', 'CallingExtensions'],
    ['voice', 'CallControl'],
    ['testing', 'voiceConformance'],
    ['phone', 'loadPhoneNumbers'],
    ['frames', 'SharedFrames'],
  ]) {
    test(`./${entry} exports ${name} and registers nothing`, () => {
      const { names, registered } = load(entry);
      assert.deepEqual(registered, []);
      assert.ok(names.includes(name), `only ${names.join(', ')}`);
    });
  }

  test('./classes exports every class and registers nothing', () => {
    const { names, registered } = load('classes');
    assert.deepEqual(registered, []);
    for (const name of PARTS.map(classOf)) assert.ok(names.includes(name), `no ${name}`);
  });

  test('every other entry can be imported too', () => {
    const languages = readdirSync(join(ROOT, 'dist/components/translations'))
      .map((file) => /^([a-z]{2}(?:-[a-z]+)?)\.js$/.exec(file)?.[1])
      .filter(Boolean);
    const named = Object.keys(pkg.exports)
      .filter((entry) => pkg.exports[entry].types)
      .flatMap((entry) =>
        entry.includes('*') ? languages.map((language) => entry.replace('*', language)) : [entry],
      );
    assert.ok(named.includes('./cdn') && named.includes('./translations/de'));
    const script = named.map((entry) => `await import('${join(pkg.name, entry)}');`).join('\n');
    assert.doesNotThrow(() =>
      execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: ROOT, stdio: 'pipe' }),
    );
  });

  test('./core exports the bridge and registers nothing', () => {
    const { names, registered } = load('core');
    assert.deepEqual(registered, []);
    assert.ok(names.includes('CallingBridge'), `only ${names.join(', ')}`);
  });

  test('import-in-node: the official SDK cannot be imported here, ours can', () => {
    const importing = (name) => () =>
      execFileSync(process.execPath, ['--input-type=module', '--eval', `await import('${name}')`], {
        cwd: ROOT,
        stdio: 'pipe',
      });
    assert.throws(importing('@hubspot/calling-extensions-sdk'), /self is not defined/);
    assert.doesNotThrow(importing('hs-calling-elements/sdk'));
  });

  test('every file that package.json names exists', () => {
    const filesIn = (target) =>
      typeof target === 'string' ? [target] : Object.values(target).flatMap(filesIn);
    const targets = filesIn([...Object.values(pkg.exports), pkg.bin]);
    const missing = targets.filter((path) => !path.includes('*') && !existsSync(join(ROOT, path)));
    assert.deepEqual(missing, []);
  });
});

describe('the drop-in, where the official package loads', () => {
  const NAMES = ['CallingExtensions', 'Constants', 'IFrameManager', 'default'];
  const require = createRequire(import.meta.url);

  test('by require, with plain properties, so that a test can put a spy in the place of one', () => {
    const sdk = require('hs-calling-elements/sdk');
    assert.equal(sdk.__esModule, true);
    assert.deepEqual(Object.keys(sdk).sort(), NAMES);
    assert.equal(sdk.default, sdk.CallingExtensions);
    const descriptors = Object.values(Object.getOwnPropertyDescriptors(sdk));
    assert.equal(
      descriptors.filter(({ writable, enumerable }) => writable && enumerable).length,
      NAMES.length,
    );
  });

  test('as the default import of an ES module, which has the whole package', async () => {
    const { default: sdk, Constants, IFrameManager } = await import('hs-calling-elements/sdk');
    assert.equal(sdk.default, sdk);
    assert.equal(sdk.Constants.VERSION, Constants.VERSION);
    assert.equal(sdk.IFrameManager, IFrameManager);
  });

  test('as a folder, for resolvers that know no exports', () => {
    const folder = join(ROOT, 'sdk');
    const { main, types, type } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    assert.equal(type, 'commonjs');
    assert.equal(join(folder, main), require.resolve('hs-calling-elements/sdk'));
    assert.equal(join('sdk', types), join(pkg.exports['./sdk'].require.types));
  });

  test('every entry has its types where TypeScript knows no exports', () => {
    const fileOf = (entry, moduleResolution) => {
      const name = join(pkg.name, entry.replace('*', 'de'));
      const options = { moduleResolution, module: ts.ModuleKind.ESNext };
      const host = { ...ts.sys, directoryExists: undefined };
      const importer = '/project/src/app.ts';
      // The package is installed there, as a link.
      for (const method of ['fileExists', 'readFile', 'realpath']) {
        host[method] = (path) =>
          ts.sys[method](path.replace(`/project/node_modules/${pkg.name}/`, () => ROOT));
      }
      return ts.resolveModuleName(name, importer, options, host).resolvedModule?.resolvedFileName;
    };
    const entries = Object.entries(pkg.exports).filter(([, target]) => target.types);
    for (const [entry] of entries) {
      const old = fileOf(entry, ts.ModuleResolutionKind.Node10);
      const now = fileOf(entry, ts.ModuleResolutionKind.Bundler);
      // The drop-in's are copies, of CommonJS.
      const wanted = entry === './sdk' ? now?.replace('dist/src/', 'sdk/types/') : now;
      assert.ok(wanted?.endsWith('.d.ts'), `${entry} has no types`);
      assert.equal(old, wanted, entry);
    }
  });

  for (const file of ['cdn/hs-calling-sdk.iife.min.js', 'sdk/index.js']) {
    const code = readFileSync(join(ROOT, file), 'utf8');

    test(`${file} sets globals`, () => {
      const page = { Object };
      page.self = page;
      runInNewContext(code, page);
      for (const name of NAMES) assert.ok(page[name], `no ${name}`);
    });

    test(`${file} defines a module where there is AMD, and no globals`, () => {
      const page = { defined: [], define: (...args) => page.defined.push(args) };
      page.self = page;
      page.define.amd = {};
      runInNewContext(code, page);
      const [[dependencies, make]] = page.defined;
      assert.equal(dependencies.length, 0);
      assert.deepEqual(Object.keys(make()).sort(), NAMES);
      assert.equal(page.CallingExtensions, undefined);
    });
  }
});

describe('what is published', () => {
  test('publint has nothing to say', async () => {
    const { messages } = await publint({ pkgDir: ROOT, strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg)),
      [],
    );
  });

  test('the manifest knows every tag, and only files that exist', () => {
    const { modules } = JSON.parse(readFileSync(join(ROOT, pkg.customElements), 'utf8'));
    const tags = modules.flatMap(({ declarations = [] }) => declarations.map(({ tagName }) => tagName));
    for (const tag of ELEMENTS.map(tagOf)) assert.ok(tags.includes(tag), `no <${tag}>`);
    assert.deepEqual(
      modules.map(({ path }) => path).filter((path) => !existsSync(join(ROOT, path))),
      [],
    );
  });

  test('the manifest tells everything about every element', async () => {
    const { modules } = JSON.parse(readFileSync(join(ROOT, pkg.customElements), 'utf8'));
    const elements = modules.flatMap(({ declarations = [] }) =>
      declarations.filter(({ tagName }) => tagName),
    );
    for (const { tagName, description, attributes = [], members = [], events = [] } of elements) {
      assert.ok(description, `<${tagName}> has no description`);
      for (const one of [...attributes, ...members, ...events]) {
        assert.ok(one.description || one.deprecated, `${tagName}: ${one.name} has no description`);
      }
      for (const { name, type } of events) assert.ok(type, `${tagName}: ${name} has no type`);
    }
    const { eventName, inboundMessages } = await import('hs-calling-elements/core');
    const bridge = elements.find(({ tagName }) => tagName === 'hs-calling-bridge');
    const told = bridge.events.map(({ name }) => name);
    // HubSpot's ERROR comes as the notice of that name.
    const missing = [...inboundMessages.keys()].map(eventName).filter((name) => !told.includes(name));
    assert.deepEqual(missing, []);
  });

  test('the documentation lists every error code and every message', async () => {
    const { errorCodes, inboundMessages, outboundMessages } = await import('hs-calling-elements/core');
    const voiceErrors = readFileSync(join(ROOT, 'src/voice/voice-error.ts'), 'utf8');
    const voiceErrorCodes = [...voiceErrors.matchAll(/^ {2}([A-Z_]+): '/gm)].map(([, code]) => code);
    assert.deepEqual(errors.bridge.map(({ code }) => code).toSorted(), errorCodes.toSorted());
    assert.deepEqual(errors.voice.map(({ code }) => code).toSorted(), voiceErrorCodes.toSorted());
    assert.deepEqual(
      messages.toWidget.map(({ type }) => type),
      [...inboundMessages.keys()],
    );
    assert.deepEqual(
      messages.toHubSpot.map(({ type }) => type),
      [...outboundMessages.keys()],
    );
    const [dial] = messages.toWidget.filter(({ type }) => type === 'DIAL_NUMBER');
    assert.deepEqual(dial.fields[0], { name: 'phoneNumber', isOptional: false, comment: '' });
  });

  for (const { outfile } of CDN_FILES) {
    test(`${outfile} needs no other file, but a language its elements`, () => {
      const code = readFileSync(join(ROOT, outfile), 'utf8').replace(
        outfile.includes('/translations/') ? /^import\{[^}]*\}from"\.\.\/hs-calling-elements\.min\.js";/ : '',
        '',
      );
      assert.doesNotMatch(code, /(?:^|[;}])(?:import\b|export\b[^;]*\bfrom\s*["'])/);
    });
  }

  test('the bundles are within their budgets, and the core knows no Lit', async () => {
    const sizes = await measureBundles();
    for (const { name, gzip, budget = Infinity } of sizes) {
      assert.ok(gzip <= budget, `${name}: ${gzip} bytes gzip, may be ${budget}`);
    }
    for (const { name, inputs } of sizes.slice(0, 2)) {
      const phones = inputs.filter((path) => /src\/voice|-voice|jssip/.test(path));
      assert.deepEqual(phones, [], `${name} brings a phone along`);
    }
    const core = sizes.at(-1);
    assert.deepEqual(
      core.inputs.filter((path) =>
        /node_modules\/(?:lit|@lit|@shoelace-style)|^dist\/components\//.test(path),
      ),
      [],
    );
  });
});
