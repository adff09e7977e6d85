/** One SIP phone in many frames: real tabs and a real pop-up, a real server, a real phone at the far end. */
import type { BrowserContext } from '@playwright/test';
import type { HsCallingBridge } from '../../components/index.js';
import type { SipServer } from '../../tools/sip-server.mjs';
import { openTab, openWindow, type FramePage, type FramesOptions } from '../e2e-frames.js';
import { expectSilence, expectSound, openedIn } from '../e2e-sound.js';
import { withStorage } from '../e2e-stage.js';
import { expect, test } from './fixtures.js';
import { spyOnMedia } from './media-spy.js';

/** Ms within which every frame says what is true, once the owner of a call is gone. */
const noticeMs = 2000;

const press = ({ widget }: FramePage, name: string | RegExp) =>
  widget.getByRole('button', { name }).first().click();

const expectShown = async (frames: readonly FramePage[], text: string, timeout = 15_000) => {
  for (const { widget } of frames)
    await expect(widget.locator('hs-call-status')).toContainText(text, { timeout });
};

const expectForm = async (frames: readonly FramePage[], timeout?: number) => {
  for (const { widget } of frames)
    await expect(widget.getByRole('button', { name: /^Save/ }).first()).toBeVisible(
      timeout ? { timeout } : {},
    );
};

const notes = ({ widget }: FramePage) => widget.getByRole('textbox', { name: /Notes/ });

/** The state of the phone, and the part of the frame. */
const phoneOf = ({ widget }: FramePage) =>
  widget.locator('hs-calling-bridge').evaluate((bridge) => {
    const { frame, voice } = (bridge as HsCallingBridge).getState();
    return `${frame.role} ${String(voice?.state)}`;
  });

/** How often each message about a call was said, by whatever frame. */
async function counts(frame: FramePage): Promise<Record<string, number>> {
  const types = (await frame.said()).map((line) => line.split(' ').at(-1) ?? '');
  const ofCalls = types.filter((type) => type.includes('CALL'));
  return Object.fromEntries(
    [...new Set(ofCalls)].map((type) => [type, ofCalls.filter((one) => one === type).length]),
  );
}

/** HubSpot has one record of each call, saved, and nothing to complain of. */
async function expectSaved(frame: FramePage, calls: number): Promise<void> {
  const saved = async () => (await frame.log()).map(({ isCompleted }) => isCompleted);
  await expect.poll(saved).toEqual(Array.from({ length: calls }, () => true));
  expect(await frame.findings()).toEqual([]);
}

/** Counts the REGISTERs with which the pages of a browser log in: not those with which they log out. */
async function countLogins(context: BrowserContext): Promise<() => number> {
  await context.grantPermissions(['microphone']);
  let logins = 0;
  context.on('page', (page) => {
    page.on('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => {
        const text = String(payload);
        if (text.startsWith('REGISTER ') && !/^Expires: 0$/m.test(text)) logins += 1;
      });
    });
  });
  await context.addInitScript(spyOnMedia);
  return () => logins;
}

const accountOf = (sip: SipServer, user: string, portalId: number, usesCallingWindow: boolean) => ({
  portalId,
  usesCallingWindow,
  widget: `sip/phone.html?${new URLSearchParams({ server: sip.url, uri: `sip:${user}@${sip.domain}` }).toString()}`,
});

const openTabs = async (context: BrowserContext, account: FramesOptions, names: readonly string[]) => {
  const tabs: FramePage[] = [];
  for (const name of names) tabs.push(await openTab(context, name, account));
  return tabs as [FramePage, FramePage, FramePage];
};

