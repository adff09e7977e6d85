/** Scenes before a call: ready, logged out, and what can go wrong with starting one. */
import { connected } from '../../../src/bridge/testing/fake-hubspot.js';
import { VoiceError } from '../../../src/voice/index.js';
import { findAll } from '../../../components/testing/find-all.js';
import { given, ownNumber, settled, type SceneSetup, type SceneSetups } from '../scene.js';

const queue = [
  { phoneNumber: '+12025550101', party: { name: given.caller } },
  { phoneNumber: '+12025550102' },
  { phoneNumber: '+12025550103', party: { name: given.caller } },
];

export const beforeCall: SceneSetups = {
  ready: {},
  'a dialer': {
    tag: 'hs-dialer',
    play: ({ element }) => Object.assign(element, { value: '+12025550123', fromNumber: ownNumber }),
  },
  'no number': { play: (scene) => scene.press('[part=call-button]') },
  'a number with an extension': {
    play: (scene) => Object.assign(findAll(scene.box, 'hs-dialer')[0] ?? {}, { value: '+12025550123 x45' }),
  },
  ...Object.fromEntries(
    Object.entries({
      'a number that is too long': '+12025550123456789',
      'letters for a number': 'Ada',
      'signs for a number': '+',
    }).map(([name, value]): [string, SceneSetup] => [
      name,
      {
        tag: 'hs-dialer',
        play: async (scene) => {
          Object.assign(scene.element, { value, bridge: connected().bridge });
          await settled();
          await scene.press('[part=call-button]');
        },
      },
    ]),
  ),
  'a call that nobody starts': {
    hubspot: (window) => connected({ loggedIn: true }, undefined, window),
    play: async (scene) => {
      scene.voice.refusal = new VoiceError('PHONE_OFFLINE');
      Object.assign(findAll(scene.box, 'hs-dialer')[0] ?? {}, { value: '+12025550123' });
      await settled();
      await scene.press('[part=call-button]');
    },
  },
  'a call while the phone connects': {
    hubspot: (window) => connected({ loggedIn: true }, undefined, window),
    play: async (scene) => {
      scene.voice.changeState('connecting');
      Object.assign(findAll(scene.box, 'hs-dialer')[0] ?? {}, { value: '+12025550123' });
      await settled();
      await scene.press('[part=call-button]');
    },
  },
  'a dialer that asks': {
    tag: 'hs-dialer',
    play: async (scene) => {
      Object.assign(scene.element, { value: '+12025550123', bridge: connected().bridge });
      await settled();
      await scene.press('[part=call-button]');
    },
  },
  'a list to call': {
    tag: 'hs-call-queue',
    play: async (scene) => {
      Object.assign(scene.element, { queue, position: 2, pauseMs: 600_000, running: true });
      await settled();
    },
  },
  'a list to call, and who was left out': {
    tag: 'hs-call-queue',
    play: async (scene) => {
      scene.hubspot.bridge.addEventListener('hs-call-request', ({ refuse }) => {
        refuse(given.reason);
      });
      Object.assign(scene.element, { queue });
      await settled();
      await scene.press('[part=start-button]');
      await scene.press('[part=pause-button]');
    },
  },
  'a list in the phone': {
    play: async (scene) => {
      Object.assign(scene.element, { queue });
      await settled();
    },
  },
  'a list in the phone, after a call': {
    play: async (scene) => {
      Object.assign(scene.element, { queue });
      await settled();
      await scene.press('[part=start-button]');
      scene.hubspot.createEngagement(9);
      scene.voice.sessions.at(-1)?.change('state', 'active');
      scene.voice.sessions.at(-1)?.over('hung-up');
      await settled();
    },
  },
  'a list that is done': {
    tag: 'hs-call-queue',
    play: (scene) => {
      Object.assign(scene.element, { queue, position: queue.length });
    },
  },
  'logged out': { hubspot: (window) => connected({ loggedIn: false }, undefined, window) },
  'away for a reason': {
    play: async (scene) => {
      Object.assign(scene.element, {
        availabilityReasons: [{ id: 'pause', label: given.pause, available: false }],
      });
      await settled();
      scene.hubspot.bridge.request('hs-availability-request', { available: false, reason: 'pause' });
    },
  },
  'the menu': { play: (scene) => scene.press('[part=menu-button]') },
  'the shortcuts': {
    play: async (scene) => {
      await scene.press('[part=menu-button]');
      await scene.press('[part=shortcuts-button]');
      await scene.find('[part=shortcuts]');
    },
  },
  'device settings': {
    play: async (scene) => {
      await scene.press('[part=settings-button]');
      await scene.find('#input');
    },
  },
  'a microphone that is tried': {
    tag: 'hs-device-settings',
    play: (scene) => scene.press('button[name=input]'),
  },
  'a device that fails': {
    tag: 'hs-device-settings',
    play: (scene) => scene.choose('#output', 's1'),
  },
};
