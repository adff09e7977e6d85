/** Scenes before a call: ready, logged out, and what can go wrong with starting one. */
import { connected } from '../../../src/bridge/testing/fake-hubspot.js';
import { VoiceError } from '../../../src/voice/index.js';
import { findAll } from '../../../components/testing/find-all.js';
import { ownNumber, settled, type SceneSetup, type SceneSetups } from '../scene.js';

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
  'logged out': { hubspot: (window) => connected({ loggedIn: false }, undefined, window) },
  'the menu': { play: (scene) => scene.press('[part=menu-button]') },
  'device settings': { play: (scene) => scene.press('[part=settings-button]') },
  'a device that fails': {
    tag: 'hs-device-settings',
    play: (scene) => scene.choose('#output', 's1'),
  },
};
