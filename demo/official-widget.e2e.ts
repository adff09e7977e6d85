import { expect, test } from '@playwright/test';
import { answeredCall, collectTrouble, handshake, HostPage } from './e2e-host-page.js';

let hubspot: HostPage;
let trouble: string[];

test.beforeEach(async ({ page }) => {
  trouble = await collectTrouble(page);
  hubspot = new HostPage(page);
  await hubspot.open('?widget=official-widget.html&speed=5');
});

test.afterEach(() => {
  expect(trouble).toEqual([]);
});

test.describe('the official SDK as a widget, in our host,', () => {
  test('makes a whole outbound call', async () => {
    const status = hubspot.widget.getByRole('status');
    await hubspot.dial('Erin Example, +1 (202) 555-0101');
    await expect(status).toHaveText('Connected to +12025550101');
    await hubspot.notes().fill('Said with the official SDK.');
    await hubspot.endCall();
    await expect(status).toHaveText('Saved');

    await hubspot.expectTypes([...handshake, ...answeredCall]);
    expect(await hubspot.payload('SYNC_ACK')).toMatchObject({
      // What the published 0.9.7 calls itself.
      version: '0.9.7-beta.0',
      iframeLocation: 'widget',
      iFrameUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    });
    expect(await hubspot.payload('INITIALIZED')).toEqual({
      isLoggedIn: true,
      isAvailable: true,
      sizeInfo: { width: 400, height: 600 },
    });
    const { engagementId } = (await hubspot.payload('CREATE_ENGAGEMENT_SUCCEEDED')) as {
      engagementId: number;
    };
    const started = (await hubspot.payload('OUTGOING_CALL_STARTED')) as { externalCallId: string };
    const { externalCallId } = started;
    expect(started).toMatchObject({ toNumber: '+12025550101', createEngagement: true });
    expect(await hubspot.payload('CALL_ANSWERED')).toEqual({ externalCallId });
    expect(await hubspot.payload('CALL_ENDED')).toEqual({
      externalCallId,
      engagementId,
      callEndStatus: 'COMPLETED',
    });
    expect(await hubspot.payload('CALL_COMPLETED')).toMatchObject({
      externalCallId,
      engagementId,
      engagementProperties: { hs_call_body: 'Said with the official SDK.', hs_call_status: 'COMPLETED' },
    });
    expect(await hubspot.payload('UPDATE_ENGAGEMENT_SUCCEEDED')).toMatchObject({ engagementId });
    await expect(hubspot.log.locator('.engagement')).toHaveText(String(engagementId));
    await expect(hubspot.log.locator('.notes')).toHaveText('Said with the official SDK.');
    await expect(hubspot.page.locator('#widget')).toHaveAttribute('height', '600');
  });

  test('hears that the call has to end', async () => {
    await hubspot.dial('Sam Sample');
    await expect(hubspot.widget.getByRole('status')).toContainText('Connected');
    await hubspot.press('Hang up from HubSpot');
    await expect(hubspot.log.locator('.status')).toHaveText('COMPLETED');
  });

  test('hears that it is minimised', async () => {
    await hubspot.press('Minimise');
    await expect(hubspot.widget.locator('#status')).toHaveText('Minimised');
    await hubspot.press('Open');
    await expect(hubspot.widget.getByRole('status')).toHaveText('Shown');
  });

  test('tells of a busy number', async () => {
    await hubspot.dial('Bo Busytone');
    await expect(hubspot.log.locator('.status')).toHaveText('BUSY');
  });

  test('shakes hands anew after a reload', async () => {
    await hubspot.press('Clear');
    await hubspot.frame('official-widget.html').evaluate(() => location.reload());
    await hubspot.expectTypes(handshake);
    await hubspot.expectState('Ready');
  });
});
