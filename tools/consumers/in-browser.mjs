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

const dial = (page) =>
  page.evaluate(
    (phoneNumber) =>
      globalThis.manager.sendMessage({
        type: 'DIAL_NUMBER',
        data: { phoneNumber, ownerId: 1, portalId: 2, objectId: 3, objectType: 'CONTACT' },
      }),
    NUMBER,
  );

/** Answers with the files of a folder. */
const fromFolder = (folder) => (route) => {
  const { pathname } = new URL(route.request().url());
  try {
    const body = readFileSync(join(folder, pathname));
    return route.fulfill({ contentType: CONTENT_TYPES[extname(pathname)], body });
  } catch {
    return route.fulfill({ status: 404 });
  }
};

/** Answers with what a server at this port answers. */
const fromServer = (port) => async (route) => {
  const { pathname, search } = new URL(route.request().url());
  const response = await route.fetch({ url: `http://127.0.0.1:${port}${pathname}${search}` });
  return route.fulfill({ response });
};

/**
 * Opens the widget at this path in HubSpot's frame, and does what is to be done there. What the browser says of errors is told
 * with what goes wrong.
 */
async function inHubSpot(answer, path, action) {
  const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_FLAGS });
  const problems = [];
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(TIMEOUT_MS);
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (line) => line.type() === 'error' && problems.push(line.text()));
    await page.route(`${HUBSPOT}/**`, (route) =>
      route.request().url().endsWith('/sdk.js')
        ? route.fulfill({ contentType: 'text/javascript', body: readFileSync(OFFICIAL_SCRIPT) })
        : route.fulfill({ contentType: 'text/html', body: hostPage(`${WIDGET}/${path}`) }),
    );
    await page.route(`${WIDGET}/**`, answer);
    await page.goto(`${HUBSPOT}/`);
    await action({ page, widget: page.frameLocator('iframe'), problems });
  } catch (error) {
    throw new Error([error.message, ...problems].join('\n'), { cause: error });
  } finally {
    await browser.close();
  }
}

/** Throws unless HubSpot got each of these messages once. */
async function mustHaveOnce(page, types) {
  for (const type of types) {
    const count = await countOf(page, type);
    if (count !== 1) throw new Error(`HubSpot got ${type} ${count} times.`);
  }
}

/**
 * Throws unless the widget at this path of the folder gets the number that HubSpot wants called, and can call it, and shakes
 * hands and says INITIALIZED once.
 */
export const checkWidget = (folder, path) =>
  inHubSpot(fromFolder(folder), path, async ({ page, widget }) => {
    await waitFor(page, 'INITIALIZED');
    await dial(page);
    await widget.locator('#number', { hasText: NUMBER }).waitFor();
    await widget.locator('#call').click();
    await waitFor(page, 'OUTGOING_CALL_STARTED');
    await mustHaveOnce(page, ['SYNC_ACK', 'INITIALIZED', 'OUTGOING_CALL_STARTED']);
  });

/** Throws unless every tag of ours in the frame has its class. */
async function mustBeUpgraded(page) {
  const frame = page.frames().find((one) => one.url().startsWith(WIDGET));
  const plain = await frame.evaluate(() =>
    Array.from(globalThis.document.querySelectorAll(':not(:defined)'), ({ localName }) => localName).filter(
      (tag) => tag.startsWith('hs-'),
    ),
  );
  if (plain.length > 0) throw new Error(`Not upgraded: ${plain.join(', ')}.`);
}

/** Throws unless the elements at this path are upgraded and shake hands, without a word of the browser. */
export const checkElements = (folder, path) =>
  inHubSpot(fromFolder(folder), path, async ({ page, widget, problems }) => {
    await waitFor(page, 'SYNC_ACK');
    await widget.locator('hs-calling-widget').waitFor();
    await mustBeUpgraded(page);
    // There is no server to call.
    if (problems.some((problem) => !problem.startsWith('WebSocket connection')))
      throw new Error('The browser has something to say:');
  });

/**
 * Throws unless a whole call goes through the elements at this path, and the browser has nothing to say of it. `atEnd` then looks
 * at the page.
 * @param {string | number} source the folder of the pages, or the port of their server
 */
export const checkPhone = (source, path, atEnd = () => {}) =>
  inHubSpot(
    typeof source === 'number' ? fromServer(source) : fromFolder(source),
    path,
    async ({ page, widget, problems }) => {
      const press = (name) => widget.getByRole('button', { name, exact: true }).click();
      await waitFor(page, 'INITIALIZED');
      await dial(page);
      await press('Call');
      await waitFor(page, 'OUTGOING_CALL_STARTED');
      await page.evaluate(() =>
        globalThis.manager.sendMessage({ type: 'CREATE_ENGAGEMENT_SUCCEEDED', data: { engagementId: 7 } }),
      );
      await waitFor(page, 'CALL_ANSWERED');
      await press('End call');
      await waitFor(page, 'CALL_ENDED');
      await press('Save');
      await waitFor(page, 'CALL_COMPLETED');
      await mustHaveOnce(page, ['SYNC_ACK', 'INITIALIZED', 'OUTGOING_CALL_STARTED', 'CALL_COMPLETED']);
      await mustBeUpgraded(page);
      await atEnd(widget);
      if (problems.length > 0) throw new Error('The browser has something to say:');
    },
  );
