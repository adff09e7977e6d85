/** The simulated HubSpot as the end-to-end tests see it: what is pressed, what is shown, what went wrong. */
import { expect, type Frame, type FrameLocator, type Locator, type Page } from '@playwright/test';
import axe from 'axe-core';

/** A message as the page lists it. */
export interface Shown {
  readonly direction: string;
  readonly type: string;
  readonly payload: unknown;
}

/** What every outbound call of one user says, in this order, if it is answered and HubSpot saves it. */
export const handshake = ['SYNC', 'SYNC_ACK', 'INITIALIZED'];
export const answeredCall = [
  'DIAL_NUMBER',
  'OUTGOING_CALL_STARTED',
  'CREATE_ENGAGEMENT_SUCCEEDED',
  'CALL_ANSWERED',
  'CALL_ENDED',
  'CALL_COMPLETED',
  'UPDATE_ENGAGEMENT_SUCCEEDED',
];

/** The same, ended by HubSpot. */
export const endedByHubSpot = answeredCall.flatMap((type) =>
  type === 'CALL_ENDED' ? ['END_CALL', type] : [type],
);

/** Collects errors, warnings and refusals by the Content-Security-Policy in all frames. Call it before `goto`. */
export async function collectTrouble(page: Page): Promise<string[]> {
  const trouble: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) trouble.push(message.text());
  });
  page.on('pageerror', ({ message }) => trouble.push(message));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // The page has left what it was loading: its frame was loaded anew, or it has read as much of an answer as it may see.
    if (why === 'net::ERR_ABORTED') return;
    trouble.push(`${request.url()} ${why}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`Content-Security-Policy: ${violatedDirective} ${blockedURI}`);
    });
  });
  return trouble;
}

/** What axe finds in a page or frame: the rule and where. Default: by all its rules; else by those with a tag. */
export async function accessibilityProblems(place: Page | Frame, tags?: string[]): Promise<string[]> {
  await place.evaluate(axe.source);
  return place.evaluate(async (only) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    // Each frame is looked at by itself: asking the other origin would take messages of its own.
    const { violations } = await axe.run(document, {
      iframes: false,
      // Of WCAG 2.2, and off by default.
      rules: { 'target-size': { enabled: true } },
      ...(only && { runOnly: only }),
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${String(target)}`));
  }, tags);
}

/** The test tool that a button is in. */
const toolOf: Readonly<Record<string, string>> = {
  Load: 'Simulation',
  'Reload page': 'Simulation',
  'Re-mount host': 'Simulation',
  Clear: 'Messages',
  'Copy all': 'Messages',
  Export: 'Messages',
  Run: 'Scenarios',
  Stop: 'Scenarios',
};

// … SYNC_ACK, INITIALIZED, and without another SYNC the same once more.
function isHandshakeAgain(upTo: readonly string[], type: string): boolean {
  if (type !== 'SYNC_ACK' && type !== 'INITIALIZED') return false;
  return upTo.slice(upTo.lastIndexOf('SYNC')).filter((one) => one === type).length > 1;
}

export class HostPage {
  readonly widget: FrameLocator;
  readonly bridge: Locator;
  readonly status: Locator;
  readonly log: Locator;
  readonly alert: Locator;

  constructor(readonly page: Page) {
    this.widget = page.frameLocator('#widget');
    this.bridge = this.widget.locator('hs-calling-bridge');
    this.status = this.widget.locator('hs-call-status');
    this.log = page.locator('.logged-call');
    this.alert = page.locator('#alert');
  }

  /** Opens the page and waits until the widget can dial. */
  async open(parameters = ''): Promise<void> {
    await this.page.goto(`/demo/${parameters}`);
    await this.expectState('Ready');
  }

