// The pages in a browser: nothing is wrong on the console, axe finds nothing, they fit a phone, the search finds, the live
// examples live.
import { expect } from '@playwright/test';
import axe from 'axe-core';
import { must, readPages } from './links.mjs';
import { serve } from './serve.mjs';

/** One of each kind. */
const KINDS = [
  '/',
  '/start/',
  '/start/vue/',
  '/guides/theming/',
  '/elements/',
  '/elements/hs-calling-widget/',
  '/elements/hs-calling-host/',
  '/reference/errors/',
  '/reference/messages/',
  '/reference/drop-in/',
  '/examples/hs-dialer/',
  '/search/?q=hold',
  '/there-is-no-such-page/',
];
const WIDTHS = [320, 400, 1024, 1440];
/** Up to here, in px, a table is read without scrolling it sideways. */
const PHONE = 400;

const patiently = { timeout: 20_000 };

/** A page that collects what goes wrong on it. */
async function openPage(browser, options) {
  const page = await browser.newPage(options);
  const trouble = [];
  page.on('pageerror', ({ message }) => trouble.push(`${page.url()}: ${message}`));
  page.on('console', (message) => {
    const isMissing = /404/.test(message.text()) && message.location().url.includes('there-is-no');
    if (['error', 'warning'].includes(message.type()) && !isMissing)
      trouble.push(`${page.url()}: ${message.text()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`Content-Security-Policy: ${violatedDirective} ${blockedURI}`);
    });
  });
  return { page, trouble };
}

async function judge(page) {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, {
      iframes: false,
      rules: { 'target-size': { enabled: true } },
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${location.pathname}: ${id} at ${target}`),
    );
  });
}

export async function pageChecks({ site, browser, attempt }) {
  const pages = readPages(site);
  const server = await serve(site);
  const at = (path) => new URL(path, server.address).href;
  try {
    await attempt('nothing is wrong on the console of any page', async () => {
      const { page, trouble } = await openPage(browser);
      for (const path of pages.keys()) {
        if (path.startsWith('/examples/')) continue;
        await page.goto(at(path));
        // What is framed is loaded when it is scrolled to.
        await page
          .locator('iframe')
          .first()
          .scrollIntoViewIfNeeded({ timeout: 500 })
          .catch(() => undefined);
        await page.waitForLoadState('networkidle');
      }
      await page.close();
      must(trouble);
    });
    for (const colorScheme of ['light', 'dark']) {
      await attempt(`axe, ${colorScheme}`, async () => {
        const problems = [];
        const { page } = await openPage(browser, { colorScheme });
        for (const path of KINDS) {
          await page.goto(at(path));
          if (path.startsWith('/search')) await page.locator('#search-results li').first().waitFor(patiently);
          problems.push(...(await judge(page)));
        }
        await page.setViewportSize({ width: 400, height: 800 });
        await page.goto(at('/start/'));
        await page.getByRole('button', { name: 'Menu' }).click();
        problems.push(...(await judge(page)));
        await page.close();
        must(problems);
      });
    }
    await attempt(`no page is wider than ${WIDTHS.join(', ')} px, and on a phone no table`, async () => {
      const { page } = await openPage(browser);
      const problems = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        for (const path of [...pages.keys(), '/search/?q=hold'].filter(
          (one) => !one.startsWith('/examples/'),
        )) {
          await page.goto(at(path));
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (over > 0) problems.push(`${path} is ${over} px wider than ${width}`);
          const cut = await page
            .locator('.table')
            .evaluateAll((tables) => tables.filter((table) => table.scrollWidth > table.clientWidth).length);
          if (cut > 0 && width <= PHONE) problems.push(`${path} at ${width} px: ${cut} tables are cut off`);
        }
      }
      await page.close();
      must(problems);
    });
    await attempt('every example connects, and a call goes through', async () => {
      const { page, trouble } = await openPage(browser);
      const lively = [...pages].filter(([, html]) => html.includes('data-action='));
      for (const [path, html] of lively) {
        await page.goto(at(path));
        const first = page.locator('[data-action]').first();
        await expect(first, path).toBeEnabled(patiently);
        if (html.includes('data-action="talk"')) {
          await page.locator('[data-action=talk]').click();
          await expect(page.locator('.actions output'), path).toHaveText(/CALL_ANSWERED/, patiently);
          await page.locator('[data-action=end]').click();
          await expect(page.locator('.actions output'), path).toHaveText(
            /CALL_(?:ENDED|COMPLETED)/,
            patiently,
          );
        }
      }
      await page.close();
      must(trouble);
      return `${lively.length} examples`;
    });
    await attempt('an example begins without the calls of the one before', async () => {
      const { page } = await openPage(browser);
      await page.goto(at('/elements/hs-call-status/'));
      await page.locator('[data-action=talk]').click(patiently);
      await expect(page.locator('.actions output')).toHaveText(/CALL_ANSWERED/, patiently);
      await page.goto(at('/elements/hs-keypad/'));
      await expect(page.locator('[data-action=talk]')).toBeEnabled(patiently);
      await expect(page.frameLocator('iframe').locator('hs-call-status')).toContainText('Ready to call');
      await page.close();
    });
    await attempt('the search finds, by keyboard', async () => {
      const { page } = await openPage(browser);
      await page.goto(at('/'));
      await page.getByRole('searchbox').fill('REQUEST_UNANSWERED');
      await page.keyboard.press('Enter');
      await page
        .getByRole('link', { name: /Use your own phone/ })
        .first()
        .click(patiently);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Use your own phone');
      await page.close();
    });
    await attempt('the first tab stop skips to the content; dark is kept', async () => {
      const { page } = await openPage(browser, { colorScheme: 'light' });
      await page.goto(at('/guides/theming/'));
      await page.keyboard.press('Tab');
      await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.locator('main')).toBeFocused();
      await page.getByRole('button', { name: 'Dark' }).click();
      await page.goto(at('/elements/hs-keypad/'));
      await expect(page.getByRole('button', { name: 'Light' })).toBeVisible();
      const ground = page.frameLocator('iframe').locator('body');
      await page.locator('iframe').scrollIntoViewIfNeeded();
      await expect(ground).toHaveCSS('background-color', 'rgb(19, 28, 38)', patiently);
      await page.close();
    });
    await attempt('the menu shows where one is', async () => {
      const { page } = await openPage(browser);
      for (const path of [
        '/start/vue/',
        '/guides/typescript/',
        '/elements/hs-calling-host/',
        '/reference/changelog/',
      ]) {
        await page.goto(at(path));
        await expect(page.locator('#menu [aria-current]'), path).toBeInViewport({ ratio: 1 });
      }
      await page.close();
    });
    await attempt('it is read without script', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(at('/elements/hs-dialer/'));
      await expect(page.getByRole('rowheader', { name: 'auto-dial' }).first()).toBeVisible();
      await page.getByRole('link', { name: 'Theming' }).first().click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Theming');
      await page.setViewportSize({ width: 320, height: 700 });
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByRole('link', { name: 'Languages' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Languages');
      await context.close();
    });
  } finally {
    await server.close();
  }
}
