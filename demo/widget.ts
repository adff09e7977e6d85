/** A widget: the tags in the page, a phone whose other end is in the page too, and the notes of the call. */
import {
  HsCallControls,
  HsCallingBridge,
  HsCallStatus,
  HsDialer,
  isLive,
  isOffered,
} from '../components/index.js';
import { HsLoopbackVoice } from '../components/loopback-voice/define.js';
import { part } from './page.js';

const bridge = part('hs-calling-bridge', HsCallingBridge);
const voice = part('hs-loopback-voice', HsLoopbackVoice);
const controls = part('hs-call-controls', HsCallControls);
const status = part('hs-call-status', HsCallStatus);
const dialer = part('hs-dialer', HsDialer);
const notesField = part('#notes-field', HTMLElement);
const notes = part('textarea', HTMLTextAreaElement);

// What the other end does is said by the number. Everybody else answers, and what you say comes back to you.
voice.fromNumbers = [{ number: '+12025550160', label: 'Main' }];
voice.script = (number) => {
  if (number.endsWith('0199')) return { does: 'busy' };
  if (number.endsWith('0188')) return { dropsAfter: 3000 };
  return undefined;
};
voice.provider.configure({ speed: Number(new URLSearchParams(location.search).get('speed') ?? 1) });

// The simulated HubSpot has somebody call.
bridge.addEventListener('hs-unknown-message', ({ detail }) => {
  if (detail.type !== 'DEMO_SOMEBODY_CALLS') return;
  const { from = '', name } = detail.data as { readonly from?: string; readonly name?: string };
  void voice.receiveCall({ from, to: '+12025550160', ...(name && { name }) });
});

// Notes belong to their call: the bridge keeps them with it and sends them when it is completed.
notes.addEventListener('input', () => bridge.updateCall({ engagement: { notes: notes.value } }));

bridge.addEventListener('hs-call-change', ({ detail: { call: changed, previous } }) => {
  // An app with a wrap-up screen would show it now. This one is done with the call, and stays open for the next.
  if (changed?.phase === 'wrap-up' && previous?.phase !== 'wrap-up') {
    bridge.callCompleted({ externalCallId: changed.externalCallId, hideWidget: false });
  }

  // During a call its controls and the notes take the dialer's place. Who was in the one goes on in the other.
  const { call } = bridge;
  const inCall = call !== undefined && isLive(call) && !isOffered(call);
  const hadFocus = (dialer.hidden ? controls : dialer).contains(document.activeElement);
  status.hidden = call !== undefined && isOffered(call);
  notes.value = call?.engagement.notes ?? '';
  const isAnswered = changed?.phase === 'active' && previous?.phase !== 'active';
  if (inCall === dialer.hidden && !isAnswered) return;
  notesField.hidden = !inCall;
  dialer.hidden = inCall;
  if (hadFocus) (inCall ? controls : dialer).focus();
});
