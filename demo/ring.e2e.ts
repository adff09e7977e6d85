// A call that comes in before anybody has touched the page, in a Chromium that lets no such page sound.
import { expect, test } from '@playwright/test';
import { CHROMIUM_FLAGS, requireChromium } from '../tools/browsers.mjs';
import type { HsLoopbackVoice } from '../components/loopback-voice/loopback-voice.js';
import { HostPage } from './e2e-host-page.js';

const policy = '--autoplay-policy=';
test.use({
  launchOptions: {
    executablePath: requireChromium(),
    args: [
      ...CHROMIUM_FLAGS.filter((flag) => !flag.startsWith(policy)),
      `${policy}document-user-activation-required`,
    ],
  },
});

test('says that the ring is silent, and sounds with the first click', async ({ page }) => {
  // The page tells by its console: whatever a test evaluates in it would count as a gesture.
  await page.addInitScript(() => {
    window.AudioContext = class extends AudioContext {
      constructor(options?: AudioContextOptions) {
        super(options);
        this.addEventListener('statechange', () => console.info(`the sound is ${this.state}`));
      }
    };
    addEventListener('hs-ready', ({ target }) => {
      Object.assign(target as HTMLElement, { loggedIn: true, available: true });
      const voice = document.querySelector<HsLoopbackVoice>('hs-loopback-voice');
      void customElements
        .whenDefined('hs-loopback-voice')
        .then(() => voice?.receiveCall({ from: '+12025550123' }));
      new MutationObserver(() => {
        const spoken = document.querySelector('[data-hs-live=polite]')?.textContent ?? '';
        if (spoken) console.info(spoken);
      }).observe(document.body, { subtree: true, childList: true });
    });
  });
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto('/demo/');
  await expect
    .poll(() => said)
    .toContain('This browser keeps the ring silent until you click here or press a key.');
  expect(said).not.toContain('the sound is running');
  await page.locator('#widget').click({ position: { x: 5, y: 5 } });
  await expect.poll(() => said).toContain('the sound is running');
  await expect(new HostPage(page).frame('widget.html').locator('hs-incoming-call')).not.toContainText(
    'silent',
  );
});
