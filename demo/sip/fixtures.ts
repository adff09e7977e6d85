/** What the tests of the SIP phone share: one server, the phone at the far end, pages with a phone. */
import { test as base, expect } from '@playwright/test';
import { startSipServer, type SipServer } from '../../tools/sip-server.mjs';
import { FarEnd } from './far-end.js';
import { PhonePage } from './phone-page.js';
import { spy } from './spy.js';

/** Opens a page with the phone of a user. */
export type OpenPhone = (
  user: string,
  attributes?: Readonly<Record<string, string>>,
  state?: string,
) => Promise<PhonePage>;

/** A phone that is not ours, in a page. */
export interface OtherPhone {
  /** Sends the answer that was held back. */
  readonly answer: () => void;
}

/** Opens it. With `early` its answer is told as what the network says before an answer (183), until `answer`. */
export type OpenOther = (user: string, options?: { readonly early?: boolean }) => Promise<OtherPhone>;

interface Fixtures {
  readonly farEnd: FarEnd;
  readonly openPhone: OpenPhone;
  readonly openOther: OpenOther;
}

export const test = base.extend<Fixtures, { sip: SipServer }>({
  sip: [
    // eslint-disable-next-line no-empty-pattern -- the runner reads here which fixtures are wanted: none
    async ({}, use) => {
      const sip = await startSipServer();
      await use(sip);
      await sip.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  farEnd: async ({ sip }, use) => {
    const farEnd = await FarEnd.open(sip.controlPort);
    await use(farEnd);
    farEnd.close();
  },
  openPhone: async ({ browser, baseURL, sip }, use, info) => {
    const pages: PhonePage[] = [];
    const trouble: string[] = [];
    await use(async (user, attributes = {}, state = 'ready') => {
      const context = await browser.newContext({ ...(baseURL !== undefined && { baseURL }) });
      await context.grantPermissions(['microphone']);
      await context.addInitScript(spy);
      const page = await context.newPage();
      page.on('pageerror', ({ message }) => trouble.push(message));
      page.on('console', (message) => {
        // The browser itself complains of a socket that does not open.
        if (message.type() === 'error' && !message.text().includes('WebSocket')) trouble.push(message.text());
      });
      const phone = new PhonePage(page);
      pages.push(phone);
      await phone.open({ server: sip.url, uri: `sip:${user}@${sip.domain}`, ...attributes }, state);
      return phone;
    });
    if (info.status !== info.expectedStatus) await info.attach('server', { body: sip.output });
    for (const phone of pages) {
      if (info.status === info.expectedStatus) await phone.expectReleased();
      await phone.page.context().close();
    }
    expect(trouble).toEqual([]);
  },
  openOther: async ({ context, sip }, use) => {
    await use(async (user, { early = false } = {}) => {
      let isHeldBack = early;
      const page = await context.newPage();
      await page.routeWebSocket(sip.url, (browser) => {
        const server = browser.connectToServer();
        browser.onMessage((message) => {
          const text = String(message);
          const isAnswer = /^SIP\/2\.0 200 [^]*^CSeq: \d+ INVITE/m.test(text);
          // An answer comes again until it is acknowledged: the next one passes.
          server.send(isAnswer && isHeldBack ? text.replace('200 OK', '183 Session Progress') : message);
        });
      });
      const query = new URLSearchParams({ server: sip.url, uri: `sip:${user}@${sip.domain}` });
      await page.goto(`/demo/sip/other-phone.html?${query.toString()}`);
      await expect(page.getByText('registered')).toBeVisible();
      return { answer: () => (isHeldBack = false) };
    });
  },
});

/** A line of the report. */
export function report(what: string, numbers: object): void {
  const all = Object.entries(numbers).map(([name, value]) => `${name} ${String(value)}`);
  console.log(`sip: ${what}: ${all.join(', ')}`);
}

export { expect };
