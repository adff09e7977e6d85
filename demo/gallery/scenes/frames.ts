/** Scenes of a frame whose calls are in another one: in the calling window, or in another tab. */
import { FakeMirror } from '../../../src/bridge/testing/fake-frames.js';
import { FakeHubSpot } from '../../../src/bridge/testing/fake-hubspot.js';
import { callingError, type CallingErrorCode, type FrameStatus } from '../../../src/index.js';
import type { FakeWindowOptions } from '../../../src/link/testing/fake-window.js';
import { ready, settled, type Scene, type SceneSetup, type SceneSetups } from '../scene.js';

/** Has the frame play this part. */
function play({ hubspot }: Scene, frame: Partial<FrameStatus>): Promise<unknown> {
  new FakeMirror(hubspot, undefined, frame);
  return settled();
}

/** The calls are in the calling window, or in another tab. */
const places = { window: 'the calling window', remote: 'another tab' } as const;

/** A scene for each of both. */
const inEach = (name: string, act: (scene: Scene) => unknown, tag?: SceneSetup['tag']): SceneSetups =>
  Object.fromEntries(
    Object.entries(places).map(([ownerPlace, place]) => [
      `${name}, calls in ${place}`,
      {
        ...(tag && { tag }),
        play: async (scene: Scene) => {
          await act(scene);
          await play(scene, { ownerPlace });
          await settled();
        },
      },
    ]),
  );

/** A press on the button cannot open the window. */
const unopened = (code: CallingErrorCode): SceneSetup => ({
  hubspot: (window) => {
    const hubspot = ready(window);
    Object.assign(hubspot.bridge, {
      openCallingWindow() {
        const error = callingError(code);
        hubspot.bridge.dispatchEvent(new CustomEvent('hs-error', { detail: error }));
        return { ok: false, error };
      },
    });
    return hubspot;
  },
  play: async (scene) => {
    await play(scene, { role: 'owner', needsWindow: true });
    await scene.press('[part=open-button]');
  },
});

export const frames: SceneSetups = {
  ...inEach('a mirror', () => undefined),
  ...inEach('a mirror that has the browser asked', async (scene) => {
    const session = await scene.call();
    session.change('microphone', 'waiting');
  }),
  ...inEach('devices', () => undefined, 'hs-device-settings'),
  'a mirror in a call': {
    play: async (scene) => {
      await scene.talk();
      await play(scene, {});
    },
  },
  'no calling window': { play: (scene) => play(scene, { role: 'owner', needsWindow: true }) },
  'a calling window that may be opened': {
    hubspot: (window: FakeWindowOptions) => {
      const hubspot = new FakeHubSpot({ loggedIn: true, available: true }, undefined, window);
      hubspot.bridge.connect();
      hubspot.sync({ iframeLocation: 'remote', usesCallingWindow: false });
      return hubspot;
    },
  },
  'a calling window that is blocked': unopened('WINDOW_BLOCKED'),
  'a calling window that is nowhere': unopened('NO_WINDOW'),
};
