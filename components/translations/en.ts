/**
 * English: every word and sentence of the elements. Each other language is one table with the same keys. English is built
 * in, in two parts, so that a page with a dialer and a status only does not load the words of all other elements.
 */
import type { Terms } from '../shared/terms.js';

/** The words of the dialer, the keypad and the status. They are always there. */
export const basicWords = {
  $code: 'en',
  $name: 'English',
  $dir: 'ltr',

  // Dialer and keypad
  phoneNumber: 'Phone number',
  call: 'Call',
  calling: 'Calling…',
  callFrom: 'From',
  deleteDigit: 'Delete last digit',
  willCall: (number, tones) => `This will call ${number}${tones && `, then ${tones} as tones`}`,
  'number.empty': 'Enter a phone number to call.',
  'number.letters': 'This is no phone number: it has letters.',
  'number.signs': 'This is no phone number: it has no digit.',
  'number.tooLong': 'A phone number has at most 15 digits.',
  callNotStarted: 'The call could not be started. Try again.',
  keypad: 'Keypad',
  star: 'Star',
  pound: 'Pound',
  zeroHint: '0, hold for plus',

  // Life of a call
  callTime: 'Call time',
  holdTime: 'Hold time',
  ready: 'Ready to call',
  dialing: (who) => `Calling ${who}`,
  ringingOut: 'Ringing',
  connectingSound: 'Connecting sound…',
  incoming: 'Incoming call',
  incomingFrom: (who) => `Incoming call from ${who}`,
  connected: 'Connected',
  answeredElsewhere: 'Answered elsewhere',
  onHold: 'On hold',
  isOnHold: (who) => `${who} on hold`,
  heldByOther: 'On hold at the other end',
  muted: 'You are muted',
  recording: 'Recording',
  named: (words, who) => `${words}, ${who}`,
  reconnecting: 'Connection lost. Reconnecting…',
  'quality.4': 'Good line',
  'quality.3': 'Fair line',
  'quality.2': 'Poor line',
  'quality.1': 'Very poor line',
  ended: (duration) => `Call ended, ${duration}`,
  'end.COMPLETED': 'Call ended',
  'end.FAILED': 'Call failed',
  'end.CANCELED': 'Call canceled',
  'end.BUSY': 'Busy',
  'end.NO_ANSWER': 'No answer',
  'end.REJECTED': 'Call declined',
  'end.MISSED': 'Missed call',
  saved: 'Call saved',
  savingFailed: (reason) => `HubSpot could not save the call${reason ? `: ${reason}` : ''}`,
  transferred: 'Call transferred',
  unknownCaller: 'Unknown number',
  extension: (digits) => `extension ${digits}`,

  // Microphone
  'microphone.waiting': 'Allow the microphone in your browser to go on.',
  'microphone.dismissed': 'The microphone was not allowed yet. Try again, and allow it.',
  'microphone.denied': 'The microphone is refused. Allow it in the browser’s address bar, then try again.',
  'microphone.blocked': 'This page may not use the microphone. Ask your administrator.',
  'microphone.missing': 'No microphone was found. Plug one in, then try again.',
  'microphone.in-use': 'Another program uses the microphone. Close it there, then try again.',

  // Connection
  phoneConnecting: 'Connecting the phone…',
  phoneUnreachable: 'The phone cannot connect yet. It keeps trying.',
  phoneFailed: 'The phone cannot connect. Ask your administrator.',
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
} as const satisfies Partial<Terms>;

/** The words of all other elements. `shared/further-words.ts` adds them, for each element that needs one. */
export const furtherWords: Omit<Terms, keyof typeof basicWords> = {
  // In a call
  callControls: 'Call controls',
  mute: 'Mute',
  hold: 'Hold',
  record: 'Record',
  transfer: 'Transfer',
  endCall: 'End call',
  transferTo: 'Transfer to',
  transferNow: 'Transfer now',
  askFirst: 'Ask first',
  handOver: 'Complete transfer',
  merge: 'Join calls',
  resume: 'Resume',
  transferFailed: 'The call could not be transferred. It goes on.',
  requestFailed: 'That did not work. Try again.',

  // Incoming call
  answer: 'Answer',
  holdAndAnswer: 'Hold and answer',
  decline: 'Decline',
  silence: 'Silence',
  ringSilent: 'This browser keeps the ring silent until you click here or press a key.',
  calledNumber: 'To',
  whoIsIt: 'Who is it?',
  open: 'Open record',
  openRecord: (who) => `Open record of ${who}`,
  moreRecords: (count) => `More records: ${count}`,

  // After a call
  notes: 'Notes',
  outcome: 'Outcome',
  required: '(required)',
  choose: 'Choose…',
  chooseOutcome: 'Choose an outcome to save the call.',
  save: 'Save',
  saving: 'Saving…',
  saveAndCall: 'Save and call',
  skip: 'Skip',
  notesNotSaved: (reason) =>
    `HubSpot did not save these notes${reason ? `: ${reason}` : '.'} Copy them before you close them.`,
  copy: 'Copy',
  copied: 'Copied',
  copyByHand: 'The notes are selected. Copy them with Ctrl+C or ⌘C.',

  // User
  logIn: 'Log in',
  logOut: 'Log out',
  availability: 'Availability',
  available: 'Available',
  unavailable: 'Unavailable',
  later: 'Unavailable after this call',
  phoneOffline: 'Phone offline',

  // Devices
  devices: 'Devices',
  input: 'Microphone',
  output: 'Speaker',
  ringer: 'Ringer',
  ringerVolume: 'Ringer volume',
  systemDevice: 'System default',
  device: 'Device',
  try: 'Try',
  tryDevice: (use) => `Try: ${use}`,
  deviceFailed: 'This device cannot be used. The one before stays.',
  settings: 'Settings',
  close: 'Close',

  // What HubSpot could not do
  'notice.CREATE_ENGAGEMENT_FAILED': 'HubSpot could not create a record for this call. Your notes are kept.',
  'notice.NAVIGATE_TO_RECORD_FAILED': 'HubSpot could not open this record.',
  'notice.FINALIZE_ENGAGEMENT_FAILED': 'HubSpot could not close this call.',
  'notice.PUBLISH_TO_CHANNEL_FAILED': 'HubSpot could not close this call.',
  'notice.CALLER_ID_MATCH_FAILED': 'HubSpot could not look up the caller.',
  'notice.PHONE_BUSY': 'A call was turned away.',
};
