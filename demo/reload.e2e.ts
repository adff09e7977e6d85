// A widget that is loaded anew in a call, in a browser that gives framed pages a storage of their own, as people's do.
import { expect, test as base, type Page } from '@playwright/test';
import type { HsCallingHost } from '../components/calling-host/calling-host.js';
import type { HsCallingBridge } from '../components/index.js';
import { HostPage } from './e2e-host-page.js';
import { withStorage } from './e2e-stage.js';

const test = base.extend<{ hubspot: HostPage }>({
  hubspot: async ({ playwright: { chromium } }, use, { project }) => {
    await withStorage(chromium, project.use, async (context) => {
      const hubspot = new HostPage(await context.newPage());
      await hubspot.page.goto(`${String(project.use.baseURL)}/demo/?speed=5`);
      await hubspot.expectState('Ready');
      await use(hubspot);
    });
  },
});

const reloadFrame = (hubspot: HostPage) =>
  hubspot.frame('widget.html').evaluate(() => {
    location.reload();
  });

/** HubSpot loads its page anew, and the widget in it; it may name the engagement. */
const reloadHubSpot = (page: Page, engagementId?: number) =>
  page.locator('hs-calling-host').evaluate((element: HsCallingHost, id) => {
    element.host?.reload(id);
  }, engagementId);

async function heard(hubspot: HostPage, type: string): Promise<number> {
  return (await hubspot.messages()).filter((message) => message.type === type).length;
}

/** The log says that the call was completed, with its note, and stays so. */
async function expectCompleted(hubspot: HostPage): Promise<void> {
  await expect.poll(() => heard(hubspot, 'UPDATE_ENGAGEMENT_SUCCEEDED')).toBe(1);
  await expect(hubspot.log).toHaveCount(1);
  await expect(hubspot.log.locator('.status')).toHaveText('COMPLETED');
  await expect(hubspot.log.locator('.notes')).toHaveText('Half a sentence');
  expect(await hubspot.payload('CALL_COMPLETED')).toMatchObject({
    engagementProperties: { hs_call_status: 'COMPLETED', hs_call_body: 'Half a sentence' },
  });
  await hubspot.expectState('Ready');
  // Whatever comes after this was already on its way: another call shows that nothing else did.
  await hubspot.dial('Sam Sample');
  await expect(hubspot.status).toContainText('Connected');
  expect([await heard(hubspot, 'CALL_ENDED'), await heard(hubspot, 'CALL_COMPLETED')]).toEqual([1, 1]);
}

for (const [what, reload] of [
  ['the widget', (hubspot: HostPage) => reloadFrame(hubspot)],
  ['HubSpot', (hubspot: HostPage) => reloadHubSpot(hubspot.page, 4711)],
] as const) {
  test(`${what} is loaded anew in a call: it is completed with its notes, once`, async ({ hubspot }) => {
    await hubspot.dial('Erin Example, +1 (202) 555-0101');
    await expect(hubspot.status).toContainText('Connected');
    await hubspot.notes().fill('Half a sentence');
    await reload(hubspot);
    await expectCompleted(hubspot);
  });

  test(`${what} is loaded anew in a wrap-up: it is completed with its notes, once`, async ({ hubspot }) => {
    await hubspot.dial('Erin Example, +1 (202) 555-0101');
    await expect(hubspot.status).toContainText('Connected');
    await hubspot.hangUp();
    await hubspot.notes().fill('Half a sentence');
    await reload(hubspot);
    await expectCompleted(hubspot);
  });
}

test('a call of the app’s own phone is completed by the next page', async ({ hubspot }) => {
  await hubspot.bridge.evaluate((bridge: HsCallingBridge) => {
    bridge.voice = undefined;
    bridge.outgoingCall({ externalCallId: 'own-1', toNumber: '+12025550101' });
  });
  await expect.poll(() => heard(hubspot, 'CREATE_ENGAGEMENT_SUCCEEDED')).toBe(1);
  await hubspot.bridge.evaluate((bridge: HsCallingBridge) => {
    bridge.callAnswered();
    bridge.updateCall({ engagement: { notes: 'Half a sentence' } });
  });
  const { engagementId } = (await hubspot.payload('CREATE_ENGAGEMENT_SUCCEEDED')) as { engagementId: number };
  await reloadHubSpot(hubspot.page, engagementId);
  await expectCompleted(hubspot);
  expect(await hubspot.payload('CALL_COMPLETED')).toMatchObject({ externalCallId: 'own-1', engagementId });
});

test('a call that the phone goes on with is left alone', async ({ hubspot }) => {
  await hubspot.dial('Erin Example, +1 (202) 555-0101');
  await expect(hubspot.status).toContainText('Connected');
  await hubspot.notes().fill('Half a sentence');
  const { engagementId } = (await hubspot.payload('CREATE_ENGAGEMENT_SUCCEEDED')) as { engagementId: number };
  await reloadHubSpot(hubspot.page, engagementId);
  await expect.poll(() => heard(hubspot, 'SYNC_ACK')).toBeGreaterThan(1);
  await expect(hubspot.status).toContainText('Connected');
  expect(await heard(hubspot, 'CALL_ENDED')).toBe(0);
  await hubspot.endCall();
  await expect.poll(() => heard(hubspot, 'CALL_COMPLETED')).toBe(1);
  await expect(hubspot.log.locator('.notes')).toHaveText('Half a sentence');
});
