// Bundles dist/ for the CDN and for `require`, and measures what a page loads. Bundling what is published, and not the source, also proves
// that `sideEffects` in package.json names every file that registers an element.
import { readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import remapping from '@jridgewell/remapping';
import { build } from 'esbuild';
import { NOTICES, noticesFor } from './notices.mjs';
import { ROOT } from './root.mjs';

/** What an app's own bundler does too: nothing here makes the measured sizes smaller than an app would see them. */
const OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  platform: 'browser',
  target: 'es2022',
  logLevel: 'warning',
  // A module that registers an element was dropped: an error, not a warning.
  logOverride: { 'ignored-bare-import': 'error' },
};

const EVERYTHING = 'dist/components/index.js';

/** Each becomes one self-contained file; the SIP voice's includes JsSIP. The entry is a module of dist/. */
const IN_ONE_FILE = {
  'hs-calling-elements': { entry: EVERYTHING, globalName: 'HsCalling' },
  'hs-loopback-voice': { entry: 'dist/components/loopback-voice/define.js', globalName: 'HsLoopback' },
  'hs-calling-host': { entry: 'dist/components/calling-host/define.js', globalName: 'HsHost' },
  'hs-sip-voice': { entry: 'dist/components/sip-voice/define.js', globalName: 'HsSip' },
};

/** The languages that have a file of their own. English is in the file of all elements. */
const LANGUAGES = readdirSync(join(ROOT, 'components/translations'))
  .map((file) => /^([a-z]{2,3}(?:-[a-z]+)?)\.ts$/.exec(file)?.[1])
  .filter((language) => language && language !== 'en');

/** Registers a language with the elements that the page has loaded already, instead of bundling a second copy of them. */
const registerWithLoadedElements = {
  name: 'register-with-loaded-elements',
  setup(build) {
    const isModule = build.initialOptions.format === 'esm';
    build.onResolve({ filter: /\/shared\/localize\.js$/ }, () =>
      isModule
        ? { path: '../hs-calling-elements.min.js', external: true }
        : { path: 'HsCalling', namespace: 'global' },
    );
    build.onLoad({ filter: /.*/, namespace: 'global' }, ({ path }) => ({
      contents: `export const { registerTranslation } = ${path};`,
    }));
  },
};

/** A file by itself cannot load another one later: what is loaded when it is first needed is in it from the start. */
const withoutLaterLoading = {
  name: 'without-later-loading',
  setup(build) {
    build.onLoad({ filter: /[/\\]dist[/\\](?:src|components)[/\\].*\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const names = [];
      const contents = code.replaceAll(/\bimport\((['"]\.[^'"]+['"])\)/g, (_, file) => {
        names.push(`import * as later${names.length} from ${file};`);
        return `Promise.resolve(later${names.length - 1})`;
      });
      // On the first line, so that the source map stays right.
      return { contents: names.join('') + contents };
    });
  },
};

/**
 * For AMD where there is that, else for what is told. What is exported are plain properties, as the official SDK's are: a
 * test may put a spy in the place of one.
 */
const amdOr = (commonJs, otherwise) => ({
  format: 'iife',
  globalName: 'sdk',
  banner: {
    js: `(function(root,make){
${commonJs}if(typeof define==='function'&&define.amd)define([],make);
else ${otherwise};
})(typeof self==='object'?self:globalThis,function(){`,
  },
  footer: { js: `return Object.assign(Object.defineProperty({},'__esModule',{value:true}),sdk)});` },
});

/** For a script tag: global classes, as the official SDK's script has them, and no namespace. */
const AMD_OR_GLOBALS = amdOr('', 'Object.assign(root,make())');

/** The same, and CommonJS, in the order of the official SDK's file. */
const UMD = amdOr(
  `if(typeof exports==='object'&&typeof module==='object')module.exports=make();\nelse `,
  `Object.assign(typeof exports==='object'?exports:root,make())`,
);

