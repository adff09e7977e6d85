// custom-elements.json: what editors, documentation and wrappers know about the elements.
import { posix } from 'node:path';

const FOLDER_OF_ELEMENT = /^components\/([^/]+)\/\1\.ts$/;

/** From the source that is analysed to the module that is published; the analyzer writes some paths relative. */
function published(path, from) {
  const source = path.startsWith('.') ? posix.join(posix.dirname(from), path) : path;
  return source.replace(/^\/?((?:components|src)\/.*)\.[jt]s$/, 'dist/$1.js');
}

/** The tag of an element is its folder's name: registration lies apart from the class, where no analyzer looks. */
const tagFromFolder = {
  name: 'tag-from-folder',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      const folder = FOLDER_OF_ELEMENT.exec(module.path)?.[1];
      for (const declaration of module.declarations ?? []) {
        if (folder && declaration.customElement) declaration.tagName = `hs-${folder}`;
      }
    }
  },
};

/** The commands of `<hs-calling-bridge>` are the core's: said once, with parameters and results, where they are. */
const commandsOfTheCore = {
  name: 'commands-of-the-core',
  packageLinkPhase({ customElementsManifest }) {
    const isCore = ({ path }) => path.startsWith('src/');
    const commands = customElementsManifest.modules
      .filter(isCore)
      .flatMap(({ declarations = [] }) => declarations.flatMap(({ members = [] }) => members))
      .filter(({ kind }) => kind === 'method');
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations.filter(({ customElement }) => customElement)) {
        declaration.members = declaration.members?.map((member) => {
          const isDeclared = member.type?.text.startsWith("CallingBridge['");
          const command = isDeclared && commands.find(({ name }) => name === member.name);
          if (!command) return member;
          const { name, description, deprecated } = member;
          const { kind, parameters, return: result } = command;
          return { kind, name, description, deprecated, parameters, return: result };
        });
      }
    }
    customElementsManifest.modules = customElementsManifest.modules.filter((module) => !isCore(module));
  },
};

/** What an event carries stands in one table of types. */
const typedEvents = {
  name: 'typed-events',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const event of declarations.flatMap(({ events = [] }) => events)) {
        event.type ??= { text: `HTMLElementEventMap['${event.name}']` };
      }
    }
  },
};

const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        declaration.members = declaration.members?.filter(
          ({ name, privacy }) => !name.startsWith('#') && privacy !== 'private' && privacy !== 'protected',
        );
      }
    }
  },
};

const publishedPaths = {
  name: 'published-paths',
  packageLinkPhase({ customElementsManifest }) {
    const visit = (node, from) => {
      if (node === null || typeof node !== 'object') return;
      for (const [key, value] of Object.entries(node)) {
        const isPath = (key === 'path' || key === 'module') && typeof value === 'string';
        if (isPath) node[key] = published(value, from);
        else visit(value, from);
      }
    };
    for (const module of customElementsManifest.modules) visit(module, module.path);
  },
};

export default {
  globs: ['components/**/*.ts', 'src/bridge/calling-bridge.ts', 'src/bridge/commands.ts'],
  exclude: ['**/*.test.ts', '**/*.long.ts', '**/*.styles.ts', '**/fake-*.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [tagFromFolder, commandsOfTheCore, typedEvents, publicOnly, publishedPaths],
};
