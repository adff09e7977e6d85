// What custom-elements.json says beyond what the analyzer finds in one file: plugins of its configuration.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from './root.mjs';

/** The element's folder, of the path of its class. */
const FOLDER_OF_ELEMENT = /^\/?components\/([^/]+)\/\1\.ts$/;

/** Those that are no part of a phone's screen: nothing bubbles from them through it. */
const NOT_ON_SCREEN = /^hs-(?:calling-(?:bridge|host|widget)|.+-voice)$/;

/** What each custom property is for. A test asks for those that are missing. */
const TOKENS = {
  '--hs-color-text': 'Colour of text.',
  '--hs-color-text-quiet': 'Colour of text that matters less.',
  '--hs-color-surface': 'Background.',
  '--hs-color-raised': 'Background of what stands out from it: keys, cards.',
  '--hs-color-fill': 'Background of buttons that are not the main one.',
  '--hs-color-line': 'Colour of lines that separate.',
  '--hs-color-field-line': 'Colour of the border of fields.',
  '--hs-color-accent': 'Colour of links, of the focus and of what is chosen.',
  '--hs-color-accent-wash': 'Background of what is chosen.',
  '--hs-color-on-accent': 'Colour of text on the accent colour.',
  '--hs-color-call': 'Background of buttons that start or take a call.',
  '--hs-color-call-text': 'Colour of text about a call that goes well.',
  '--hs-color-call-wash': 'Background of such text.',
  '--hs-color-on-call': 'Colour of text on the colour of calls.',
  '--hs-color-danger': 'Background of buttons that end a call.',
  '--hs-color-danger-text': 'Colour of errors.',
  '--hs-color-danger-wash': 'Background of errors.',
  '--hs-color-on-danger': 'Colour of text on the colour of danger.',
  '--hs-color-warn': 'Colour of warnings.',
  '--hs-color-warn-wash': 'Background of warnings.',
  '--hs-color-bar': 'Background of the bar at the top.',
  '--hs-color-on-bar': 'Colour of text in that bar.',
  '--hs-radius': 'Radius of corners; larger things have a multiple of it.',
  '--hs-space': 'The unit of distances.',
  '--hs-font-family': 'Typeface.',
  '--hs-font-size': 'Size of text.',
  '--hs-key-size': 'Height of a key.',
};

function* elementsOf({ modules }) {
  for (const module of modules) {
    for (const declaration of module.declarations ?? []) {
      if (declaration.tagName) yield { declaration, module };
    }
  }
}

/** An entry of its own says which module registers a tag: `define.ts` of its folder. */
export const definitions = {
  name: 'definitions',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declaration, module } of elementsOf(customElementsManifest)) {
      const path = module.path.replace(/[^/]+$/, 'define.ts');
      const registering = customElementsManifest.modules.find((other) => other.path === path);
      registering?.exports?.push({
        kind: 'custom-element-definition',
        name: declaration.tagName,
        declaration: { name: declaration.name, module: module.path },
      });
    }
    customElementsManifest.schemaVersion = '2.1.0';
    // A base class is nothing that can be written in a page.
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) if (!declaration.tagName) delete declaration.customElement;
    }
  },
};

/** Events bubble: those of the parts are heard on the whole phone, and those of everything on the bridge around it. */
export const bubbling = {
  name: 'bubbling',
  packageLinkPhase({ customElementsManifest }) {
    const elements = [...elementsOf(customElementsManifest)].map(({ declaration }) => declaration);
    const pass = (sources, receiver) => {
      const own = new Set(receiver.events.map(({ name }) => name));
      const passed = new Map();
      for (const { tagName, events = [] } of sources) {
        for (const event of events) {
          if (own.has(event.name) || event.description?.includes('Does not bubble')) continue;
          const tags = [...(passed.get(event.name)?.tags ?? []), `\`<${tagName}>\``];
          passed.set(event.name, { event, tags });
        }
      }
      for (const { event, tags } of passed.values()) {
        receiver.events.push({
          ...event,
          description: `${event.description} Bubbles from ${tags.join(', ')}.`,
        });
      }
    };
    const find = (tag) => elements.find(({ tagName }) => tagName === tag);
    const parts = elements.filter(({ tagName }) => !NOT_ON_SCREEN.test(tagName));
    const ownOfWidget = { ...find('hs-calling-widget'), events: [...find('hs-calling-widget').events] };
    pass(parts, find('hs-calling-widget'));
    pass([...parts, ownOfWidget], find('hs-calling-bridge'));
  },
};

