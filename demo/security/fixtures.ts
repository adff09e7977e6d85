/** What every test of this folder shares: pages under other names, what is seen of them, what must never be seen. */
import { test as base, expect, type Frame, type Page } from '@playwright/test';
import type { HsCallingBridge } from '../../components/index.js';
import { requireWholeChromium } from '../../tools/browsers.mjs';
import type { Host, SyncFields } from './host.js';
import { startInternet } from './internet.js';
import type { OfficialHost } from './official-host.js';
import { spy, type Sighting, type WireMessage } from './spy.js';

// A test waits for much that takes some milliseconds.
const poll = <T>(look: () => T, message: string) => expect.poll(look, { message, intervals: [20] });

export const hubspot = 'https://app.hubspot.com';
export const phone = 'https://phone.example';
export const stranger = 'https://evil.example';

/** The number that the real host dials, and the one that attackers do. */
export const numbers = { host: '+12025550101', attacker: '+12025550666' };

/** Events that tell the app something a peer has said. */
const said = 'ready context-change dial-number call-request message unknown-message'
  .split(' ')
  .map((name) => `hs-${name}`);

export const dial = (phoneNumber: string) => ({
  type: 'DIAL_NUMBER',
  data: { phoneNumber, objectId: 101, objectType: 'CONTACT', portalId: 62515 },
});

/** How to open a widget in a host. */
interface Opening {
  /** Attributes of the bridge. */
  readonly widget?: Readonly<Record<string, string>>;
  /** The page in the frame. Default: the widget. */
  readonly file?: string;
  /** Leaves the first SYNC to the test. Default: the host begins when the frame has loaded. */
  readonly quiet?: boolean;
}

/** The address of a page of this folder on some host. */
export const address = (origin: string, file: string, query: Readonly<Record<string, string>> = {}) =>
  `${origin}/demo/security/${file}?${new URLSearchParams(query).toString()}`;

export function hostAddress(origin: string, { widget, file = 'widget.html', quiet }: Opening = {}): string {
  const begin = quiet ? {} : { 'on-load': '' };
  return address(origin, 'host.html', { widget: address(phone, file, widget), ...begin });
}

/** A message, the window it came to and the origin it came from. */
type Arrived = WireMessage & { readonly where: string; readonly origin: string };

/** All windows of a test, and what was seen in them. */
export class World {
  readonly #sightings: Sighting[] = [];
  readonly #console: string[] = [];
  readonly #uncaught: string[] = [];
  /** What handlers throw on purpose, and so has to be reported by the browser. */
  expectedErrors: readonly string[] = [];

  constructor(readonly page: Page) {}

