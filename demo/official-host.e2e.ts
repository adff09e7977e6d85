import { expect, test, type Frame, type Page } from '@playwright/test';
import type { HsCallingBridge } from '../components/index.js';
import { accessibilityProblems, collectTrouble } from './e2e-host-page.js';

/** A message as it came over the wire. */
interface Received {
  readonly type: string;
  readonly messageId: string;
  readonly data?: unknown;
  readonly [field: string]: unknown;
}

let trouble: string[];

test.beforeEach(async ({ page }) => {
  trouble = await collectTrouble(page);
  // In every frame, before any script of the page.
  await page.addInitScript(() => {
    const received: unknown[] = [];
    Object.assign(window, { received });
    window.addEventListener('message', ({ data }) => received.push(data));
  });
  await page.goto('/demo/official-host.html?speed=5');
  await expect(page.locator('#widget-state')).toHaveText('Ready');
});

test.afterEach(() => {
  expect(trouble).toEqual([]);
});

function receivedBy(place: Page | Frame): Promise<Received[]> {
  return place.evaluate(() => (window as unknown as { received: Received[] }).received);
}

function widgetOf(page: Page): Frame {
  const frame = page.frames().find((one) => one.url().includes('/demo/widget.html'));
  if (!frame) throw new Error('The official host has made no frame.');
  return frame;
}

/** Is done with a call that has ended. */
const save = (page: Page) =>
  page.frameLocator('#frame iframe').getByRole('button', { name: 'Save', exact: true }).click();

const typesOf = (messages: Received[]) => messages.map(({ type }) => type);

