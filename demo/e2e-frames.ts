/** Tabs of HubSpot with one phone, and its calling window, as real pages of one browser. */
import type { BrowserContext, Frame, FrameLocator, Page } from '@playwright/test';
import type { CallFinding, DialResult, HostPlace, LogEntry } from '../src/testing/index.js';

/** How the account of the pages is. */
export interface FramesOptions {
  /** No two tests that run at once have the same. Default: 1234567. */
  readonly portalId?: number;
  /** Which page of the demo is the widget. Default: `widget.html`. */
  readonly widget?: string;
  /** Default: false. */
  readonly usesCallingWindow?: boolean;
  /** Where the pages are. Default: where the browser's are by its settings. */
  readonly baseURL?: string | undefined;
}

/** One page with one frame. */
export class FramePage {
  constructor(readonly page: Page) {}

  /** The widget in the frame. */
  get widget(): FrameLocator {
    return this.page.frameLocator('iframe');
  }

  /** The frame of the widget itself. */
  get frame(): Frame {
    const [, frame] = this.page.frames();
    if (!frame) throw new Error('There is no widget.');
    return frame;
  }

  /** Resolves when the widget has started. */
  async started(): Promise<this> {
    await this.page.evaluate(() => window.starting.then(() => undefined));
    return this;
  }

  /** Presses a number of a record, as HubSpot's user does in this tab. Default: its first. */
  dial(record: number, number?: string): Promise<DialResult> {
    return this.page.evaluate(
      async ([objectId, pressed]) => (await window.starting).dial(objectId, pressed),
      [record, number] as const,
    );
  }

  /** Has the widget do something that no button of it does: see `orders.ts`. */
  async order(type: string): Promise<void> {
    await this.page.evaluate(async (named) => {
      const { frame } = await window.starting;
      frame.contentWindow?.postMessage({ type: named }, new URL(frame.src).origin);
    }, type);
  }

  /** The call log of the account, as this page knows it. */
  log(): Promise<readonly LogEntry[]> {
    return this.page.evaluate(() => window.account.log);
  }

  /** What HubSpot would make a mess of; empty when all is well. */
  findings(): Promise<readonly CallFinding[]> {
    return this.page.evaluate(() => window.account.findings);
  }

  /** What all frames have said since this page was there: `tab 1 INITIALIZED`. */
  said(): Promise<readonly string[]> {
    return this.page.evaluate(() =>
      window.account.transcript
        .filter(({ direction }) => direction === 'to-host')
        .map(({ frame = '', message }) => `${frame} ${(message as { readonly type: string }).type}`),
    );
  }
}

/** Opens a tab. Its frame is called `tab 1` or whatever is given; at a place it is in the navigation bar or on a record. */
export async function openTab(
  context: BrowserContext,
  frame: string,
  options: FramesOptions & { readonly place?: HostPlace['iframeLocation'] } = {},
): Promise<FramePage> {
  const {
    portalId = 1_234_567,
    widget = 'widget.html',
    usesCallingWindow = false,
    place = 'remote',
    baseURL = '',
  } = options;
  const query = new URLSearchParams({ frame, widget, place });
  query.set('portal', String(portalId));
  query.set('usesCallingWindow', String(usesCallingWindow));
  const page = await context.newPage();
  await page.goto(`${baseURL}/demo/frame.html?${query.toString()}`);
  return new FramePage(page).started();
}

/** Opens a page that has no widget and knows all that the account's frames say. */
export async function openObserver(context: BrowserContext, portalId: number): Promise<FramePage> {
  const page = await context.newPage();
  await page.goto(`/demo/frame.html?place=none&portal=${String(portalId)}`);
  return new FramePage(page);
}

/** Opens the calling window from a tab, as a pop-up at HubSpot's address. */
export async function openWindow(
  { page }: FramePage,
  { portalId = 1_234_567, usesCallingWindow = true }: FramesOptions = {},
): Promise<FramePage> {
  const opening = page.context().waitForEvent('page');
  const address = `/calling-integration-popup-ui/${String(portalId)}${usesCallingWindow ? '' : '?usesCallingWindow=false'}`;
  await page.evaluate((url) => void window.open(url, '', 'popup,width=420,height=720'), address);
  const opened = await opening;
  await opened.waitForLoadState();
  return new FramePage(opened).started();
}