  /** Watches all windows to come. */
  async watch(): Promise<void> {
    const context = this.page.context();
    await context.exposeBinding('tellTest', (_source, sighting: Sighting) => this.#sightings.push(sighting));
    await context.addInitScript(spy, [...said, 'hs-error', 'hs-rejected']);
    context.on('console', (message) => {
      // The official SDK logs all it says, debugging or not.
      if (!message.location().url.endsWith('/official-host.ts')) this.#console.push(message.text());
    });
    context.on('weberror', (error) => this.#uncaught.push(error.error().message));
  }

  async open(url: string): Promise<void> {
    // Browsers know by heart that hubspot.com has TLS, and ask for nothing else: another host answers for it.
    await this.page.route('http://*.hubspot.com/**', (route) =>
      route.continue({ url: route.request().url().replace('.hubspot.com', '.plain.example') }),
    );
    await this.page.goto(url);
  }

  /** Opens the official SDK as the host. */
  async openOfficialHost(query: Readonly<Record<string, string>> = {}): Promise<HostPage> {
    await this.open(
      address(hubspot, 'official-host.html', { widget: address(phone, 'widget.html'), ...query }),
    );
    return new HostPage(this, this.page.mainFrame());
  }

  /** Opens a window from a window, which keeps it as `opened`. */
  async openFrom(opener: Frame, url: string): Promise<Frame> {
    const coming = this.page.context().waitForEvent('page');
    await opener.evaluate((target) => {
      Object.assign(window, { opened: window.open(target) });
    }, url);
    const page = await coming;
    await page.waitForLoadState();
    return page.mainFrame();
  }

  /** Opens a host around a widget and waits until the widget is there. */
  async openHost(origin = hubspot, opening: Opening = {}): Promise<HostPage> {
    await this.open(hostAddress(origin, opening));
    return new HostPage(this, this.page.mainFrame(), origin);
  }

  /** Messages that came to windows of an origin, in order. */
  arrived(at: string, type?: string) {
    return this.#sightings
      .filter((one) => one.kind === 'message')
      .filter(({ where, data }) => where.startsWith(`${at}/`) && (!type || data.type === type))
      .map(({ where, origin, data }): Arrived => ({ ...data, where, origin }));
  }

  /** What events of a name told, in order, in all windows. */
  told(name: string): Readonly<Record<string, unknown>>[] {
    return this.#sightings.flatMap((one) => (one.kind === 'event' && one.name === name ? [one.detail] : []));
  }

  /** The codes of the errors and rejections told so far. */
  codes(name: 'hs-error' | 'hs-rejected'): unknown[] {
    return this.told(name).map(({ code }) => code);
  }

  /** What widgets sent, in order. */
  sent() {
    return this.#sightings.filter((one) => one.kind === 'sent').filter(isWidget);
  }

  async expectTold(name: string, details: object[]): Promise<void> {
    await poll(() => this.told(name), name).toMatchObject(details);
  }

  /** Nobody was answered, and no app was told anything. */
  expectNothingHappened(): void {
    expect(this.sent()).toEqual([]);
    for (const name of said) expect(this.told(name), name).toEqual([]);
  }

  /** All that was seen, to read after a failure. */
  report(): string {
    return JSON.stringify(this.#sightings, undefined, 2);
  }

  /** What must be true of every test. */
  expectNoTrouble(): void {
    expect(this.sent().filter(({ target, trueOrigin }) => target !== trueOrigin)).toEqual([]);
    expect([...new Set(this.#uncaught)]).toEqual(this.expectedErrors);
    expect(this.#console).toEqual([]);
    const notices = JSON.stringify([...this.told('hs-error'), ...this.told('hs-rejected')]);
    for (const number of Object.values(numbers)) expect(notices).not.toContain(number.slice(1));
  }
}

const isWidget = ({ where }: Sighting) => where.startsWith(phone) && !where.includes('/blank.html');

/** A host and the widget in it. */
export class HostPage {
  constructor(
    readonly world: World,
    readonly frame: Frame,
    readonly origin = hubspot,
  ) {}

  /** The frame of the widget: the first. */
  get widget(): Frame {
    const [widget] = this.frame.childFrames();
    if (!widget) throw new Error('The host has no frame.');
    return widget;
  }

  connect(fields: SyncFields = {}): Promise<void> {
    return this.frame.evaluate((given) => {
      (window as unknown as { host: Host }).host.connect(given);
    }, fields);
  }

  /** Says messages one after the other, in one go. */
  say(...messages: readonly object[]): Promise<void> {
    return this.frame.evaluate((given) => {
      const { host } = window as unknown as { host: Host };
      for (const message of given) host.say(message);
    }, messages);
  }

  /** Ignores so many acknowledgements. */
  ignore(acknowledgements: number): Promise<void> {
    return this.frame.evaluate((count) => {
      (window as unknown as { host: Host }).host.deafTo = count;
    }, acknowledgements);
  }

  /** How often the official SDK has been ready. */
  officialReadies(): Promise<number> {
    return this.frame.evaluate(() => (window as unknown as { host: OfficialHost }).host.readies);
  }

  /** Has the official SDK make its frame anew. */
  mountOfficial(): Promise<void> {
    return this.frame.evaluate(() => {
      (window as unknown as { host: OfficialHost }).host.mount();
    });
  }

  /** Messages of a type that the widget has sent and this host got. */
  got(type?: string) {
    return this.world.arrived(this.origin, type).filter(({ origin }) => origin === phone);
  }

  async expectGot(type: string, count: number): Promise<void> {
    await poll(() => this.got(type).length, type).toBe(count);
  }

  /** The widget has heard so many messages of this type, and has dealt with them. */
  async expectHeard(type: string, count: number): Promise<void> {
    await poll(() => this.world.arrived(phone, type).length, type).toBeGreaterThanOrEqual(count);
    await this.widget.evaluate(() => undefined);
  }

  /** The host dials, the widget calls, the host hears of it: all is well, and nobody else has dialled. */
  async expectWorks(): Promise<void> {
    await this.expectGot('INITIALIZED', 1);
    await this.expectDials();
  }

  async expectDials(): Promise<void> {
    await this.say(dial(numbers.host));
    await this.expectGot('OUTGOING_CALL_STARTED', 1);
    expect(this.world.told('hs-dial-number')).toMatchObject([{ phoneNumber: numbers.host }]);
    expect(this.world.told('hs-call-request')).toHaveLength(1);
    expect(this.world.sent().map(({ type }) => type)).toContain('OUTGOING_CALL_STARTED');
    expect(this.got('OUTGOING_CALL_STARTED')[0]?.data).toMatchObject({ toNumber: numbers.host });
  }

  /** What the bridge says of its connection. */
  connection(): Promise<string> {
    return this.widget
      .locator('hs-calling-bridge')
      .first()
      .evaluate((bridge: HsCallingBridge) => bridge.connectionState);
  }
}

/** Puts a frame into a page or another frame, and waits until it is there. */
export async function addFrame(place: Page | Frame, url: string, sandbox?: string): Promise<Frame> {
  const element = await place.evaluateHandle(
    ([src, rules]) =>
      new Promise<HTMLIFrameElement>((resolve) => {
        const frame = document.createElement('iframe');
        if (rules !== undefined) frame.setAttribute('sandbox', rules);
        frame.src = src;
        frame.addEventListener('load', () => {
          resolve(frame);
        });
        document.body.append(frame);
      }),
    [url, sandbox] as const,
  );
  const frame = await element.contentFrame();
  if (!frame) throw new Error(`No frame for ${url}.`);
  return frame;
}

interface WorkerOptions {
  /** In a browser with a desktop's abilities: the headless one has no back/forward cache. */
  isWhole: boolean;
}

export const test = base.extend<{ world: World }, WorkerOptions>({
  isWhole: [false, { option: true, scope: 'worker' }],
  launchOptions: [
    async ({ launchOptions, isWhole }, use) => {
      const internet = await startInternet();
      await use({
        ...launchOptions,
        ...(isWhole && { executablePath: requireWholeChromium() }),
        args: [...(launchOptions.args ?? []), ...internet.chromiumFlags],
        // Playwright switches the back/forward cache off; one of the cases is about it.
        ignoreDefaultArgs: ['--disable-back-forward-cache'],
      });
      await internet.close();
    },
    { scope: 'worker' },
  ],
  world: [
    async ({ page }, use, info) => {
      const world = new World(page);
      await world.watch();
      await use(world);
      if (info.status !== info.expectedStatus) await info.attach('sightings', { body: world.report() });
      world.expectNoTrouble();
    },
    { auto: true },
  ],
});

export { expect };
