// Who uses the package: what each needs from npm, the fixtures it gets, and what is tried. One row for each.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { checkElements, checkPhone, checkWidget } from './in-browser.mjs';
import { NEXT_RUNS } from './next-checks.mjs';
import { dependencies, TEMPLATE_CONSUMERS } from './template-checks.mjs';
import { TYPE_CHECKS, TYPE_PACKAGES } from './type-checks.mjs';

/** Runs a command in the project, and throws with its output when it fails. */
async function mustRun(project, command, args, env) {
  const { ok, output } = await project.run(command, args, env);
  if (!ok) throw new Error(output);
}

const bin = (project, name) => join(project.folder, 'node_modules/.bin', name);

/** Bundled, and opened in a browser. */
const webpackRuns = (env) =>
  ['import', 'require'].map((name) => ({
    name: `${name}, bundled and opened`,
    async run(project) {
      await mustRun(project, process.execPath, ['build.cjs', name], env);
      await checkWidget(project.folder, `${name}.html`);
    },
  }));

/** What each page of the fixture has to do, once Parcel has made it. */
const parcelRuns = [
  ['every element', 'all.html', checkPhone],
  ['some elements', 'parts.html', checkPhone],
  ['SIP voice', 'sip.html', checkElements],
  ['drop-in', 'sdk.html', checkWidget],
].map(([name, page, check]) => ({
  name: `${name}, bundled and opened`,
  async run(project) {
    const options = ['--public-url', '.', '--dist-dir', 'built', '--no-source-maps', '--no-cache'];
    await mustRun(project, bin(project, 'parcel'), ['build', page, ...options]);
    await check(join(project.folder, 'built'), page);
  },
}));

/** The data for JetBrains' editors, as the type that is made of the schema of the format. */
const checkWebTypes = {
  name: 'what is published is of the format',
  async run(project) {
    const data = await readFile(
      join(project.folder, 'node_modules/hs-calling-elements/web-types.json'),
      'utf8',
    );
    const code = `import type { JSONSchemaForWebTypes } from '@schemastore/web-types';
export default ${data} satisfies JSONSchemaForWebTypes;\n`;
    await writeFile(join(project.folder, 'web-types.ts'), code);
    const options = ['--strict', '--noEmit', '--module', 'esnext', '--moduleResolution', 'bundler'];
    await mustRun(project, bin(project, 'tsc'), ['web-types.ts', '--pretty', 'false', ...options]);
  },
};

const reactRuns = ['useMemo', 'useState', 'useRef', 'useEffect'].map((hook) => ({
  name: `StrictMode, ${hook}`,
  async run({ folder }) {
    await build({
      absWorkingDir: folder,
      entryPoints: ['main.jsx'],
      outfile: join(folder, 'bundle.js'),
      bundle: true,
      // StrictMode does things twice in development only.
      define: { 'process.env.NODE_ENV': '"development"' },
      logLevel: 'silent',
    });
    await checkWidget(folder, `index.html?hook=${hook}`);
  },
}));

const jest = {
  name: 'require, spies and mocks',
  run: (project) => mustRun(project, bin(project, 'jest'), ['--env=jsdom']),
};

const vitest = (environment) => ({
  name: `import, in ${environment}`,
  run: (project) =>
    mustRun(project, bin(project, 'vitest'), ['run', 'vitest.test.mjs', '--environment', environment]),
});

const inNode = (name, args) => ({ name, run: (project) => mustRun(project, process.execPath, args) });

const IS_CLASS = `if (!('callEnded' in CallingExtensions.prototype)) throw new Error('not the class')`;

/** @type {{ name: string, packages: Record<string, string>, fixtures?: string, manifest?: object, runs: object[] }[]} */
export const CONSUMERS = [
  {
    name: 'Node',
    packages: {},
    runs: [
      inNode('require', [
        '--eval',
        `const CallingExtensions = require('hs-calling-elements/sdk').default; ${IS_CLASS}`,
      ]),
      inNode('import', [
        ...['--input-type=module', '--eval'],
        `import CallingExtensions from 'hs-calling-elements/sdk'; ${IS_CLASS}`,
      ]),
    ],
  },
  {
    name: 'Jest 29',
    packages: { jest: '^29.7.0', 'jest-environment-jsdom': '^29.7.0' },
    fixtures: 'unit',
    runs: [jest],
  },
  // That of create-react-app 5. It knows no `exports`.
  { name: 'Jest 27', packages: { jest: '^27.5.1' }, fixtures: 'unit', runs: [jest] },
  {
    name: 'Vitest 3',
    packages: { vitest: '^3.2.0', jsdom: '^26.1.0', 'happy-dom': '^20.0.0' },
    fixtures: 'unit',
    runs: [vitest('jsdom'), vitest('happy-dom')],
  },
  {
    name: 'webpack 4',
    packages: { webpack: '^4.47.0' },
    fixtures: 'widget',
    // It hashes with what OpenSSL 3 calls old.
    runs: webpackRuns({ NODE_OPTIONS: '--openssl-legacy-provider' }),
  },
  { name: 'webpack 5', packages: { webpack: '^5.100.0' }, fixtures: 'widget', runs: webpackRuns({}) },
  {
    name: 'Parcel 2',
    packages: { ...dependencies, jssip: '^3.13.0', parcel: '^2.16.0' },
    // Parcel reads `exports` only where it is told so.
    manifest: { '@parcel/resolver-default': { packageExports: true } },
    fixtures: 'parcel',
    runs: parcelRuns,
  },
  {
    name: 'script tag',
    packages: { requirejs: '^2.3.7' },
    fixtures: 'widget',
    runs: ['global', 'amd'].map((name) => ({
      name,
      run: ({ folder }) => checkWidget(folder, `${name}.html`),
    })),
  },
  ...['18', '19'].map((version) => ({
    name: `React ${version}`,
    packages: { react: `^${version}.0.0`, 'react-dom': `^${version}.0.0` },
    fixtures: 'react',
    runs: reactRuns,
  })),
  {
    name: 'Next 16',
    packages: {
      ...{ ...dependencies, next: '^16.4.0', react: '^19.0.0', 'react-dom': '^19.0.0', typescript: '~5.9.0' },
      ...{ '@types/node': '^20.0.0', '@types/react': '^19.0.0', '@types/react-dom': '^19.0.0' },
    },
    fixtures: 'next',
    runs: NEXT_RUNS,
  },
  {
    name: 'JetBrains',
    packages: { '@schemastore/web-types': '^1.0.0', typescript: '~6.0.0' },
    runs: [checkWebTypes],
  },
  { name: 'types', packages: TYPE_PACKAGES, fixtures: 'types', runs: TYPE_CHECKS },
  ...TEMPLATE_CONSUMERS,
];
