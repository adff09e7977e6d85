// Who may import whom: the layers of the project, and no circle anywhere. `npm run lint` holds it.
//
// LAYERS reads from the top down. A file belongs to the first row that its path begins with, and may import its own row
// and what is named there: another row, or any other beginning of a path. Names are regular expressions. Type-only
// imports and `import()` count like all others.

const CORE = ['src/bridge', 'src/call', 'src/link', 'src/protocol'];
const VOICE = ['src/voice', ...CORE];
const HOST = ['src/host', 'src/sdk', 'src/numbers', ...VOICE];

/** What every element may import: what elements have in common, their words, and the core. */
const COMMON = [
  'components/shared',
  'components/translations',
  'src/index.ts',
  'src/numbers',
  'src/frames/calling-window.ts',
  ...VOICE,
];

/** The elements that come with the package as a whole; those with a voice and the simulator are imported one by one. */
const ELEMENTS = [
  'components/calling-widget',
  'components/call-controls',
  'components/dialer',
  'components/calling-bridge',
  'components/[^/]+',
];

const VOICES = ['components/loopback-voice', 'components/sip-voice'];

const LAYERS = {
  'components/index.ts': ['components/registered-classes.ts', ...ELEMENTS],
  'components/registered-classes.ts': [...ELEMENTS, ...COMMON],
  'components/classes.ts': ['components/registered-classes.ts', ...VOICES, ...ELEMENTS],
  // What templates know of all elements: types only.
  'components/types': [
    ...['components/registered-classes.ts', 'components/calling-host'],
    ...VOICES,
    ...ELEMENTS,
    ...COMMON,
  ],
  'components/[^/]+/testing': ['components/.*', 'src/host', ...COMMON],

  // An element imports another only to draw it. The last row is all elements that draw none.
  'components/calling-widget': [...ELEMENTS, ...COMMON],
  'components/call-controls': ['components/keypad', ...COMMON],
  'components/dialer': ['components/keypad', ...COMMON],
  'components/loopback-voice': ['src/voice/loopback', ...COMMON],
  'components/sip-voice': ['src/voice/sip', ...COMMON],
  'components/calling-host': ['src/host/scenarios', 'src/host', ...COMMON],
  'components/calling-bridge': ['src/frames', ...COMMON],
  'components/translations': ['components/shared'],
  // English is built in, so these two know each other.
  'components/shared': COMMON,
  'components/[^/]+': COMMON,

  // From here on no Lit and no element.
  'src/index.ts': ['src/numbers', ...VOICE],
  'src/testing': ['src/host/scenarios', ...HOST, 'src/voice/conformance'],
  'src/command': ['src/link', 'src/protocol'],
  'src/host/scenarios': HOST,
  'src/host': HOST,
  'src/server': ['src/call', 'src/link', 'src/protocol'],
  'src/sdk': CORE,
  'src/frames': CORE,
  'src/voice/loopback': VOICE,
  'src/voice/sip': VOICE,
  'src/voice/conformance': VOICE,
  'src/voice': CORE,
  'src/numbers/libphonenumber': ['src/numbers'],
  'src/numbers': CORE,
  'src/bridge': CORE,
  'src/call': ['src/link', 'src/protocol'],
  'src/link': ['src/protocol'],
  'src/protocol': [],

  tools: [],
};

const OURS = '^(?:src|components|demo|bench|tools)/';

// A test may import anything but another test. The fakes of a layer, in its `testing/`, may import what the layer may,
// and the fakes of those layers.
const TEST = String.raw`\.(?:test|long|e2e)\.ts$|\.node-test\.mjs$`;
const FAKE = '^(?:src|components)/.+/testing/';
const EXAMPLE = '^src/testing/examples/';
const NOT_PUBLISHED = [TEST, FAKE, EXAMPLE];

const rows = Object.keys(LAYERS);

/** Matches the paths that begin so and belong to no row above that one. */
function filesOf(row, beginning = row) {
  const above = rows.slice(0, Math.max(rows.indexOf(row), 0));
  const notAbove = above.length > 0 ? `(?!(?:${above.join('|')})(?:/|$))` : '';
  return `^${notAbove}${beginning}(?:/|$)`;
}

const layerRules = Object.entries(LAYERS).map(([row, below]) => ({
  name: `layer ${row}`,
  comment: `${row} may import only itself${below.map((name) => `, ${name}`).join('')}.`,
  severity: 'error',
  from: { path: filesOf(row, `(${row})`), pathNot: TEST },
  // $1 is what the importing path began with: elements of the last row do not import each other.
  to: {
    path: OURS,
    pathNot: [filesOf(row, '$1'), ...below.map((name) => filesOf(name))],
  },
}));

export default {
  forbidden: [
    ...layerRules,
    {
      name: 'no circle',
      comment:
        'Files that import each other in a ring are one file in pieces: give what they share a file of its own.',
      severity: 'error',
      from: { path: OURS },
      to: { circular: true },
    },
    {
      name: 'src knows no element',
      comment: 'What is under src/ works without Lit, the elements and the demo pages, and so do its tests.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        path: '^(?:components|demo|bench|tools)/|^(?:node_modules/)?(?:lit|lit-[^/]+|@lit|@lit-labs|@shoelace-style)(?:/|$)',
      },
    },
    {
      name: 'only define.ts registers',
      comment: 'A class registers no tag, not even of the elements it draws: its define.ts does.',
      severity: 'error',
      from: { path: '^components/', pathNot: [...NOT_PUBLISHED, '/define[.]ts$', '^components/index[.]ts$'] },
      to: { path: '^components/(?!shared/)[^/]+/define[.]ts$' },
    },
    {
      name: 'nothing published imports a fake',
      comment: 'Fakes, generators and examples are for tests, demo pages and benchmarks.',
      severity: 'error',
      from: { path: '^(?:src|components)/', pathNot: NOT_PUBLISHED },
      to: { path: [FAKE, EXAMPLE] },
    },
    {
      name: 'nothing imports a test',
      comment: 'What two tests share belongs into testing/, or beside the demo page.',
      severity: 'error',
      from: {},
      to: { path: TEST },
    },
    {
      name: 'only declared dependencies',
      comment: 'What is published imports only what package.json names in dependencies or peerDependencies.',
      severity: 'error',
      from: { path: '^(?:src|components)/', pathNot: NOT_PUBLISHED },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'npm-bundled'],
        dependencyTypesNot: ['npm', 'npm-peer'],
      },
    },
    {
      name: 'only the command runs in Node',
      comment: 'Everything else that is published runs in browsers too.',
      severity: 'error',
      from: { path: '^(?:src|components)/', pathNot: [...NOT_PUBLISHED, '^src/command/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'every import exists',
      comment:
        'No such file or package. The package itself may be imported by its name, once it is built. The types for templates ' +
        'are read where their framework is.',
      severity: 'error',
      from: { pathNot: '^components/types/.+[.]d[.]ts$' },
      to: { couldNotResolve: true, pathNot: '^hs-calling-elements(?:/|$)' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: '(?:^|/)node_modules/' },
    // What is built has the shape of its sources; tests of the command import it.
    // The fixtures of the consumers and the demos of the frameworks are apps with packages of their own.
    exclude: {
      path: String.raw`^(?:\.\./)*(?:dist|cdn)/|^tools/consumers/[^/]+/|^demo/(?:angular|react|svelte|vue)/`,
    },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
};
