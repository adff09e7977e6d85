/** A widget: the tags in the page, and this app, which has a phone of its own. */
import { HsCallingBridge, HsDialer, isLive } from '../components/index.js';
import { part } from './page.js';
import { PretendPhone } from './pretend-phone.js';

const bridge = part('hs-calling-bridge', HsCallingBridge);
const dialer = part('hs-dialer', HsDialer);
const form = part('form', HTMLFormElement);
const notes = part('textarea', HTMLTextAreaElement);
const phone = new PretendPhone(Number(new URLSearchParams(location.search).get('speed') ?? 1));

// Somebody wants to call: the phone dials, and HubSpot hears what becomes of it.
bridge.addEventListener('hs-call-request', ({ detail: { toNumber, fromNumber } }) => {
  if (phone.isInUse) return;
  const externalCallId = bridge.createCallId();
  bridge.outgoingCall({ externalCallId, toNumber, fromNumber: fromNumber ?? phone.number });
  phone.call(toNumber, {
    ringing: () => bridge.callRinging({ externalCallId }),
    answered: () => bridge.callAnswered({ externalCallId }),
    ended(reason) {
      bridge.callEnded({ externalCallId, ...(reason === 'busy' && { callEndStatus: 'BUSY' }) });
      bridge.callCompleted({ externalCallId, hideWidget: false });
    },
  });
});

// Somebody wants to hang up: the button below, an element, or HubSpot.
bridge.addEventListener('hs-hang-up-request', () => phone.hangUp());

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const { call } = bridge;
  if (call) bridge.request('hs-hang-up-request', { externalCallId: call.externalCallId });
});

// Notes belong to their call: the bridge keeps them with it and sends them when it is completed.
notes.addEventListener('input', () => bridge.updateCall({ engagement: { notes: notes.value } }));

// During a call the notes take the dialer's place. Who was in the one goes on in the other.
bridge.addEventListener('hs-call-change', () => {
  const { call } = bridge;
  const inCall = call !== undefined && isLive(call);
  if (inCall === !form.hidden) return;
  const hadFocus = (inCall ? dialer : form).contains(document.activeElement);
  form.hidden = !inCall;
  dialer.hidden = inCall;
  notes.value = call?.engagement.notes ?? '';
  if (hadFocus) (inCall ? notes : dialer).focus();
});
