/** During a call the whole page is loaded anew, and with it the widget, which forgets all it did not store. */
import type { Fault } from '../fault.js';

export const reloadInCall: Fault = {
  wrong: 'When a call is answered, the page and the widget in it are loaded anew.',
  right: 'Says INITIALIZED with the engagementId of the SYNC, and goes on with the call it had.',
  whenAnswered: 'reload',
};
