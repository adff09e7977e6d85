/** All scenarios. */
import type { Scenario } from '../scenario.js';
import * as engagement from './faults-engagement.js';
import * as handshake from './faults-handshake.js';
import * as delivery from './faults-messages.js';
import * as inbound from './inbound.js';
import * as outbound from './outbound.js';
import * as session from './session.js';

/** Every scenario there is. */
export const scenarios: readonly Scenario[] = [
  session,
  outbound,
  inbound,
  handshake,
  engagement,
  delivery,
].flatMap((file) => Object.values(file));

/** The scenario of this name. Throws for one that there is not. */
export function findScenario(name: string): Scenario {
  const found = scenarios.find((scenario) => scenario.name === name);
  if (found) return found;
  throw new RangeError(
    `There is no scenario “${name}”; there are: ${scenarios.map((one) => one.name).join(', ')}.`,
  );
}