test.describe('our widget in the official SDK’s host', () => {
  test('makes a whole outbound call', async ({ page }) => {
    const widget = page.frameLocator('#frame iframe');
    await expect(widget.locator('hs-call-status')).toContainText('Ready');
    await page.getByRole('button', { name: 'Dial +1 202-555-0101' }).click();
    await expect(widget.locator('hs-call-status')).toContainText('Connected');
    await widget.getByRole('textbox', { name: 'Notes' }).fill('Through the official host.');
    await widget.getByRole('button', { name: 'End call' }).click();
    await save(page);
    const bridge = widget.locator('hs-calling-bridge');
    await expect.poll(() => bridge.evaluate((one: HsCallingBridge) => one.call?.saving)).toBe('saved');

    // What the official host has received.
    const atHost = await receivedBy(page);
    expect(typesOf(atHost)).toEqual([
      'SYNC_ACK',
      'INITIALIZED',
      'OUTGOING_CALL_STARTED',
      'CALL_ANSWERED',
      'CALL_ENDED',
      'CALL_COMPLETED',
    ]);
    const [acknowledgement, initialized, started, answered, ended, completed] = atHost;
    const { externalCallId } = started?.data as { externalCallId: string };
    expect(acknowledgement).toMatchObject({
      debugMode: false,
      version: '0.9.7',
      hostUrl: new URL(page.url()).origin,
      iFrameUrl: new URL(widgetOf(page).url()).origin,
    });
    expect(initialized?.data).toEqual({ isLoggedIn: true, isAvailable: true });
    expect(started?.data).toMatchObject({ toNumber: '+12025550101', createEngagement: true });
    expect(answered?.data).toEqual({ externalCallId });
    expect(ended?.data).toEqual({ externalCallId, engagementId: 7001, callEndStatus: 'COMPLETED' });
    expect(completed?.data).toMatchObject({
      externalCallId,
      engagementId: 7001,
      hideWidget: false,
      engagementProperties: { hs_call_body: 'Through the official host.', hs_call_to_number: '+12025550101' },
    });
    expect(new Set(atHost.map(({ messageId }) => messageId)).size).toBe(atHost.length);

    // What our widget has received. The official host answers each message with ERROR: it knows none of them.
    const atWidget = await receivedBy(widgetOf(page));
    expect(typesOf(atWidget).filter((type) => type !== 'ERROR' && type !== 'SYNC')).toEqual([
      'DIAL_NUMBER',
      'CREATE_ENGAGEMENT_SUCCEEDED',
      'UPDATE_ENGAGEMENT_SUCCEEDED',
    ]);
    const errors = atWidget.filter(({ type }) => type === 'ERROR');
    expect(errors.map(({ data }) => data)).toEqual(
      atHost.slice(1).map((originalMessage) => ({ type: 'UNKNOWN_MESSAGE_TYPE', data: { originalMessage } })),
    );
    expect(acknowledgement?.messageId).toBe(atWidget.find(({ type }) => type === 'SYNC')?.messageId);
  });

  test('hands a call over: its notes come first, and HubSpot takes them', async ({ page }) => {
    const widget = page.frameLocator('#frame iframe');
    await page.getByRole('button', { name: 'Dial +1 202-555-0101' }).click();
    await expect(widget.locator('hs-call-status')).toContainText('Connected');
    await widget.getByRole('textbox', { name: 'Notes' }).fill('Promised a refund');
    await widget.getByRole('button', { name: 'Transfer', exact: true }).click();
    await widget.getByLabel('Transfer to').fill('+12025550103');
    await widget.getByRole('button', { name: 'Hand over now' }).click();
    const bridge = widget.locator('hs-calling-bridge');
    await expect
      .poll(() => bridge.evaluate((one: HsCallingBridge) => one.getState().calls[0]))
      .toMatchObject({ phase: 'transferred', saving: 'saved' });
    const atHost = await receivedBy(page);
    expect(typesOf(atHost).slice(-2)).toEqual(['CALL_COMPLETED', 'CALL_TRANSFERRED']);
    expect(atHost.at(-2)?.data).toMatchObject({
      engagementId: 7001,
      hideWidget: false,
      engagementProperties: { hs_call_body: 'Promised a refund', hs_call_status: 'COMPLETED' },
    });
    await expect(widget.getByRole('textbox', { name: 'Notes' })).toHaveCount(0);
  });

  test('tells of a busy number', async ({ page }) => {
    await page.getByRole('button', { name: 'Dial a busy number' }).click();
    await save(page);
    await expect(page.locator('.message .type').last()).toHaveText('UPDATE_ENGAGEMENT_SUCCEEDED');
    const ended = (await receivedBy(page)).find(({ type }) => type === 'CALL_ENDED');
    expect(ended?.data).toMatchObject({ callEndStatus: 'BUSY' });
  });

  test('hangs up when it is asked to', async ({ page }) => {
    const status = page.frameLocator('#frame iframe').locator('hs-call-status');
    await page.getByRole('button', { name: 'Dial +1 202-555-0101' }).click();
    await expect(status).toContainText('Connected');
    await page.getByRole('button', { name: 'Hang up' }).click();
    await save(page);
    await expect(page.locator('.message .type').last()).toHaveText('UPDATE_ENGAGEMENT_SUCCEEDED');
    expect(typesOf(await receivedBy(page)).slice(-2)).toEqual(['CALL_ENDED', 'CALL_COMPLETED']);
  });

  test('hears that it is minimised', async ({ page }) => {
    const bridge = page.frameLocator('#frame iframe').locator('hs-calling-bridge');
    await page.getByRole('button', { name: 'Say it is minimised' }).click();
    await expect
      .poll(() => bridge.evaluate((one: HsCallingBridge) => one.getState().visibility))
      .toEqual({ isMinimized: true, isHidden: false });
  });

  test('answers what it does not know once, and no error with an error', async ({ page }) => {
    const unknown = page.getByRole('button', { name: 'Say something unknown' });
    await unknown.click();
    await unknown.click();
    await page.getByRole('button', { name: 'Dial +1 202-555-0101' }).click();
    await expect(page.locator('.message .type').last()).toHaveText('CALL_ANSWERED');
    const errors = (await receivedBy(page)).filter(({ type }) => type === 'ERROR');
    expect(errors.map(({ data }) => data)).toEqual([
      {
        type: 'UNKNOWN_MESSAGE_TYPE',
        data: { originalMessage: expect.objectContaining({ type: 'NOT_A_MESSAGE' }) },
      },
    ]);
  });
});

test('axe finds nothing', async ({ page }) => {
  await page.getByRole('button', { name: 'Say it is minimised' }).click();
  expect(await accessibilityProblems(page)).toEqual([]);
});
