/** Looks into shadow roots. */

/** All elements that match a selector, in an element and in all shadow roots inside it. */
export function findAll(root: ParentNode, selector: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
    ...(element.matches(selector) ? [element] : []),
    ...(element.shadowRoot ? findAll(element.shadowRoot, selector) : []),
  ]);
}

/** Those of them that are in sight. */
export function findSeen(root: ParentNode, selector: string): HTMLElement[] {
  return findAll(root, selector).filter((each) => each.getClientRects().length > 0);
}