const SDK = 'dist/src/sdk/index.js';

/** @typedef {{ outfile: string, entry: string, options: import('esbuild').BuildOptions }} Bundle */

/** @type {Bundle[]} */
const BUILT_ALONE = [
  { outfile: 'cdn/hs-calling-sdk.min.js', entry: SDK, options: { format: 'esm' } },
  { outfile: 'cdn/hs-calling-sdk.iife.min.js', entry: SDK, options: AMD_OR_GLOBALS },
  ...LANGUAGES.flatMap((language) =>
    [
      ['esm', ''],
      ['iife', '.iife'],
    ].map(([format, kind]) => ({
      outfile: `cdn/translations/${language}${kind}.min.js`,
      entry: `dist/components/translations/${language}.js`,
      options: { format, plugins: [registerWithLoadedElements] },
    })),
  ),
];

/** @type {Bundle[]} */
export const CDN_FILES = [
  ...Object.entries(IN_ONE_FILE).flatMap(([name, { entry, globalName }]) => [
    { outfile: `cdn/${name}.min.js`, entry, options: { format: 'esm', plugins: [withoutLaterLoading] } },
    {
      outfile: `cdn/${name}.iife.min.js`,
      entry,
      options: { format: 'iife', globalName, plugins: [withoutLaterLoading] },
    },
  ]),
  ...BUILT_ALONE,
];

/** Never run: it says to those who only read the file, such as Node for an import by name, what is exported. */
const EXPORTED = ['__esModule', 'default', 'CallingExtensions', 'Constants', 'IFrameManager'];
const FOR_READERS = `0&&(${EXPORTED.map((name) => `exports.${name}=`).join('')}0);`;

/** The drop-in for `require`, in the syntax that webpack 4 reads. */
const REQUIRED_FILE = {
  outfile: 'sdk/index.js',
  entry: SDK,
  options: { ...UMD, footer: { js: `${UMD.footer.js}\n${FOR_READERS}` }, target: 'es2018' },
};

const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));

/** The first line of what contains parts of other packages. */
const BANNER = `/*! hs-calling-elements ${version}, MIT licence. Contains parts of other packages: ${basename(NOTICES)} beside this file. */`;

/** A map without what is not ours: a debugger shows the bundle there, and nobody has to load a megabyte of JsSIP's sources. */
function withoutPackages(map) {
  const linesOf = new Map(
    map.sources.map((source, at) => [source, map.sourcesContent[at].split('\n').length]),
  );
  // One segment for each line, which leads nowhere.
  const nowhere = (source) => Array(linesOf.get(source)).fill('A').join(';');
  return remapping(map, (source) =>
    source.includes('node_modules/')
      ? { version: 3, sources: [], names: [], mappings: nowhere(source) }
      : null,
  );
}

/** The same code for a script tag. It differs in its first and last line only, so that one map is right for both. */
function forScriptTag(code, globalName) {
  return code
    .replace(BANNER, () => `var ${globalName}=(()=>{"use strict";${BANNER}`)
    .replace(/export\{([^}]*)\};\s*$/, (_, list) => {
      const names = list.split(',').map((item) => item.split(' as '));
      return `return{${names.map(([inside, outside = inside]) => `${outside}:${inside}`).join(',')}}})();\n`;
    });
}

