import { play } from '../gallery/scenes.js';
import { expectInBounds, openFrame } from './bench.js';
import { playSpoilt } from './spoilt-scene.js';

/** Screens on which a long word, or a long text, once was wider than the frame or pushed the action out of it. */
const scenes = [
  'incoming, two matches',
  'call controls',
  'wrap-up with a next number',
  'a device that fails',
  'CREATE_ENGAGEMENT_FAILED',
  'PUBLISH_TO_CHANNEL_FAILED',
  'NAVIGATE_TO_RECORD_FAILED',
];

describe('words that are far too long', () => {
  for (const scene of scenes) {
    for (const name of ['one long word', 'accents', 'marks']) {
      it(`stay in the frame with the action: ${scene}, ${name}`, async () => {
        await playSpoilt(scene, [name, 'one long word'], [320, 600]);
      });
    }
  }

  it('stay in the frame: a number to call from', async () => {
    const box = openFrame([320, 600]);
    const { element } = await play('ready', box);
    element.style.height = '100%';
    const dialer = element.shadowRoot?.querySelector('hs-dialer');
    dialer?.setAttribute('from-number', '\\'.repeat(1000));
    await dialer?.updateComplete;
    expectInBounds(box);
    box.remove();
  });
});
