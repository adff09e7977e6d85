/** The next number of a task queue is not dialled, although the widget is shown for it. */
import type { Fault } from '../fault.js';

export const noNextDial: Fault = {
  wrong: 'In a task queue, a hidden widget is shown again, but the next number comes when it is closed.',
  right: 'Says hideWidget: false, or waits for the number, and dials no old one meanwhile.',
  dialsNext: 'when-closed',
};
