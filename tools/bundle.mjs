// How dist/ is bundled for the CDN, and how large what people load may be. Bundling what is published, and not the
// source, proves on the way that `sideEffects` names every file that registers.
import { readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { minify } from 'terser';
import { literals } from './minify-literals.mjs';
import { ROOT } from './root.mjs';

const OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  platform: 'browser',
  target: 'es2022',
  plugins: [literals],
  logLevel: 'warning',
  // An element that is not registered because its module was dropped: never a mere warning.
  logOverride: { 'ignored-bare-import': 'error' },
};

const EVERYTHING = 'dist/components/index.js';

/** Each is one self-contained file; that of the SIP phone holds its engine. The entry is a module of dist/. */
const IN_ONE_FILE = {
  'hs-calling-elements': { entry: EVERYTHING, globalName: 'HsCalling' },
  'hs-loopback-voice': { entry: 'dist/components/loopback-voice/define.js', globalName: 'HsLoopback' },
  'hs-calling-host': { entry: 'dist/components/calling-host/define.js', globalName: 'HsHost' },
  'hs-sip-voice': { entry: 'dist/components/sip-voice/define.js', globalName: 'HsSip' },
};

/** The languages that come beside the file of all elements, which speaks English. */
const LANGUAGES = readdirSync(join(ROOT, 'components/translations'))
  .map((file) => /^([a-z]{2,3}(?:-[a-z]+)?)\.ts$/.exec(file)?.[1])
  .filter((language) => language && language !== 'en');

/** A language is told to the copy of the elements that is on the page already. */
const tellsElements = {
  name: 'tells-elements',
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

/** @type {{ outfile: string, entry: string, options: import('esbuild').BuildOptions }[]} */
export const CDN_FILES = [
  ...Object.entries(IN_ONE_FILE).flatMap(([name, { entry, globalName }]) => [
    { outfile: `cdn/${name}.min.js`, entry, options: { format: 'esm' } },
    { outfile: `cdn/${name}.iife.min.js`, entry, options: { format: 'iife', globalName } },
  ]),
  // The one as a module, the other for a script tag: there it is a class and no namespace.
  { outfile: 'cdn/hs-calling-sdk.min.js', entry: 'dist/src/sdk/index.js', options: { format: 'esm' } },
  { outfile: 'cdn/hs-calling-sdk.iife.min.js', entry: 'dist/src/sdk/global.js', options: { format: 'iife' } },
  ...LANGUAGES.flatMap((language) =>
    [
      ['esm', ''],
      ['iife', '.iife'],
    ].map(([format, kind]) => ({
      outfile: `cdn/translations/${language}${kind}.min.js`,
      entry: `dist/components/translations/${language}.js`,
      options: { format, plugins: [tellsElements] },
    })),
  ),
];

/** Code that stays the way it was written repeats more, and so compresses better than the shortest code. */
const AS_WRITTEN = { lhs_constants: false, sequences: false, if_return: false, keep_fargs: false, passes: 1 };

/** Squeezes what esbuild has bundled further: some 2 % of what travels. */
function squeeze(code, options = {}) {
  // Terser writes into the options it is given.
  return minify(code, { module: true, ecma: 2022, compress: { ...AS_WRITTEN }, ...options });
}

export async function writeCdnFiles() {
  await Promise.all(
    CDN_FILES.map(async ({ outfile, entry, options }) => {
      const { outputFiles } = await build({
        ...OPTIONS,
        ...options,
        plugins: [...OPTIONS.plugins, ...(options.plugins ?? [])],
        outfile,
        entryPoints: [entry],
        sourcemap: 'external',
        legalComments: 'linked',
        write: false,
      });
      const file = (ending) => outputFiles.find(({ path }) => path.endsWith(`${basename(outfile)}${ending}`));
      const map = file('.map').text;
      const { code, map: squeezedMap } = await squeeze(file('').text, {
        module: options.format === 'esm',
        toplevel: false,
        sourceMap: { content: map, filename: basename(outfile), url: `${basename(outfile)}.map` },
        format: { comments: /^!/ },
      });
      const written = { '': code, '.map': squeezedMap, '.LEGAL.txt': file('.LEGAL.txt')?.text };
      await mkdir(join(ROOT, dirname(outfile)), { recursive: true });
      await Promise.all(
        Object.entries(written)
          .filter(([, text]) => text !== undefined)
          .map(([ending, text]) => writeFile(join(ROOT, `${outfile}${ending}`), text)),
      );
    }),
  );
}

/** What people load, and what it may weigh: bytes after gzip, Lit included. */
export const BUDGETS = [
  {
    name: 'calling-bridge + dialer + call-status',
    modules: ['calling-bridge', 'dialer', 'call-status'].map((name) => `./dist/components/${name}/define.js`),
    // The goal is 18 kB: Lit and localize are 7 of them. Until it is reached, it must not get worse.
    budget: 29_000,
  },
  { name: 'every element', modules: ['./dist/components/index.js'], budget: 36_000 },
  { name: 'loopback phone', modules: ['./dist/components/loopback-voice/define.js'] },
  {
    name: 'SIP phone, without its engine',
    modules: ['./dist/components/sip-voice/define.js'],
    external: ['jssip'],
  },
  {
    name: 'drop-in for the official SDK',
    modules: ['./dist/src/sdk/index.js'],
    // The goal was 6 kB. Both ends of the link and the payloads of all messages are 5.7 of what it weighs, and all of
    // its names at one letter would save 0.2.
    budget: 8200,
  },
  { name: 'core, no element', modules: ['./dist/src/index.js'] },
];

/** Bundles each of the above in memory: its size, and the files that went in. */
export function measure() {
  return Promise.all(
    BUDGETS.map(async ({ name, modules, budget, external = [] }) => {
      const { outputFiles, metafile } = await build({
        ...OPTIONS,
        // Exported, so that nothing of what these modules offer is dropped as unused.
        stdin: {
          contents: modules.map((module) => `export * from '${module}';`).join('\n'),
          resolveDir: ROOT,
        },
        external,
        format: 'esm',
        legalComments: 'none',
        write: false,
        metafile: true,
      });
      const contents = Buffer.from((await squeeze(outputFiles[0].text)).code);
      return {
        name,
        budget,
        bytes: contents.length,
        gzip: gzipSync(contents, { level: 9 }).length,
        inputs: Object.keys(metafile.inputs),
      };
    }),
  );
}
