// The elements in the templates of frameworks: what is right compiles, and each line that says `wrong:` is an error.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../root.mjs';

/** What comes with the package when npm installs it. */
export const { dependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));

/** The strictest that there is, with a look at what the packages declare. */
const STRICTEST = {
  ...{
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noImplicitOverride: true,
  },
  ...{ noUnusedLocals: true, noUnusedParameters: true, noImplicitReturns: true, noEmit: true },
  ...{ verbatimModuleSyntax: true, isolatedModules: true, target: 'es2022', module: 'esnext' },
  ...{ moduleResolution: 'bundler', lib: ['es2023', 'dom', 'dom.iterable'], types: [] },
};

const TSC = ['tsc', '-p', '.', '--pretty', 'false'];

const jsx = (name, packages, jsxImportSource, mode = 'react-jsx') => ({
  name,
  packages,
  compilerOptions: { jsx: mode, jsxImportSource },
  command: TSC,
});

/** @type {{ name: string, packages: Record<string, string>, compilerOptions?: object, command: string[] }[]} */
const FRAMEWORKS = [
  // The oldest TypeScript that reads all declarations.
  { name: 'typescript', packages: { typescript: '~5.4.0' }, command: TSC },
  jsx('react18', { '@types/react': '^18.3.0', typescript: '~5.9.0' }, 'react'),
  jsx('react19', { '@types/react': '^19.0.0', typescript: '~6.0.0' }, 'react'),
  jsx('preact', { preact: '^10.25.0', typescript: '~6.0.0' }, 'preact'),
  jsx('solid', { 'solid-js': '^1.9.0', typescript: '~6.0.0' }, 'solid-js', 'preserve'),
  {
    name: 'vue',
    packages: { vue: '^3.5.0', 'vue-tsc': '^3.3.0', typescript: '~6.0.0' },
    config: { vueCompilerOptions: { strictTemplates: true } },
    command: ['vue-tsc', '-p', '.', '--pretty', 'false'],
  },
  {
    name: 'svelte',
    packages: { svelte: '^5.0.0', 'svelte-check': '^4.7.0', typescript: '~6.0.0' },
    command: ['svelte-check', '--output', 'machine', '--tsconfig', './tsconfig.json'],
  },
  {
    name: 'angular',
    packages: {
      ...{ '@angular/common': '^22.0.0', '@angular/compiler': '^22.0.0', '@angular/compiler-cli': '^22.0.0' },
      ...{ '@angular/core': '^22.0.0', rxjs: '^7.8.0', typescript: '~6.0.0' },
    },
    compilerOptions: { experimentalDecorators: true },
    config: { angularCompilerOptions: { strictTemplates: true, extendedDiagnostics: {} } },
    command: ['ngc', '-p', '.'],
  },
];

/** Where a compiler says that something is wrong: `App.tsx(12,3)`, `App.svelte:12:3` or `"App.svelte" 12:3`. */
const PLACE = /([\w./-]+\.(?:tsx?|vue|svelte|html))"?(?:\(|:| )(\d+)[,:]\d+/;

function errorsIn(output) {
  return output
    .split('\n')
    .filter((line) => /\berror\b/i.test(line))
    .flatMap((line) => {
      const [, file, number] = PLACE.exec(line) ?? [];
      return file ? [{ place: `${file.replace(/^.*\//, '')}:${number}`, line }] : [];
    });
}

/** The lines of the fixtures that are wrong on purpose. */
async function wrongLines(folder) {
  const files = (await readdir(folder)).filter((file) => /\.(?:tsx?|vue|svelte|html)$/.test(file));
  const found = await Promise.all(
    files.map(async (file) => {
      const lines = (await readFile(join(folder, file), 'utf8')).split('\n');
      return lines.flatMap((line, index) => (line.includes(' wrong: ') ? [`${file}:${index + 1}`] : []));
    }),
  );
  return found.flat();
}

/** Throws unless the compiler names each wrong line and no other. */
async function check({ compilerOptions, config, command: [command, ...args] }, project) {
  const options = { ...STRICTEST, ...compilerOptions };
  const include = ['*.ts', '*.tsx', '*.vue', '*.svelte'];
  await writeFile(
    join(project.folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: options, include, ...config }),
  );
  const { output } = await project.run(join(project.folder, 'node_modules/.bin', command), args);
  const errors = errorsIn(output);
  const wrong = await wrongLines(project.folder);
  const told = new Set(errors.map(({ place }) => place));
  const problems = [
    ...wrong.filter((place) => !told.has(place)).map((place) => `${place} is wrong, and not told`),
    ...errors.filter(({ place }) => !wrong.includes(place)).map(({ line }) => `Told, and not wrong: ${line}`),
  ];
  if (wrong.length === 0 || problems.length > 0) throw new Error([...problems, output].join('\n'));
  return wrong.length;
}

/** A consumer for each framework. */
export const TEMPLATE_CONSUMERS = FRAMEWORKS.map((framework) => ({
  name: `Templates of ${framework.name}`,
  packages: { ...dependencies, ...framework.packages },
  fixtures: `templates/${framework.name}`,
  runs: [{ name: 'right and wrong', run: (project) => check(framework, project) }],
}));
