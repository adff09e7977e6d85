/** Every element there is, for tests of what all have in common: an element that is added is tested with the others. */
import type { LitElement, PropertyDeclaration } from 'lit';

/** The class of an element. */
export type ElementClass = typeof LitElement & {
  new (): LitElement;
  readonly tag: string;
  define(tag?: string): void;
};

/** Imports whatever package.json exports as an element. Resolves with all that is registered by that. */
async function loadEveryElement(): Promise<readonly ElementClass[]> {
  const classes: ElementClass[] = [];
  const define = customElements.define.bind(customElements);
  customElements.define = (tag, element) => {
    classes.push(element as unknown as ElementClass);
    define(tag, element);
  };
  try {
    const { exports } = (await (await fetch('/package.json')).json()) as { exports: Record<string, unknown> };
    const folders = JSON.stringify(exports).matchAll(/dist\/components\/([\w-]+)\/define\.js/g);
    for (const [, folder = ''] of folders) {
      await import(new URL(`../${folder}/define.ts`, import.meta.url).href);
    }
  } finally {
    customElements.define = define;
  }
  return classes;
}

export const everyElement = await loadEveryElement();

/** What elements keep for themselves. To Lit it is a property without an attribute, such as `bridge`; its class says private. */
const internalState = new Set(
  (
    'chosen current digits direction failed hasForm imported isAlertClosed isIncomplete isLater isOnlyInvalid isPlaying ' +
    'isSlow mistake notice now openPanel phase playing prompt results since text trouble'
  ).split(' '),
);

const isInternal = (name: string, { attribute }: PropertyDeclaration = {}): boolean =>
  attribute === false && internalState.has(name);

/** The options of each reactive property that a page may set, by name. */
export const publicProperties = (
  element: ElementClass,
): readonly (readonly [string, PropertyDeclaration])[] =>
  [...element.elementProperties].flatMap(([key, options]) =>
    isInternal(String(key), options) ? [] : [[String(key), options] as const],
  );

/** The names of all accessors that the package itself has given an element, and that can be set. */
export function settableNames(element: ElementClass): readonly string[] {
  const names = new Set<string>();
  let prototype = element.prototype as object;
  while (!Object.hasOwn(prototype, 'performUpdate')) {
    for (const [name, accessor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (accessor.set && !isInternal(name, element.elementProperties.get(name))) names.add(name);
    }
    prototype = Object.getPrototypeOf(prototype) as object;
  }
  return [...names];
}

let count = 0;

/** An element whose tag nothing is registered under yet. */
export function undefinedElement({ tag }: Pick<ElementClass, 'tag'>): HTMLElement {
  count += 1;
  return document.createElement(`${tag}-${String(count)}`);
}

/** The properties of an element, whatever its class; undefined for a promise that only a defined element has. */
export type Properties = HTMLElement &
  Record<string, unknown> & { readonly updateComplete?: Promise<boolean> };

/** An element as what can be set on it, and read. */
export const propertiesOf = (element: HTMLElement): Properties => element as Properties;
