// Every screen of the gallery: axe finds no problem, and nothing is wider than its frame.
import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { accessibilityProblems, collectTrouble } from './e2e-host-page.js';

// The narrowest width with the longest words, and a language that is written from right to left.
const few = [
  { scheme: 'light', width: '250', lang: 'de' },
  { scheme: 'dark', width: '320', lang: 'ar' },
];
const languages = readdirSync('components/translations').flatMap(
  (file) => /^([a-z]{2,3}(?:-[a-z]+)?)\.ts$/.exec(file)?.[1] ?? [],
);
const all = ['light', 'dark'].flatMap((scheme) =>
  ['400', '320', '250'].flatMap((width) => languages.map((lang) => ({ scheme, width, lang }))),
);
const views = process.env['GALLERY'] === 'all' ? all : few;

// There are more than sixty screens, played one after the other.
test.describe.configure({ timeout: 120_000 });

for (const view of views) {
  test(`every screen is accessible and fits: ${Object.values(view).join(', ')}`, async ({ page }) => {
    const trouble = await collectTrouble(page);
    await page.goto(`/demo/gallery.html?${new URLSearchParams(view).toString()}`);
    await page.locator(`html[lang=${view.lang}][data-ready]`).waitFor();
    // As high as its content: what the row at the end covers in a low frame is scrolled to, and no smaller for it.
    await page.locator('hs-calling-widget').evaluateAll((widgets) => {
      for (const widget of widgets) if (widget instanceof HTMLElement) widget.style.blockSize = 'auto';
    });
    // At the end of the page, no row that stays in sight covers what is above it.
    await page.evaluate(() => {
      scrollTo(0, document.body.scrollHeight);
    });
    // Several widgets on one page have regions of the same name. Only the gallery does that.
    const problems = (await accessibilityProblems(page)).filter(
      (each) => !each.startsWith('landmark-unique'),
    );
    expect(problems).toEqual([]);
    const wide = await page
      .locator('hs-calling-widget')
      .evaluateAll((widgets) => widgets.filter((each) => each.scrollWidth > each.clientWidth).length);
    expect(wide).toBe(0);
    expect(trouble).toEqual([]);
  });
}

test('a token that is changed is seen, and told as a style sheet', async ({ page }) => {
  const trouble = await collectTrouble(page);
  await page.goto('/demo/theming.html');
  await page.locator('html[data-ready]').waitFor();
  const callButton = page
    .locator('hs-calling-widget')
    .first()
    .getByRole('button', { name: 'Call', exact: true });
  const look = () =>
    callButton.evaluate((button) => {
      const { backgroundColor, borderRadius } = getComputedStyle(button);
      return `${backgroundColor} ${borderRadius}`;
    });
  const before = await look();
  await page.getByRole('button', { name: 'Round and violet' }).click();
  expect(await look()).toBe('rgb(106, 63, 181) 36px');
  await page.getByLabel('--hs-color-call', { exact: true }).fill('#123456');
  expect(await look()).toBe('rgb(18, 52, 86) 36px');
  await expect(page.locator('#css')).toContainText('--hs-color-call: #123456;');
  const problems = (await accessibilityProblems(page)).filter((each) => !each.startsWith('landmark-unique'));
  expect(problems).toEqual([]);
  await page.getByRole('button', { name: 'As it comes' }).click();
  expect(await look()).toBe(before);
  expect(trouble).toEqual([]);
});
