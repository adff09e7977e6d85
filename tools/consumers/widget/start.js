// A small app, as it is written for the official SDK: shows the number that HubSpot wants called, and calls it.
export function start(CallingExtensions, Constants) {
  document.body.innerHTML = '<p id="number"></p><button id="call">Call</button>';
  const number = document.querySelector('#number');
  const extensions = new CallingExtensions({
    debugMode: false,
    eventHandlers: {
      onReady: () => extensions.initialized({ isLoggedIn: true }),
      onDialNumber: ({ phoneNumber }) => (number.textContent = phoneNumber),
    },
  });
  document.querySelector('#call').onclick = () =>
    extensions.outgoingCall({
      externalCallId: 'call-1',
      toNumber: number.textContent,
      createEngagement: true,
    });
  document.title = `SDK ${Constants.VERSION}`;
}
