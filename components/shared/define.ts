/** Registers an element, unless its name is taken: two copies of this code may meet on a page. */
export function defineOnce(
  element: CustomElementConstructor & { readonly tag: string },
  tag: string,
  registry = pageRegistry(),
): void {
  // One class has one name: another name gets a class of its own.
  if (!registry?.get(tag)) registry?.define(tag, tag === element.tag ? element : class extends element {});
}

// Outside a browser there is none.
function pageRegistry(): CustomElementRegistry | undefined {
  return globalThis.customElements;
}
