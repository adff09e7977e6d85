/** Presses, as a hand makes them: what slid under it while it was on its way does nothing. */
import { expect, test, type Page } from '@playwright/test';
import type { CallingBridge } from '../src/index.js';

/** The phone of a scene. Real presses are made on it; what happens is asked of its bridge. */
async function open(page: Page, scene: string) {
  await page.setViewportSize({ width: 500, height: 900 });
  await page.goto(`/demo/gallery.html?${new URLSearchParams({ scene }).toString()}`);
  await page.locator('html[data-ready]').waitFor();
  return page.locator('hs-calling-widget');
}

async function middle(page: Page, selector: string) {
  const box = await page.locator(selector).boundingBox();
  return [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2] as const;
}

/** How each call stands. */
const calls = (page: Page) =>
  page
    .locator('hs-calling-widget')
    .evaluate((element) =>
      (element as HTMLElementTagNameMap['hs-calling-widget']).bridge
        ?.getState()
        .calls.map(({ phase }) => phase),
    );

/** A phone with two calls that have ended. */
async function twoToSave(page: Page) {
  const phone = await open(page, 'ready');
  await phone.evaluate((element) => {
    const bridge = (element as HTMLElementTagNameMap['hs-calling-widget']).bridge as CallingBridge;
    for (const toNumber of ['+12025550101', '+12025550103']) {
      bridge.outgoingCall({ toNumber, createEngagement: false });
      bridge.callAnswered();
      bridge.updateCall({ engagement: { outcome: 'connected' } });
      bridge.callEnded();
    }
  });
}

test('a second press on Save does not save the next call unseen', async ({ page }) => {
  await twoToSave(page);
  await page.locator('[part=save-button]').click();
  expect(await calls(page)).toEqual(['wrap-up', 'completed']);
  await page.mouse.click(...(await middle(page, '[part=save-button]')));
  expect(await calls(page)).toEqual(['wrap-up', 'completed']);
  await page.waitForTimeout(600);
  await page.mouse.click(...(await middle(page, '[part=save-button]')));
  expect(await calls(page)).toEqual(['completed', 'completed']);
});

test('a key that is held down saves one call', async ({ page }) => {
  await twoToSave(page);
  await page.waitForTimeout(600);
  await page.locator('[part=save-button]').focus();
  for (let i = 0; i < 10; i += 1) {
    await page.keyboard.down('Enter');
    await page.waitForTimeout(80);
    // Where the focus goes after a call is saved: on to the next.
    await page.locator('[part=save-button]').focus();
  }
  await page.keyboard.up('Enter');
  expect(await calls(page)).toEqual(['wrap-up', 'completed']);
});

test('a second press of the shortcut for Save does not save the next call unseen', async ({ page }) => {
  await twoToSave(page);
  await page.waitForTimeout(600);
  await page.locator('hs-wrap-up [part=notes]').focus();
  await page.locator('[part=save-button][aria-keyshortcuts]').waitFor();
  await page.keyboard.press('Alt+Shift+S');
  expect(await calls(page)).toEqual(['wrap-up', 'completed']);
  await page.keyboard.press('Alt+Shift+S');
  expect(await calls(page)).toEqual(['wrap-up', 'completed']);
  await page.waitForTimeout(600);
  await page.keyboard.press('Alt+Shift+S');
  expect(await calls(page)).toEqual(['completed', 'completed']);
});

test('a press that was let go outside of the phone does not take the next one with it', async ({ page }) => {
  const phone = await open(page, 'ready');
  await page.mouse.move(...(await middle(page, '[part=number]')));
  await page.mouse.down();
  await page.mouse.move(490, 890);
  await page.mouse.up();
  await phone.evaluate((element) => {
    const bridge = (element as HTMLElementTagNameMap['hs-calling-widget']).bridge as CallingBridge;
    bridge.outgoingCall({ toNumber: '+12025550101', createEngagement: false });
    bridge.callAnswered();
    bridge.updateCall({ engagement: { outcome: 'connected' } });
    bridge.callEnded();
  });
  await page.locator('[part=save-button]').waitFor();
  await page.waitForTimeout(600);
  await page.mouse.click(...(await middle(page, '[part=save-button]')));
  await expect.poll(() => calls(page)).toEqual(['completed']);
});

test('a double click on Call starts a call and does not end it', async ({ page }) => {
  await open(page, 'ready');
  await page.locator('[part=number]').fill('+12025550101');
  const [x, y] = await middle(page, '[part=call-button]');
  await page.mouse.click(x, y);
  await page.locator('[part=end-button]').waitFor();
  expect(await middle(page, '[part=end-button]')).toEqual([x, y]);
  await page.mouse.click(x, y);
  await page.waitForTimeout(100);
  expect(await calls(page)).toEqual(['dialing']);
  await page.locator('[part=end-button]').click();
  await expect.poll(() => calls(page)).not.toContain('dialing');
});
