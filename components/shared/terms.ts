/** Every word and sentence the elements say: the keys and their types. The English texts are in `translations/en.ts`. */
import type { Translation } from '@shoelace-style/localize';
import type {
  CallEndStatus,
  CallQuality,
  ErrorCode,
  HubSpotCallOutcome,
  MicrophoneTrouble,
  WrongNumber,
} from '../../src/index.js';
import type { NotificationRight } from './notification-right.js';

/** The error codes that have a text of their own for the user. */
export type ToldProblem = Extract<
  ErrorCode,
  | 'NOT_FRAMED'
  | 'OPAQUE_ORIGIN'
  | 'DUPLICATE_BRIDGE'
  | 'INVALID_CONFIG'
  | 'FOREIGN_ANCESTOR'
  | 'SYNC_TIMEOUT'
  | 'HOST_SILENT'
  | 'NO_BRIDGE'
>;

/** The messages from HubSpot, and the error codes, that the widget shows as a notice the user can close. */
export type Notice = `notice.${
  | 'CREATE_ENGAGEMENT_FAILED'
  | 'NAVIGATE_TO_RECORD_FAILED'
  | 'FINALIZE_ENGAGEMENT_FAILED'
  | 'PUBLISH_TO_CHANNEL_FAILED'
  | 'CALLER_ID_MATCH_FAILED'
  | 'PHONE_BUSY'}`;

/**
 * All words of the elements, by key. A language is one object of this type; the compiler names what it lacks. A text with
 * something put into it is a function.
 */
