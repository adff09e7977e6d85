// What every scene looks like: light and dark, 400 and 320 wide, left to right and right to left. After a change that
// is meant: `npm run test:e2e -- pictures --update-snapshots`, and look at each picture that is new.
import { expect, test } from '@playwright/test';

/** Scenes that look like another one, with other words, and those that change after ten seconds. */
const alike =
  /^(line quality [134]|microphone (?!denied)|the end: (?!busy)|(finalize|publish|caller|create)_|in a sandbox|set up wrongly|in a page|one phone|saving failed,|connecting sound|answered elsewhere|incoming, answered|the phone connects|a call while the phone connects|a transfer, searching|outcomes that are being loaded)/i;

/** Scenes in one picture. */
const many = 10;

const fonts = '/node_modules/@fontsource';
// The same letters on every machine.
const files = [400, 600].flatMap((weight) =>
  ['noto-sans/files/noto-sans-latin', 'noto-sans-arabic/files/noto-sans-arabic-arabic'].map(
    (name) => [`url(${fonts}/${name}-${String(weight)}-normal.woff2)`, String(weight)] as const,
  ),
);

// More than a hundred scenes each.
test.describe.configure({ mode: 'parallel', timeout: 120_000 });

for (const scheme of ['light', 'dark']) {
  for (const width of ['400', '320']) {
    for (const lang of ['en', 'ar']) {
      const view = { lang, scheme, width };
      test(`every scene looks as it should: ${Object.values(view).join(', ')}`, async ({ page }) => {
        await page.setViewportSize({ width: many * 0.5 * (Number(width) + 24) + 64, height: 1500 });
        await page.clock.setFixedTime('2026-01-15T10:00:00Z');
        await page.goto(`/demo/gallery.html?${new URLSearchParams(view).toString()}`);
        await page.locator('html[data-ready]').waitFor();
        await page.evaluate(async (faces) => {
          for (const [source, weight] of faces) {
            document.fonts.add(await new FontFace('Pictures', source, { weight }).load());
          }
          const { style } = document.documentElement;
          style.setProperty('--hs-font-family', 'Pictures');
          style.fontFamily = document.body.style.fontFamily = 'Pictures';
        }, files);
        const sections = page.locator('main > section');
        const names = await sections.locator('> h2').allInnerTexts();
        const shown = names.flatMap((name, index) => (alike.test(name) ? [] : [index]));
        for (let first = 0; first < shown.length; first += many) {
          const wanted = shown.slice(first, first + many);
          await sections.evaluateAll((all, some) => {
            for (const [index, section] of all.entries())
              section.toggleAttribute('hidden', !some.includes(index));
          }, wanted);
          // Five seconds after the rest it says that HubSpot is slow.
          if (wanted.some((index) => names[index] === 'Waiting for HubSpot')) {
            await sections
              .filter({ hasText: 'Waiting for HubSpot' })
              .locator('[part=retry-button]')
              .waitFor();
          }
          // It closes where another scene takes the focus.
          if (wanted.some((index) => names[index] === 'The menu'))
            await sections
              .filter({ hasText: 'The menu' })
              .locator('[part=menu-button][aria-expanded=false]')
              .evaluateAll((closed: HTMLElement[]) => {
                for (const button of closed) button.click();
              });
          await expect
            .soft(page.locator('main'))
            .toHaveScreenshot(`${lang}-${scheme}-${width}-${String(first / many + 1)}.png`, {
              maxDiffPixels: 200,
            });
        }
      });
    }
  }
}
