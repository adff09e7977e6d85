/** Registers an element, unless its tag name is registered already: a page may load this package twice. */
export function defineOnce(
  element: CustomElementConstructor & { readonly tag: string },
  tag: string,
  registry = pageRegistry(),
): void {
  // A class can be registered only once. For a second tag name there has to be a subclass.
  if (!registry?.get(tag)) registry?.define(tag, tag === element.tag ? element : class extends element {});
}

// There is no registry outside a browser, as in Node.
function pageRegistry(): CustomElementRegistry | undefined {
  return globalThis.customElements;
}