test('three tabs and a window are one phone, which the server knows once', async ({
  context,
  sip,
  farEnd,
}) => {
  const logins = await countLogins(context);
  const account = accountOf(sip, 'alice', 830_001, true);
  const [one, two, other] = await openTabs(context, account, ['tab 1', 'tab 2', 'tab 3']);
  const frames = [one, two, other];
  const window = await openWindow(one, account);
  await expect.poll(() => phoneOf(window)).toBe('owner ready');
  for (const frame of frames) await expect.poll(() => phoneOf(frame)).toBe('mirror ready');
  expect(logins()).toBe(1);

  await farEnd.call(`sip:alice@${sip.domain}`);
  await one.page.bringToFront();
  await press(one, /^Answer/);
  await expectShown([...frames, window], 'Connected');
  await expectSound(window.frame);
  await press(two, 'Mute');
  await expectSilence(window.frame);
  await press(one, 'Mute');
  await expectSound(window.frame);
  for (const { frame } of frames) expect(await openedIn(frame)).toEqual({ connections: 0, asked: 0 });
  await press(other, 'End call');
  await expect.poll(() => farEnd.happened('CALL_CLOSED').length).toBe(1);
  await notes(two).fill('Wants an offer');
  await press(two, /^Save/);
  await expectSaved(one, 1);

  // The window is closed in a call: the far end hears it, and so do the tabs.
  await one.dial(101, `sip:echo@${sip.domain}`);
  await expectShown([...frames, window], 'Connected');
  await notes(one).fill('Half a sentence');
  await expect(notes(window)).toHaveValue('Half a sentence');
  await window.page.close({ runBeforeUnload: true });
  await expectForm(frames, noticeMs);
  await expect.poll(() => farEnd.happened('CALL_CLOSED').length).toBe(2);
  await expect(notes(two)).toHaveValue('Half a sentence');
  await press(two, /^Save/);
  await expectSaved(one, 2);

  const next = await openWindow(two, account);
  await expect.poll(() => phoneOf(next)).toBe('owner ready');
  expect(logins()).toBe(2);
  await farEnd.call(`sip:alice@${sip.domain}`);
  await press(next, /^Answer/);
  await expectShown([...frames, next], 'Connected');
  await press(other, 'End call');
  await press(one, /^Save/);
  await expectSaved(one, 3);
  expect(await counts(one)).toMatchObject({
    INCOMING_CALL: 2,
    OUTGOING_CALL_STARTED: 1,
    CALL_ANSWERED: 3,
    CALL_ENDED: 3,
    CALL_COMPLETED: 3,
  });
});

test('without a window, the tab that owns the calls is killed: another one logs in and takes the next call', async ({
  context,
  sip,
  farEnd,
}) => {
  const logins = await countLogins(context);
  const account = accountOf(sip, 'carol', 830_002, false);
  const [one, two, other] = await openTabs(context, account, ['tab 1', 'tab 2', 'tab 3']);
  await expect.poll(() => phoneOf(one)).toBe('owner ready');
  await two.dial(101, `sip:echo@${sip.domain}`);
  await expectShown([one, two, other], 'Connected');
  expect(logins()).toBe(1);
  // Tabs share the process of their widgets, which does not die: it hears nothing of its end instead.
  await one.frame.evaluate(() => {
    window.addEventListener('pagehide', (event) => event.stopImmediatePropagation(), { capture: true });
  });
  const session = await context.newCDPSession(one.page);
  session.send('Page.crash').catch(() => undefined);
  await expectForm([two, other], noticeMs);
  await expect
    .poll(async () => (await Promise.all([two, other].map(phoneOf))).sort())
    .toEqual(['mirror ready', 'owner ready']);
  // Whoever takes over hangs up what the dead tab has left on the line.
  await expect.poll(() => farEnd.happened('CALL_CLOSED').length).toBe(1);
  await press(other, /^Save/);
  await expectSaved(two, 1);
  expect(logins()).toBe(2);

  await farEnd.call(`sip:carol@${sip.domain}`);
  await press(other, /^Answer/);
  await expectShown([two, other], 'Connected');
  await farEnd.order('hangup');
  await press(two, /^Save/);
  await expectSaved(two, 2);
  expect(await counts(two)).toMatchObject({ CALL_ENDED: 2, CALL_COMPLETED: 2 });
});

test('the only frame is loaded anew in a call: HubSpot hears its end then, with the notes', async ({
  playwright: { chromium },
  baseURL,
  sip,
  farEnd,
}, { project }) => {
  await withStorage(chromium, project.use, async (context) => {
    const logins = await countLogins(context);
    const account = { ...accountOf(sip, 'bea', 830_003, false), baseURL };
    const only = await openTab(context, 'tab 1', account);
    await expect.poll(() => phoneOf(only)).toBe('owner ready');
    await only.dial(101, `sip:echo@${sip.domain}`);
    await expectShown([only], 'Connected');
    await notes(only).fill('Half a sentence');
    only.page.on('dialog', (dialog) => void dialog.accept());
    await only.frame.evaluate(() => location.reload());
    await expect(only.widget.getByRole('button', { name: /^Save/ }).first()).toBeVisible();
    await expect(notes(only)).toHaveValue('Half a sentence');
    await expect.poll(() => farEnd.happened('CALL_CLOSED').length).toBe(1);
    const said = await only.said();
    expect(said.slice(said.lastIndexOf('tab 1 INITIALIZED') + 1)).toEqual(['tab 1 CALL_ENDED']);
    await press(only, /^Save/);
    await expectSaved(only, 1);
    expect(await counts(only)).toMatchObject({ CALL_ENDED: 1, CALL_COMPLETED: 1 });
    await expect.poll(() => phoneOf(only)).toBe('owner ready');
    expect(logins()).toBe(2);
    await only.dial(101, `sip:echo@${sip.domain}`);
    await expectShown([only], 'Connected');
    await press(only, 'End call');
    await press(only, /^Save/);
    await expectSaved(only, 2);
  });
});
