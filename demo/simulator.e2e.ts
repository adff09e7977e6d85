// The page of the simulated HubSpot itself: what is large, what folds away, and that it tells the truth.
import { expect, test } from '@playwright/test';
import { accessibilityProblems, collectTrouble, HostPage } from './e2e-host-page.js';

let hubspot: HostPage;
let trouble: string[];

test.beforeEach(async ({ page }) => {
  trouble = await collectTrouble(page);
  hubspot = new HostPage(page);
});

test.afterEach(() => {
  expect(trouble).toEqual([]);
});

const types = async () => (await hubspot.messages()).map(({ type }) => type);

test.describe('what only the demo asks of its widget is no message of HubSpot’s:', () => {
  for (const caller of [
    'Erin Example',
    'Tess Testcase',
    'A number nobody knows',
    'A number with a name',
    'A hidden number',
  ]) {
    test(`a ring of ${caller}`, async ({ page }) => {
      await hubspot.open('?speed=5');
      await hubspot.ring(caller);
      await expect(hubspot.control('Answer')).toBeVisible();
      await expect.poll(types).toContain('CREATE_ENGAGEMENT_SUCCEEDED');
      await expect(page.locator('.invalid')).toHaveCount(0);
      expect((await types()).slice(3, 5)).toEqual(['INCOMING_CALL', 'CREATE_ENGAGEMENT_SUCCEEDED']);
    });
  }

  test('a ring of the widget on the official SDK', async ({ page }) => {
    await hubspot.open('?widget=official-widget.html&speed=5');
    await hubspot.ring('Sam Sample');
    await hubspot.control('Answer').click();
    await expect.poll(types).toContain('CALL_ANSWERED');
    await expect(page.locator('.invalid')).toHaveCount(0);
    expect(await types()).not.toContain('ERROR');
  });

  test('the order of a scenario to the far end', async ({ page }) => {
    await hubspot.open('?speed=10');
    await hubspot.unfold('Scenarios');
    await page.getByLabel('Scenario', { exact: true }).selectOption('inbound-missed');
    await hubspot.press('Run');
    await expect(page.locator('.verdict')).toContainText('Passed');
    await expect(page.locator('.invalid')).toHaveCount(0);
    expect((await types()).filter((type) => /DEMO|ERROR/.test(type))).toEqual([]);
  });
});

test.describe('the phone is the largest thing', () => {
  for (const [width, height] of [
    [1280, 800],
    [1440, 900],
    [900, 800],
    [390, 844],
  ] as const) {
    test(`at ${width}×${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await hubspot.open();
      const seen = await page.locator('section').evaluateAll((sections) =>
        sections.map((section) => {
          const { width: wide, top, bottom } = section.getBoundingClientRect();
          // Of what one sees without scrolling.
          return { id: section.id, area: wide * Math.max(0, Math.min(bottom, innerHeight) - top), bottom };
        }),
      );
      const [largest] = seen.sort((one, other) => other.area - one.area);
      expect(largest?.id).toBe('widget-place');
      expect(largest?.bottom).toBeLessThanOrEqual(height);
    });
  }
});

test('a name in the list of who calls is not cut', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await hubspot.open();
  const { shown, needed } = await page.getByLabel('Somebody calls').evaluate((list) => {
    const { width } = list.getBoundingClientRect();
    // As wide as its longest name.
    list.style.flex = 'none';
    return { shown: width, needed: list.getBoundingClientRect().width };
  });
  expect(shown).toBeGreaterThanOrEqual(needed);
});

test.describe('the test tools', () => {
  const tools = ['Simulation', 'Messages', 'Scenarios', 'Faults'];
  const summaryOf = (name: string) => hubspot.tool(name).locator('> summary');

  test('are folded at first, and unfold by keyboard', async ({ page }) => {
    await hubspot.open();
    for (const name of tools) {
      await expect(hubspot.tool(name)).not.toHaveAttribute('open');
      await summaryOf(name).focus();
      await page.keyboard.press('Enter');
      await expect(hubspot.tool(name)).toHaveAttribute('open');
    }
    await expect(page.getByRole('button', { name: 'Copy all' })).toBeVisible();
    await expect(page.getByLabel('Place')).toBeVisible();
    await expect(page.getByLabel('Scenario', { exact: true })).toBeVisible();
    await expect(page.getByLabel('late-engagement')).toBeVisible();
  });

  test('stay as they are while the widget moves and loads anew, and until the page does', async ({
    page,
  }) => {
    await hubspot.open();
    await hubspot.unfold('Messages');
    await hubspot.moveTo('In a calling window');
    await hubspot.press('Reload page');
    await hubspot.expectState('Ready');
    await expect(hubspot.tool('Messages')).toHaveAttribute('open');
    await page.reload();
    await hubspot.expectState('Ready');
    await expect(hubspot.tool('Messages')).not.toHaveAttribute('open');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`have nothing that axe finds when unfolded, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await hubspot.open('?speed=5');
      for (const name of tools) await hubspot.unfold(name);
      expect(await accessibilityProblems(page)).toEqual([]);
    });
  }
});

test.describe('the microphone can be in trouble:', () => {
  const troubles = [
    ['Denied', 'The microphone is refused'],
    ['Missing', 'No microphone was found'],
    ['In use', 'Another program uses the microphone'],
    ['Dismissed', 'was not allowed yet'],
    ['Waiting for an answer', 'Allow the microphone'],
  ] as const;
  for (const [choice, words] of troubles) {
    test(choice, async ({ page }) => {
      await hubspot.open('?speed=5');
      await page.getByLabel('Microphone').selectOption(choice);
      await hubspot.dial('Erin Example, +1 (202) 555-0101');
      await expect(hubspot.status).toContainText(words);

      // The phone goes on as soon as the trouble is gone.
      await page.getByLabel('Microphone').selectOption('Works');
      const again = hubspot.control('Try again');
      if (choice !== 'Waiting for an answer') await again.click();
      await expect(hubspot.status).toContainText('Connected');
      await hubspot.endCall();
      await expect(page.locator('.invalid')).toHaveCount(0);
    });
  }

  test('also after the widget was loaded anew', async ({ page }) => {
    await hubspot.open('?speed=5');
    await page.getByLabel('Microphone').selectOption('Missing');
    await hubspot.press('Reload page');
    await hubspot.expectState('Ready');
    await hubspot.ring('Sam Sample');
    await hubspot.control('Answer').click();
    await expect(hubspot.widget.getByText('No microphone').first()).toBeVisible();
  });
});
