/** What the tests of the SIP voice share: a server, the far end, pages with a voice, another SIP client. */
import { test as base, expect } from '@playwright/test';
import { startSipServer, type SipServer } from '../../tools/sip-server.mjs';
import { FarEnd } from './far-end.js';
import { SlowLine } from './slow-line.js';
import { VoicePage } from './voice-page.js';
import { spyOnMedia } from './media-spy.js';

/** Opens a page whose voice is registered as a user, and waits until the voice is in a state. */
export type OpenVoice = (
  user: string,
  attributes?: Readonly<Record<string, string>>,
  state?: string,
) => Promise<VoicePage>;

/** A SIP client that is not ours, in a page. */
export interface OtherClient {
  /** Lets its answer through, which `early` had turned into a 183. */
  readonly answer: () => void;
}

/**
 * Opens such a client. With `early`, its answer arrives as early media (183) until `answer` is called. With `mute`, its
 * answer names another password for the media than it has: the call is answered, and never gets its sound.
 */
export type OpenOtherClient = (
  user: string,
  options?: { readonly early?: boolean; readonly mute?: boolean },
) => Promise<OtherClient>;

interface Fixtures {
  readonly farEnd: FarEnd;
  readonly openVoice: OpenVoice;
  /** Between the browser and the server, for pages whose `server` is its `url`. */
  readonly line: SlowLine;
  readonly openOtherClient: OpenOtherClient;
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
  line: async ({ sip }, use) => {
    const line = await SlowLine.open(sip.url);
    await use(line);
    line.close();
  },
  openVoice: async ({ browser, baseURL, sip }, use, info) => {
    const pages: VoicePage[] = [];
    const pageErrors: string[] = [];
    await use(async (user, attributes = {}, state = 'ready') => {
      const context = await browser.newContext({ ...(baseURL !== undefined && { baseURL }) });
      await context.grantPermissions(['microphone']);
      await context.addInitScript(spyOnMedia);
      const page = await context.newPage();
      page.on('pageerror', ({ message }) => pageErrors.push(message));
      page.on('console', (message) => {
        // The browser itself logs an error for each socket that does not open, which some tests provoke.
        if (message.type() === 'error' && !message.text().includes('WebSocket'))
          pageErrors.push(message.text());
      });
      const voicePage = new VoicePage(page);
      pages.push(voicePage);
      await voicePage.open({ server: sip.url, uri: `sip:${user}@${sip.domain}`, ...attributes }, state);
      return voicePage;
    });
    if (info.status !== info.expectedStatus) await info.attach('server', { body: sip.output });
    for (const voicePage of pages) {
      if (info.status === info.expectedStatus) await voicePage.expectReleased();
      await voicePage.page.context().close();
    }
    expect(pageErrors).toEqual([]);
  },
  openOtherClient: async ({ context, sip }, use) => {
    await use(async (user, { early = false, mute = false } = {}) => {
      let isHeldBack = early;
      const page = await context.newPage();
      await page.routeWebSocket(sip.url, (browser) => {
        const server = browser.connectToServer();
        browser.onMessage((message) => {
          const text = String(message);
          const isAnswer = /^SIP\/2\.0 200 [^]*^CSeq: \d+ INVITE/m.test(text);
          // SIP repeats an answer until it is acknowledged: once it is not held back, the next one gets through.
          if (isAnswer && isHeldBack) server.send(text.replace('200 OK', '183 Session Progress'));
          else if (isAnswer && mute) server.send(text.replaceAll(/(?<=a=ice-pwd:.*)[^\r\n]/g, 'x'));
          else server.send(message);
        });
      });
      const query = new URLSearchParams({ server: sip.url, uri: `sip:${user}@${sip.domain}` });
      await page.goto(`/demo/sip/other-client.html?${query.toString()}`);
      await expect(page.getByText('registered')).toBeVisible();
      return { answer: () => (isHeldBack = false) };
    });
  },
});

/** Prints measured numbers as one line of the test run. */
export function report(what: string, numbers: object): void {
  const all = Object.entries(numbers).map(([name, value]) => `${name} ${String(value)}`);
  console.log(`sip: ${what}: ${all.join(', ')}`);
}

export { expect };
