/** Numbers with an extension: the number is dialled, the extension is sent as DTMF once the call is answered. */
export { splitNumber as splitExtension, type SplitNumber } from '../call/index.js';
