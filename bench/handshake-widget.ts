/** A widget with our bridge or with the official SDK: says when it has had all, and then sends as much. */
import type { EventHandlers } from '@hubspot/calling-extensions-sdk';

const asked = new URLSearchParams(location.search);
const amount = Number(asked.get('amount') ?? 10_000);
const modules = {
  ours: () => import('../src/index.js'),
  official: () => import('@hubspot/calling-extensions-sdk'),
};

let left = amount;
let send: (data: object) => void = () => undefined;
function dialled(): void {
  left -= 1;
  if (left === 0) send({ had: amount });
}
function speak(): void {
  for (let i = 0; i < amount; i += 1) send({ number: i });
}
const started = () => window.parent.postMessage({ type: 'script started' }, location.origin);

if (asked.get('with') === 'ours') {
  const { CallingBridge } = await modules.ours();
  started();
  const bridge = new CallingBridge({ allowedOrigins: [location.origin] });
  send = (data) => bridge.callData(data);
  bridge.addEventListener('hs-dial-number', dialled);
  bridge.addEventListener('hs-end-call', speak);
  bridge.connect();
} else {
  const { default: CallingExtensions } = await modules.official();
  started();
  const handlers: Partial<EventHandlers> = {
    onReady: () => extensions.initialized({ isLoggedIn: true }),
    onDialNumber: dialled,
    onEndCall: speak,
  };
  const extensions = new CallingExtensions({ debugMode: false, eventHandlers: handlers as EventHandlers });
  send = (data) => extensions.sendMessage({ type: 'CALL_DATA', data });
}
