/** An app on the drop-in in many frames: real tabs, a real pop-up, the browser's own channel and locks. */
import { expect, test, type BrowserContext } from '@playwright/test';
import { FramePage, openTab, openWindow } from './e2e-frames.js';

const widget = 'shared-phone.html';

const press = ({ widget: frame }: FramePage, name: string) => frame.getByRole('button', { name }).click();

const ofPhone = <K extends 'line' | 'dialled' | 'problems'>({ widget: frame }: FramePage, name: K) =>
  frame.locator('body').evaluate((_, key) => [...window.sharedPhone[key]], name);

/** The server tells every frame that somebody calls. */
const ring = (frames: readonly FramePage[], externalCallId: string) =>
  Promise.all(
    frames.map(({ widget: frame }) =>
      frame.locator('body').evaluate((_, id) => {
        window.sharedPhone.receive(id);
      }, externalCallId),
    ),
  );

/** How often each message about a call was said, and by which frames. */
async function saidOfCalls(frame: FramePage): Promise<Record<string, string[]>> {
  const said: Record<string, string[]> = {};
  for (const one of await frame.said()) {
    const [, from = '', type = ''] = /^(.*) (\S+)$/.exec(one) ?? [];
    if (/CALL/.test(type)) (said[type] ??= []).push(from);
  }
  return said;
}

const show = async (frames: readonly FramePage[], text: string) => {
  for (const { widget: frame } of frames) await expect(frame.locator('#calls')).toContainText(text);
};

async function open(context: BrowserContext, portalId: number) {
  const account = { portalId, widget, usesCallingWindow: true };
  const one = await openTab(context, 'tab 1', account);
  const window = await openWindow(one, account);
  const two = await openTab(context, 'tab 2', account);
  await expect(window.widget.getByRole('status')).toContainText('owner, calls are in the window');
  for (const tab of [one, two])
    await expect(tab.widget.getByRole('status')).toContainText('mirror, calls are in the window');
  return { one, two, window, all: [one, two, window] };
}

test('somebody calls: every frame hears it, and HubSpot is told everything once', async ({ context }) => {
  const { one, two, window, all } = await open(context, 821_001);
  await ring(all, 'call-1');
  await show(all, 'ringing, has a record');
  await one.page.bringToFront();
  await press(one, 'Answer');
  await show(all, 'active');
  expect(await Promise.all(all.map((frame) => ofPhone(frame, 'line')))).toEqual([[], [], ['call-1']]);
  await two.page.bringToFront();
  await press(two, 'End');
  await show(all, 'wrap-up');
  await press(two, 'Save');
  await expect.poll(async () => (await one.log()).map(({ isCompleted }) => isCompleted)).toEqual([true]);
  expect(await saidOfCalls(two)).toEqual({
    INCOMING_CALL: ['window'],
    CALL_ANSWERED: ['window'],
    CALL_ENDED: ['window'],
    CALL_COMPLETED: ['window'],
  });
  expect(await window.findings()).toEqual([]);
});

test('a number is pressed in a tab: the window dials it, once', async ({ context }) => {
  const { one, two, window, all } = await open(context, 821_002);
  await one.page.bringToFront();
  expect(await one.dial(101)).toMatchObject({ ok: true });
  await show(all, 'active, has a record');
  expect((await Promise.all(all.map((frame) => ofPhone(frame, 'dialled')))).map((all) => all.length)).toEqual(
    [0, 0, 1],
  );
  await press(two, 'End');
  await press(one, 'Save');
  await expect.poll(async () => (await one.log()).map(({ isCompleted }) => isCompleted)).toEqual([true]);
  expect(await window.findings()).toEqual([]);
});

