/** A widget of this package's tags, without a real phone: whoever is called answers at once. */
import { onPress, press, written, type Press } from './page.js';

const bridge = document.querySelector('hs-calling-bridge');
if (!bridge) throw new Error('The page has no bridge.');

// The origins of the pages that test this one. HubSpot's origins are trusted anyway.
bridge.allowedOrigins = `http://localhost:${location.port} http://127.0.0.1:${location.port}`;

bridge.addEventListener('hs-call-request', ({ detail: { toNumber } }) => {
  bridge.outgoingCall({ toNumber, fromNumber: '+12025550160' });
  bridge.callAnswered();
});
bridge.addEventListener('hs-hang-up-request', () => bridge.callEnded());

onPress('hang-up', () => bridge.callEnded());
onPress('save', () => {
  bridge.callCompleted({ engagementProperties: { hs_call_body: written() }, hideWidget: false });
});

bridge.addEventListener('hs-unknown-message', ({ detail: { type, data } }) => {
  if (type === 'TEST_PRESS') press(data as Press);
});
