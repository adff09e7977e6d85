// How dist/ is bundled for the CDN, and how large what people load may be. Bundling what is published, and not the
// source, proves on the way that `sideEffects` names every file that registers.
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
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
  'hs-sip-voice': { entry: 'dist/components/sip-voice/define.js', globalName: 'HsSip' },
};

/** @type {{ outfile: string, entry: string, options: import('esbuild').BuildOptions }[]} */
export const CDN_FILES = Object.entries(IN_ONE_FILE).flatMap(([name, { entry, globalName }]) => [
  { outfile: `cdn/${name}.min.js`, entry, options: { format: 'esm' } },
  { outfile: `cdn/${name}.iife.min.js`, entry, options: { format: 'iife', globalName } },
]);

export async function writeCdnFiles() {
  await Promise.all(
    CDN_FILES.map(({ outfile, entry, options }) =>
      build({
        ...OPTIONS,
        ...options,
        outfile,
        entryPoints: [entry],
        sourcemap: true,
        legalComments: 'linked',
      }),
    ),
  );
}

/** What people load, and what it may weigh: bytes after gzip, Lit and valibot included. */
export const BUDGETS = [
  {
    name: 'calling-bridge + dialer + call-status',
    modules: ['calling-bridge', 'dialer', 'call-status'].map((name) => `./dist/components/${name}/define.js`),
    // The goal is 18 kB: Lit, localize and valibot are 9 of them. Until it is reached, it must not get worse.
    budget: 31_500,
  },
  // The goal is 36 kB.
  { name: 'every element', modules: ['./dist/components/index.js'], budget: 40_000 },
  { name: 'loopback phone', modules: ['./dist/components/loopback-voice/define.js'] },
  {
    name: 'SIP phone, without its engine',
    modules: ['./dist/components/sip-voice/define.js'],
    external: ['jssip'],
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
      const [{ contents }] = outputFiles;
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
