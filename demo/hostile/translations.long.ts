// Hostile translations: `npm run test:hostile -- --door translations`.
import * as fc from 'fast-check';
import { registerTranslation } from '../../components/shared/localize.js';
import { play, scenes } from '../gallery/scenes.js';
import { door, drawn, expectInBounds, frameSize, openFrame } from './bench.js';
import { spoilers, spoilt } from './spoilt-words.js';

door(
  'translations',
  fc.record({
    names: fc.array(fc.constantFrom(undefined, ...Object.keys(spoilers)), { minLength: 1, maxLength: 7 }),
    scene: fc.constantFrom(...Object.keys(scenes)),
    size: frameSize,
  }),
  async ({ names, scene, size }) => {
    registerTranslation(spoilt(names));
    const box = openFrame(size);
    box.lang = 'qaa';
    const { element } = await play(scene, box);
    element.style.height = '100%';
    await drawn();
    expectInBounds(box);
    box.remove();
  },
);