/** The custom properties that a style sheet reads, and their defaults. */
function* tokensIn(styles) {
  for (const { index, 1: name } of styles.matchAll(/var\((--hs-[\w-]+)/g)) {
    let depth = 1;
    let end = index + 4;
    for (; depth > 0; end += 1) depth += { '(': 1, ')': -1 }[styles[end]] ?? 0;
    const inside = styles.slice(index + 4, end - 1);
    const [, variable] = /(--_[\w-]+): $/.exec(styles.slice(0, index)) ?? [];
    yield { name, default: inside.slice(name.length).replace(/^,\s*/, ''), variable };
  }
}

/** All custom properties that count for an element: those of its own styles and of the shared ones that it has. */
export const customProperties = {
  name: 'custom-properties',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declaration, module } of elementsOf(customElementsManifest)) {
      const folder = join(ROOT, 'components', FOLDER_OF_ELEMENT.exec(module.path)[1]);
      const read = (file) => readFileSync(join(folder, file), 'utf8');
      const files = readdirSync(folder).filter((file) => /^(?!.*\.test).*\.ts$/.test(file));
      const shared = files.flatMap((file) => read(file).match(/\.\.\/shared\/\w+(?:-\w+)*\.styles/g) ?? []);
      const styles = [...files.filter((file) => file.endsWith('.styles.ts')), ...new Set(shared)]
        .map((file) => read(file.replace(/(?:\.ts)?$/, '.ts')))
        .join('\n');
      const documented = new Map((declaration.cssProperties ?? []).map((each) => [each.name, each]));
      for (const { name, variable, ...token } of tokensIn(styles)) {
        if (variable && !styles.includes(`var(${variable})`)) continue;
        documented.set(name, { name, description: TOKENS[name], ...token, ...documented.get(name) });
      }
      for (const each of documented.values()) delete each.variable;
      declaration.cssProperties = [...documented.values()];
    }
    // Custom properties are inherited: those of the parts count for the whole phone.
    const elements = [...elementsOf(customElementsManifest)].map(({ declaration }) => declaration);
    const widget = elements.find(({ tagName }) => tagName === 'hs-calling-widget');
    const ofParts = elements.filter(({ tagName }) => !NOT_ON_SCREEN.test(tagName));
    const all = [...ofParts, widget].flatMap(({ cssProperties }) => cssProperties);
    widget.cssProperties = [...new Map(all.map((each) => [each.name, each])).values()];
  },
};

/** The words that a value may be, where its type is a name for them. */
function wordsOf(type) {
  const parts = type.isUnion() ? type.types : [type];
  const words = parts.filter((part) => !(part.flags & ts.TypeFlags.Undefined));
  if (words.length === 0 || !words.every((part) => part.isStringLiteral())) return undefined;
  return [...words.map(({ value }) => `'${value}'`), ...(words.length < parts.length ? ['undefined'] : [])];
}

/** The default as its comment says it, where the code has none that could be shown. */
function defaultIn(description = '') {
  const [, quoted, plain] = /Default: (?:`([^`]+)`|(true|false|\d+))(?=[.,;\s]|$)/.exec(description) ?? [];
  return quoted === undefined ? plain : `'${quoted}'`;
}

/** Types that are names for words become these words, and what has no default in code has that of its comment. */
export const resolvedTypes = {
  name: 'resolved-types',
  packageLinkPhase({ customElementsManifest }) {
    const { options, fileNames } = ts.parseJsonConfigFileContent(
      ts.readConfigFile(join(ROOT, 'tsconfig.build.json'), ts.sys.readFile).config,
      ts.sys,
      ROOT,
    );
    const program = ts.createProgram(fileNames, options);
    const checker = program.getTypeChecker();
    for (const { declaration, module } of elementsOf(customElementsManifest)) {
      const source = program.getSourceFile(join(ROOT, module.path));
      const symbol = checker
        .getExportsOfModule(checker.getSymbolAtLocation(source))
        .find(({ name }) => name === declaration.name);
      const element = checker.getDeclaredTypeOfSymbol(symbol);
      for (const one of [...(declaration.attributes ?? []), ...(declaration.members ?? [])]) {
        if (one.kind === 'method') continue;
        const property = checker.getPropertyOfType(element, one.fieldName ?? one.name);
        if (!property) continue;
        const type = checker.getTypeOfSymbol(property);
        one.type ??= { text: checker.typeToString(type) };
        const words = wordsOf(type);
        if (words) one.type = { text: words.join(' | ') };
        // A name from the code says nothing to who reads it.
        if (/^[A-Za-z]\w*$/.test(one.default ?? '') && !/^(?:true|false)$/.test(one.default))
          delete one.default;
        one.default ??= defaultIn(one.description);
        if (one.default === undefined) delete one.default;
        else one.default = one.default.replace(/(?<=\d)_(?=\d)/g, '');
      }
    }
  },
};
