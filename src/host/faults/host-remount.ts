/** During a call the page around the widget starts anew, while the widget stays as it is. */
import type { Fault } from '../fault.js';

export const hostRemount: Fault = {
  wrong: 'When a call is answered, the page around the widget starts anew and says SYNC to the same widget.',
  right: 'Answers, says INITIALIZED again, and goes on with the call.',
  whenAnswered: 'remount',
};
