/** How many presses a day's work takes: each press of a pointer in any frame is counted. */
import { expect, test, type Page } from '@playwright/test';
import type { HsCallingWidget } from '../components/calling-widget/calling-widget.js';
import { HostPage } from './e2e-host-page.js';

/** Counts presses from now on, in every frame. */
async function countPresses(page: Page): Promise<() => number> {
  let count = 0;
  await page.exposeFunction('pressed', () => (count += 1));
  await page.addInitScript(() => {
    const told = window as unknown as { pressed: () => void };
    document.addEventListener(
      'pointerdown',
      ({ isTrusted }) => {
        if (isTrusted) told.pressed();
      },
      { capture: true },
    );
  });
  return () => count;
}

test('from a record over notes and outcome to the next: four presses', async ({ page }) => {
  const presses = await countPresses(page);
  const hubspot = new HostPage(page);
  await hubspot.open('?speed=5');
  await hubspot.dial('Erin Example, +1 (202) 555-0101');
  await expect(hubspot.status).toContainText('Connected');
  await hubspot.notes().click();
  await page.keyboard.type('Wants a quote.');
  await hubspot.tell('DEMO_FAR_END_HANGS_UP', {});
  await hubspot.widget.getByRole('radio', { name: 'Connected' }).click();
  await hubspot.save();
  await expect(hubspot.log.locator('.notes')).toHaveText('Wants a quote.');
  expect(presses()).toBeLessThanOrEqual(4);
});

test('a call that comes in during another, and both finished with an outcome: six presses', async ({
  page,
}) => {
  const presses = await countPresses(page);
  const hubspot = new HostPage(page);
  await hubspot.open('?speed=5');
  await hubspot.dial('Erin Example, +1 (202) 555-0101');
  await expect(hubspot.status).toContainText('Connected');
  const before = presses();
  await hubspot.tell('DEMO_SOMEBODY_CALLS', { from: '+12025550102' });
  await hubspot.widget.getByRole('button', { name: /^Hold and answer/ }).click();
  // The first call is connected too: the second is in front once it is answered.
  await expect(hubspot.status).toContainText('555-0102');
  await expect(hubspot.status).toContainText('Connected');
  await hubspot.tell('DEMO_FAR_END_HANGS_UP', {});
  await hubspot.widget.getByRole('button', { name: /^End call/ }).click();
  for (let form = 0; form < 2; form += 1) {
    await hubspot.widget.getByRole('radio', { name: 'Connected' }).click();
    await hubspot.widget.getByRole('button', { name: /^Save/ }).click();
  }
  await expect(hubspot.widget.getByRole('textbox', { name: 'Phone number' })).toBeVisible();
  expect(presses() - before).toBeLessThanOrEqual(6);
});

test('five calls of a list, each ended and saved: eleven presses', async ({ page }) => {
  const presses = await countPresses(page);
  const hubspot = new HostPage(page);
  await hubspot.open('?speed=5');
  const numbers = [1, 2, 3, 4, 5].map((last) => `+1202555010${String(last)}`);
  await hubspot.widget.locator('hs-calling-widget').evaluate((widget: HsCallingWidget, all) => {
    widget.queue = all.map((phoneNumber) => ({ phoneNumber }));
  }, numbers);
  const before = presses();
  const button = (name: RegExp) => hubspot.widget.getByRole('button', { name });
  await button(/^Start calling/).click();
  for (const [index] of numbers.entries()) {
    await expect(hubspot.status).toContainText('Connected');
    await button(/^End call/).click();
    await button(index < numbers.length - 1 ? /^Save and call/ : /^Save/).click();
  }
  await expect(hubspot.widget.getByText('The list is done.')).toBeVisible();
  await expect(hubspot.log).toHaveCount(numbers.length);
  expect(presses() - before).toBeLessThanOrEqual(11);
});
