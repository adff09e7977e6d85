/** HubSpot has no window for the calls: the app opens one of its own. Real tabs, a real pop-up, the browser's own channel and locks. */
import { expect, test, type BrowserContext } from '@playwright/test';
import type { HsCallingBridge } from '../components/index.js';
import type { HsLoopbackVoice } from '../components/loopback-voice/loopback-voice.js';
import { requireWholeChromium } from '../tools/browsers.mjs';
import { FramePage, openTab } from './e2e-frames.js';
import { withStorage } from './e2e-stage.js';

const press = ({ widget }: FramePage, name: string | RegExp) =>
  widget.getByRole('button', { name }).first().click();

const opener = ({ widget }: FramePage) => widget.getByRole('button', { name: 'Open calling window' });

const frameOf = ({ widget }: FramePage) =>
  widget.locator('hs-calling-bridge').evaluate((bridge) => (bridge as HsCallingBridge).getState().frame);

const somebodyCalls = ({ widget }: FramePage) =>
  widget
    .locator('hs-loopback-voice')
    .evaluate((voice) => void (voice as HsLoopbackVoice).receiveCall({ from: '+12025550102' }));

/** What all frames have said of calls, each as often as it was said. */
const ofCalls = async (frame: FramePage) =>
  (await frame.said()).filter((line) => /CALL|ENGAGEMENT/.test(line)).map((line) => line.split(' '));

/** Presses the button of the phone in a tab, and takes the window that opens. */
async function pressOpen(tab: FramePage): Promise<FramePage> {
  const opening = tab.page.context().waitForEvent('page');
  await opener(tab).click();
  const opened = await opening;
  await opened.waitForLoadState();
  return new FramePage(opened).started();
}

test('a call that comes in the window of the app is answered in a tab, ended in another and saved once', async ({
  context,
}) => {
  const one = await openTab(context, 'tab 1', { portalId: 830_001 });
  const two = await openTab(context, 'tab 2', { portalId: 830_001 });
  const window = await pressOpen(one);
  expect(new URL(window.page.url()).pathname + new URL(window.page.url()).search).toBe(
    '/calling-integration-popup-ui/830001?usesCallingWindow=false',
  );
  const frames = [one, two, window];
  await expect.poll(() => frameOf(window)).toMatchObject({ role: 'owner', needsWindow: false });
  for (const tab of [one, two])
    await expect.poll(() => frameOf(tab)).toMatchObject({ role: 'mirror', ownerPlace: 'window' });
  await expect(opener(one)).toHaveCount(0);

  await somebodyCalls(window);
  for (const frame of frames)
    await expect(frame.widget.getByRole('button', { name: /^Answer/ })).toBeVisible();
  expect((await Promise.all(frames.map(frameOf))).filter(({ rings }) => rings)).toHaveLength(1);
  await two.page.bringToFront();
  await press(two, /^Answer/);
  for (const frame of frames) await expect(frame.widget.locator('hs-call-status')).toContainText('Connected');
  await one.page.bringToFront();
  await press(one, 'End call');
  await window.page.bringToFront();
  await window.widget.getByRole('textbox', { name: /Notes/ }).fill('Wants an offer');
  await press(window, /^Save/);
  await expect.poll(async () => (await one.log()).map(({ isCompleted }) => isCompleted)).toEqual([true]);
  expect((await one.log())[0]?.body).toBe('Wants an offer');
  expect(await one.findings()).toEqual([]);
  // The window has no record around it: one tab tells HubSpot all of the call.
  const said = await ofCalls(one);
  expect(said.map((line) => line.at(-1))).toEqual([
    'INCOMING_CALL',
    'CALL_ANSWERED',
    'CALL_ENDED',
    'CALL_COMPLETED',
  ]);
  expect(new Set(said.map((line) => line.slice(0, -1).join(' '))).size).toBe(1);
  expect(said[0]?.[0]).toBe('tab');
});

