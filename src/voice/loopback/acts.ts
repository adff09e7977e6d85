/** What the far end does during a call that was answered, when its script says so. */
import type { FullScript } from './script.js';
import type { Timetable } from './timetable.js';

/** Scripted ms after which a lost network is given up. */
const patience = 10_000;

/** What a script can do to a call. */
export interface Acts {
  hangUp(): void;
  hold(isHeld: boolean): void;
  loseNetwork(): void;
  findNetwork(): void;
  giveUpNetwork(): void;
}

/** Puts a script into the timetable. */
export function schedule({ dropsAfter, holds, losesNetwork }: FullScript, timetable: Timetable, acts: Acts) {
  if (dropsAfter !== undefined) timetable.after(dropsAfter, () => acts.hangUp());
  if (holds) {
    timetable.after(holds.after, () => acts.hold(true));
    timetable.after(holds.after + holds.lasts, () => acts.hold(false));
  }
  if (losesNetwork) {
    const { after, lasts } = losesNetwork;
    timetable.after(after, () => acts.loseNetwork());
    if (lasts < patience) timetable.after(after + lasts, () => acts.findNetwork());
    else timetable.after(after + patience, () => acts.giveUpNetwork());
  }
}
