// Whole calls without a mouse: what is said to a screen reader, and where the focus is, at each step.
import { expect, test, type Locator } from '@playwright/test';
import { collectTrouble, HostPage } from './e2e-host-page.js';

let hubspot: HostPage;
let trouble: string[];

test.beforeEach(async ({ page }) => {
  trouble = await collectTrouble(page);
  // Speech is not kept on the page: each word is noted as it comes.
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = target instanceof Element ? target.closest('[data-hs-live]') : target.parentElement;
        const text = region?.textContent ?? '';
        if (region?.hasAttribute('data-hs-live') && text !== '' && text !== said.at(-1)) said.push(text);
      }
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
  hubspot = new HostPage(page);
  await hubspot.open('?speed=4');
});

test.afterEach(() => {
  expect(trouble).toEqual([]);
});

const said = () =>
  hubspot.frame('widget.html').evaluate(() => (window as unknown as { said: string[] }).said);

/** Goes on by the Tab key until this has the focus. */
async function tabTo(target: Locator): Promise<void> {
  await expect(async () => {
    await hubspot.page.keyboard.press('Tab');
    await expect(target).toBeFocused({ timeout: 100 });
  }).toPass({ intervals: [0] }); // there are many stops before the widget
}

/** Just after a change of screen a key that presses a button does nothing: a person is not as fast. */
async function press(key: string): Promise<void> {
  if (key === 'Enter') await hubspot.untilKeysCount();
  await hubspot.page.keyboard.press(key);
}

const outcome = () => hubspot.widget.getByRole('radio', { name: 'Connected' });

test('an outbound call, typed, talked and written down', async ({ page }) => {
  const field = hubspot.widget.getByRole('textbox', { name: 'Phone number' });
  await tabTo(field);
  await page.keyboard.type('+12025550101');
  await press('Enter');
  await expect(hubspot.control('Mute')).toBeFocused();

  await press('Space');
  await expect(hubspot.control('Mute')).toHaveAttribute('aria-pressed', 'true');
  await press('Tab');
  await expect(hubspot.control('Hold')).toBeFocused();
  await press('Space');
  await expect(hubspot.status).toContainText('On hold');
  await press('Space');
  await expect(hubspot.status).toContainText('Connected');
  await press('Tab');
  await expect(hubspot.control('Keypad')).toBeFocused();
  await press('Enter');
  await page.keyboard.type('42#');
  await expect(hubspot.widget.locator('[part=digits]')).toHaveText('42#');
  await press('Escape');
  await expect(hubspot.control('Keypad')).toBeFocused();
  await expect(hubspot.status).toContainText('Connected');

  await tabTo(hubspot.control('End call'));
  await press('Enter');
  await expect(outcome()).toBeFocused();
  await expect(hubspot.widget.locator('hs-wrap-up')).not.toHaveCSS('pointer-events', 'none');
  await press('1');
  await expect(outcome()).toBeChecked();
  await press('Tab');
  await expect(hubspot.notes()).toBeFocused();
  await page.keyboard.type('All by keyboard.');
  await press('Tab');
  await expect(hubspot.control('Save')).toBeFocused();
  await press('Enter');
  await expect(hubspot.log.locator('.notes')).toHaveText('All by keyboard.');
  await expect(field).toBeFocused();
  await expect
    .poll(said)
    .toEqual([
      'Calling + 1 2 0 2 5 5 5 0 1 0 1',
      'Ringing',
      'Connecting sound…',
      'Connected',
      'On hold',
      'Connected',
      expect.stringMatching(/^Call ended, \d+ seconds?$/),
      'Call saved',
    ]);
});

test('an inbound call, heard, answered and written down', async () => {
  await tabTo(hubspot.page.getByLabel('Somebody calls'));
  await hubspot.page.keyboard.type('Sam');
  await press('Tab');
  await press('Enter');
  await expect(hubspot.control('Answer')).toBeVisible();
  // Who is elsewhere stays there.
  await expect(hubspot.page.getByRole('button', { name: 'Ring', exact: true })).toBeFocused();
  await tabTo(hubspot.control('Answer'));
  await press('Enter');
  await expect(hubspot.control('Mute')).toBeFocused();
  await tabTo(hubspot.control('End call'));
  await press('Enter');
  await expect(outcome()).toBeFocused();
  await tabTo(hubspot.control('Save'));
  await press('Enter');
  await expect(hubspot.log.locator('.name')).toHaveText('Sam Sample');
  await expect
    .poll(said)
    .toEqual([
      expect.stringMatching(/^Incoming call from \+/),
      'Incoming call from Sam Sample',
      'Connecting sound…',
      'Connected',
      expect.stringMatching(/^Call ended, \d+ seconds?$/),
      'Call saved',
    ]);
});

test('the number field shows that it has the focus where colours are forced', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await tabTo(hubspot.widget.getByRole('textbox', { name: 'Phone number' }));
  await expect(hubspot.widget.locator('[part=field]').first()).toHaveCSS('outline-style', 'solid');
});