/** Writes one of the bundles that exist both as a module and for a script tag. */
async function writeBoth([name, { entry, globalName }]) {
  const outfile = `cdn/${name}.min.js`;
  const { outputFiles, metafile } = await build({
    ...OPTIONS,
    format: 'esm',
    outfile,
    entryPoints: [entry],
    banner: { js: BANNER },
    sourcemap: 'external',
    legalComments: 'none',
    write: false,
    metafile: true,
    plugins: [withoutLaterLoading],
  });
  const [map, { text: code }] = outputFiles;
  const script = forScriptTag(code, globalName);
  const end = `//# sourceMappingURL=${basename(outfile)}.map\n`;
  await mkdir(join(ROOT, dirname(outfile)), { recursive: true });
  await Promise.all([
    writeFile(join(ROOT, outfile), code + end),
    writeFile(join(ROOT, `cdn/${name}.iife.min.js`), script + end),
    writeFile(join(ROOT, `${outfile}.map`), String(withoutPackages(JSON.parse(map.text)))),
  ]);
  const output = metafile.outputs[outfile];
  return { outputs: { [outfile]: output, [`cdn/${name}.iife.min.js`]: output } };
}

async function writeOne({ outfile, entry, options }) {
  const { metafile } = await build({
    ...OPTIONS,
    ...options,
    outfile,
    entryPoints: [entry],
    sourcemap: true,
    legalComments: 'none',
    metafile: true,
  });
  return metafile;
}

/** Writes every file of the CDN and that for `require`, with its source map, and the licences of what is in them. */
export async function writeBundles() {
  const metafiles = await Promise.all([
    ...Object.entries(IN_ONE_FILE).map(writeBoth),
    ...[...BUILT_ALONE, REQUIRED_FILE].map(writeOne),
  ]);
  await writeFile(join(ROOT, NOTICES), await noticesFor(metafiles));
}

const define = (element) => `./dist/components/${element}/define.js`;

/** What an app may load, and how many bytes it may be after gzip, Lit included. */
export const BUNDLES = [
  {
    name: 'calling-bridge + dialer + call-status',
    modules: ['calling-bridge', 'dialer', 'call-status'].map(define),
    budget: 47_900,
  },
  { name: 'every element', modules: ['./dist/components/index.js'], budget: 73_100 },
  { name: 'loopback voice', modules: [define('loopback-voice')] },
  { name: 'SIP voice, without its engine', modules: [define('sip-voice')], external: ['jssip'] },
  { name: 'drop-in for the official SDK', modules: ['./dist/src/sdk/index.js'], budget: 10_900 },
  { name: 'frames, for the drop-in', modules: ['./dist/src/frames/index.js'] },
  { name: 'core, no element', modules: ['./dist/src/index.js'] },
];

/** The files that a page loads with this one. */
function loadedAtOnce(outputs, entry, loaded = new Set([entry])) {
  for (const { path, kind } of outputs[entry].imports) {
    if (kind !== 'import-statement' || loaded.has(path) || !outputs[path]) continue;
    loadedAtOnce(outputs, path, loaded.add(path));
  }
  return loaded;
}

/**
 * Bundles each of the above in memory, as an app would: its size, and the files that went in. What is loaded by `import()`
 * when it is first needed is in files of its own, and not counted.
 */
export function measureBundles() {
  return Promise.all(
    BUNDLES.map(async ({ name, modules, budget, external = [] }) => {
      const { outputFiles, metafile } = await build({
        ...OPTIONS,
        // Exported, so that nothing of what these modules offer is dropped as unused.
        stdin: {
          contents: modules.map((module) => `export * from '${module}';`).join('\n'),
          resolveDir: ROOT,
        },
        external,
        format: 'esm',
        splitting: true,
        outdir: 'measured',
        legalComments: 'none',
        write: false,
        metafile: true,
      });
      const loaded = loadedAtOnce(metafile.outputs, 'measured/stdin.js');
      const files = outputFiles.filter(({ path }) => loaded.has(relative(ROOT, path).replaceAll('\\', '/')));
      const sum = (sizeOf) => files.reduce((size, { contents }) => size + sizeOf(contents), 0);
      return {
        name,
        budget,
        bytes: sum(({ length }) => length),
        gzip: sum((contents) => gzipSync(contents, { level: 9 }).length),
        inputs: [...loaded].flatMap((file) => Object.keys(metafile.outputs[file].inputs)),
      };
    }),
  );
}
