import { expect, test } from '@playwright/test';
import { FakeWidgets } from '../src/command/testing/fake-widgets.mjs';
import { accessibilityProblems, answeredCall, collectTrouble, HostPage } from './e2e-host-page.js';
import { endCommands, runCommand } from './run-command.js';

/** Pages of the demo, at another origin than the command's page. */
let widgets: string;

/** The command at the port that its widget trusts, and at any other. The tests of a file run one after the other. */
let trusted: readonly string[];
const stranger = ['--port', '0'];

test.beforeAll(({ baseURL }) => {
  const port = Number(new URL(baseURL ?? '').port);
  widgets = `http://127.0.0.1:${String(port)}/demo`;
  trusted = ['--port', String(port + 1026)];
});
test.afterEach(endCommands);

/** The page waits 5 s for a widget before it says anything, on a machine that is busy. */
const patiently = { timeout: 20_000 };
test.setTimeout(120_000);

test('a widget anywhere is connected, and a call goes through', async ({ page }) => {
  const trouble = await collectTrouble(page);
  const hubspot = new HostPage(page);
  const command = await runCommand(`${widgets}/command-widget.html`, ...trusted);
  await page.goto(command.address);
  await expect.poll(command.printed, patiently).toMatch(/^Connected /m);
  await expect(page.locator('#widget-state')).toHaveText('Ready', patiently);

  const number = page.getByRole('button', { name: /^Call .*\d/ }).first();
  await number.click();
  await expect(hubspot.status).toContainText('Connected', patiently);
  await hubspot.endCall();
  await expect(hubspot.log.locator('.status')).toHaveText('COMPLETED', patiently);
  const sinceDial = async () => {
    const types = (await hubspot.messages()).map(({ type }) => type);
    return types.slice(types.indexOf('DIAL_NUMBER'));
  };
  await expect.poll(sinceDial, patiently).toEqual(answeredCall);

  expect(await accessibilityProblems(page)).toEqual([]);
  // Where the machine is so slow that the page asks for the widget once more, that is no trouble.
  expect(trouble.filter((text) => !text.includes('ERR_ABORTED'))).toEqual([]);
  expect(command.printed()).toMatch(/^Reached /m);
  expect(command.printed(), 'nobody’s number').not.toContain('555');
  expect(await command.end()).toBe(0);
});

test('a call is carried by the calling window, which the page opens in a pop-up', async ({ page }) => {
  const hubspot = new HostPage(page);
  const command = await runCommand(`${widgets}/command-widget.html`, ...trusted);
  await page.goto(command.address);
  await expect(page.locator('#widget-state')).toHaveText('Ready', patiently);
  await hubspot.moveTo('In the navigation bar, with a calling window');
  await expect(page.locator('.notice.window')).toContainText('open it in the bar above', patiently);
  const opening = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Open the calling window' }).click();
  const window = await opening;
  expect(new URL(window.url()).pathname).toMatch(/^\/calling-integration-popup-ui\/\d+$/);
  const inWindow = new HostPage(window);
  await expect(window.locator('#widget-state')).toHaveText('Ready', patiently);
  await expect(page.locator('.notice.window')).toBeEmpty(patiently);
  expect(await accessibilityProblems(window)).toEqual([]);

  await page.bringToFront();
  await page
    .getByRole('button', { name: /^Call .*\d/ })
    .first()
    .click();
  await expect(inWindow.status).toContainText('Connected', patiently);
  await hubspot.endCall();
  await expect(hubspot.log.locator('.status')).toHaveText('COMPLETED', patiently);
  await expect(page.locator('.findings')).toBeEmpty();
});

test('a page that is loaded anew connects anew', async ({ page }) => {
  const command = await runCommand(`${widgets}/command-widget.html`, ...trusted);
  for (const times of [1, 2]) {
    await page.goto(command.address);
    await expect.poll(() => command.printed().match(/^Connected /gm)?.length, patiently).toBe(times);
  }
});

test('a widget that trusts somebody else is told what to add', async ({ page }) => {
  const command = await runCommand(`${widgets}/widget.html`, ...trusted);
  await page.goto(command.address);
  await expect.poll(command.printed, patiently).toContain('[NO_ACKNOWLEDGEMENT]');
  const origin = command.address.replace(/\/$/, '');
  expect(command.printed()).toContain(`<hs-calling-bridge allowed-origins="${origin}">`);
  expect(command.printed()).toMatch(/^Reached /m);
  expect(command.printed()).not.toContain('Connected');
});

test('a widget that the browser refuses to frame is told by which header', async ({ page }) => {
  const command = await runCommand(`${widgets}/command-widget.html`, ...stranger);
  await page.goto(command.address);
  // Before the page is opened, and again when its widget has not started.
  const said = () => command.printed().match(/\[REFUSES_FRAMING\]/g)?.length;
  await expect.poll(said, patiently).toBe(2);
  const origin = command.address.replace(/\/$/, '');
  expect(command.printed()).toMatch(
    /It says +Content-Security-Policy: frame-ancestors https:\/\/app\.hubspot/,
  );
  expect(command.printed()).toMatch(new RegExp(`Right is .* ${origin}\n`));
});

test('a widget that leads the frame elsewhere is told so', async ({ page }) => {
  const elsewhere = 'http://other.localhost:1';
  await page.route('**/demo/command-widget.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><script>location.replace('${elsewhere}/login')</script>`,
    }),
  );
  const command = await runCommand(`${widgets}/command-widget.html`, ...trusted);
  await page.goto(command.address);
  await expect.poll(command.printed, patiently).toContain('[OTHER_ORIGIN]');
  expect(command.printed()).toContain(elsewhere);
});

test('a certificate that the browser does not trust is named as the reason', async ({ page }) => {
  const secure = new FakeWidgets();
  try {
    const address = await secure.serveSecurely((_, response) => response.end('Phone'));
    const command = await runCommand(address, ...stranger);
    await page.goto(command.address);
    await expect.poll(command.printed, patiently).toMatch(/^Problem .*self-signed.*\[CERTIFICATE\]$/m);
    expect(command.printed()).toContain(`Open ${address} once`);
  } finally {
    await secure.close();
  }
});

test('a widget whose server has stopped is told so, and connects when it is back', async ({ page }) => {
  const hubspot = new HostPage(page);
  await page.route('**/demo/command-widget.html', (route) => route.abort('connectionrefused'), { times: 1 });
  const command = await runCommand(`${widgets}/command-widget.html`, ...trusted);
  await page.goto(command.address);
  await expect.poll(command.printed, patiently).toContain('Problem');
  await hubspot.press('Reload page');
  await expect.poll(command.printed, patiently).toMatch(/^Connected /m);
});

test('the page opened by the other name of this machine is brought to the one that is trusted', async ({
  page,
}) => {
  const command = await runCommand(`${widgets}/command-widget.html`, ...trusted);
  await page.goto(command.address.replace('localhost', '127.0.0.1'));
  await expect(page).toHaveURL(command.address);
  await expect.poll(command.printed, patiently).toMatch(/^Connected /m);
});
