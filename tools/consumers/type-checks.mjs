// The same user code, compiled against the official package and against ours: which errors come only with ours.
import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const OFFICIAL = '@hubspot/calling-extensions-sdk';
const OURS = 'hs-calling-elements/sdk';

const OLD = { target: 'es5', module: 'commonjs', moduleResolution: 'node' };
const NODE16 = { target: 'es2020', module: 'node16', moduleResolution: 'node16' };
const BUNDLER = { target: 'es2020', module: 'esnext', moduleResolution: 'bundler' };

/** What each version of TypeScript can resolve modules by. */
const VERSIONS = {
  4.7: { node: OLD, node16: NODE16 },
  4.9: { node: OLD, node16: NODE16 },
  '5.0': { node: OLD, node16: NODE16, bundler: BUNDLER },
  5.4: { node: OLD, node16: NODE16, bundler: BUNDLER },
  5.9: { node: OLD, node16: NODE16, bundler: BUNDLER },
  '6.0': { node: { ...OLD, target: 'es2015', ignoreDeprecations: '6.0' }, node16: NODE16, bundler: BUNDLER },
  // It has no `node` any more.
  '7.0': { node16: NODE16, bundler: BUNDLER },
};

/** The options of create-react-app, with whose `tsconfig.json` HubSpot's React demo is built. */
const REACT_APP = {
  ...{ target: 'es5', module: 'esnext', moduleResolution: 'node', allowJs: true, esModuleInterop: true },
  ...{ allowSyntheticDefaultImports: true, strict: true, forceConsistentCasingInFileNames: true },
  ...{ noFallthroughCasesInSwitch: true, resolveJsonModule: true, isolatedModules: true, jsx: 'react-jsx' },
};

/** The fixtures that a way of resolving can read: Node's has CommonJS and ES modules in files of their own. */
const filesOf = (moduleResolution) => [
  'app.ts',
  'doubles.ts',
  ...(moduleResolution === 'node16' ? ['commonjs.cts', 'module.mts'] : []),
];

/** The packages of all checks: each TypeScript by a name of its own. */
export const TYPE_PACKAGES = {
  ...Object.fromEntries(
    Object.keys(VERSIONS).map((version) => [`typescript-${version}`, `npm:typescript@~${version}.0`]),
  ),
  [OFFICIAL]: '0.9.7',
  '@types/react': '^18.3.0',
  '@types/react-dom': '^18.3.0',
};

/** Two folders of the same fixtures: as they are, and with our package in place of the official one. */
const SIDES = { official: OFFICIAL, ours: OURS };

async function writeSources(folder) {
  await rm(folder, { recursive: true, force: true });
  for (const [side, wanted] of Object.entries(SIDES)) {
    const target = join(folder, side);
    await cp(join(folder, '../types'), target, { recursive: true });
    for (const file of await readdir(target)) {
      const code = await readFile(join(target, file), 'utf8');
      await writeFile(join(target, file), code.replaceAll(OFFICIAL, wanted));
    }
  }
}

/** The errors of a compilation of both folders, and of whatever they load. */
async function compile(project, version, files, compilerOptions) {
  const folder = join(project.folder, 'compiled');
  await writeSources(folder);
  const config = {
    compilerOptions: {
      ...{ noEmit: true, types: [], lib: ['dom', 'dom.iterable', 'esnext'] },
      // TypeScript's own. What the packages declare is looked at.
      skipDefaultLibCheck: true,
      ...compilerOptions,
    },
    files: [
      ...Object.keys(SIDES).flatMap((side) => files.map((file) => `${side}/${file}`)),
      // What is added to the official types.
      'ours/added.ts',
    ],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const typescript = join(project.folder, `node_modules/typescript-${version}`);
  const { bin } = JSON.parse(await readFile(join(typescript, 'package.json'), 'utf8'));
  const tsc = join(typescript, bin.tsc);
  const { ok, output } = await project.run(process.execPath, [tsc, '-p', folder, '--pretty', 'false']);
  const errors = output.split('\n').filter((line) => /error TS\d+/.test(line));
  if (!ok && errors.length === 0) throw new Error(output);
  return errors.map((line) => line.replace(/^compiled\//, ''));
}

/** Throws when ours has an error that the official package has not, or when code for ours alone has one. */
async function compare(...compilation) {
  const errors = await compile(...compilation);
  const official = errors.filter((line) => line.startsWith('official/'));
  const onlyOurs = errors.filter(
    (line) => !official.includes(line) && !official.includes(line.replace(/^ours/, 'official')),
  );
  if (onlyOurs.length > 0) throw new Error(onlyOurs.join('\n'));
  // Otherwise an error of our own could hide behind it.
  if (official.length > 0) throw new Error(`With the official package too:\n${official.join('\n')}`);
}

const matrix = Object.entries(VERSIONS).flatMap(([version, ways]) =>
  Object.entries(ways).flatMap(([way, options]) =>
    [true, false].map((strict) => ({
      name: `TypeScript ${version}, ${way}, ${strict ? 'strict' : 'not strict'}`,
      run: (project) =>
        compare(project, version, filesOf(way), { ...options, strict, esModuleInterop: true }),
    })),
  ),
);

const reactApps = ['4.9', '5.9'].flatMap((version) =>
  [true, false].map((skipLibCheck) => ({
    name: `TypeScript ${version}, as create-react-app, ${skipLibCheck ? 'without' : 'with'} a look at the libraries`,
    run: (project) =>
      compare(project, version, ['App.tsx', 'app.ts', 'doubles.ts'], { ...REACT_APP, skipLibCheck }),
  })),
);

export const TYPE_CHECKS = [...matrix, ...reactApps];