test('the window of the app is closed in a call: a tab goes on with it, and the next window takes over after it', async ({
  context,
}) => {
  const one = await openTab(context, 'tab 1', { portalId: 830_002 });
  const two = await openTab(context, 'tab 2', { portalId: 830_002 });
  const window = await pressOpen(one);
  await expect.poll(() => frameOf(two)).toMatchObject({ ownerPlace: 'window' });
  await two.page.bringToFront();
  expect(await two.dial(101)).toMatchObject({ ok: true });
  for (const frame of [one, two, window])
    await expect(frame.widget.locator('hs-call-status')).toContainText('Connected', { timeout: 15_000 });

  await window.page.evaluate(() => globalThis.window.close());
  await expect
    .poll(async () => (await Promise.all([one, two].map(frameOf))).map(({ role }) => role).sort())
    .toEqual(['mirror', 'owner']);
  for (const tab of [one, two]) await expect(tab.widget.locator('hs-call-status')).toContainText('Connected');
  // No call has to move: the window is offered again when it is over.
  await expect(opener(one)).toHaveCount(0);
  await press(one, 'End call');
  await press(two, /^Save/);
  await expect.poll(async () => (await one.log()).map(({ isCompleted }) => isCompleted)).toEqual([true]);
  expect(await one.findings()).toEqual([]);
  const said = (await ofCalls(one)).map((line) => line.at(-1));
  expect(said).toEqual(['OUTGOING_CALL_STARTED', 'CALL_ANSWERED', 'CALL_ENDED', 'CALL_COMPLETED']);

  await one.page.bringToFront();
  const again = await pressOpen(one);
  await expect.poll(() => frameOf(again)).toMatchObject({ role: 'owner' });
  await expect.poll(() => frameOf(one)).toMatchObject({ role: 'mirror', ownerPlace: 'window' });
});

for (const usesCallingWindow of [false, true]) {
  test(`a window that the browser blocks is told, and opened by the button: usesCallingWindow is ${String(usesCallingWindow)}`, async ({
    playwright: { chromium },
    baseURL,
  }, { project: { use } }) => {
    // The one without a desktop blocks no window.
    const launchOptions = {
      ...use.launchOptions,
      executablePath: requireWholeChromium(),
      ignoreDefaultArgs: ['--disable-popup-blocking'],
    };
    await withStorage(chromium, { launchOptions }, async (context) => {
      const portalId = usesCallingWindow ? 830_004 : 830_003;
      const errorCodes = await keepErrorCodes(context);
      const tab = await openTab(context, 'tab 1', { portalId, usesCallingWindow, baseURL: baseURL ?? '' });
      const words = tab.widget.locator('hs-calling-window');
      // What tells of the window is loaded after the phone.
      await tab.page.waitForLoadState('networkidle');
      // Nobody has pressed anything in the frame, and no test has looked into it.
      await tab.order('DEMO_OPEN_WINDOW');
      await expect.poll(() => errorCodes(tab)).toEqual(['WINDOW_BLOCKED']);
      await expect(words.getByRole('alert')).toContainText('Allow pop-ups');

      const window = await pressOpen(tab);
      await expect.poll(() => frameOf(window)).toMatchObject({ role: 'owner', needsWindow: false });
      await tab.page.bringToFront();
      await expect(words).toContainText('Your calls are in the calling window.');
      await expect(words).not.toContainText('Allow pop-ups');
      expect(await errorCodes(tab)).toEqual(['WINDOW_BLOCKED']);
    });
  });
}

/**
 * Writes down the errors that phones tell their pages of; what is returned reads their codes. Nothing is evaluated in a
 * frame before: for the browser that is a press, after which it blocks no window.
 */
async function keepErrorCodes(context: BrowserContext) {
  await context.addInitScript(() => {
    const keep = (event: Event) => {
      const { code } = (event as CustomEvent<{ readonly code: string }>).detail;
      document.body.dataset['codes'] = `${document.body.dataset['codes'] ?? ''} ${code}`;
    };
    addEventListener('hs-error', keep, true);
  });
  return async ({ widget }: FramePage) =>
    ((await widget.locator('body').getAttribute('data-codes')) ?? '').split(' ').filter(Boolean);
}
