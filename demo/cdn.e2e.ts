import { expect, test } from '@playwright/test';
import { answeredCall, collectTrouble, endedByHubSpot, handshake, HostPage } from './e2e-host-page.js';

test('two script tags and no module make a widget', async ({ page }) => {
  const trouble = await collectTrouble(page);
  const hubspot = new HostPage(page);
  await hubspot.open('?widget=cdn.html&speed=5');

  await hubspot.dial('Erin Example, +1 (202) 555-0101');
  await expect(hubspot.status).toContainText('Connected');
  await hubspot.notes().fill('From a CDN.');
  await hubspot.hangUp();
  await expect(hubspot.log.locator('.notes')).toHaveText('From a CDN.');
  await expect(hubspot.log.locator('.status')).toHaveText('COMPLETED');

  await hubspot.dial('Sam Sample');
  await expect(hubspot.notes()).toHaveValue('');
  await expect(hubspot.status).toContainText('Connected');
  await hubspot.press('Hang up from HubSpot');
  await expect(hubspot.log).toHaveCount(2);

  await hubspot.expectTypes([...handshake, ...answeredCall, ...endedByHubSpot]);
  const hasModule = await hubspot
    .frame('cdn.html')
    .evaluate(() => document.querySelector('[type=module]') !== null);
  expect(hasModule).toBe(false);
  expect(trouble).toEqual([]);
});

test.describe('a language of its own file', () => {
  const label = 'Telefonnummer';

  test('is one more script tag', async ({ page }) => {
    const trouble = await collectTrouble(page);
    await page.goto('/demo/cdn.html');
    await page.addScriptTag({ url: '/cdn/translations/de.iife.min.js' });
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'de'));
    await expect(page.getByLabel(label)).toBeVisible();
    expect(trouble).toEqual([]);
  });

  test('is one more import', async ({ page }) => {
    await page.goto('/demo/security/blank.html');
    await page.evaluate(async () => {
      const load = (file: string) => import(file) as Promise<unknown>;
      await load('/cdn/hs-calling-elements.min.js');
      await load('/cdn/translations/de.min.js');
      document.documentElement.lang = 'de';
      document.body.append(document.createElement('hs-dialer'));
    });
    await expect(page.getByLabel(label)).toBeVisible();
  });
});
