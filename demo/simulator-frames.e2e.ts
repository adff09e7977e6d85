// The simulated HubSpot with a phone in more than one frame: scenarios that open what they need, and the calling window.
import { expect, test } from '@playwright/test';
import { FramePage } from './e2e-frames.js';
import { accessibilityProblems, collectTrouble, HostPage } from './e2e-host-page.js';

test('a scenario in frames opens what it needs, asks for what a person does, and takes all of it away', async ({
  page,
}) => {
  const trouble = await collectTrouble(page);
  const hubspot = new HostPage(page);
  await hubspot.open('?speed=10');
  await hubspot.unfold('Scenarios');
  await page.getByLabel('Scenario', { exact: true }).selectOption('frames-inbound');
  await hubspot.press('Run');
  const inFrame = (name: string) => page.frameLocator(`iframe[title="Widget in ${name}"]`);
  await expect(page.getByText('Your turn.').last()).toBeVisible({ timeout: 15_000 });
  await expect(page.locator('figcaption')).toHaveText(['window', 'tab 1', 'tab 2']);
  expect(await accessibilityProblems(page)).toEqual([]);
  await inFrame('tab 2').getByRole('button', { name: 'Answer' }).click();
  await inFrame('tab 1').getByRole('button', { name: 'End call' }).click();
  await inFrame('window').getByLabel('Notes', { exact: true }).fill('Called back.');
  await inFrame('window').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.locator('.verdict')).toContainText('Passed', { timeout: 15_000 });
  await expect(page.locator('figure')).toHaveCount(0);
  // The widget of the page has nothing to do with them.
  await expect(hubspot.log).toHaveCount(0);
  await hubspot.expectState('Ready');
  expect(trouble).toEqual([]);
});

test('beside a calling window the page says what to do next, and a call goes on in it', async ({ page }) => {
  const hubspot = new HostPage(page);
  await hubspot.open('?speed=5');
  await hubspot.moveTo('In the navigation bar, with a calling window');
  const notice = page.locator('.notice.window');
  await expect(notice).toContainText('Only the calling window carries calls.');
  expect(await accessibilityProblems(page)).toEqual([]);
  const opening = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Open the calling window' }).click();
  const opened = await opening;
  await opened.waitForLoadState();
  const window = await new FramePage(opened).started();
  await expect(notice).toBeEmpty();

  await page.bringToFront();
  await hubspot.ring('Sam Sample');
  await expect(window.widget.getByRole('button', { name: /^Answer/ })).toBeVisible();
  await hubspot.control('Answer').click();
  await expect(window.widget.locator('hs-call-status')).toContainText('Connected');
  await hubspot.endCall();
  await expect(hubspot.log.locator('.status')).toHaveText('COMPLETED');
  await window.page.evaluate(() => globalThis.window.close());
  await expect(notice).toContainText('Only the calling window carries calls.');
});

test('one page with many frames: somebody calls, a tab crashes, another one is closed', async ({ page }) => {
  await page.goto('/demo/frames.html');
  const shown = page.locator('hs-calling-host:not([hidden])');
  await expect(shown.locator('#widget-state')).toHaveText('Ready');
  // The record carries its own calls, until the window is there.
  await expect(shown.locator('.notice.window')).toBeEmpty();
  const opening = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Open the calling window' }).click();
  const opened = await opening;
  await opened.waitForLoadState();
  const window = await new FramePage(opened).started();
  await page.bringToFront();
  await page.getByRole('button', { name: 'tab 2' }).click();
  await page.getByLabel('Somebody calls').selectOption('Tess Testcase');
  await page.getByRole('button', { name: 'Ring', exact: true }).click();
  await expect(window.widget.getByRole('button', { name: /^Answer/ })).toBeVisible();
  await page.getByRole('button', { name: 'Crash' }).click();
  await expect(page.locator('#tabs button')).toHaveText(['record', 'tab 1']);
  await shown
    .frameLocator('iframe')
    .getByRole('button', { name: /^Answer/ })
    .click();
  await expect(window.widget.locator('hs-call-status')).toContainText('Connected');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.locator('#tabs button')).toHaveText(['record']);
  await expect(page.getByRole('button', { name: 'Crash' })).toBeDisabled();
  expect(await window.findings()).toEqual([]);
  expect((await window.log()).map(({ phase }) => phase)).toEqual(['active']);
});
