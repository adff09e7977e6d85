// Every scene in a small frame, and with text of twice the size: what matters is in sight, and large enough to press.
import { expect, test, type Page } from '@playwright/test';

interface Frame {
  readonly width: number;
  readonly height: number;
  /** Size of the text, in percent. */
  readonly text: number;
}

/** Opens the gallery with one scene at a time, which fills the page as a widget fills HubSpot's frame. */
async function openScenes(page: Page, view: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.goto(`/demo/gallery.html?${new URLSearchParams({ scheme: 'light', ...view }).toString()}`);
  await page.locator('html[data-ready]').waitFor();
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      :root { --width: 100vw !important; }
      body { padding: 0; }
      body > header, main h2, main > section:not([data-shown]) { display: none; }
      section { inline-size: 100%; }
      .frame { border-radius: 0; }
      .frame > hs-calling-widget { block-size: 100vh; }
    `);
    document.adoptedStyleSheets = [sheet];
    document.documentElement.style.setProperty('--width', '100vw');
  });
  const sections = page.locator('main > section');
  if ((await sections.count()) === 1)
    await sections.evaluate((only) => only.toggleAttribute('data-shown', true));
}

async function frame(page: Page, { width, height, text }: Frame): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate((percent) => {
    document.documentElement.style.fontSize = `${String(percent)}%`;
  }, text);
}

/** What a check of `inEachScene` looks for. */
type Check = 'hidden' | 'small';

/**
 * Shows each scene by itself, and tells what is wrong in it. `hidden`: a button for what is to be done next is cut off,
 * covered or out of sight. `small`: something that can be pressed is less than 44 px wide or high.
 */
const inEachScene = (page: Page, check: Check) =>
  page.evaluate(async (wanted) => {
    const next = ['end-button', 'save-button', 'answer-button', 'decline-button', 'call-button'];
    const deepest = (x: number, y: number): Element | null => {
      let hit = document.elementFromPoint(x, y);
      let inner = hit;
      do {
        hit = inner;
        inner = hit?.shadowRoot?.elementFromPoint(x, y) ?? null;
      } while (inner && inner !== hit);
      return hit;
    };
    const isHidden = (button: Element) => {
      const { left, right, top, bottom } = button.getBoundingClientRect();
      const [middle, centre] = [(left + right) / 2, (top + bottom) / 2];
      const edges: [number, number][] = [
        [middle, top + 2],
        [middle, bottom - 2],
        [left + 8, centre],
        [right - 8, centre],
      ];
      return top < 0 || bottom > innerHeight || edges.some((edge) => !button.contains(deepest(...edge)));
    };
    const all = (root: ParentNode): HTMLElement[] =>
      [...root.querySelectorAll<HTMLElement>('*')].flatMap((each) => [
        each,
        ...(each.shadowRoot ? all(each.shadowRoot) : []),
      ]);
    const wrong: string[] = [];
    for (const section of document.querySelectorAll('main > section')) {
      section.toggleAttribute('data-shown', true);
      scrollTo(0, 0);
      // Drawn, and measured by what observes its size.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const phone = section.querySelector('hs-calling-widget');
      const [rings, talks] = ['incoming', 'call'].map((state) => phone?.matches(`:state(${state})`) ?? false);
      for (const element of all(section)) {
        if (!element.checkVisibility()) continue;
        const part = element.getAttribute('part') ?? element.getAttribute('name') ?? element.localName;
        // Around a list or a round button with a word, all of that can be pressed.
        const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
        const isWrong =
          wanted === 'hidden'
            ? element.matches('.main') &&
              (talks
                ? part === 'end-button'
                : // While a call rings, what is to be done is to answer it.
                  next.includes(part) && !(rings && part === 'call-button')) &&
              isHidden(element)
            : element.matches('button, a, select, input, [role=option]') && Math.min(width, height) < 43.9;
        if (isWrong) {
          const name = section.querySelector('h2')?.textContent ?? '';
          wrong.push(`${name}: ${part}, ${width.toFixed(1)} × ${height.toFixed(1)} px`);
        }
      }
      section.toggleAttribute('data-shown', false);
    }
    return wrong;
  }, check);

test.describe('in a small frame', () => {
  // More than a hundred scenes.
  test.describe.configure({ timeout: 240_000 });

  for (const lang of ['en', 'de']) {
    test(`what is to be done next is in sight without scrolling: ${lang}`, async ({ page }) => {
      await openScenes(page, { lang });
      for (const [width, height, text] of [
        [250, 405, 200],
        [250, 405, 100],
        [320, 450, 200],
      ] as const) {
        await frame(page, { width, height, text });
        const view = `${String(width)} × ${String(height)}, ${String(text)} %`;
        expect.soft(await inEachScene(page, 'hidden'), view).toEqual([]);
      }
    });
  }

  test('whatever can be pressed is 44 px wide and high', async ({ page }) => {
    await openScenes(page);
    for (const [width, height] of [
      [250, 405],
      [250, 650],
      [320, 600],
      [400, 600],
    ] as const) {
      await frame(page, { width, height, text: 100 });
      expect.soft(await inEachScene(page, 'small'), `${String(width)} × ${String(height)}`).toEqual([]);
    }
  });
});

test.describe('the availability', () => {
  const chosen = (page: Page) => page.getByRole('combobox', { name: 'Availability' });
  const size = (page: Page) =>
    page
      .locator('hs-availability [part=base]')
      .evaluate((base) =>
        [base.getBoundingClientRect().width, base.getBoundingClientRect().height].map(Math.round),
      );

  for (const [width, height, text] of [
    [250, 405, 100],
    [250, 405, 200],
    [300, 600, 100],
    [400, 450, 100],
    [320, 600, 200],
  ] as const) {
    test(`is a dot that says its word, ${String(width)} × ${String(height)}, ${String(text)} %`, async ({
      page,
    }) => {
      for (const [scene, word, value] of [
        ['ready', 'Available', 'available'],
        ['a call that nobody starts', 'Unavailable', 'unavailable'],
        ['on hold to the end', 'Unavailable after this call', 'later'],
        ['away for a reason', 'Coffee', /coffee|pause/i],
        ['ready, after a missed call', 'Available', 'available'],
      ] as const) {
        await openScenes(page, { scene });
        await frame(page, { width, height, text });
        const [wide = 0, high = 0] = await size(page);
        expect(wide, scene).toBe(high);
        expect(wide).toBeGreaterThanOrEqual(44);
        await expect(page.locator('hs-availability [part=base]')).toHaveAttribute('title', word);
        await expect(chosen(page)).toHaveValue(value);
        await expect(chosen(page)).toHaveCSS('opacity', '0');
      }
    });
  }

  for (const width of [320, 400]) {
    test(`is a word where there is room for it, ${String(width)} px`, async ({ page }) => {
      await openScenes(page, { scene: 'ready' });
      await frame(page, { width, height: 600, text: 100 });
      await expect(chosen(page)).toHaveCSS('opacity', '1');
      const [wide = 0] = await size(page);
      expect(wide).toBeGreaterThan(90);
    });
  }

  test('can be chosen as a dot', async ({ page }) => {
    await openScenes(page, { scene: 'ready' });
    await frame(page, { width: 250, height: 405, text: 100 });
    await chosen(page).selectOption({ label: 'Unavailable' });
    await expect(page.locator('hs-availability [part=base]')).toHaveAttribute('title', 'Unavailable');
  });
});

test.describe('round buttons to choose one of', () => {
  /** Whether each is chosen, its colour behind the thin line of one that is not, and the colour around it. */
  const colours = async (page: Page, selector: string) => {
    const found: { isChecked: boolean; behindLine: string; around: string }[] = [];
    for (const radio of await page.locator(selector).all()) {
      const isChecked = await radio.isChecked();
      const box = await radio.boundingBox();
      if (!box) throw new Error('It is not shown.');
      const clip = { x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8 };
      const picture = (await page.screenshot({ clip })).toString('base64');
      const { behindLine, around } = await page.evaluate(async (data) => {
        const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const { width, height } = bitmap;
        const context = new OffscreenCanvas(width, height).getContext('2d');
        context?.drawImage(bitmap, 0, 0);
        const at = (x: number) => context?.getImageData(x, height >> 1, 1, 1).data.join(' ') ?? '';
        return { behindLine: at(8), around: at(1) };
      }, picture);
      found.push({ isChecked, behindLine, around });
    }
    return found;
  };

  for (const [scheme, forcedColors] of [
    ['light', 'none'],
    ['dark', 'none'],
    ['light', 'active'],
    ['dark', 'active'],
  ] as const) {
    for (const [scene, selector] of [
      ['outcomes in tiles, one suggested', 'hs-wrap-up input[type=radio]'],
      ['incoming, two matches', 'hs-incoming-call input[type=radio]'],
    ] as const) {
      test(`are filled only where they are chosen: ${scene}, ${scheme}, forced colours ${forcedColors}`, async ({
        page,
      }) => {
        await page.emulateMedia({ colorScheme: scheme, forcedColors });
        await openScenes(page, { scene, scheme });
        if (scene.startsWith('incoming')) await page.locator(selector).first().check();
        const found = await colours(page, selector);
        expect(found.filter(({ isChecked }) => isChecked)).toHaveLength(1);
        for (const { isChecked, behindLine, around } of found) {
          expect(behindLine === around, isChecked ? 'chosen' : 'not chosen').toBe(!isChecked);
        }
      });
    }
  }
});
