/** How the parts of a widget are found. */

/** The element of a part: the app's own if its slot is filled, otherwise ours. */
export function partElement(root: ParentNode, name: string): HTMLElement | undefined {
  const slot = root.querySelector<HTMLSlotElement>(`slot[name=${name}]`);
  const target = slot?.assignedElements()[0] ?? slot?.firstElementChild;
  return target instanceof HTMLElement ? target : undefined;
}
