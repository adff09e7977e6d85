// Plays HubSpot around the live examples of a page: the same simulated host that `hs-calling-elements/testing` has.
import { hostAround } from '../../dist/src/testing/index.js';

const said = {
  'in-call': 'A call is on the line already: end it first.',
  'logged-out': 'Nobody is logged in.',
};

function play(figure) {
  const frame = figure.querySelector('iframe');
  const output = figure.querySelector('output');
  const widgetUrl = frame.src;
  const host = hostAround(frame, { widgetUrl, delayMs: 100 });
  const line = () => frame.contentDocument.querySelector('hs-loopback-voice');
  const does = {
    dial: () => host.dial(101),
    end: () => host.endCall(),
    ring: () => line().receiveCall({ from: '+12025550123', to: '+12025550160' }),
    talk: () =>
      frame.contentDocument
        .querySelector('hs-calling-bridge')
        .request('hs-call-request', { toNumber: '+12025550101', fromNumber: undefined, party: undefined }),
  };
  const buttons = [...figure.querySelectorAll('[data-action]')];
  host.addEventListener('change', ({ state }) => {
    for (const button of buttons) button.disabled = state.connection !== 'initialized';
  });
  host.addEventListener('message', ({ entry }) => {
    if (entry.direction !== 'to-widget' && entry.message?.type)
      output.textContent = `The widget says ${entry.message.type}`;
  });
  for (const button of buttons) {
    button.addEventListener('click', async () => {
      const result = await does[button.dataset.action]();
      if (result?.ok === false) output.textContent = said[result.reason] ?? '';
    });
  }
  // It may have loaded before anybody listened.
  host.connect();
}

for (const figure of document.querySelectorAll('figure.live')) {
  if (figure.querySelector('.actions')) play(figure);
}
