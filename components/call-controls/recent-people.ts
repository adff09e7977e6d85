/** Whom calls were handed over to lately: in memory only, until the user has gone. */
import { isUserGone } from '../../src/index.js';
import type { Bridge } from '../shared/bridges.js';
import type { Person } from './read-people.js';

const maxRecent = 5;

const recent = new WeakMap<Bridge, readonly Person[]>();

/** The latest first. */
export function recentPeople(bridge: Bridge | undefined): readonly Person[] {
  return (bridge && recent.get(bridge)) ?? [];
}

/** Whether they are free is not kept: by the next time it is no longer true. */
export function rememberPerson(bridge: Bridge | undefined, person: Person): void {
  if (!bridge) return;
  if (!recent.has(bridge))
    bridge.subscribe((now, previous) => {
      if (previous && isUserGone(now, previous)) recent.set(bridge, []);
    });
  const others = recentPeople(bridge).filter(({ toNumber }) => toNumber !== person.toNumber);
  recent.set(bridge, [{ ...person, availability: undefined }, ...others].slice(0, maxRecent));
}
