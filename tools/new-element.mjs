// Makes a new element: a folder in components/ with the class, its styles, its registration and a test that passes, and
// the entries in components/index.ts, components/registered-classes.ts and the exports of package.json.
//
//   npm run new -- hs-call-list
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { ROOT } from './root.mjs';

const TAG = /^hs-[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** The files of an element, by their names. */
function filesOf(name) {
  const camelCase = name.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());
  const tag = `hs-${name}`;
  const styles = `${camelCase}Styles`;
  const className = classOf(name);
  return {
    [`${name}.ts`]: `/** \`<${tag}>\`: says whether HubSpot is connected. */
import { html } from 'lit';
import { BridgeController } from '../shared/bridge-controller.js';
import { HsElement } from '../shared/hs-element.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { ${styles} } from './${name}.styles.js';

/**
 * Says whether HubSpot is connected: a beginning, to be replaced by what the element is for.
 *
 * @tag ${tag}
 * @csspart base - Around everything.
 */
export class ${className} extends HsElement {
  static override readonly tag = '${tag}';

  static override styles = [sharedStyles, ${styles}];

  readonly #bridge: BridgeController = new BridgeController(this, { select: (state) => [state.connection] });

  protected override render() {
    const isConnected = this.#bridge.state?.connection === 'connected';
    return html\`<p part="base">\${this.localize.term(isConnected ? 'ready' : 'connecting')}</p>\`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    '${tag}': ${className};
  }
}
`,
    [`${name}.styles.ts`]: `import { css } from 'lit';

export const ${styles} = css\`
  [part='base'] {
    padding: calc(2 * var(--_space));
  }
\`;
`,
    'define.ts': `import { ${className} } from './${name}.js';

${className}.define();

export { ${className} };
`,
    [`${name}.test.ts`]: `import { expect, fixture, html } from '@open-wc/testing';
import { connected, FakeHubSpot } from '../../src/bridge/testing/fake-hubspot.js';
import type { ${className} } from './define.js';
import './define.js';

async function elementOn({ bridge }: FakeHubSpot): Promise<${className}> {
  return fixture<${className}>(html\`<${tag} .bridge=\${bridge}></${tag}>\`);
}

const textOf = ({ shadowRoot }: ${className}) => shadowRoot?.querySelector('[part=base]')?.textContent;

describe('<${tag}>', () => {
  it('says that it waits for HubSpot', async () => {
    const element = await elementOn(new FakeHubSpot());
    expect(textOf(element)).to.equal('Connecting to HubSpot…');
    await expect(element).to.be.accessible();
  });

  it('says that it is ready once HubSpot is connected', async () => {
    const element = await elementOn(connected());
    expect(textOf(element)).to.equal('Ready to call');
    await expect(element).to.be.accessible();
  });
});
`,
  };
}

const classOf = (name) => `Hs${name.replaceAll(/(?:^|-)(.)/g, (_, letter) => letter.toUpperCase())}`;

/** Adds a line to those that match, which are in alphabetical order. */
function insertLine(text, line, matches) {
  const lines = text.split('\n');
  const after = lines.findLastIndex((other) => matches.test(other) && other < line);
  const first = lines.findIndex((other) => matches.test(other));
  lines.splice(after === -1 ? first : after + 1, 0, line);
  return lines.join('\n');
}

/** Adds the entry that registers the element behind the last one of its kind. */
function insertExport(exports, name) {
  const entries = Object.entries(exports);
  const last = entries.findLastIndex(
    ([entry, { default: file }]) => file === `./dist/components/${entry.slice(2)}/define.js`,
  );
  const file = `./dist/components/${name}/define`;
  entries.splice(last + 1, 0, [`./${name}`, { types: `${file}.d.ts`, default: `${file}.js` }]);
  return Object.fromEntries(entries);
}

/** Makes the element with this tag in the project at `root`. Returns the paths of its files, from the root. */
export async function makeElement(tag, root = ROOT) {
  if (!TAG.test(tag ?? '')) {
    throw new Error(
      `“${tag ?? ''}” is no name for an element: it starts with “hs-”, then come words of lower-case letters and digits ` +
        'with “-” between them, as in “hs-call-list”.',
    );
  }
  const name = tag.slice('hs-'.length);
  const folder = join('components', name);
  const edit = async (path, change) => {
    const text = await readFile(join(root, path), 'utf8');
    return () => writeFile(join(root, path), change(text));
  };
  if (existsSync(join(root, folder))) throw new Error(`${folder}/ exists already: choose another name.`);
  const pkg = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  if (pkg.exports[`./${name}`]) {
    throw new Error(`package.json has an export “./${name}” already: choose another name.`);
  }
  const edits = await Promise.all([
    edit('components/index.ts', (text) => insertLine(text, `import './${name}/define.js';`, /^import '/)),
    edit('components/registered-classes.ts', (text) =>
      insertLine(text, `export { ${classOf(name)} } from './${name}/${name}.js';`, /^export \{ Hs/),
    ),
    edit(
      'package.json',
      () => `${JSON.stringify({ ...pkg, exports: insertExport(pkg.exports, name) }, null, 2)}\n`,
    ),
  ]);
  await mkdir(join(root, folder));
  const files = Object.entries(filesOf(name));
  const style = await resolveConfig(join(ROOT, 'package.json'));
  await Promise.all(
    files.map(async ([file, text]) =>
      writeFile(join(root, folder, file), await format(text, { ...style, parser: 'typescript' })),
    ),
  );
  for (const write of edits) await write();
  return files.map(([file]) => join(folder, file));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const files = await makeElement(process.argv[2]);
    console.log(`Made ${files.join(', ')}.`);
    console.log('Entered in components/index.ts, components/registered-classes.ts and package.json.');
    console.log(
      `Its test: BROWSERS=chromium npx wtr --files ${files.find((file) => file.endsWith('.test.ts'))}`,
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
