/** Everything the host can do wrong, in one table: what goes wrong, and what a good widget does. */

/** One thing that goes wrong. */
export interface Fault {
  /** What the host does. */
  readonly wrong: string;
  /** What a good widget does about it. */
  readonly right: string;
}

export const faults = {
  'slow-acknowledgement': {
    wrong:
      'SYNC_ACK, and what follows it, takes 350 ms to arrive: SYNC comes again although it was answered.',
    right: 'Is ready once. It may say INITIALIZED again, and begins nothing anew.',
  },
  'lost-acknowledgement': {
    wrong: 'The first SYNC_ACK is lost: SYNC comes again until one arrives.',
    right: 'Answers a later SYNC as well.',
  },
  'host-remount': {
    wrong:
      'When a call is answered, the page around the widget starts anew and says SYNC to the same widget.',
    right: 'Answers, says INITIALIZED again, and goes on with the call.',
  },
  'reload-in-call': {
    wrong: 'When a call is answered, the page and the widget in it are loaded anew.',
    right: 'Says INITIALIZED with the engagementId of the SYNC, and goes on with the call it had.',
  },
  'no-engagement': {
    wrong: 'The engagement is never made, and nobody says so.',
    right: 'Completes the call without its id after a while: no notes are lost.',
  },
  'late-engagement': {
    wrong: 'The engagement is made only after the call has ended.',
    right: 'Waits for the id before it completes the call.',
  },
  'engagement-failed': {
    wrong: 'CREATE_ENGAGEMENT_FAILED instead of an engagement.',
    right: 'Goes on with the call, and completes it at once when it has ended.',
  },
  'update-failed': {
    wrong: 'UPDATE_ENGAGEMENT_FAILED when a call is completed.',
    right: 'Tells the user, keeps the notes, and can save again.',
  },
  'match-failed': {
    wrong: 'CALLER_ID_MATCH_FAILED for a caller that the CRM has.',
    right: 'Shows the number, and not the caller before.',
  },
  'several-matches': {
    wrong: 'Every contact and company of the CRM is said to match a caller.',
    right: 'Lets the user choose; takes none of them by itself.',
  },
  'navigation-failed': {
    wrong: 'NAVIGATE_TO_RECORD_FAILED for a record that is there.',
    right: 'Tells the user, and goes on with the call.',
  },
  'finalize-failed': {
    wrong: 'FINALIZE_ENGAGEMENT_FAILED after a call of the help desk.',
    right: 'Tells the user.',
  },
  'widget-url-failed': {
    wrong: 'SET_WIDGET_URL_FAILED when the widget says its address.',
    right: 'Goes on at the address it has.',
  },
  'no-object-id': {
    wrong: 'DIAL_NUMBER names no record: no objectId, objectType or calleeInfo.',
    right: 'Dials the number.',
  },
  'zero-object-id': {
    wrong: 'DIAL_NUMBER has objectId 0, and no objectType: only calleeInfo names the record.',
    right: 'Dials, and takes the record from calleeInfo.',
  },
  'old-number-field': {
    wrong: 'DIAL_NUMBER has phone_number instead of phoneNumber.',
    right: 'Reads either.',
  },
  'ids-as-strings': {
    wrong: 'Every id is a string: "engagementId": "9001".',
    right: 'Takes it for the number it is.',
  },
  'duplicated-messages': {
    wrong: 'Every message comes twice, with the same messageId.',
    right: 'Does what it says once: one call for one number.',
  },
  'both-engagement-messages': {
    wrong: 'ENGAGEMENT_CREATED comes besides CREATE_ENGAGEMENT_SUCCEEDED.',
    right: 'Takes both for one engagement.',
  },
} as const satisfies Readonly<Record<string, Fault>>;

/** The name of a fault. */
export type FaultName = keyof typeof faults;

/** The names of all faults. */
export const faultNames = Object.keys(faults) as readonly FaultName[];