test('the owner is closed in a call: another frame takes over, and HubSpot hears one end', async ({
  context,
}) => {
  const account = { portalId: 821_003, widget };
  const owner = await openTab(context, 'tab 1', account);
  await expect(owner.widget.getByRole('status')).toContainText('owner');
  const two = await openTab(context, 'tab 2', account);
  const three = await openTab(context, 'tab 3', account);
  await ring([owner, two, three], 'call-2');
  await show([owner, two, three], 'ringing, has a record');
  await press(three, 'Answer');
  await show([two, three], 'active');
  await owner.page.close({ runBeforeUnload: false });
  await expect
    .poll(async () => (await two.log()).map(({ isCompleted }) => isCompleted), { timeout: 5000 })
    .toEqual([true]);
  const said = await saidOfCalls(two);
  expect(Object.entries(said).map(([type, from]) => [type, from.length])).toEqual([
    ['INCOMING_CALL', 1],
    ['CALL_ANSWERED', 1],
    ['CALL_ENDED', 1],
    ['CALL_COMPLETED', 1],
  ]);
  expect(await two.findings()).toEqual([]);
  const places = await Promise.all(
    [two, three].map(({ widget: frame }) => frame.getByRole('status').textContent()),
  );
  expect(places.map((text) => text?.split(',')[0]).sort()).toEqual(['mirror', 'owner']);
});

test('the window is closed in a call: a tab tells HubSpot its end, and calls need the window again', async ({
  context,
}) => {
  const { one, two, window, all } = await open(context, 821_004);
  await ring(all, 'call-3');
  await show(all, 'ringing, has a record');
  await press(one, 'Answer');
  await show([one, two], 'active');
  await window.page.close();
  await expect
    .poll(async () => (await two.log()).map(({ isCompleted }) => isCompleted), { timeout: 5000 })
    .toEqual([true]);
  const { CALL_ENDED, CALL_COMPLETED } = await saidOfCalls(two);
  expect([CALL_ENDED, CALL_COMPLETED].map((from) => from?.length)).toEqual([1, 1]);
  expect(await two.findings()).toEqual([]);
  for (const tab of [one, two])
    await expect(tab.widget.getByRole('button', { name: 'Open the calling window' })).toBeVisible();
});

test('a number is pressed while the window is closed: it is dialled there once the window is opened', async ({
  context,
}) => {
  const tab = await openTab(context, 'tab 1', { portalId: 821_007, widget, usesCallingWindow: true });
  expect(await tab.dial(101)).toMatchObject({ ok: true });
  await expect.poll(() => ofPhone(tab, 'problems')).toEqual(['NEEDS_WINDOW']);
  const opening = context.waitForEvent('page');
  await press(tab, 'Open the calling window');
  const window = new FramePage(await opening);
  await show([tab, window], 'active');
  expect([await ofPhone(tab, 'dialled'), await ofPhone(window, 'dialled')]).toEqual([
    [],
    [expect.stringMatching(/^\+/)],
  ]);
});

test('the owner crashes while it rings: another frame takes over, and HubSpot hears one end', async ({
  context,
}) => {
  const account = { portalId: 821_005, widget };
  const owner = await openTab(context, 'tab 1', account);
  await expect(owner.widget.getByRole('status')).toContainText('owner');
  const two = await openTab(context, 'tab 2', account);
  await ring([two, owner], 'call-4');
  // HubSpot makes the record in the tab that crashes.
  await show([owner, two], 'ringing, has a record');
  const session = await context.newCDPSession(owner.page);
  session.send('Page.crash').catch(() => undefined);
  await expect(two.widget.getByRole('status')).toContainText('owner', { timeout: 5000 });
  await expect.poll(async () => (await two.log()).map(({ isCompleted }) => isCompleted)).toEqual([true]);
  expect(Object.keys(await saidOfCalls(two))).toEqual(['INCOMING_CALL', 'CALL_ENDED', 'CALL_COMPLETED']);
  expect(await two.findings()).toEqual([]);
});

test('the only frame is loaded anew in a call: the next page tells its end, once', async ({ context }) => {
  const account = { portalId: 821_006, widget };
  const tab = await openTab(context, 'tab 1', account);
  await ring([tab], 'call-5');
  // HubSpot names the record to the page that goes.
  await show([tab], 'ringing, has a record');
  await press(tab, 'Answer');
  await show([tab], 'active');
  tab.page.on('dialog', (dialog) => void dialog.accept());
  await tab.widget.locator('body').evaluate(() => {
    location.reload();
  });
  await expect.poll(async () => (await tab.log()).map(({ isCompleted }) => isCompleted)).toEqual([true]);
  expect(await tab.findings()).toEqual([]);
});
