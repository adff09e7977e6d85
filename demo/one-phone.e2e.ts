/** One phone in many frames: real tabs, a real pop-up, the browser's own channel and locks. */
import { expect, test, type BrowserContext } from '@playwright/test';
import type { HsCallingBridge } from '../components/index.js';
import type { HsLoopbackVoice } from '../components/loopback-voice/loopback-voice.js';
import { openTab, openWindow, type FramePage } from './e2e-frames.js';
import { expectSilence, expectSound, openedIn, soundsIn } from './e2e-sound.js';
import { spyOnMedia } from './sip/media-spy.js';

const press = ({ widget }: FramePage, name: string | RegExp) =>
  widget.getByRole('button', { name }).first().click();

/** How often each message about a call was said, by whatever frame. */
async function counts(frame: FramePage): Promise<Record<string, number>> {
  const types = (await frame.said()).map((line) => line.split(' ').at(-1) ?? '');
  const ofCalls = types.filter((type) => /CALL|ENGAGEMENT/.test(type));
  return Object.fromEntries(
    [...new Set(ofCalls)].map((type) => [type, ofCalls.filter((one) => one === type).length]),
  );
}

const three = async (context: BrowserContext, portalId: number) => {
  const account = { portalId, usesCallingWindow: true };
  const one = await openTab(context, 'tab 1', account);
  const window = await openWindow(one, account);
  const two = await openTab(context, 'tab 2', account);
  const other = await openTab(context, 'tab 3', account);
  return { one, two, other, window };
};

test('a call is pressed in one tab, talked in the window, muted in another tab, ended in a third and saved once', async ({
  context,
}) => {
  const { one, two, other, window } = await three(context, 820_001);
  await one.page.bringToFront();
  expect(await one.dial(101)).toMatchObject({ ok: true });
  for (const frame of [one, two, other, window])
    await expect(frame.widget.locator('hs-call-status')).toContainText('Connected', {
      timeout: 15_000,
    });
  await two.page.bringToFront();
  await press(two, 'Mute');
  await expect(other.widget.getByRole('button', { name: 'Mute', pressed: true })).toBeVisible();
  await other.page.bringToFront();
  await press(other, 'End call');
  await two.page.bringToFront();
  await two.widget.getByRole('textbox', { name: /Notes/ }).fill('Call back on Tuesday');
  await expect(one.widget.getByRole('textbox', { name: /Notes/ })).toHaveValue('Call back on Tuesday');
  await press(two, /^Save/);
  await expect.poll(async () => (await one.log()).map(({ isCompleted }) => isCompleted)).toEqual([true]);
  expect(await one.findings()).toEqual([]);
  expect(await counts(one)).toMatchObject({ OUTGOING_CALL_STARTED: 1, CALL_ENDED: 1, CALL_COMPLETED: 1 });
});

test('somebody calls: it rings once where it is seen, is answered in one tab, heard in the window only, muted in another, ended in a third and saved once', async ({
  context,
}) => {
  await context.addInitScript(spyOnMedia);
  const { one, two, other, window } = await three(context, 820_003);
  const frames = [one, two, other, window];
  const evaluate = <T>({ widget }: FramePage, action: (bridge: HsCallingBridge) => T) =>
    widget.locator('hs-calling-bridge').evaluate(action as (bridge: Element) => T);
  await expect.poll(() => evaluate(window, (bridge) => bridge.getState().frame.role)).toBe('owner');
  // The user has turned to this one.
  await two.page.bringToFront();
  await two.widget.getByRole('textbox', { name: 'Phone number' }).click();
  await window.widget
    .locator('hs-loopback-voice')
    .evaluate((voice) => void (voice as HsLoopbackVoice).receiveCall({ from: '+12025550102' }));
  for (const frame of frames)
    await expect(frame.widget.getByRole('button', { name: /^Answer/ })).toBeVisible();
  const rings = await Promise.all(
    frames.map((frame) => evaluate(frame, (bridge) => bridge.getState().frame.rings)),
  );
  expect(rings).toEqual([false, true, false, false]);
  await expect.poll(() => soundsIn(two.frame)).toBe(1);
  expect(await Promise.all([one, other, window].map(({ frame }) => soundsIn(frame)))).toEqual([0, 0, 0]);

  await one.page.bringToFront();
  await press(one, /^Answer/);
  for (const frame of frames) await expect(frame.widget.locator('hs-call-status')).toContainText('Connected');
  // What comes back is what the far end has heard.
  await expectSound(window.frame, -2);
  await two.page.bringToFront();
  await press(two, 'Mute');
  await expect(other.widget.getByRole('button', { name: 'Mute', pressed: true })).toBeVisible();
  await expectSilence(window.frame, -2);
  await press(two, 'Mute');
  await expectSound(window.frame, -2);
  for (const { frame } of [one, two, other])
    expect(await openedIn(frame)).toEqual({ connections: 0, asked: 0 });
  await other.page.bringToFront();
  await press(other, 'End call');
  await one.page.bringToFront();
  await one.widget.getByRole('textbox', { name: /Notes/ }).fill('Wants an offer');
  await press(one, /^Save/);
  await expect.poll(async () => (await two.log()).map(({ isCompleted }) => isCompleted)).toEqual([true]);
  expect(await two.findings()).toEqual([]);
  expect(await counts(one)).toMatchObject({
    INCOMING_CALL: 1,
    CALL_ANSWERED: 1,
    CALL_ENDED: 1,
    CALL_COMPLETED: 1,
  });
  expect(
    (await one.said()).filter((line) => line.includes('CALL')).every((line) => line.startsWith('window')),
  ).toBe(true);
});

test('the window is killed in a call: a tab tells its end, and the notes are saved', async ({ context }) => {
  const { one, two, window } = await three(context, 820_002);
  await one.page.bringToFront();
  await one.dial(101);
  await expect(two.widget.locator('hs-call-status')).toContainText('Connected', { timeout: 15_000 });
  const session = await context.newCDPSession(window.page);
  session.send('Page.crash').catch(() => undefined);
  // The first tab has opened the window, and dies with it: they share a process.
  await expect(two.widget.getByRole('button', { name: /^Save/ }).first()).toBeVisible({ timeout: 5000 });
  await press(two, /^Save/);
  await expect.poll(async () => (await two.log()).map(({ isCompleted }) => isCompleted)).toEqual([true]);
  expect(await two.findings()).toEqual([]);
  expect(await counts(two)).toMatchObject({ OUTGOING_CALL_STARTED: 1, CALL_ENDED: 1, CALL_COMPLETED: 1 });
});
