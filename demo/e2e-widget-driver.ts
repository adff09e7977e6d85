/** Does in a widget what a person would do, by what buttons and fields are called; and at the far end, by script. */
import { expect, type Frame, type FrameLocator, type Page } from '@playwright/test';
import type { HsLoopbackVoice } from '../components/loopback-voice/define.js';
import type { WidgetAction, WidgetActionArguments, WidgetDriver } from '../src/testing/index.js';
import type { PretendPhone } from './pretend-phone.js';

/** What happens at the other end of the line, in the page of the widget. */
export type FarEndDriver = Pick<WidgetDriver, 'farEnd' | 'farEndHangsUp' | 'callerGivesUp' | 'receiveCall'>;

type Driver = Required<WidgetDriver>;

/** Has the widget in the only frame of a page do what a scenario asks. */
export function widgetDriver(page: Page, farEnd: FarEndDriver): Driver {
  const widget = page.frameLocator('iframe');
  const press = (name: string) => widget.getByRole('button', { name, exact: true }).click();
  const fill = (label: string, text: string) => widget.getByLabel(label, { exact: true }).fill(text);
  return {
    ...(farEnd as Required<FarEndDriver>),
    async call({ number }) {
      await fill('Phone number', number);
      await press('Call');
    },
    takeDial: () => takeDial(widget),
    answer: () => press('Answer'),
    decline: () => press('Decline'),
    hangUp: () => press('End call'),
    async save({ notes }) {
      await fill('Notes', notes);
      await press('Save');
    },
    skip: () => skip(widget),
    logIn: () => press('Log in'),
    async logOut() {
      // It stands in a menu, or in a page of its own.
      const menu = widget.getByRole('button', { name: 'More', exact: true });
      if (await menu.isVisible()) await menu.click();
      await press('Log out');
    },
    goAvailable: () => choose(widget, 'Available'),
    goUnavailable: () => choose(widget, 'Unavailable'),
    async transfer({ to }) {
      const opener = widget.getByRole('button', { name: 'Transfer', exact: true });
      if (await opener.isVisible()) await opener.click();
      await fill('Transfer to', to);
      await press('Hand over now');
    },
    openRecord: () =>
      widget
        .getByRole('button', { name: /^Open record of/ })
        .first()
        .click(),
    finalize: () => press('Close in help desk'),
    async resize({ width, height }) {
      await fill('Width', String(width));
      await fill('Height', String(height));
      await press('Resize');
    },
    async reportError({ message }) {
      await fill('Error', message);
      await press('Report error');
    },
    async tellUrl({ url }) {
      await fill('Address', url);
      await press('Tell address');
    },
  };
}

/** Lets the host in the page use a driver. */
export async function giveDriver(page: Page, driver: Driver): Promise<void> {
  await page.exposeFunction('act', (action: WidgetAction, given: object) =>
    (driver[action] as (given: WidgetActionArguments[WidgetAction]) => unknown)(given),
  );
}

// A number that HubSpot has sent is in the field, unless the widget has called it by itself, and perhaps in vain.
async function takeDial(widget: FrameLocator): Promise<void> {
  const field = widget.getByLabel('Phone number', { exact: true });
  const isTaken = () =>
    widget
      .getByRole('button', { name: /^(End call|Skip)$/ })
      .filter({ visible: true })
      .first()
      .isVisible();
  await expect(async () => {
    if (!(await isTaken())) expect(await field.inputValue()).not.toBe('');
  }).toPass({ intervals: [20, 50], timeout: 8000 });
  if (!(await isTaken()))
    await widget.getByRole('button', { name: 'Call', exact: true }).click({ timeout: 3000 });
}

// A call that was missed or declined has no form: the phone is ready again by itself.
async function skip(widget: FrameLocator): Promise<void> {
  const next = widget.getByRole('button', { name: /^(Skip|Call)$/ }).filter({ visible: true });
  await expect(next.first()).toBeVisible();
  const skipButton = widget.getByRole('button', { name: 'Skip', exact: true });
  if (await skipButton.isVisible()) await skipButton.click();
}

async function choose(widget: FrameLocator, option: string): Promise<void> {
  await widget.getByLabel('Availability').selectOption({ label: option });
}

const frameOf = (page: Page): Frame => {
  const frame = page.frames().find((one) => one !== page.mainFrame());
  if (!frame) throw new Error('The page has no frame.');
  return frame;
};

/** The far end of `<hs-loopback-voice>`. */
export function loopbackFarEnd(page: Page): FarEndDriver {
  const atVoice = <T>(act: (voice: HsLoopbackVoice, given: T) => unknown, given: T) =>
    frameOf(page)
      .locator('hs-loopback-voice')
      .evaluate(act as never, given);
  return {
    async farEnd({ does }) {
      await atVoice((voice, what) => {
        const scripts = {
          answers: undefined,
          'is busy': { does: 'busy' },
          'does not answer': { does: 'no-answer' },
          'keeps ringing': { ringsFor: 600_000 },
        } as const;
        voice.script = () => scripts[what];
        return voice.updateComplete;
      }, does);
    },
    async farEndHangsUp() {
      await atVoice((voice) => voice.provider.sessions.at(-1)?.farEnd.hangUp(), undefined);
    },
    async callerGivesUp() {
      await atVoice((voice) => voice.provider.sessions.at(-1)?.farEnd.hangUp(), undefined);
    },
    async receiveCall({ from, to }) {
      await atVoice((voice, caller) => voice.receiveCall(caller).then(() => undefined), { from, to });
    },
  };
}

/** The far end of the pretend phone of the widget on the official SDK. */
export function pretendFarEnd(page: Page): FarEndDriver {
  const tell = (action: keyof PretendPhone['farEnd'], given: unknown) =>
    frameOf(page).evaluate(
      ([name, value]) => {
        const { phone } = window as unknown as { phone: PretendPhone };
        (phone.farEnd[name] as (value: unknown) => void)(value);
      },
      [action, given] as const,
    );
  return {
    farEnd: ({ does }) => tell('will', does),
    farEndHangsUp: () => tell('hangUp', undefined),
    callerGivesUp: () => tell('hangUp', undefined),
    receiveCall: (caller) => tell('call', caller),
  };
}
