// Opens a widget in HubSpot's frame, in Chromium: the host is the official SDK's, at HubSpot's own address. No server: the
// pages of both sites come out of folders.
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, requireChromium } from '../browsers.mjs';
import { ROOT } from '../root.mjs';

const HUBSPOT = 'https://app.hubspot.com';
const WIDGET = 'https://widget.example';
const NUMBER = '+15551234567';
/** A page that has not done in this time what it should will not do it. */
const TIMEOUT_MS = 15_000;

const OFFICIAL_SCRIPT = join(ROOT, 'node_modules/@hubspot/calling-extensions-sdk/dist/main.js');
const CONTENT_TYPES = { '.html': 'text/html', '.js': 'text/javascript' };

const hostPage = (src) => `<!doctype html>
<title>HubSpot</title>
<div id="host"></div>
<script src="/sdk.js"></script>
<script>
  window.posted = [];
  addEventListener('message', ({ data }) => posted.push(data));
  window.manager = new IFrameManager({
    debugMode: false,
    iFrameOptions: { src: ${JSON.stringify(src)}, width: '400', height: '600', hostElementSelector: '#host' },
    onMessageHandler() {},
  });
</script>`;

/** How often the widget has posted messages of a type. */
const countOf = (page, type) =>
  page.evaluate((wanted) => globalThis.posted.filter((message) => message.type === wanted).length, type);

const waitFor = (page, type) =>
  page.waitForFunction((wanted) => globalThis.posted.some((message) => message.type === wanted), type, {
    timeout: TIMEOUT_MS,
  });

/**
 * Throws unless the widget at this path of the folder gets the number that HubSpot wants called, and can call it, and shakes
 * hands and says INITIALIZED once.
 */
export async function checkWidget(folder, path) {
  const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_FLAGS });
  const problems = [];
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (line) => line.type() === 'error' && problems.push(line.text()));
    await page.route(`${HUBSPOT}/**`, (route) =>
      route.request().url().endsWith('/sdk.js')
        ? route.fulfill({ contentType: 'text/javascript', body: readFileSync(OFFICIAL_SCRIPT) })
        : route.fulfill({ contentType: 'text/html', body: hostPage(`${WIDGET}/${path}`) }),
    );
    await page.route(`${WIDGET}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      try {
        const body = readFileSync(join(folder, pathname));
        return route.fulfill({ contentType: CONTENT_TYPES[extname(pathname)], body });
      } catch {
        return route.fulfill({ status: 404 });
      }
    });
    await page.goto(`${HUBSPOT}/`);
    await waitFor(page, 'INITIALIZED');
    await page.evaluate(
      (phoneNumber) =>
        globalThis.manager.sendMessage({
          type: 'DIAL_NUMBER',
          data: { phoneNumber, ownerId: 1, portalId: 2, objectId: 3, objectType: 'CONTACT' },
        }),
      NUMBER,
    );
    const widget = page.frameLocator('iframe');
    await widget.locator('#number', { hasText: NUMBER }).waitFor({ timeout: TIMEOUT_MS });
    await widget.locator('#call').click();
    await waitFor(page, 'OUTGOING_CALL_STARTED');
    for (const type of ['SYNC_ACK', 'INITIALIZED', 'OUTGOING_CALL_STARTED']) {
      const count = await countOf(page, type);
      if (count !== 1) throw new Error(`HubSpot got ${type} ${count} times.`);
    }
  } catch (error) {
    throw new Error([error.message, ...problems].join('\n'), { cause: error });
  } finally {
    await browser.close();
  }
}
