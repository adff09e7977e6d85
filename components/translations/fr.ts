/** French. To use it, import this file; it applies to elements inside `lang="fr"`. */
import { registerTranslation } from '../shared/localize.js';
import type { Terms } from '../shared/terms.js';

// The no-break spaces before `:` and `?` are escapes: in an editor they look like other spaces.
export const fr: Terms = {
  $code: 'fr',
  $name: 'Français',
  $dir: 'ltr',

  // Dialer and keypad
  phoneNumber: 'Numéro de téléphone',
  call: 'Appeler',
  calling: 'Appel en cours…',
  callFrom: 'Appeler depuis',
  deleteDigit: 'Effacer le dernier chiffre',
  willCall: (number, tones) => `L’appel ira au ${number}${tones && `, puis ${tones} en tonalités`}`,
  'number.empty': 'Saisissez un numéro de téléphone.',
  'number.letters': 'Ce n’est pas un numéro de téléphone : il contient des lettres.',
  'number.signs': 'Ce n’est pas un numéro de téléphone : il ne contient aucun chiffre.',
  'number.tooLong': 'Un numéro de téléphone compte au plus 15 chiffres.',
  callNotStarted: 'L’appel n’a pas pu être lancé. Réessayez.',
  keypad: 'Clavier',
  star: 'Étoile',
  pound: 'Dièse',
  zeroHint: '0, appui long pour plus',

  // Life of a call
  callTime: 'Durée de l’appel',
  holdTime: 'Durée de la mise en attente',
  ready: 'Prêt à appeler',
  dialing: (who) => `Appel en cours vers ${who}`,
  ringingOut: 'Sonnerie en cours',
  connectingSound: 'Connexion du son…',
  incoming: 'Appel entrant',
  // With a colon: “de” would have to become “d’” before a vowel.
  incomingFrom: (who) => `Appel entrant\u00a0: ${who}`,
  connected: 'En communication',
  answeredElsewhere: 'Pris sur un autre appareil',
  onHold: 'En attente',
  isOnHold: (who) => `${who} en attente`,
  heldByOther: 'Mis en attente par le correspondant',
  muted: 'Micro coupé',
  recording: 'Enregistrement',
  named: (words, who) => `${words}, ${who}`,
  reconnecting: 'Connexion perdue. Reconnexion…',
  'quality.4': 'Bonne liaison',
  'quality.3': 'Liaison moyenne',
  'quality.2': 'Mauvaise liaison',
  'quality.1': 'Très mauvaise liaison',
  ended: (duration) => `Appel terminé, ${duration}`,
  'end.COMPLETED': 'Appel terminé',
  'end.FAILED': 'Échec de l’appel',
  'end.CANCELED': 'Appel annulé',
  'end.BUSY': 'Occupé',
  'end.NO_ANSWER': 'Pas de réponse',
  'end.REJECTED': 'Appel refusé',
  'end.MISSED': 'Appel manqué',
  // Not “enregistré”, which a recorded call is too.
  saved: 'Appel sauvegardé',
  savingFailed: (reason) => `HubSpot n’a pas pu sauvegarder l’appel${reason ? `\u00a0: ${reason}` : ''}`,
  transferred: 'Appel transféré',
  unknownCaller: 'Numéro inconnu',
  extension: (digits) => `poste ${digits}`,

  // Microphone
  'microphone.waiting': 'Autorisez l’accès au micro dans votre navigateur pour continuer.',
  'microphone.dismissed': 'L’accès au micro n’a pas encore été autorisé. Réessayez, puis autorisez-le.',
  'microphone.denied':
    'L’accès au micro est refusé. Autorisez-le dans la barre d’adresse du navigateur, puis réessayez.',
  'microphone.blocked': 'Cette page n’a pas le droit d’utiliser le micro. Contactez votre administrateur.',
  'microphone.missing': 'Aucun micro n’a été trouvé. Branchez-en un, puis réessayez.',
  'microphone.in-use': 'Un autre programme utilise le micro. Fermez-le, puis réessayez.',

  // Connection
  phoneConnecting: 'Connexion du téléphone…',
  phoneUnreachable: 'Le téléphone n’arrive pas encore à se connecter. De nouvelles tentatives sont en cours.',
  phoneFailed: 'Le téléphone ne peut pas se connecter. Contactez votre administrateur.',
  connecting: 'Connexion à HubSpot…',
  stillConnecting: 'HubSpot n’a pas encore répondu.',
  disconnected: 'Non connecté à HubSpot',
  tryAgain: 'Réessayer',
  reconnected: 'De nouveau connecté à HubSpot',
  'problem.NOT_FRAMED':
    'Ce téléphone fonctionne dans HubSpot. Ouvrez-le là-bas, depuis le bouton d’appel d’un contact.',
  'problem.OPAQUE_ORIGIN':
    'Ce téléphone se trouve dans un bac à sable qui l’isole de HubSpot. Contactez votre administrateur.',
  'problem.DUPLICATE_BRIDGE': 'Un autre téléphone de cette page est connecté à HubSpot.',
  'problem.INVALID_CONFIG': 'Ce téléphone n’est pas configuré correctement. Contactez votre administrateur.',
  'problem.FOREIGN_ANCESTOR': 'Ce téléphone se trouve dans une page à laquelle il ne fait pas confiance.',
  'problem.SYNC_TIMEOUT': 'HubSpot ne répond pas. Si cela persiste, rechargez la page.',
  'problem.HOST_SILENT': 'HubSpot ne réagit plus. Votre appel se poursuit et rien n’est perdu.',
  'problem.NO_BRIDGE': 'Cette partie du téléphone n’est reliée à rien. Contactez votre administrateur.',

  // In a call
  callControls: 'Commandes d’appel',
  mute: 'Muet',
  hold: 'Attente',
  record: 'Enregistrer',
  transfer: 'Transférer',
  endCall: 'Raccrocher',
  transferTo: 'Transférer vers',
  transferNow: 'Transfert direct',
  askFirst: 'Consulter d’abord',
  handOver: 'Finaliser le transfert',
  merge: 'Fusionner les appels',
  resume: 'Reprendre',
  transferFailed: 'L’appel n’a pas pu être transféré. Il se poursuit.',
  requestFailed: 'L’action n’a pas abouti. Réessayez.',

  // Incoming call
  answer: 'Répondre',
  holdAndAnswer: 'Mettre en attente et répondre',
  decline: 'Refuser',
  silence: 'Couper la sonnerie',
  ringSilent: 'Ce navigateur coupe la sonnerie tant que vous n’avez pas cliqué ici ou appuyé sur une touche.',
  calledNumber: 'Numéro appelé',
  whoIsIt: 'Qui est-ce\u202f?',
  open: 'Ouvrir la fiche',
  openRecord: (who) => `Ouvrir la fiche\u00a0: ${who}`,
  moreRecords: (count) => `Autres fiches\u00a0: ${count}`,

  // After a call
  notes: 'Notes',
  outcome: 'Résultat',
  required: '(obligatoire)',
  choose: 'Choisir…',
  chooseOutcome: 'Choisissez un résultat pour sauvegarder l’appel.',
  save: 'Sauvegarder',
  saving: 'Sauvegarde…',
  saveAndCall: 'Sauvegarder et appeler le',
  skip: 'Passer',
  notesNotSaved: (reason) =>
    `HubSpot n’a pas sauvegardé ces notes${reason ? `\u00a0: ${reason}` : '.'} Copiez-les avant de les fermer.`,
  copy: 'Copier',
  copied: 'Copié',
  copyByHand: 'Les notes sont sélectionnées. Copiez-les avec Ctrl+C ou ⌘C.',

  // User
  logIn: 'Se connecter',
  logOut: 'Se déconnecter',
  more: 'Plus',
  availability: 'Disponibilité',
  available: 'Disponible',
  unavailable: 'Indisponible',
  later: 'Indisponible après cet appel',
  phoneOffline: 'Téléphone hors ligne',

  // Devices
  devices: 'Périphériques',
  input: 'Micro',
  output: 'Haut-parleur',
  ringer: 'Sonnerie',
  ringerVolume: 'Volume de la sonnerie',
  systemDevice: 'Par défaut',
  device: 'Périphérique',
  try: 'Tester',
  tryDevice: (use) => `Tester\u00a0: ${use}`,
  deviceFailed: 'Ce périphérique ne peut pas être utilisé. Le précédent reste sélectionné.',
  settings: 'Paramètres',
  close: 'Fermer',

  // What HubSpot could not do
  'notice.CREATE_ENGAGEMENT_FAILED':
    'HubSpot n’a pas pu créer de fiche pour cet appel. Vos notes sont conservées.',
  'notice.NAVIGATE_TO_RECORD_FAILED': 'HubSpot n’a pas pu ouvrir cette fiche.',
  'notice.FINALIZE_ENGAGEMENT_FAILED': 'HubSpot n’a pas pu clôturer cet appel.',
  'notice.PUBLISH_TO_CHANNEL_FAILED': 'HubSpot n’a pas pu clôturer cet appel.',
  'notice.CALLER_ID_MATCH_FAILED': 'HubSpot n’a pas pu rechercher l’appelant.',
  'notice.PHONE_BUSY': 'Un appel a été rejeté.',
};

registerTranslation(fr);
