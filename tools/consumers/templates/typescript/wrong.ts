import 'hs-calling-elements/dialer';
import type { DigitTransport } from 'hs-calling-elements/voice/sip';

const dialer = document.createElement('hs-dialer');
export const digits: DigitTransport = 'inband'; // wrong: value
dialer.autoDail = true; // wrong: property
dialer.value = 5; // wrong: value
dialer.addEventListener('hs-call-request', (event) => event.detail.number); // wrong: event detail
