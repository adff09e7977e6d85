/** The form that has somebody call the widget. */
import { part } from './page.js';
import type { Told } from './orders.js';
import { records } from './records.js';

/** Who may call: the number, the name that the network tells with it, and what the list of this page says. */
const callers = [
  ...records.map(({ name, phones: [phone] }) => [phone?.number ?? '', '', name] as const),
  ['+12025550155', '', 'A number nobody knows'],
  ['+12025550177', 'Nora Network', 'A number with a name'],
  ['', '', 'A hidden number'],
] as const;

/** Fills the list of who may call; `ring` is called with who does. */
export function offerCallers(ring: (caller: Told) => void): void {
  const list = part('#caller', HTMLSelectElement);
  for (const [, , label] of callers) list.add(new Option(label));
  part('#call-in', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    const [from, name] = callers[list.selectedIndex] ?? callers[0];
    ring({ from, name });
  });
}
