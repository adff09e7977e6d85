// What a page may do with the CDN's files: check their hashes, load both kinds, another version, and each twice.
import { expect, test, type Page, type Route } from '@playwright/test';
import { collectTrouble, handshake, HostPage } from './e2e-host-page.js';

const script = '/cdn/hs-calling-elements.iife.min.js';
const module = '/cdn/hs-calling-elements.min.js';

/** Where an older copy of a file is, which differs from the present one. */
const older = (path: string) => path.replace('/cdn/', '/cdn/older/');

/** Serves older copies: of another version, and without an element that came later. */
async function serveOlder(page: Page): Promise<void> {
  await page.route('**/cdn/older/**', async (route: Route) => {
    const response = await route.fetch({ url: route.request().url().replace('/older/', '/') });
    const body = (await response.text())
      .replace(/hs-calling-elements \d+\.\d+\.\d+/, 'hs-calling-elements 0.0.1')
      .replaceAll('hs-wrap-up', 'hs-form-after');
    await route.fulfill({ response, body });
  });
}

/** A widget of the CDN's files, which its page loads in this order. */
const widgetOf = (files: readonly string[]) => `<!doctype html>
  <html lang="en"><head><title>Phone</title></head>
  <body><main>
    <hs-calling-bridge allowed-origins="http://localhost:8000" logged-in available>
      <hs-loopback-voice rings-for="1" microphone="none"></hs-loopback-voice>
      <hs-calling-widget auto-dial></hs-calling-widget>
    </hs-calling-bridge></main>
    ${files.map((file) => `<script ${file.includes('.iife.') ? '' : 'type="module"'} src="${file}"></script>`).join('\n')}
  </body></html>`;

const voice = '/cdn/hs-loopback-voice.iife.min.js';
const orders: Readonly<Record<string, readonly string[]>> = {
  'both kinds': [script, voice, module],
  'both kinds and an older one, each twice': [
    ...[script, module, older(script), voice],
    ...[script, `${module}?again`, older(script), older(module), voice],
  ],
  'an older one first': [older(script), script, voice, module],
  'an older module, and a newer voice': [older(module), voice, older(voice), script],
  'a newer one, and an older voice': [script, older(voice), older(script)],
};

for (const [order, files] of Object.entries(orders)) {
  test(`one widget with one bridge: ${order}`, async ({ page, baseURL }) => {
    const trouble = await collectTrouble(page);
    await serveOlder(page);
    await page.route('**/demo/copies.html*', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: widgetOf(files).replace('http://localhost:8000', String(baseURL)),
      }),
    );
    const hubspot = new HostPage(page);
    await hubspot.open('?widget=copies.html');
    await hubspot.dial('Erin Example, +1 (202) 555-0101');
    await expect(hubspot.status).toContainText('Connected');
    await hubspot.hangUp();
    await hubspot.expectTypes([
      ...handshake,
      ...[
        'DIAL_NUMBER',
        'OUTGOING_CALL_STARTED',
        'CREATE_ENGAGEMENT_SUCCEEDED',
        'CALL_ANSWERED',
        'CALL_ENDED',
      ],
    ]);
    expect(trouble).toEqual([]);
  });
}

test.describe('the hash of a file', () => {
  const load = async (page: Page, change: (hash: string) => string) => {
    const answer = await page.request.get('/cdn/integrity.json');
    const { files } = (await answer.json()) as { files: Readonly<Record<string, string>> };
    await page.goto('/demo/security/blank.html');
    return page.evaluate(
      ([src, integrity]) =>
        new Promise<boolean>((resolve) => {
          const tag = Object.assign(document.createElement('script'), { src, integrity });
          tag.addEventListener('load', () => {
            resolve(customElements.get('hs-calling-bridge') !== undefined);
          });
          tag.addEventListener('error', () => {
            resolve(false);
          });
          document.head.append(tag);
        }),
      [script, change(files['hs-calling-elements.iife.min.js'] ?? '')] as const,
    );
  };

  test('lets the browser load it', async ({ page }) => {
    expect(await load(page, (hash) => hash)).toBe(true);
  });

  test('keeps the browser from loading another', async ({ page }) => {
    expect(await load(page, (hash) => hash.replace(/.{4}$/, 'AAAA'))).toBe(false);
  });
});