export interface Terms
  extends
    Translation,
    Record<
      | `end.${CallEndStatus}`
      | `outcome.${HubSpotCallOutcome}`
      | `problem.${ToldProblem}`
      | `microphone.${MicrophoneTrouble}`
      | `number.${WrongNumber}`
      | `quality.${CallQuality['level']}`
      | `notifications.${Exclude<NotificationRight, 'denied'>}`
      | `${'asks' | 'calls' | 'devices'}.${'window' | 'tab'}`
      | Notice,
      string
    > {
  phoneNumber: string;
  call: string;
  calling: string;
  callFrom: string;
  deleteDigit: string;
  /** What is dialled, where that is not what was typed; `tones` are sent once it is answered, and may be empty. */
  willCall: (number: string, tones: string) => string;
  callNotStarted: string;
  keypad: string;
  star: string;
  pound: string;
  zeroHint: string;
  callTime: string;
  holdTime: string;
  ready: string;
  dialing: (who: string) => string;
  ringingOut: string;
  connectingSound: string;
  incoming: string;
  incomingFrom: (who: string) => string;
  connected: string;
  answeredElsewhere: string;
  onHold: string;
  /** Said of the call beside the one in front. */
  isOnHold: (who: string) => string;
  heldByOther: string;
  muted: string;
  recording: string;
  /** A state or an action, and whose: where there is more than one call. It begins with the words, so that people can say what they see. */
  named: (words: string, who: string) => string;
  reconnecting: string;
  phoneConnecting: string;
  phoneUnreachable: string;
  phoneFailed: string;
  ended: (duration: string) => string;
  callControls: string;
  mute: string;
  hold: string;
  record: string;
  transfer: string;
  endCall: string;
  transferTo: string;
  transferNow: string;
  askFirst: string;
  /** Ends a consultation: whom was asked and who waits are connected. */
  handOver: string;
  /** Leaves a consultation for whom waits. */
  backTo: (who: string) => string;
  merge: string;
  /** Said where a shortcut has put the microphone on again. */
  notMuted: string;
  resume: string;
  transferFailed: string;
  /** What can be typed where a directory is searched. */
  nameOrNumber: string;
  searching: string;
  peopleFound: (count: string) => string;
  nobodyFound: string;
  directoryFailed: string;
  /** Stands above those whom calls were handed over to lately. */
  recentPeople: string;
  'kind.agent': string;
  /** Callers wait in it until somebody is free. */
  'kind.queue': string;
  'kind.number': string;
  queue: string;
  /** How many of how many. */
  queueProgress: (done: string, total: string) => string;
  /** Stands before who is next. */
  queueNext: string;
  queueDone: string;
  queueRefused: (who: string, reason: string) => string;
  callingIn: (seconds: string) => string;
  start: string;
  goOn: string;
  pause: string;
  voicemail: string;
  leaveMessage: string;
  requestFailed: string;
  answer: string;
  holdAndAnswer: string;
  decline: string;
  silence: string;
  ringSilent: string;
  calledNumber: string;
  whoIsIt: string;
  open: string;
  openRecord: (who: string) => string;
  /** Behind a list that shows only the first records. */
  moreRecords: (count: string) => string;
  callHistory: string;
  /** The history is empty. */
  noCalls: string;
  outgoing: string;
  callBack: (who: string) => string;
  /** Beside the number of calls that were missed and not seen yet. */
  missedCalls: (count: string) => string;
  showMore: string;
  loadingCalls: string;
  callsNotLoaded: string;
  notes: string;
  /** The notes are there again, should the page be loaded anew. They are not saved in HubSpot yet. */
  kept: string;
  notKept: string;
  /** Texts of the app to put into the notes. */
  templates: string;
  templateInserted: (label: string) => string;
  outcome: string;
  /** Stands beside a label, in the brackets that the language uses. */
  required: string;
  /** What a list says before anything is chosen. */
  choose: string;
  chooseOutcome: string;
  /** Stands beside a label: what is chosen was not chosen by the user. */
  suggested: string;
  outcomesLoading: string;
  outcomesFailed: string;
  save: string;
  saving: string;
  /** Stands before a name and a phone number, on the same button. */
  saveAndCall: string;
  saveAndCallNext: string;
  skip: string;
  /** How many calls wait for their form after one was saved. */
  moreToFinish: (count: string) => string;
  /** Why the notes of a call that was handed over are still there. */
  notesNotSaved: (reason?: string) => string;
  copy: string;
  copied: string;
  /** The browser does not let the page copy; the notes are selected. */
  copyByHand: string;
  logIn: string;
  logOut: string;
  /** Asks whether to log out although a call goes on. */
  logOutInCall: string;
  stayLoggedIn: string;
  /** Opens the menu of what is done seldom. */
  more: string;
  shortcuts: string;
  /** What stands on a key. */
  'key.Ctrl': string;
  'key.Shift': string;
  'key.Enter': string;
  /** Where the shortcuts work, above their list. */
  shortcutsWhere: string;
  devices: string;
  input: string;
  output: string;
  ringer: string;
  ringerVolume: string;
  systemDevice: string;
  device: string;
  try: string;
  /** The accessible name of the button that shows `try`. It begins with that word, so that people can say what they see. */
  tryDevice: (use: string) => string;
  deviceFailed: string;
  microphoneLevel: string;
  notifications: string;
  /** With the address whose notifications the user has to allow. */
  'notifications.denied': (origin: string) => string;
  allow: string;
  settings: string;
  /** Calls take the calling window, and it is not open. */
  windowNeeded: string;
  openWindow: string;
  windowBlocked: string;
  /** HubSpot does not say where the calling window is, or says what cannot be trusted. */
  windowMissing: string;
  close: string;
  availability: string;
  available: string;
  unavailable: string;
  later: string;
  phoneOffline: string;
  /** What a user does who finishes a call that has just ended. */
  afterCallWork: string;
  /** How long that still takes. */
  afterCallWorkTime: string;
  /** Ends it. */
  readyNow: string;
  saved: string;
  savingFailed: (reason?: string) => string;
  transferred: string;
  unknownCaller: string;
  /** There is no such number. */
  notFound: string;
  /** The extension behind a number, digit by digit. */
  extension: (digits: string) => string;
  connecting: string;
  stillConnecting: string;
  disconnected: string;
  tryAgain: string;
  reconnected: string;
}
