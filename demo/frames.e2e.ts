import { expect, test } from '@playwright/test';
import { FramePage, openTab, openWindow } from './e2e-frames.js';
import { accessibilityProblems, collectTrouble } from './e2e-host-page.js';

test('two tabs and a calling window share one account', async ({ context }) => {
  const account = { portalId: 810_001, widget: 'official-widget.html', usesCallingWindow: true };
  const first = await openTab(context, 'tab 1', account);
  const second = await openTab(context, 'tab 2', account);
  const window = await openWindow(first, account);
  expect(new URL(window.page.url()).pathname).toBe('/calling-integration-popup-ui/810001');

  await window.dial(101);
  await expect(window.widget.getByRole('status')).toContainText('Connected');
  await expect.poll(async () => (await second.log())[0]?.phase).toBe('active');
  expect(await second.dial(102)).toMatchObject({ ok: false, reason: 'in-call' });
  await window.widget.getByRole('button', { name: 'End call' }).click();
  await expect
    .poll(async () => (await first.findings()).map(({ kind }) => kind))
    .toEqual(['never-completed']);
  await window.widget.getByRole('button', { name: 'Save' }).click();
  await expect.poll(async () => (await first.log()).map(({ isCompleted }) => isCompleted)).toEqual([true]);
  expect(await first.findings()).toEqual([]);
  expect(await first.said()).toContain('window CALL_COMPLETED');
});

test('a tab that crashes is known no more, and its call is still in the log', async ({ context }) => {
  const account = { portalId: 810_002, widget: 'official-widget.html' };
  const first = await openTab(context, 'tab 1', account);
  const second = await openTab(context, 'tab 2', account);
  await first.dial(101);
  await expect.poll(async () => (await second.log())[0]?.phase).toBe('active');
  const session = await context.newCDPSession(first.page);
  // It is never answered: the page is gone.
  session.send('Page.crash').catch(() => undefined);
  const frames = () => second.page.evaluate(() => window.account.state.frames.map(({ name }) => name));
  await expect.poll(frames).toEqual(['tab 2']);
  expect(await second.log()).toHaveLength(1);
});

test('one page shows many frames of one phone, which one switches, adds, closes and moves to a window', async ({
  page,
}) => {
  const trouble = await collectTrouble(page);
  await page.goto('/demo/frames.html');
  const tabs = page.locator('#tabs button');
  await expect(tabs).toHaveText(['record', 'tab 1', 'tab 2']);
  const state = page.locator('hs-calling-host:not([hidden]) #widget-state');
  await expect(state).toHaveText('Ready');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'tab 2' }).click();
  await expect(page.locator('hs-calling-host:not([hidden])')).toHaveJSProperty('frameName', 'tab 2');
  await expect(state).toHaveText('Ready');
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.getByRole('button', { name: 'Add a tab' }).click();
  await expect(page.getByRole('button', { name: 'tab 3' })).toBeFocused();
  await expect(state).toHaveText('Ready');
  await page.getByRole('button', { name: 'Reload', exact: true }).click();
  await expect(state).toHaveText('Ready');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(tabs).toHaveText(['record', 'tab 1', 'tab 2']);
  await expect(page.locator('hs-calling-host')).toHaveCount(3);

  const opening = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Open the calling window' }).click();
  const opened = await opening;
  await opened.waitForLoadState();
  const window = new FramePage(opened);
  await window.started();
  const frames = () =>
    window.page.evaluate(() => globalThis.window.account.state.frames.map(({ name }) => name));
  await expect
    .poll(async () => (await frames()).toSorted((a, b) => a.localeCompare(b)))
    .toEqual(['record', 'tab 1', 'tab 2', 'window']);
  expect(trouble).toEqual([]);
});
