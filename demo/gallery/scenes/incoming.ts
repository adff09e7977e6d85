/** Scenes of inbound calls that ring. */
import { given, ownNumber, page, picture, type SceneSetups } from '../scene.js';

export const incoming: SceneSetups = {
  incoming: { play: ({ voice }) => voice.ring({ number: '+12025550102', name: given.caller }, ownNumber) },
  'incoming, hidden number': { play: ({ voice }) => voice.ring({ number: '' }, ownNumber) },
  'incoming, with a picture': {
    play: async (scene) => {
      scene.know({ avatar: picture, url: page });
      scene.voice.ring({ number: '+12025550102' }, ownNumber);
      await scene.known();
    },
  },
  'incoming, without a sound': {
    play: ({ voice }) => {
      voice.ring({ number: '+12025550102', name: given.caller }, ownNumber);
      voice.changeRingSilence(true);
    },
  },
  'incoming, two matches': {
    tag: 'hs-incoming-call',
    play: async (scene) => {
      scene.voice.ring({ number: '+12025550102' }, ownNumber);
      await scene.match();
    },
  },
  'incoming, more matches than are listed': {
    play: async (scene) => {
      scene.voice.ring({ number: '+12025550102' }, ownNumber);
      await scene.match(Array.from({ length: 20 }, () => given.companies).flat());
    },
  },
  'incoming, answered, connecting sound': {
    play: ({ voice }) => {
      voice.ring({ number: '+12025550102', name: given.caller }, ownNumber).change('state', 'connecting');
    },
  },
  'answered elsewhere': {
    play: ({ voice }) => {
      voice.ring({ number: '+12025550102', name: given.caller }, ownNumber).over('answered-elsewhere');
    },
  },
  'a second caller': {
    play: async (scene) => {
      await scene.talk();
      scene.voice.ring({ number: '+12025550103', name: given.caller }, ownNumber);
    },
  },
};
