/** A scene of the gallery in a language whose words are spoilt. */
import { registerTranslation } from '../../components/shared/localize.js';
import { play } from '../gallery/scenes.js';
import { drawn, expectInBounds, openFrame, type FrameSize } from './bench.js';
import { spoilt } from './spoilt-words.js';

/** Plays a scene in a frame, and looks whether everything stays in it. */
export async function playSpoilt(
  scene: string,
  spoilers: readonly (string | undefined)[],
  size: FrameSize,
): Promise<void> {
  registerTranslation(spoilt(spoilers));
  const box = openFrame(size);
  box.lang = 'qaa';
  const { element } = await play(scene, box);
  element.style.height = '100%';
  await drawn();
  expectInBounds(box);
  box.remove();
}
