/** A widget on the drop-in that keeps its frames together by itself: real tabs, a real pop-up. */
import { expect, test } from '@playwright/test';
import { openTab, openWindow, type FramePage } from './e2e-frames.js';

const press = ({ widget }: FramePage, name: string) =>
  widget.getByRole('button', { name, exact: true }).click();

const shows = ({ widget }: FramePage, words: string) => expect(widget.getByRole('status')).toHaveText(words);

test('a protocol between remote and window on the drop-in: HubSpot hears each call once, of the window', async ({
  context,
}) => {
  const account = { portalId: 850_001, widget: 'own-protocol-widget.html', usesCallingWindow: true };
  const one = await openTab(context, 'tab 1', account);
  const window = await openWindow(one, account);
  const two = await openTab(context, 'tab 2', account);
  const all = [one, two, window];

  await press(window, 'Somebody calls');
  for (const frame of all) await shows(frame, 'Somebody calls');
  await expect.poll(async () => (await one.log())[0]?.engagement).toBe('created');
  await two.page.bringToFront();
  await press(two, 'Answer');
  await one.page.bringToFront();
  await press(one, 'End call');
  for (const frame of all) await shows(frame, 'Call ended');
  await window.page.bringToFront();
  await window.widget.getByLabel('Notes').fill('Called back.');
  await press(window, 'Save');
  await expect.poll(async () => (await one.log()).map(({ isCompleted }) => isCompleted)).toEqual([true]);

  await one.page.bringToFront();
  expect(await one.dial(101)).toMatchObject({ ok: true });
  await expect(one.widget.getByLabel('Phone number')).toHaveValue('+12025550101');
  await press(one, 'Call');
  await expect.poll(async () => (await two.log())[1]?.engagement).toBe('created');
  await press(one, 'Answer');
  await press(one, 'End call');
  await press(one, 'Save');
  await expect
    .poll(async () => (await two.log()).map(({ isCompleted }) => isCompleted))
    .toEqual([true, true]);

  expect(await one.findings()).toEqual([]);
  expect((await one.said()).filter((line) => line.includes('CALL'))).toEqual([
    'window INCOMING_CALL',
    'window CALL_ANSWERED',
    'window CALL_ENDED',
    'window CALL_COMPLETED',
    'window OUTGOING_CALL_STARTED',
    'window CALL_ANSWERED',
    'window CALL_ENDED',
    'window CALL_COMPLETED',
  ]);
});
