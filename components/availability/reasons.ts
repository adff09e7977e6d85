/** Why a user takes calls or does not, as the app has it: breaks, meetings and the like. */
import { shownText } from '../../src/index.js';

/** A reason to choose. */
export interface AvailabilityReason {
  /** The app's own id. It is in the state as `user.reason`. */
  readonly id: string;
  /** The name that the user sees. */
  readonly label: string;
  /** What HubSpot is told: whether the user takes calls. */
  readonly available: boolean;
}

/** More reasons than that are not shown. */
const maxReasons = 50;

/** The reasons in what an app gives: those with an id, a label and a yes or no, each id once. */
export function parseReasons(given: unknown): readonly AvailabilityReason[] {
  const found = new Map<string, AvailabilityReason>();
  for (const item of Array.isArray(given) ? (given.slice(0, maxReasons) as readonly unknown[]) : []) {
    const { id, label, available } = (item ?? {}) as Partial<Record<keyof AvailabilityReason, unknown>>;
    const isId = typeof id === 'string' || typeof id === 'number';
    if (!isId || id === '' || found.has(String(id))) continue;
    if (typeof label !== 'string' || typeof available !== 'boolean') continue;
    const shown = shownText(label);
    if (shown !== '') found.set(String(id), { id: String(id), label: shown, available });
  }
  return [...found.values()];
}
