// Hostile translations: `npm run test:hostile -- --door translations`.
import * as fc from 'fast-check';
import { scenes } from '../gallery/scenes.js';
import { door, frameSize } from './bench.js';
import { playSpoilt } from './spoilt-scene.js';
import { spoilers } from './spoilt-words.js';

door(
  'translations',
  fc.record({
    names: fc.array(fc.constantFrom(undefined, ...Object.keys(spoilers)), { minLength: 1, maxLength: 7 }),
    scene: fc.constantFrom(...Object.keys(scenes)),
    size: frameSize,
  }),
  ({ names, scene, size }) => playSpoilt(scene, names, size),
);
