/** Spanish. To use it, import this file; it applies to elements inside `lang="es"`. */
import { registerTranslation } from '../shared/localize.js';
import type { Terms } from '../shared/terms.js';

export const es: Terms = {
  $code: 'es',
  $name: 'Español',
  $dir: 'ltr',

  // Dialer and keypad
  phoneNumber: 'Número de teléfono',
  call: 'Llamar',
  calling: 'Llamando…',
  callFrom: 'Llamar desde',
  deleteDigit: 'Borrar el último dígito',
  willCall: (number, tones) => `Se llamará a ${number}${tones && `, y luego ${tones} como tonos`}`,
  'number.empty': 'Escriba un número de teléfono.',
  'number.letters': 'Esto no es un número de teléfono: contiene letras.',
  'number.signs': 'Esto no es un número de teléfono: no contiene cifras.',
  'number.tooLong': 'Un número de teléfono tiene como máximo 15 cifras.',
  callNotStarted: 'No se pudo iniciar la llamada. Inténtelo de nuevo.',
  keypad: 'Teclado',
  star: 'Asterisco',
  pound: 'Almohadilla',
  zeroHint: '0, mantenga pulsado para más',

  // Life of a call
  callTime: 'Duración de la llamada',
  holdTime: 'Tiempo en espera',
  ready: 'Todo listo para llamar',
  dialing: (who) => `Llamando a ${who}`,
  ringingOut: 'Sonando',
  connectingSound: 'Conectando el sonido…',
  incoming: 'Llamada entrante',
  incomingFrom: (who) => `Llamada entrante de ${who}`,
  connected: 'En llamada',
  answeredElsewhere: 'Respondida en otro dispositivo',
  onHold: 'En espera',
  isOnHold: (who) => `${who} en espera`,
  heldByOther: 'La otra parte ha puesto la llamada en espera',
  muted: 'Micrófono silenciado',
  recording: 'Grabando',
  named: (words, who) => `${words}, ${who}`,
  reconnecting: 'Conexión perdida. Reconectando…',
  'quality.4': 'Conexión buena',
  'quality.3': 'Conexión regular',
  'quality.2': 'Conexión mala',
  'quality.1': 'Conexión muy mala',
  ended: (duration) => `Llamada finalizada, ${duration}`,
  'end.COMPLETED': 'Llamada finalizada',
  'end.FAILED': 'Error en la llamada',
  'end.CANCELED': 'Llamada cancelada',
  'end.BUSY': 'Línea ocupada',
  'end.NO_ANSWER': 'Sin respuesta',
  'end.REJECTED': 'Llamada rechazada',
  'end.MISSED': 'Llamada perdida',
  saved: 'Llamada guardada',
  savingFailed: (reason) => `HubSpot no pudo guardar la llamada${reason ? `: ${reason}` : ''}`,
  transferred: 'Llamada transferida',
  unknownCaller: 'Número desconocido',
  extension: (digits) => `extensión ${digits}`,

  // Microphone
  'microphone.waiting': 'Permita el uso del micrófono en su navegador para continuar.',
  'microphone.dismissed': 'Aún no se ha permitido el uso del micrófono. Inténtelo de nuevo y permítalo.',
  'microphone.denied':
    'El micrófono está bloqueado. Permítalo en la barra de direcciones del navegador e inténtelo de nuevo.',
  'microphone.blocked': 'Esta página no puede usar el micrófono. Consulte a su administrador.',
  'microphone.missing': 'No se encontró ningún micrófono. Conecte uno e inténtelo de nuevo.',
  'microphone.in-use': 'Otro programa está usando el micrófono. Ciérrelo e inténtelo de nuevo.',

  // Connection
  phoneConnecting: 'Conectando el teléfono…',
  phoneUnreachable: 'El teléfono aún no puede conectarse. Sigue intentándolo.',
  phoneFailed: 'El teléfono no puede conectarse. Consulte a su administrador.',
  connecting: 'Conectando con HubSpot…',
  stillConnecting: 'HubSpot aún no ha respondido.',
  disconnected: 'Sin conexión con HubSpot',
  tryAgain: 'Intentar de nuevo',
  reconnected: 'Conexión con HubSpot restablecida',
  'problem.NOT_FRAMED':
    'Este teléfono funciona dentro de HubSpot. Ábralo allí, desde el botón de llamada de un contacto.',
  'problem.OPAQUE_ORIGIN':
    'Este teléfono está en un entorno aislado que lo separa de HubSpot. Consulte a su administrador.',
  'problem.DUPLICATE_BRIDGE': 'Otro teléfono de esta página está conectado a HubSpot.',
  'problem.INVALID_CONFIG': 'Este teléfono no está bien configurado. Consulte a su administrador.',
  'problem.FOREIGN_ANCESTOR': 'Este teléfono está dentro de una página en la que no confía.',
  'problem.SYNC_TIMEOUT': 'HubSpot no contesta. Si el problema continúa, vuelva a cargar la página.',
  'problem.HOST_SILENT': 'HubSpot no responde. Su llamada continúa y no se pierde nada.',
  'problem.NO_BRIDGE': 'Esta parte del teléfono no está conectada a nada. Consulte a su administrador.',

  // In a call
  callControls: 'Controles de la llamada',
  mute: 'Silenciar',
  hold: 'Espera',
  record: 'Grabar',
  transfer: 'Transferir',
  endCall: 'Colgar',
  transferTo: 'Transferir a',
  transferNow: 'Transferir ahora',
  askFirst: 'Consultar antes',
  handOver: 'Completar transferencia',
  merge: 'Unir llamadas',
  resume: 'Reanudar',
  transferFailed: 'No se pudo transferir la llamada. La llamada continúa.',
  requestFailed: 'No ha funcionado. Inténtelo de nuevo.',

  // Incoming call
  answer: 'Responder',
  holdAndAnswer: 'Poner en espera y responder',
  decline: 'Rechazar',
  silence: 'Silenciar timbre',
  ringSilent: 'Este navegador no hace sonar el timbre hasta que haga clic aquí o pulse una tecla.',
  calledNumber: 'Al número',
  whoIsIt: '¿Quién es?',
  open: 'Abrir registro',
  openRecord: (who) => `Abrir registro de ${who}`,
  moreRecords: (count) => `Otros registros: ${count}`,

  // After a call
  notes: 'Notas',
  outcome: 'Resultado',
  required: '(obligatorio)',
  choose: 'Elegir…',
  chooseOutcome: 'Elija un resultado para guardar la llamada.',
  save: 'Guardar',
  saving: 'Guardando…',
  saveAndCall: 'Guardar y llamar al',
  skip: 'Omitir',
  notesNotSaved: (reason) =>
    `HubSpot no guardó estas notas${reason ? `: ${reason}` : '.'} Cópielas antes de cerrarlas.`,
  copy: 'Copiar',
  copied: 'Copiado',
  copyByHand: 'Las notas están seleccionadas. Cópielas con Ctrl+C o ⌘C.',

  // User
  logIn: 'Iniciar sesión',
  logOut: 'Cerrar sesión',
  availability: 'Disponibilidad',
  available: 'Disponible',
  unavailable: 'No disponible',
  later: 'No disponible después de esta llamada',
  phoneOffline: 'Teléfono sin conexión',

  // Devices
  devices: 'Dispositivos',
  input: 'Micrófono',
  output: 'Altavoz',
  ringer: 'Timbre',
  ringerVolume: 'Volumen del timbre',
  systemDevice: 'Predeterminado',
  device: 'Dispositivo',
  try: 'Probar',
  tryDevice: (use) => `Probar: ${use}`,
  deviceFailed: 'No se puede usar este dispositivo. Se mantiene el anterior.',
  settings: 'Configuración',
  close: 'Cerrar',

  // What HubSpot could not do
  'notice.CREATE_ENGAGEMENT_FAILED':
    'HubSpot no pudo crear un registro para esta llamada. Sus notas se conservan.',
  'notice.NAVIGATE_TO_RECORD_FAILED': 'HubSpot no pudo abrir este registro.',
  'notice.FINALIZE_ENGAGEMENT_FAILED': 'HubSpot no pudo cerrar esta llamada.',
  'notice.PUBLISH_TO_CHANNEL_FAILED': 'HubSpot no pudo cerrar esta llamada.',
  'notice.CALLER_ID_MATCH_FAILED': 'HubSpot no pudo buscar a la persona que llama.',
  'notice.PHONE_BUSY': 'Se rechazó una llamada.',
};

registerTranslation(es);
