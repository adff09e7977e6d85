/** What the demo pages need of the DOM: parts that must be there, copies of templates. */

/** The part of a page that a selector names. It has to be there. */
export function part<T extends Element>(selector: string, type: new () => T, root: ParentNode = document): T {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page has no ${type.name} at “${selector}”.`);
  return found;
}

/** A copy of the one element in a template. */
export function copyOf(templateId: string): HTMLElement {
  const copy = part(`#${templateId}`, HTMLTemplateElement).content.firstElementChild?.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error(`Template “${templateId}” is empty.`);
  return copy;
}

/** Writes text into the part of an element with this class. */
export function write(root: ParentNode, className: string, text: string): void {
  part(`.${className}`, HTMLElement, root).textContent = text;
}
