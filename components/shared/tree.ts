/** The tree of elements as a person sees it: slots and shadow roots do not end it. */

/** The parent of an element. That of a slotted element is its slot; that of the top of a shadow root is the host. */
export function parentAcrossShadow(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  // Asked so, since a server and some test environments have no `ShadowRoot`.
  return root.nodeType === 11 ? ((root as Partial<ShadowRoot>).host ?? null) : null;
}
