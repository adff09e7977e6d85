/** All scenes of the gallery, which show every screen of the widget. Tests play them to judge words, room and access. */
import type { FakeWindowOptions } from '../../src/link/testing/fake-window.js';
import { ready, Scene, settled, type SceneSetups } from './scene.js';
import { afterCall } from './scenes/after-call.js';
import { beforeCall } from './scenes/before-call.js';
import { connection } from './scenes/connection.js';
import { frames } from './scenes/frames.js';
import { history } from './scenes/history.js';
import { inCall } from './scenes/in-call.js';
import { incoming } from './scenes/incoming.js';

export const scenes: SceneSetups = {
  ...beforeCall,
  ...inCall,
  ...incoming,
  ...afterCall,
  ...history,
  ...connection,
  ...frames,
};

/**
 * Plays a scene in a box of the page. Where they have talked, they began at `port.now` and it is `talkTimeMs` later.
 *
 * @param name - One of the names in `scenes`.
 */
export async function play(name: string, box: HTMLElement, port: FakeWindowOptions = {}): Promise<Scene> {
  const setup = scenes[name];
  if (!setup) throw new Error(`There is no scene “${name}”.`);
  const scene = new Scene(box, setup.tag ?? 'hs-calling-widget', (setup.hubspot ?? ready)(port));
  scene.voice.changeState('ready');
  await settled();
  await setup.play?.(scene);
  await settled();
  return scene;
}
