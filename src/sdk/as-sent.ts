import type { HostContext } from '../protocol/sync.js';

/**
 * The context with its values as the SYNC sent them, which is what the official SDK hands over: an id may be text, a
 * field may be null. A field that could not be read is left out.
 */
export const asSent = (context: HostContext, sync: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(context).map(([name, read]) => [
      name,
      read === undefined && sync[name] !== null ? undefined : sync[name],
    ]),
  );
