// What a server has drawn of every element, taken over by the browser.
import { expect, test, type Frame, type Page } from '@playwright/test';
import { drawnMarkup, drawnScript } from '../tools/drawn.mjs';
import { collectTrouble } from './e2e-host-page.js';

/** Where every element is, by its tag; those that take no room are left out. */
const boxes = (frame: Frame) =>
  frame.evaluate(() => {
    const found: string[] = [];
    const look = (root: ParentNode) => {
      for (const element of root.querySelectorAll('*')) {
        const { x, y, width, height } = element.getBoundingClientRect();
        const isOurs = element.localName.startsWith('hs-');
        if (isOurs && height > 0) found.push([element.localName, x, y, width, height].join(' '));
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    look(document);
    return found;
  });

/** Opens the page in a frame, as HubSpot does, and lets its script come only when `takeOver` is called. */
async function openDrawn(page: Page, code: string) {
  const markup = await drawnMarkup();
  let takeOver = () => {};
  const asked = new Promise<void>((resolve) => (takeOver = resolve));
  await page.route('**/drawn.js', async (route) => {
    await asked;
    await route.fulfill({ body: code, contentType: 'text/javascript' });
  });
  const head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Drawn</title>';
  const end = '<script type="module" src="./drawn.js"></script>';
  await page.route('**/drawn.html', (route) =>
    route.fulfill({ body: head + markup + end, contentType: 'text/html' }),
  );
  await page.route('**/around.html', (route) =>
    route.fulfill({
      body: '<!doctype html><title>Around</title><iframe src="./drawn.html" width="400" height="9000"></iframe>',
      contentType: 'text/html',
    }),
  );
  await page.setViewportSize({ width: 500, height: 9100 });
  await page.goto('/demo/around.html', { waitUntil: 'commit' });
  await page.frameLocator('iframe').locator('hs-calling-host').waitFor();
  const frame = page.frames().find((one) => one.url().endsWith('/drawn.html'));
  if (!frame) throw new Error('There is no frame.');
  return { frame, takeOver };
}

for (const hasApp of [true, false]) {
  test(`is taken over without error and without a jump, ${hasApp ? 'in an app of Lit' : 'without Lit’s support'}`, async ({
    page,
  }) => {
    const trouble = await collectTrouble(page);
    const { frame, takeOver } = await openDrawn(page, await drawnScript({ hasApp }));
    await frame.evaluate(() => {
      const shifts: number[] = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
      Object.assign(window, { shifts });
    });
    const before = await boxes(frame);
    expect(before.length).toBeGreaterThan(8);
    takeOver();
    await frame.waitForFunction(
      () => document.querySelector('hs-dialer:defined')?.shadowRoot?.adoptedStyleSheets.length,
    );
    await frame.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    expect(await boxes(frame)).toEqual(before);
    expect(await frame.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
    expect(trouble).toEqual([]);

    // Each thing is there once, and works.
    const dialer = frame.locator('section > hs-dialer');
    await expect(dialer.getByRole('textbox')).toHaveCount(1);
    await dialer.getByRole('button', { name: '5' }).click();
    await expect(dialer.getByRole('textbox')).toHaveValue('5');
  });
}
