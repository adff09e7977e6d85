/** How far the list of a bridge is, for an element that is drawn anew: as long as the bridge lives, nobody is called twice. */
import { isUserGone } from '../../src/index.js';
import type { Bridge } from '../shared/bridges.js';
import type { QueuedCall } from './queue-view.js';

interface Place {
  queue: readonly QueuedCall[];
  position: number;
  running: boolean;
}

/** Of each bridge that ever had a list; undefined where it is no business of who uses it now. */
const places = new WeakMap<Bridge, Place | undefined>();
/** The elements that show a list already: they know by themselves where it is. */
const placed = new WeakSet<Place>();

/** Keeps where a list is. */
export function keepPlace(bridge: Bridge | undefined, { queue, position, running }: Place): void {
  if (!bridge) return;
  if (!places.has(bridge)) {
    bridge.subscribe((now, previous) => {
      if (previous && isUserGone(now, previous)) places.set(bridge, undefined);
    });
  }
  places.set(bridge, { queue, position, running });
}

/**
 * Puts the list of an element that is drawn anew where it was.
 *
 * @param before - The list that was shown instead. After another one, a list begins anew.
 */
export function takeUpPlace(bridge: Bridge | undefined, element: Place, before: Place['queue'] = []): void {
  if (!bridge) return;
  if (before.length > 0 && places.has(bridge)) places.set(bridge, undefined);
  if (element.queue.length === 0 || placed.has(element)) return;
  placed.add(element);
  const place = places.get(bridge);
  if (element.position === 0 && !element.running && place?.queue === element.queue)
    Object.assign(element, place);
}
