// A widget that was written for the official SDK, as it is, with ours in its place: in our host and in the official one.
import { readFile } from 'node:fs/promises';
import { expect, test, type Page, type Route } from '@playwright/test';
import { accessibilityProblems, collectTrouble } from '../e2e-host-page.js';
import type { Heard, PlayedHost } from './traffic.js';

const hubspot = 'https://app.hubspot.com';
const phone = 'https://phone.example';
// The official SDK on both sides is missing: each answers ERROR with ERROR, and there is no end to it.
const pairs = [
  ['import-official', 'our-host'],
  ['import-ours', 'our-host'],
  ['script-official', 'our-host'],
  ['script-ours', 'our-host'],
  ['import-ours', 'official-host'],
  ['script-ours', 'official-host'],
] as const;

const source = (file: string) => readFile(new URL(file, import.meta.url), 'utf8');

// Every module of every page goes through the test.
test.describe.configure({ timeout: 60_000 });

/** The dev server's pages under the names that they would have, with its own headers. */
async function serve(page: Page, baseURL = ''): Promise<void> {
  await page.route(
    (url) => [hubspot, phone].includes(url.origin),
    async (route: Route) => {
      const { pathname, search } = new URL(route.request().url());
      const response = await route.fetch({ url: new URL(`${pathname}${search}`, baseURL).href });
      const headers = response.headers();
      const policy = headers['content-security-policy'];
      if (policy !== undefined) {
        headers['content-security-policy'] = policy.replace("frame-src 'self'", `$& ${phone}`);
      }
      await route.fulfill({ response, headers });
    },
  );
}

const heard = (page: Page): Promise<readonly Heard[]> =>
  page.evaluate(() => (window as unknown as { host?: PlayedHost }).host?.heard ?? []);
const say = (page: Page, type: string, data?: object) =>
  page.evaluate(([name, payload]) => (window as unknown as { host: PlayedHost }).host.say(name, payload), [
    type,
    data,
  ] as const);
const types = async (page: Page) =>
  (await heard(page)).map(({ type }) => type).filter((type) => type !== 'SYNC_ACK');

test.describe('the sources differ only', () => {
  test('in the import', async () => {
    const [official, ours] = await Promise.all([source('import-official.ts'), source('import-ours.ts')]);
    expect(ours).not.toBe(official);
    expect(ours.replace("'../../src/sdk/index.js'", "'@hubspot/calling-extensions-sdk'")).toBe(official);
  });

  test('in the address of the script', async () => {
    const [official, ours] = await Promise.all([source('script-official.html'), source('script-ours.html')]);
    expect(ours).not.toBe(official);
    expect(
      ours.replace(
        '/cdn/hs-calling-sdk.iife.min.js',
        '/node_modules/@hubspot/calling-extensions-sdk/dist/main.js',
      ),
    ).toBe(official);
  });
});

for (const [widget, host] of pairs) {
  test(`${widget} makes a whole outbound call in ${host}`, async ({ page, baseURL }) => {
    const trouble = await collectTrouble(page);
    await serve(page, baseURL);
    await page.goto(`${hubspot}/demo/sdk/${host}.html?widget=${phone}/demo/sdk/${widget}.html`);
    const frame = page.frameLocator('#frame iframe');
    const status = frame.getByRole('status');
    await expect(status).toHaveText('Ready');
    await expect.poll(() => types(page)).toEqual(['INITIALIZED']);
    await say(page, 'VISIBILITY_CHANGED', { isMinimized: true, isHidden: false });
    await expect(status).toHaveText('Minimised');
    await say(page, 'DIAL_NUMBER', {
      phoneNumber: '+12025550101',
      objectId: 101,
      objectType: 'CONTACT',
      ownerId: 22,
      portalId: 62515,
    });
    await expect(status).toHaveText('Connected');
    await frame.getByRole('button', { name: 'End call' }).click();
    await expect(status).toHaveText('Saved');

    expect(await types(page)).toEqual([
      'INITIALIZED',
      'OUTGOING_CALL_STARTED',
      'CALL_ANSWERED',
      'CALL_ENDED',
      'CALL_COMPLETED',
    ]);
    const [initialized, started, answered, ended, completed] = (await heard(page)).filter(
      ({ type }) => type !== 'SYNC_ACK',
    );
    expect(initialized?.data).toEqual({ isLoggedIn: true });
    expect(started?.data).toMatchObject({ toNumber: '+12025550101', createEngagement: true });
    const { externalCallId } = started?.data as { externalCallId: string };
    expect(answered?.data).toEqual({ externalCallId });
    const { engagementId } = ended?.data as { engagementId: number };
    expect(engagementId).toBeGreaterThan(0);
    expect(ended?.data).toEqual({ externalCallId, engagementId, callEndStatus: 'COMPLETED' });
    expect(completed?.data).toMatchObject({ externalCallId, engagementId, hideWidget: false });
    expect(trouble).toEqual([]);
    const widgetFrame = page.frames()[1];
    expect(widgetFrame && (await accessibilityProblems(widgetFrame))).toEqual([]);
  });
}

test('the file for a script tag leaves on the window what the official one leaves, and the class', async ({
  page,
  baseURL,
}) => {
  await serve(page, baseURL);
  const names = async (widget: string) => {
    await page.goto(`${phone}/demo/sdk/blank.html`);
    const before = await page.evaluate(() => Object.keys(window));
    await page.addScriptTag({ url: widget });
    const after = await page.evaluate(() => Object.keys(window));
    return after.filter((name) => !before.includes(name)).sort();
  };
  const official = await names('/node_modules/@hubspot/calling-extensions-sdk/dist/main.js');
  expect(official).toEqual(['Constants', 'IFrameManager', 'default']);
  expect(await names('/cdn/hs-calling-sdk.iife.min.js')).toEqual(['CallingExtensions', ...official].sort());
  expect(
    await page.evaluate(() => Reflect.get(window, 'default') === Reflect.get(window, 'CallingExtensions')),
  ).toBe(true);
});
