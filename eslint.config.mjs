// What the linter holds beyond style: the lowest layers stay pure, files stay short, no type or test is switched off.
// Who may import whom is held by .dependency-cruiser.mjs.
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const TESTS = ['**/*.test.ts', '**/*.long.ts', '**/*.e2e.ts'];
const FAKES = ['{src,components}/**/*/testing/**/*.ts'];

// What Node and every worker have too, and what carries no clock and no page.
const EVERYWHERE = new Set(['URL', 'URLSearchParams', 'structuredClone', 'TextEncoder', 'TextDecoder']);
const OUTER_WORLD = [
  ...Object.keys(globals.browser).filter((name) => !EVERYWHERE.has(name)),
  'globalThis',
  'process',
];

/** `no-restricted-globals` sees values; these are the ones that are named as types. */
const OUTER_TYPES = [
  ...Object.keys(globals.browser).filter((name) => /^(?:HTML|SVG|RTC|Media|Message|Window|Event)/.test(name)),
  ...['AbortController', 'AbortSignal', 'CustomEvent', 'Document', 'Element', 'MessageEventSource', 'Node'],
  ...['EventListener', 'EventListenerObject', 'WindowProxy', 'ShadowRoot'],
];

const PURE = 'This layer is pure: the page, the clock and the timers belong to the layers above.';

const NO_SWITCHED_OFF_TESTS = [
  {
    selector:
      'MemberExpression[object.name=/^(?:describe|it|test|suite|context)$/][property.name=/^(?:only|skip|fixme|todo)$/]',
    message: 'Every test runs, always.',
  },
  {
    selector: 'MemberExpression[object.property.name="describe"][property.name=/^(?:only|skip|fixme)$/]',
    message: 'Every test runs, always.',
  },
  {
    selector: 'CallExpression[callee.object.type="ThisExpression"][callee.property.name="skip"]',
    message: 'Every test runs, always.',
  },
  { selector: 'CallExpression[callee.name=/^x(?:it|describe)$/]', message: 'Every test runs, always.' },
];

const NO_INLINE_STYLE = [
  {
    selector: 'TaggedTemplateExpression[tag.name="html"] TemplateElement[value.raw=/\\sstyle="/]',
    message: 'A strict Content-Security-Policy refuses inline styles: use the static styles.',
  },
];

export default defineConfig(
  globalIgnores(['dist/', 'cdn/', 'sdk/', 'docs/_site/', 'coverage/', 'test-results/', 'playwright-report/']),
  // It is read together with the code in the guides, which no project knows.
  globalIgnores(['docs/test/snippets.d.ts']),
  // They are code of others: apps as they are written for the official SDK.
  globalIgnores(['tools/consumers/*/']),
  // Apps with packages and a syntax of their own: each framework's compiler reads them, and the tests run them.
  globalIgnores(['demo/{angular,react,svelte,vue}/']),
  // They need the packages of the frameworks: `npm run test:consumers` compiles them with those.
  globalIgnores(['components/types/*.d.ts']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: globals.node },
  },
  {
    // They hand functions over to the page, or run in it.
    files: ['bench/*.mjs', 'tools/mutate/page{,s}.mjs', 'docs/test/{code,pages}.mjs', 'docs/assets/*.js'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['**/*.ts'],
    extends: [
      tseslint.configs.strictTypeChecked,
      lit.configs['flat/recommended'],
      wc.configs['flat/recommended'],
      litA11y.configs.recommended,
    ],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    settings: { wc: { elementBaseClasses: ['LitElement', 'HsElement'] } },
    rules: {
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true, 'ts-check': true },
      ],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // `() => this.requestUpdate()` reads better than the same in braces.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `addEventListener('x', async () => {})` is how a page waits; the other forms stay errors.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      // Event maps are joined by extending, with nothing to add.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      'lit/lifecycle-super': 'error',
      'lit/no-this-assign-in-render': 'error',
      'wc/require-listener-teardown': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['components/**/*.ts', 'demo/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...NO_INLINE_STYLE] },
  },
  {
    // Past this length a file holds a second thing. Its comments count: they are read too.
    files: ['{src,components}/**/*.ts', 'tools/**/*.mjs'],
    ignores: [...TESTS, ...FAKES],
    rules: { 'max-lines': ['error', 300] },
  },
  {
    // It wires the two ways through the bridge and does nothing else.
    files: ['src/bridge/calling-bridge.ts'],
    rules: { 'max-lines': ['error', 250] },
  },
  {
    // These are the official SDK's types, which say `Function`, `Object` and `{}`. Where ours are wider, the official
    // signature stands behind ours. TypeScript before 5.0 reads them, which knows no `export type *`.
    files: ['src/sdk/{index,types,messages,classes}.ts', 'src/sdk/types.test.ts'],
    rules: {
      '@typescript-eslint/consistent-type-exports': 'off',
      '@typescript-eslint/no-unsafe-function-type': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-wrapper-object-types': 'off',
      '@typescript-eslint/no-empty-object-type': 'off',
      '@typescript-eslint/unified-signatures': 'off',
    },
  },
  {
    // What the contract of a voice promises is to reject, never to throw: `async` says so, with or without `await`.
    files: ['src/voice/**/*.ts'],
    rules: { '@typescript-eslint/require-await': 'off' },
  },
  {
    files: ['src/protocol/**/*.ts', 'src/call/**/*.ts'],
    ignores: [...TESTS, ...FAKES],
    rules: {
      'no-restricted-globals': ['error', ...OUTER_WORLD.map((name) => ({ name, message: PURE }))],
      '@typescript-eslint/no-restricted-types': [
        'error',
        { types: Object.fromEntries(OUTER_TYPES.map((name) => [name, { message: PURE }])) },
      ],
    },
  },
  {
    files: TESTS,
    rules: {
      'no-restricted-syntax': ['error', ...NO_SWITCHED_OFF_TESTS, ...NO_INLINE_STYLE],
      // A plugin of @open-wc/testing types chai's `equal` as a promise, which it is for snapshots only.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: '@types/chai', name: 'Equal' }] },
      ],
      // `expect(x).to.be.true` is an expression with an effect.
      '@typescript-eslint/no-unused-expressions': 'off',
      // Fixtures are small pages of their own; axe judges what the elements render.
      'lit-a11y/accessible-name': 'off',
    },
  },
);
