/** Scenes of the history of calls, alone and in the phone. */
import { ownNumber, page, picture, given, settled, type SceneSetups } from '../scene.js';

/** Calls as an app would load them. */
const calls = [
  {
    id: 1,
    direction: 'inbound',
    minutes: 26 * 60,
    party: { name: given.caller, avatar: picture, url: page },
  },
  {
    id: 2,
    direction: 'outbound',
    minutes: 27 * 60,
    party: { name: given.companies[1] },
    durationMs: 134_000,
  },
  { id: 3, direction: 'outbound', minutes: 50 * 60, phoneNumber: ownNumber, endStatus: 'TRANSFERRED' },
] as const;

export const history: SceneSetups = {
  'history, empty': { tag: 'hs-call-history' },
  'history, of this session': { tag: 'hs-call-history', play: (scene) => scene.past() },
  'history, with earlier calls': {
    tag: 'hs-call-history',
    play: async (scene) => {
      await scene.past();
      const now = scene.hubspot.window.now();
      Object.assign(scene.element, {
        loadPage: () => ({
          calls: calls.map(({ minutes, ...call }) => ({
            phoneNumber: '+12025550102',
            ...call,
            startedAt: now - minutes * 60_000,
          })),
          next: 1,
        }),
      });
    },
  },
  'history, loading': {
    tag: 'hs-call-history',
    play: (scene) => Object.assign(scene.element, { loadPage: () => new Promise(() => undefined) }),
  },
  'history, not loaded': {
    tag: 'hs-call-history',
    play: (scene) =>
      Object.assign(scene.element, { loadPage: () => Promise.reject(new Error('no network')) }),
  },
  'ready, after a missed call': { play: (scene) => scene.past() },
  'history in the phone': {
    play: async (scene) => {
      await scene.past();
      await scene.press('[part=history-button]');
      await settled();
    },
  },
};
