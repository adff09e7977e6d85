// Every element in a browser that is only pretended, as jsdom and happy-dom do for unit tests. One test file for each: what
// they put on `globalThis` stays there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { PACKAGE, registerEveryElement, TAGS } from './published.mjs';
import { ROOT } from './root.mjs';

/** What Node has too, but not for these documents. */
const TAKEN_ANYWAY = [
  'AbortController',
  'AbortSignal',
  'CustomEvent',
  'Event',
  'EventTarget',
  'FormData',
  'MessageEvent',
  'navigator',
];
const METHODS = ['addEventListener', 'removeEventListener', 'dispatchEvent'];

/** Puts a window's names on `globalThis`, as test runners do. */
function putOnGlobal(window) {
  const names = Object.getOwnPropertyNames(window).filter(
    (name) => !(name in globalThis) || TAKEN_ANYWAY.includes(name),
  );
  for (const name of [...names, ...METHODS]) {
    const value = METHODS.includes(name) ? window[name].bind(window) : window[name];
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  for (const name of ['window', 'self', 'top', 'parent']) globalThis[name] = globalThis;
}

/** Plays HubSpot around a window: takes what a widget posts, and says what a test wants said. */
function playHubSpot(page) {
  const frame = { posted: [], postMessage: (message) => frame.posted.push(message.type) };
  Object.defineProperty(page, 'parent', { value: frame, configurable: true });
  return {
    posted: frame.posted,
    say(data) {
      const message = new page.Event('message');
      for (const [name, value] of Object.entries({
        data,
        origin: 'https://app.hubspot.com',
        source: frame,
      })) {
        Object.defineProperty(message, name, { value });
      }
      page.dispatchEvent(message);
    },
  };
}

const phoneNumber = '+12025550101';

/** What an element may have to show, in turn. */
const MOMENTS = {
  'before HubSpot answers': () => undefined,
  ready: (_, hubspot) =>
    hubspot.say({ type: 'SYNC', messageId: `sync-${count}`, portalId: 1, userId: 2, ownerId: 3 }),
  'asked to dial': (_, hubspot) =>
    hubspot.say({ type: 'DIAL_NUMBER', messageId: `dial-${count}`, data: { phoneNumber } }),
  'as it rings': (bridge) =>
    bridge.incomingCall({
      fromNumber: phoneNumber,
      toNumber: '+12025550100',
      externalCallId: `call-${count}`,
    }),
  'in a call': (bridge) => bridge.callAnswered({ externalCallId: `call-${count}` }),
  'after it': (bridge) => bridge.callEnded({ externalCallId: `call-${count}` }),
  'all done': (bridge) => bridge.callCompleted({ externalCallId: `call-${count}` }),
};
let count = 0;

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** An element and what it draws, through all shadow roots. */
function drawn(element) {
  const inside = [...(element.shadowRoot?.querySelectorAll('*') ?? [])];
  return [element, ...inside.flatMap(drawn)];
}

/** Plays everything with one element: it comes, draws each moment, is pressed everywhere, and goes. */
async function playWith(tag, page, hubspot) {
  count += 1;
  const { document } = page;
  const bridge = document.createElement('hs-calling-bridge');
  Object.assign(bridge, { loggedIn: true, available: true, wrapUp: true });
  const element = tag === 'hs-calling-bridge' ? bridge : document.createElement(tag);
  const extra = { 'hs-call-queue': { queue: [{ phoneNumber }] }, 'hs-calling-widget': { autoResize: true } };
  Object.assign(element, extra[tag]);
  document.body.append(bridge);
  if (element !== bridge) bridge.append(element);
  for (const play of Object.values(MOMENTS)) {
    play(bridge, hubspot);
    await settled();
    await element.updateComplete;
  }
  assert.ok(element.shadowRoot, 'it has no shadow root');
  // The simulated HubSpot also saves files and opens pages, which nobody pretends.
  const isPressed = tag !== 'hs-calling-host';
  for (const button of drawn(element).filter(({ localName }) => isPressed && localName === 'button')) {
    button.click();
    await settled();
  }
  for (const [name] of element.constructor.elementProperties) element.requestUpdate(name);
  await element.updateComplete;
  // Out, in again, and out.
  element.remove();
  await settled();
  document.body.append(element);
  await element.updateComplete;
  element.remove();
  bridge.remove();
  await settled();
}

/** The tests of one environment. `open` makes a new window, in which scripts can be run. */
export function describeIn(environment, open) {
  const troubles = [];
  for (const level of ['warn', 'error']) console[level] = (...words) => troubles.push(words.join(' '));
  const expectNoTrouble = () => assert.deepEqual(troubles.splice(0), []);
  const watch = (page) =>
    page.addEventListener('error', ({ error, message }) => troubles.push(error?.stack ?? message));
  process.on('unhandledRejection', (error) => troubles.push(error?.stack ?? String(error)));

  describe(`in ${environment}, imported by a test runner`, () => {
    putOnGlobal(open().window);
    watch(globalThis);
    const hubspot = playHubSpot(globalThis);

    for (const tag of TAGS) {
      test(`<${tag}> comes, is drawn, is pressed and goes`, async () => {
        await registerEveryElement();
        await playWith(tag, globalThis, hubspot);
        expectNoTrouble();
      });
    }

    test('HubSpot is told of the calls', () => {
      for (const type of ['INITIALIZED', 'INCOMING_CALL', 'CALL_ANSWERED', 'CALL_ENDED', 'CALL_COMPLETED'])
        assert.ok(hubspot.posted.includes(type), `no ${type} among ${[...new Set(hubspot.posted)]}`);
    });
  });

  describe(`in ${environment}, as script tags of the CDN`, () => {
    const { window, runScript } = open();
    watch(window);
    const hubspot = playHubSpot(window);
    for (const name of ['calling-elements', 'loopback-voice', 'calling-host', 'sip-voice'])
      runScript(readFileSync(join(ROOT, `cdn/hs-${name}.iife.min.js`), 'utf8'));

    for (const tag of TAGS) {
      test(`<${tag}> comes, is drawn, is pressed and goes`, async () => {
        await playWith(tag, window, hubspot);
        expectNoTrouble();
      });
    }
  });
}

/** The address of the page. */
export const PAGE_URL = `https://phone.example/${PACKAGE.name}`;
