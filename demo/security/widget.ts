/** A widget that calls whom HubSpot names. The page's query gives the bridge its attributes. */
import { HsCallingBridge, HsDialer } from '../../components/index.js';

const bridge = new HsCallingBridge();
for (const [name, value] of new URLSearchParams(location.search)) bridge.setAttribute(name, value);

const dialer = new HsDialer();
dialer.autoDial = true;
bridge.append(dialer);

bridge.addEventListener('hs-call-request', ({ detail: { toNumber } }) => {
  bridge.outgoingCall({ toNumber, fromNumber: '+12025550160' });
});

document.body.append(bridge);
