/** What happens by itself during an established loopback call, as its script says. */
import type { FullScript } from './script.js';
import type { ScriptClock } from './script-clock.js';

/** A lost network that does not come back in this time ends the call. In scripted ms. */
const networkLossLimitMs = 10_000;

/** What a script can do to an established call. */
export interface ScriptedEvents {
  /** The far end hangs up. */
  hangUp(): void;
  /** The far end holds or resumes. */
  hold(isHeld: boolean): void;
  loseNetwork(): void;
  restoreNetwork(): void;
  /** The network was lost for too long. */
  giveUpNetwork(): void;
}

/** Schedules everything that a script has for the time after the answer. */
export function scheduleEvents(
  { dropsAfter, holds, losesNetwork }: FullScript,
  clock: ScriptClock,
  events: ScriptedEvents,
): void {
  if (dropsAfter !== undefined) clock.after(dropsAfter, () => events.hangUp());
  if (holds) {
    clock.after(holds.after, () => events.hold(true));
    clock.after(holds.after + holds.lasts, () => events.hold(false));
  }
  if (losesNetwork) {
    const { after, lasts } = losesNetwork;
    clock.after(after, () => events.loseNetwork());
    if (lasts < networkLossLimitMs) clock.after(after + lasts, () => events.restoreNetwork());
    else clock.after(after + networkLossLimitMs, () => events.giveUpNetwork());
  }
}
