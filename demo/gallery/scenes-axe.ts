/** Checks every scene with axe, in one language and one colour scheme. */
import { expect } from '@open-wc/testing';
import type { Terms } from '../../components/shared/terms.js';
import { play, scenes } from './scenes.js';

/** The language and the colour scheme of the page. */
export interface View {
  readonly terms: Terms;
  readonly scheme: 'light' | 'dark';
}

/** Defines one test for each scene. */
export function checkScenes({ terms, scheme }: View): void {
  describe(`every scene is accessible: ${terms.$code}, ${scheme}`, () => {
    let box: HTMLElement;

    before(async () => {
      await import('axe-core');
      // Of WCAG 2.2, and off by default.
      (window as unknown as { axe: typeof import('axe-core') }).axe.configure({
        rules: [{ id: 'target-size', enabled: true }],
      });
    });

    beforeEach(() => {
      const { documentElement: root, body } = document;
      root.lang = terms.$code;
      root.dir = terms.$dir;
      root.style.colorScheme = scheme;
      box = document.createElement('main');
      // An element without a widget around it has no background of its own.
      box.style.background = scheme === 'dark' ? '#16202b' : '#ffffff';
      body.append(box);
    });

    afterEach(() => {
      const { documentElement: root } = document;
      box.remove();
      root.lang = 'en';
      root.dir = 'ltr';
      root.style.colorScheme = '';
    });

    for (const name of Object.keys(scenes)) {
      it(name, async () => {
        const { element } = await play(name, box);
        await expect(element).to.be.accessible();
      });
    }
  });
}
