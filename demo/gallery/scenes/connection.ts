/** Scenes of the connections: that of the voice, and that to HubSpot. */
import { FakeHubSpot } from '../../../src/bridge/testing/fake-hubspot.js';
import type { BridgeSettings } from '../../../src/index.js';
import type { FakeWindowOptions } from '../../../src/link/testing/fake-window.js';
import { VoiceError } from '../../../src/voice/index.js';
import { settled, type SceneSetups } from '../scene.js';

/** A HubSpot that has not answered the handshake. What is wrong, the settings or the options of the wire say. */
const unconnected = (settings: BridgeSettings, wire: FakeWindowOptions = {}) => ({
  hubspot: (window: FakeWindowOptions) => {
    const hubspot = new FakeHubSpot({ loggedIn: true, ...settings }, undefined, { ...window, ...wire });
    hubspot.bridge.connect();
    return hubspot;
  },
});

export const connection: SceneSetups = {
  'the phone connects': { play: ({ voice }) => voice.changeState('connecting') },
  'the phone does not connect': {
    play: ({ voice }) => voice.changeState('connecting', new VoiceError('PHONE_OFFLINE')),
  },
  'the phone fails': { play: ({ voice }) => voice.changeState('failed', new VoiceError('PHONE_CONFIG')) },
  'waiting for HubSpot': unconnected({}),
  'not inside HubSpot': unconnected({}, { hasPeer: false }),
  'in a sandbox': unconnected({}, { origin: 'null' }),
  'set up wrongly': unconnected({ handshakeTimeout: -1 }),
  'one phone too many': {
    ...unconnected({}, { grantsLock: false }),
    play: ({ hubspot }) => hubspot.window.advance(0),
  },
  'in a page of others': unconnected(
    { strictAncestors: true },
    { ancestorOrigins: ['https://elsewhere.example'] },
  ),
  'HubSpot does not answer': {
    ...unconnected({}),
    play: ({ hubspot }) => hubspot.window.advance(31_000),
  },
  'HubSpot answers after all': {
    ...unconnected({}),
    play: async ({ hubspot }) => {
      hubspot.window.advance(31_000);
      await settled();
      hubspot.sync();
    },
  },
  'HubSpot falls silent': {
    play: async (scene) => {
      await scene.call();
      scene.hubspot.window.advance(11_000);
    },
  },
};
