/** What befalls frames of one phone in a browser: one gets no timers, comes late, or may not reach the others. */
import { expect, test } from '@playwright/test';
import type { HsCallingBridge } from '../components/index.js';
import { requireWholeChromium } from '../tools/browsers.mjs';
import { openTab, openWindow, type FramePage } from './e2e-frames.js';

const press = ({ widget }: FramePage, name: string | RegExp) =>
  widget.getByRole('button', { name }).first().click();

const roleOf = ({ widget }: FramePage) =>
  widget.locator('hs-calling-bridge').evaluate((bridge) => (bridge as HsCallingBridge).getState().frame.role);

const connected = ({ widget }: FramePage) =>
  expect(widget.locator('hs-call-status')).toContainText('Connected', { timeout: 15_000 });

/** Ends the call in one frame and saves it in another; it was told to HubSpot once. */
async function finish(ending: FramePage, saving: FramePage): Promise<void> {
  await ending.page.bringToFront();
  await press(ending, 'End call');
  await saving.page.bringToFront();
  await saving.widget.getByRole('textbox', { name: /Notes/ }).fill('All of it');
  await press(saving, /^Save/);
  await expect.poll(async () => (await saving.log()).map(({ isCompleted }) => isCompleted)).toEqual([true]);
  expect((await saving.log())[0]?.body).toBe('All of it');
  expect(await saving.findings()).toEqual([]);
  const types = (await saving.said()).map((line) => line.split(' ').at(-1) ?? '');
  expect(types.filter((type) => /CALL/.test(type))).toEqual([
    'OUTGOING_CALL_STARTED',
    'CALL_ANSWERED',
    'CALL_ENDED',
    'CALL_COMPLETED',
  ]);
}

test('the window gets no timer while it is in the background: what is pressed elsewhere is done all the same', async ({
  context,
}) => {
  const account = { portalId: 840_002, usesCallingWindow: true };
  const tab = await openTab(context, 'tab 1', account);
  const window = await openWindow(tab, account);
  await window.page.clock.install();
  await window.page.reload();
  await window.started();
  await tab.page.bringToFront();
  await expect.poll(() => roleOf(window)).toBe('owner');
  await tab.dial(101);
  await connected(tab);
  await window.page.clock.pauseAt(Date.now() + 60_000);
  await press(tab, 'Mute');
  await expect(tab.widget.getByRole('button', { name: 'Mute', pressed: true })).toBeVisible();
  await window.page.clock.resume();
  await finish(tab, tab);
});

test('a frame that comes late shows the call that goes on, and what was written of it', async ({
  context,
}) => {
  const first = await openTab(context, 'tab 1', { portalId: 840_003 });
  await first.dial(101);
  await connected(first);
  await first.widget.getByRole('textbox', { name: /Notes/ }).fill('Half of it');
  const late = await openTab(context, 'tab 2', { portalId: 840_003 });
  await connected(late);
  await expect(late.widget.getByRole('textbox', { name: /Notes/ })).toHaveValue('Half of it');
  await finish(late, first);
});

test('where the browser lets a frame of another site keep nothing, one frame works alone, and is told so', async ({
  playwright: { chromium },
  baseURL,
}, { project: { use } }) => {
  // As a private window does that blocks other sites: no storage, and no locks.
  const browser = await chromium.launch({ ...use.launchOptions, executablePath: requireWholeChromium() });
  try {
    const context = await browser.newContext();
    await context.addInitScript(() => {
      const keep = (event: Event) => {
        document.body.dataset['code'] = (event as CustomEvent<{ readonly code: string }>).detail.code;
      };
      addEventListener('hs-error', keep, true);
    });
    const tab = await openTab(context, 'tab 1', { portalId: 840_004, baseURL: baseURL ?? '' });
    await expect(tab.widget.locator('body')).toHaveAttribute('data-code', 'FRAMES_REFUSED');
    expect(await roleOf(tab)).toBe('owner');
    await tab.dial(101);
    await connected(tab);
    await finish(tab, tab);
  } finally {
    await browser.close();
  }
});
