/** German. To use it, import this file; it applies to elements inside `lang="de"`. */
import { registerTranslation } from '../shared/localize.js';
import type { Terms } from '../shared/terms.js';

export const de: Terms = {
  $code: 'de',
  $name: 'Deutsch',
  $dir: 'ltr',

  // Dialer and keypad
  phoneNumber: 'Telefonnummer',
  call: 'Anrufen',
  calling: 'Wird angerufen …',
  callFrom: 'Anrufen von',
  deleteDigit: 'Letzte Ziffer löschen',
  willCall: (number, tones) => `Anruf geht an ${number}${tones && `, danach ${tones} als Töne`}`,
  'number.empty': 'Bitte eine Telefonnummer eingeben.',
  'number.letters': 'Das ist keine Telefonnummer: Es sind Buchstaben darin.',
  'number.signs': 'Das ist keine Telefonnummer: Es ist keine Ziffer darin.',
  'number.tooLong': 'Eine Telefonnummer hat höchstens 15 Ziffern.',
  callNotStarted: 'Der Anruf konnte nicht gestartet werden. Bitte erneut versuchen.',
  keypad: 'Tasten',
  star: 'Stern',
  pound: 'Raute',
  zeroHint: '0, für Plus gedrückt halten',

  // Life of a call
  callTime: 'Anrufdauer',
  holdTime: 'Haltezeit',
  ready: 'Bereit für Anrufe',
  dialing: (who) => `${who} wird angerufen`,
  ringingOut: 'Es klingelt',
  connectingSound: 'Ton wird verbunden …',
  incoming: 'Eingehender Anruf',
  incomingFrom: (who) => `Eingehender Anruf von ${who}`,
  connected: 'Verbunden',
  answeredElsewhere: 'Anderswo angenommen',
  onHold: 'Gehalten',
  isOnHold: (who) => `${who} wird gehalten`,
  heldByOther: 'Von der Gegenseite gehalten',
  muted: 'Sie sind stumm',
  recording: 'Wird aufgenommen',
  named: (words, who) => `${words}, ${who}`,
  reconnecting: 'Verbindung unterbrochen. Wird wiederhergestellt …',
  'quality.4': 'Leitung gut',
  'quality.3': 'Leitung mittelmäßig',
  'quality.2': 'Leitung schlecht',
  'quality.1': 'Leitung sehr schlecht',
  ended: (duration) => `Anruf beendet, ${duration}`,
  'end.COMPLETED': 'Anruf beendet',
  'end.FAILED': 'Anruf fehlgeschlagen',
  'end.CANCELED': 'Anruf abgebrochen',
  'end.BUSY': 'Besetzt',
  'end.NO_ANSWER': 'Keine Antwort',
  'end.REJECTED': 'Anruf abgelehnt',
  'end.MISSED': 'Verpasster Anruf',
  saved: 'Anruf gespeichert',
  savingFailed: (reason) => `HubSpot konnte den Anruf nicht speichern${reason ? `: ${reason}` : ''}`,
  transferred: 'Anruf übergeben',
  unknownCaller: 'Unbekannte Nummer',
  extension: (digits) => `Durchwahl ${digits}`,

  // Microphone
  'microphone.waiting': 'Bitte im Browser den Zugriff auf das Mikrofon erlauben.',
  'microphone.dismissed':
    'Der Zugriff auf das Mikrofon wurde noch nicht erlaubt. Bitte erneut versuchen und erlauben.',
  'microphone.denied':
    'Der Zugriff auf das Mikrofon ist blockiert. Bitte in der Adressleiste des Browsers erlauben und erneut versuchen.',
  'microphone.blocked': 'Diese Seite darf das Mikrofon nicht verwenden. Bitte an die Administration wenden.',
  'microphone.missing': 'Kein Mikrofon gefunden. Bitte eines anschließen und erneut versuchen.',
  'microphone.in-use':
    'Das Mikrofon wird von einem anderen Programm verwendet. Bitte dort beenden und erneut versuchen.',

  // Connection
  phoneConnecting: 'Das Telefon wird verbunden …',
  phoneUnreachable: 'Das Telefon kann sich noch nicht verbinden. Es versucht es weiter.',
  phoneFailed: 'Das Telefon kann sich nicht verbinden. Bitte an die Administration wenden.',
  connecting: 'Verbindung mit HubSpot wird hergestellt …',
  stillConnecting: 'HubSpot hat noch nicht geantwortet.',
  disconnected: 'Nicht mit HubSpot verbunden',
  tryAgain: 'Erneut versuchen',
  reconnected: 'Wieder mit HubSpot verbunden',
  'problem.NOT_FRAMED':
    'Dieses Telefon funktioniert nur in HubSpot. Bitte dort über die Anrufschaltfläche eines Kontakts öffnen.',
  'problem.OPAQUE_ORIGIN':
    'Dieses Telefon läuft in einer Sandbox, die es von HubSpot trennt. Bitte an die Administration wenden.',
  'problem.DUPLICATE_BRIDGE': 'Ein anderes Telefon auf dieser Seite ist mit HubSpot verbunden.',
  'problem.INVALID_CONFIG':
    'Dieses Telefon ist nicht richtig eingerichtet. Bitte an die Administration wenden.',
  'problem.FOREIGN_ANCESTOR': 'Dieses Telefon befindet sich in einer Seite, der es nicht vertraut.',
  'problem.SYNC_TIMEOUT': 'HubSpot antwortet nicht. Falls das so bleibt, bitte die Seite neu laden.',
  'problem.HOST_SILENT': 'HubSpot reagiert nicht. Der Anruf läuft weiter, nichts geht verloren.',
  'problem.NO_BRIDGE':
    'Dieser Teil des Telefons ist mit nichts verbunden. Bitte an die Administration wenden.',

  // In a call
  callControls: 'Anrufsteuerung',
  mute: 'Stumm',
  hold: 'Halten',
  record: 'Aufnahme',
  transfer: 'Übergeben',
  endCall: 'Auflegen',
  transferTo: 'Übergeben an',
  transferNow: 'Direkt übergeben',
  askFirst: 'Erst rückfragen',
  handOver: 'Übergabe abschließen',
  merge: 'Anrufe zusammenführen',
  resume: 'Fortsetzen',
  transferFailed: 'Der Anruf konnte nicht übergeben werden. Er läuft weiter.',
  requestFailed: 'Das hat nicht funktioniert. Bitte erneut versuchen.',

  // Incoming call
  answer: 'Annehmen',
  holdAndAnswer: 'Halten und annehmen',
  decline: 'Ablehnen',
  silence: 'Klingelton aus',
  ringSilent: 'Dieser Browser lässt es erst klingeln, wenn Sie hier klicken oder eine Taste drücken.',
  calledNumber: 'An',
  whoIsIt: 'Wer ist es?',
  open: 'Datensatz öffnen',
  openRecord: (who) => `Datensatz öffnen: ${who}`,
  moreRecords: (count) => `Weitere Datensätze: ${count}`,

  // After a call
  notes: 'Notizen',
  outcome: 'Ergebnis',
  required: '(Pflichtfeld)',
  choose: 'Auswählen…',
  chooseOutcome: 'Bitte ein Ergebnis auswählen, um den Anruf zu speichern.',
  save: 'Speichern',
  saving: 'Wird gespeichert …',
  saveAndCall: 'Speichern und anrufen:',
  skip: 'Überspringen',
  notesNotSaved: (reason) =>
    `HubSpot hat diese Notizen nicht gespeichert${reason ? `: ${reason}` : '.'} Bitte vor dem Schließen kopieren.`,
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyByHand: 'Die Notizen sind markiert. Bitte mit Strg+C oder ⌘C kopieren.',

  // User
  logIn: 'Anmelden',
  logOut: 'Abmelden',
  more: 'Mehr',
  availability: 'Verfügbarkeit',
  available: 'Verfügbar',
  unavailable: 'Nicht verfügbar',
  later: 'Nach diesem Anruf nicht verfügbar',
  phoneOffline: 'Telefon offline',

  // Devices
  devices: 'Geräte',
  input: 'Mikrofon',
  output: 'Lautsprecher',
  ringer: 'Klingelton',
  ringerVolume: 'Klingeltonlautstärke',
  systemDevice: 'Systemstandard',
  device: 'Gerät',
  try: 'Testen',
  tryDevice: (use) => `Testen: ${use}`,
  deviceFailed: 'Dieses Gerät kann nicht verwendet werden. Das bisherige bleibt ausgewählt.',
  settings: 'Einstellungen',
  close: 'Schließen',

  // What HubSpot could not do
  'notice.CREATE_ENGAGEMENT_FAILED':
    'HubSpot konnte keinen Eintrag für diesen Anruf anlegen. Die Notizen bleiben erhalten.',
  'notice.NAVIGATE_TO_RECORD_FAILED': 'HubSpot konnte diesen Datensatz nicht öffnen.',
  'notice.FINALIZE_ENGAGEMENT_FAILED': 'HubSpot konnte diesen Anruf nicht abschließen.',
  'notice.PUBLISH_TO_CHANNEL_FAILED': 'HubSpot konnte diesen Anruf nicht abschließen.',
  'notice.CALLER_ID_MATCH_FAILED': 'HubSpot konnte nicht nach der anrufenden Person suchen.',
  'notice.PHONE_BUSY': 'Ein Anruf wurde abgewiesen.',
};

registerTranslation(de);
