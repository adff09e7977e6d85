/** Warns of handlers that are never called, because their names do not exist. */
import { messageHandlerNames } from './constants.js';

const names = [...Object.values(messageHandlerNames), 'defaultEventHandler'];

// How many of the name's groups of three letters occur in the other name, less the difference in length.
function similarity(name: string, other: string): number {
  const groups = Array.from(name, (_, at) => name.slice(at, at + 3).toLowerCase());
  const shared = groups.filter((group) => other.toLowerCase().includes(group));
  return shared.length - Math.abs(name.length - other.length);
}

/** Writes a line to the console for each handler whose name does not exist, with the name that is probably meant. */
export function warnOfUnknownHandlers(handlers: object): void {
  for (const [name, handler] of Object.entries(handlers)) {
    if (typeof handler !== 'function' || names.includes(name) || name === 'FAILED') continue;
    const [suggestion = ''] = [...names].sort((a, b) => similarity(name, b) - similarity(name, a));
    console.warn(`[hs-calling] There is no handler “${name}”. Did you mean “${suggestion}”?`);
  }
}
