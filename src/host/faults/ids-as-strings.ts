/** Every field whose name ends in `Id` is a text instead of a number, in every message and in SYNC. */
import type { Fault } from '../fault.js';

export const idsAsStrings: Fault = {
  wrong: 'Every id is a string: "engagementId": "9001".',
  right: 'Takes it for the number it is.',
  sendInstead: ({ data, ...message }) => [
    { ...message, ...(data !== undefined && { data: idsAsText(data) }) },
  ],
  tellInstead: (context) => idsAsText(context) as typeof context,
};

/** The same data with every id inside it as text. */
function idsAsText(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(idsAsText);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]: [string, unknown]) => [
      name,
      name.endsWith('Id') && typeof value === 'number' ? String(value) : idsAsText(value),
    ]),
  );
}
