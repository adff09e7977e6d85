// How custom-elements.json is made: what editors, documentation and framework wrappers know about the elements.
import { posix } from 'node:path';
import { bubbling, customProperties, definitions, resolvedTypes } from './tools/manifest.mjs';

const FOLDER_OF_ELEMENT = /^components\/([^/]+)\/\1\.ts$/;

/** The published module of a source file. The analyzer writes some paths relative to the file that is analysed. */
function published(path, from) {
  const source = path.startsWith('.') ? posix.join(posix.dirname(from), path) : path;
  return source.replace(/^\/?((?:components|src)\/.*)\.[jt]s$/, 'dist/$1.js');
}

/** Takes an element's tag from its folder: the analyzer does not find it, since `define.ts` registers the class. */
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

/** Takes an event's type from the global table of event types. */
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

/** Leaves out what is private or protected. */
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

/** Replaces the paths of sources by those of the published modules. */
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
  globs: ['components/**/*.ts'],
  exclude: ['**/*.test.ts', '**/*.styles.ts', '**/testing/**'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [
    tagFromFolder,
    bubbling,
    typedEvents,
    publicOnly,
    customProperties,
    resolvedTypes,
    definitions,
    publishedPaths,
  ],
};
