import 'hs-calling-elements';
import {
  HsLoopbackVoice,
  HsSipVoice,
  type SipCredentials,
  type LoopbackScript,
} from 'hs-calling-elements/classes';
import { HsDialer } from 'hs-calling-elements/dialer';
import type { SipEngine, DigitTransport } from 'hs-calling-elements/voice/sip';

export const dialer: HsDialer = document.createElement('hs-dialer');
export const digits: DigitTransport = 'info';
export const credentials: SipCredentials = { password: '' };
export const script: LoopbackScript = { does: 'busy' };
export const voices = (engine: SipEngine) => [HsLoopbackVoice, Object.assign(new HsSipVoice(), { engine })];

dialer.addEventListener('hs-call-request', (event) => {
  event.refuse(event.detail.toNumber);
});
