/** Finds handlers that nothing will ever call. */
import { messageHandlerNames } from './constants.js';

const names = [...Object.values(messageHandlerNames), 'defaultEventHandler'];

// How many runs of three letters of one are in the other, less what the other has besides.
function likeness(name: string, other: string): number {
  let alike = -Math.abs(name.length - other.length);
  for (let at = 0; at < name.length; at += 1) {
    if (other.toLowerCase().includes(name.slice(at, at + 3).toLowerCase())) alike += 1;
  }
  return alike;
}

/** Says on the console which of these names do not exist, and which are meant. */
export function warnOfMisspelt(handlers: object): void {
  for (const [name, handler] of Object.entries(handlers)) {
    if (typeof handler !== 'function' || names.includes(name) || name === 'FAILED') continue;
    const [meant = ''] = [...names].sort((a, b) => likeness(name, b) - likeness(name, a));
    console.warn(`[hs-calling] There is no handler “${name}”. Did you mean “${meant}”?`);
  }
}
