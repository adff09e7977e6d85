// Every element under the strictest Content-Security-Policy that lets them load: `default-src 'none'`, and scripts of the
// page's own server. Styles need no word of it.
import { expect, test, type Page } from '@playwright/test';
import { collectTrouble, HostPage } from './e2e-host-page.js';

const policy = `default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'`;

/** The parts of the phone, each by itself too. */
const parts = [
  ...['dialer', 'keypad', 'call-status', 'calling-widget', 'wrap-up', 'login', 'availability'],
  ...[
    'from-number',
    'device-settings',
    'call-controls',
    'incoming-call',
    'call-queue',
    'call-history',
    'calling-window',
  ],
].map((name) => `hs-${name}`);

const others = ['hs-calling-bridge', 'hs-loopback-voice', 'hs-sip-voice', 'hs-calling-host'];

const kinds: Readonly<Record<string, (name: string) => string>> = {
  modules: (name) => `<script type="module" src="/cdn/hs-${name}.min.js"></script>`,
  'script tags': (name) => `<script src="/cdn/hs-${name}.iife.min.js"></script>`,
};

const pageOf = (tagOf: (name: string) => string, host: string) => `<!doctype html>
  <html lang="en"><head><title>Phone</title>
    ${['calling-elements', 'loopback-voice', 'sip-voice', 'calling-host'].map(tagOf).join('\n')}
  </head><body><main>
    <hs-calling-bridge allowed-origins="${host}" logged-in available wrap-up>
      <hs-loopback-voice rings-for="1" microphone="none"></hs-loopback-voice>
      <hs-sip-voice for="nothing"></hs-sip-voice>
      ${parts.map((tag) => `<${tag}></${tag}>`).join('\n')}
    </hs-calling-bridge>
    <hs-calling-host></hs-calling-host>
  </main></body></html>`;

/** Counts what the policy forbids in any frame from now on. */
async function countViolations(page: Page): Promise<string[]> {
  const violations: string[] = [];
  await page.exposeFunction('tellViolation', (what: string) => violations.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      (window as unknown as { tellViolation(what: string): void }).tellViolation(
        [violatedDirective, blockedURI, sample].join(' '),
      );
    });
  });
  return violations;
}

for (const [kind, tagOf] of Object.entries(kinds)) {
  test(`every element in a call, loaded by ${kind}: nothing is forbidden`, async ({ page, baseURL }) => {
    const [trouble, violations] = [await collectTrouble(page), await countViolations(page)];
    await page.route('**/demo/strict.html*', (route) =>
      route.fulfill({
        body: pageOf(tagOf, String(baseURL)),
        headers: { 'Content-Type': 'text/html', 'Content-Security-Policy': policy },
      }),
    );
    const hubspot = new HostPage(page);
    await hubspot.open('?widget=strict.html');
    const phone = hubspot.bridge;
    await phone.evaluate((bridge) => {
      const give = (tag: string, properties: object) => {
        for (const element of bridge.querySelectorAll(tag)) Object.assign(element, properties);
      };
      const numbers = [{ number: '+12025550160', label: 'Main' }, { number: '+12025550161' }];
      give('hs-loopback-voice', { fromNumbers: numbers });
      give('hs-dialer', { autoDial: true });
      give('hs-call-queue', { queue: [{ phoneNumber: '+12025550101' }, { phoneNumber: '+12025550102' }] });
    });
    await hubspot.dial('Erin Example, +1 (202) 555-0101');
    await expect(phone.locator('> hs-call-status')).toContainText('Connected');
    await expect(phone.locator('> hs-call-controls [part=end-button]')).toBeVisible();

    const frame = hubspot.frame('strict.html');
    const tags = [...parts, ...others];
    const drawn = await frame.evaluate(
      (all) =>
        all.filter((tag) => (document.querySelector(tag)?.shadowRoot?.adoptedStyleSheets.length ?? 0) > 0),
      tags,
    );
    expect(drawn).toEqual(tags);
    // The styles are there, and not only named.
    const [color, display] = await phone
      .locator('> hs-call-controls [part=end-button]')
      .evaluate((button) => {
        const { backgroundColor, display: shown } = getComputedStyle(button);
        return [backgroundColor, shown];
      });
    expect([color === 'rgba(0, 0, 0, 0)', display]).toEqual([false, 'flex']);

    await phone.locator('> hs-call-controls [part=end-button]').click();
    await expect(phone.locator('> hs-wrap-up').getByRole('button', { name: 'Save' })).toBeVisible();
    await phone.locator('> hs-wrap-up').getByRole('button', { name: 'Save', exact: true }).click();
    await expect(hubspot.log.locator('.status')).toHaveText('COMPLETED');
    expect(violations).toEqual([]);
    expect(trouble).toEqual([]);
  });
}

test('what the policy does forbid is counted', async ({ page, baseURL }) => {
  const violations = await countViolations(page);
  await page.route('**/demo/strict.html*', (route) =>
    route.fulfill({
      body: pageOf(() => '<style>p { color: red }</style>', String(baseURL)),
      headers: { 'Content-Type': 'text/html', 'Content-Security-Policy': policy },
    }),
  );
  await page.goto('/demo/strict.html');
  await expect.poll(() => violations.length).toBeGreaterThan(0);
});