  async dial(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Call ${name}` }).click();
  }

  /** Presses a button of the page. One in a test tool is unfolded first. */
  async press(name: string): Promise<void> {
    const tool = toolOf[name];
    if (tool) await this.unfold(tool);
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** A test tool of the page, which folds away. */
  tool(name: string): Locator {
    return this.page
      .locator('details.tool')
      .filter({ has: this.page.locator('> summary', { hasText: name }) });
  }

  /** Shows a test tool. */
  async unfold(name: string): Promise<void> {
    const tool = this.tool(name);
    if ((await tool.getAttribute('open')) === null) await tool.locator('> summary').click();
  }

  async hangUp(): Promise<void> {
    await this.control('End call').click();
  }

  /** Hangs up, and is done with the call. */
  async endCall(): Promise<void> {
    await this.hangUp();
    await this.save();
  }

  /** Is done with a call that has ended. */
  async save(): Promise<void> {
    await this.control('Save').click();
  }

  /** Waits until keys count again: just after a change of screen they do nothing. A pointer waits by itself. */
  async untilKeysCount(): Promise<void> {
    await expect(this.widget.locator('hs-calling-widget')).not.toHaveCSS('pointer-events', 'none');
  }

  /** A button of the call in the widget. */
  control(name: string): Locator {
    return this.widget.getByRole('button', { name, exact: true });
  }

  /** Has somebody call. */
  async ring(caller: string): Promise<void> {
    await this.page.getByLabel('Somebody calls').selectOption(caller);
    await this.press('Ring');
  }

  /** Puts the widget into another place, and waits until it has started there. */
  async moveTo(place: string): Promise<void> {
    await this.press('Clear');
    await this.unfold('Simulation');
    await this.page.getByLabel('Place').selectOption(place);
    await this.expectTypes(handshake);
    await this.expectState('Ready');
  }

  /** Has the demo's widget do what its far end or its page does. */
  async tell(type: string, data: object): Promise<void> {
    await this.page
      .locator('#widget')
      .evaluate((frame: HTMLIFrameElement, order) => frame.contentWindow?.postMessage(order, '*'), {
        type,
        data,
      });
  }

  notes(): Locator {
    return this.widget.getByRole('textbox', { name: 'Notes' });
  }

  async expectState(state: string): Promise<void> {
    await expect(this.page.locator('#widget-state')).toHaveText(state);
  }

  /** The frame's own document. */
  frame(file: string): Frame {
    const frame = this.page.frames().find((one) => new URL(one.url()).pathname === `/demo/${file}`);
    if (!frame) throw new Error(`No frame shows ${file}.`);
    return frame;
  }

  /** All that passed, oldest first. */
  async messages(): Promise<Shown[]> {
    const shown = await this.page.locator('.message').evaluateAll((items) =>
      items.map((item) => {
        const textOf = (name: string) => item.querySelector(`.${name}`)?.textContent ?? '';
        return { direction: textOf('direction'), type: textOf('type'), payload: textOf('payload') };
      }),
    );
    return shown.map(({ payload, ...rest }) => ({ ...rest, payload: JSON.parse(payload) as unknown }));
  }

  /**
   * What has passed, by type. A widget that was busy finds a second SYNC waiting, and answers that too: whether it was
   * is the machine's business, and one handshake counts. So is whether the far end or HubSpot's engagement is faster.
   */
  async expectTypes(types: readonly string[]): Promise<void> {
    const shown = async () => {
      const all = await this.page.locator('.message .type').allTextContents();
      const once = all.filter((type, index) => !isHandshakeAgain(all.slice(0, index + 1), type));
      const [slow, fast] = ['CREATE_ENGAGEMENT_SUCCEEDED', 'CALL_ANSWERED'];
      return once.map((type, index) => {
        if (type === fast && once[index + 1] === slow) return slow;
        return type === slow && once[index - 1] === fast ? fast : type;
      });
    };
    await expect.poll(shown).toEqual(types);
  }

  /** The payload of the latest message of a type. */
  async payload(type: string): Promise<unknown> {
    return (await this.messages()).findLast((message) => message.type === type)?.payload;
  }
}
