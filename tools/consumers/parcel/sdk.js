// A small app that is written for the official SDK.
import CallingExtensions from 'hs-calling-elements/sdk';

document.body.insertAdjacentHTML('beforeend', '<p id="number"></p><button id="call">Call</button>');
const number = document.querySelector('#number');
const extensions = new CallingExtensions({
  debugMode: false,
  eventHandlers: {
    onReady: () => extensions.initialized({ isLoggedIn: true }),
    onDialNumber: ({ phoneNumber }) => (number.textContent = phoneNumber),
  },
});
document.querySelector('#call').onclick = () =>
  extensions.outgoingCall({ externalCallId: 'call-1', toNumber: number.textContent, createEngagement: true });
