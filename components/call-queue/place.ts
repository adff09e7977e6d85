/** How far the list of a bridge is, for an element that is drawn anew: as long as the bridge lives, nobody is called twice. */
import type { QueuedCall } from './queue-view.js';

interface Place {
  queue: readonly QueuedCall[];
  position: number;
  running: boolean;
}

const places = new WeakMap<EventTarget, Place>();

/** Keeps where a list is. */
export function keepPlace(bridge: EventTarget | undefined, { queue, position, running }: Place): void {
  if (bridge) places.set(bridge, { queue, position, running });
}

/**
 * Puts a list that has not begun where it was before it was drawn anew.
 * @param before - The list that was shown instead. After another one, a list begins anew.
 */
export function takeUpPlace(bridge: EventTarget | undefined, list: Place, before: Place['queue'] = []): void {
  if (!bridge) return;
  if (before.length > 0) places.delete(bridge);
  const place = places.get(bridge);
  if (list.position === 0 && !list.running && place?.queue === list.queue) Object.assign(list, place);
}
