/** English. A language is one file like this: the same keys, other words. */
import type { Terms } from '../shared/localize.js';

export const en: Terms = {
  $code: 'en',
  $name: 'English',
  $dir: 'ltr',

  // Dialer and keypad
  phoneNumber: 'Phone number',
  call: 'Call',
  calling: 'Calling…',
  callFrom: 'From',
  deleteDigit: 'Delete last digit',
  enterNumber: 'Enter a phone number to call.',
  callNotStarted: 'The call could not be started. Try again.',
  keypad: 'Keypad',
  star: 'Star',
  pound: 'Pound',
  zeroHint: '0, hold for plus',

  // Life of a call
  callTime: 'Call time',
  ready: 'Ready to call',
  dialing: (who) => `Calling ${who}`,
  ringingOut: 'Ringing',
  incoming: 'Incoming call',
  incomingFrom: (who) => `Incoming call from ${who}`,
  connected: 'Connected',
  onHold: 'On hold',
  ended: (duration) => `Call ended, ${duration}`,
  'end.COMPLETED': 'Call ended',
  'end.FAILED': 'Call failed',
  'end.CANCELED': 'Call canceled',
  'end.BUSY': 'Busy',
  'end.NO_ANSWER': 'No answer',
  'end.REJECTED': 'Call declined',
  'end.MISSED': 'Missed call',
  saved: 'Call saved',
  savingFailed: 'HubSpot could not save the call',
  transferred: 'Call transferred',
  unknownCaller: 'Unknown number',

  // Connection
  connecting: 'Connecting to HubSpot…',
  stillConnecting: 'HubSpot has not answered yet.',
  disconnected: 'Not connected to HubSpot',
  tryAgain: 'Try again',
  reconnected: 'Connected to HubSpot again',
  'problem.NOT_FRAMED': 'This phone works inside HubSpot. Open it there, from a contact’s call button.',
  'problem.OPAQUE_ORIGIN': 'This phone is in a sandbox that keeps it from HubSpot. Ask your administrator.',
  'problem.DUPLICATE_BRIDGE': 'Another phone on this page is connected to HubSpot.',
  'problem.INVALID_CONFIG': 'This phone is not set up correctly. Ask your administrator.',
  'problem.FOREIGN_ANCESTOR': 'This phone is inside a page that it does not trust.',
  'problem.SYNC_TIMEOUT': 'HubSpot does not answer. Reload the page if this goes on.',
  'problem.HOST_SILENT': 'HubSpot does not respond. Your call goes on, and nothing is lost.',
  'problem.NO_BRIDGE': 'This part of the phone is not connected to anything. Ask your administrator.',
};
