/** A demo of a framework as its tests see it: inside the simulated HubSpot, or inside the official SDK's host. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test as base, type Frame, type FrameLocator, type Page } from '@playwright/test';
import type { HsCallingBridge } from '../../components/index.js';
import type { HsCallingHost } from '../../components/calling-host/calling-host.js';
import { collectTrouble, HostPage } from '../e2e-host-page.js';

/** What the configuration says of a demo. */
interface Demo {
  /** The copy that its dev server serves. */
  readonly folder: string;
  /** Where it serves it. */
  readonly address: string;
  /** The page of the official SDK's host. */
  readonly officialHost: string;
  /** What to change in its sources while it runs. */
  readonly edit: { readonly file: string; readonly from: string; readonly to: string };
}

/** Puts a whole file in the place of another at once: a dev server never reads half of it. */
async function replaceFile(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}

/** The demo in a frame: its own controls, and the phone. */
export class DemoPage {
  constructor(
    readonly demo: Demo,
    readonly widget: FrameLocator,
  ) {}

  /** Sets a checkbox of the app. */
  async set(label: string, isOn: boolean): Promise<void> {
    await this.widget.getByRole('checkbox', { name: label }).setChecked(isOn);
  }

  async press(name: string): Promise<void> {
    await this.widget.getByRole('button', { name, exact: true }).click();
  }

  /** Goes to a page of the app. */
  async goTo(page: 'Phone' | 'Contacts'): Promise<void> {
    await this.widget.getByRole('link', { name: page }).click();
  }

  /** What the app has heard, in the syntax of its framework. The same twice in a row counts once. */
  async events(): Promise<string[]> {
    const heard = await this.widget.getByRole('list', { name: 'Events' }).locator('li').allTextContents();
    return heard.map((text) => text.trim()).filter((text, index, all) => text !== all[index - 1]);
  }

  async expectStatus(text: string): Promise<void> {
    await expect(this.widget.locator('hs-call-status')).toContainText(text);
  }

  /**
   * Changes the sources of the app, and changes them back when the action has ended.
   * @param edits - What is changed in the file that the bridge is in, besides its heading: what, and to what.
   */
  async whileEdited(
    action: () => Promise<void>,
    edits: readonly (readonly [RegExp | string, string])[] = [],
  ): Promise<void> {
    const { file, from, to } = this.demo.edit;
    const path = join(this.demo.folder, file);
    const text = await readFile(path, 'utf8');
    let edited = text;
    for (const [what, instead] of [[from, to] as const, ...edits]) {
      const before = edited;
      edited = edited.replace(what, instead);
      expect(edited, `${String(what)} is in ${file}`).not.toBe(before);
    }
    await replaceFile(path, edited);
    try {
      await action();
    } finally {
      await replaceFile(path, text);
    }
    // The next test starts with the sources as they were.
    await expect(this.widget.getByRole('heading', { name: 'Phone', exact: true })).toBeVisible({
      timeout: 15_000,
    });
  }
}

/** The simulated HubSpot around the demo. */
export class SimulatedHost extends HostPage {
  readonly app: DemoPage;

  constructor(page: Page, demo: Demo) {
    super(page);
    this.app = new DemoPage(demo, this.widget);
  }

  /** Loads the demo with further parameters in its address. */
  async load(parameters: string): Promise<void> {
    await this.page.locator('hs-calling-host').evaluate((host: HsCallingHost, address) => {
      host.src = address;
    }, `${this.app.demo.address}${parameters}`);
  }

  /** The document of the demo. */
  document(): Frame {
    const frame = this.page.frames().find((one) => one.url().startsWith(this.app.demo.address));
    if (!frame) throw new Error(`No frame shows ${this.app.demo.address}.`);
    return frame;
  }

  /** What the bridge is to HubSpot. Waits for a bridge that is drawn anew. */
  connectionState(): Promise<string> {
    return this.bridge.evaluate((bridge: HsCallingBridge) => bridge.connectionState, undefined, {
      timeout: 5000,
    });
  }

  /** How often a message has passed. */
  async times(type: string): Promise<number> {
    return (await this.messages()).filter((message) => message.type === type).length;
  }

  /** Has HubSpot dial, and waits until somebody answers. */
  async call(name = erin): Promise<void> {
    await this.app.set('Call at once', true);
    await this.dial(name);
    await this.app.expectStatus('Connected');
  }

  /** Makes one more call from HubSpot to its end: whatever happened before, the next dial arrives. */
  async expectNextCall(): Promise<void> {
    const saved = await this.times('UPDATE_ENGAGEMENT_SUCCEEDED');
    await this.call(sam);
    await this.endCall();
    await expect.poll(() => this.times('UPDATE_ENGAGEMENT_SUCCEEDED')).toBe(saved + 1);
  }
}

export const erin = 'Erin Example, +1 (202) 555-0101';
export const sam = 'Sam Sample';

interface Fixtures {
  readonly hubspot: SimulatedHost;
  readonly trouble: string[];
}

interface Options {
  readonly demo: Demo;
}

const noDemo: Demo = { folder: '', address: '', officialHost: '', edit: { file: '', from: '', to: '' } };

export const test = base.extend<Fixtures & Options>({
  demo: [noDemo, { option: true }],
  /** What the console or the network had to say: nothing but that a dev server takes Lit's own build for it, or the test fails. */
  trouble: [
    async ({ page }, use) => {
      const trouble = await collectTrouble(page);
      await use(trouble);
      expect(trouble.filter((text) => !text.startsWith('Lit is in dev mode.'))).toEqual([]);
    },
    { auto: true },
  ],
  hubspot: async ({ page, demo }, use) => {
    const hubspot = new SimulatedHost(page, demo);
    // From then on the dev server tells the page of changed sources.
    const isTold = new Promise<void>((resolve) => {
      page.on('websocket', (socket) => {
        socket.on('framereceived', ({ payload }) => {
          if (payload.includes('connected')) resolve();
        });
      });
    });
    await page.goto('/');
    await hubspot.expectState('Ready');
    await isTold;
    await use(hubspot);
  },
});
