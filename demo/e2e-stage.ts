/** A page that plays scenarios with one widget, as a fixture. One for each worker: every scenario loads the widget anew. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  test as base,
  type BrowserContext,
  type BrowserType,
  type Page,
  type PlaywrightWorkerArgs,
  type WorkerInfo,
} from '@playwright/test';
import type { Scenario, ScenarioResult } from '../src/testing/index.js';
import { collectTrouble } from './e2e-host-page.js';
import {
  giveDriver,
  loopbackFarEnd,
  pretendFarEnd,
  widgetDriver,
  type FarEndDriver,
} from './e2e-widget-driver.js';

export class Stage {
  readonly #page: Page;
  readonly #trouble: string[];

  private constructor(page: Page, trouble: string[]) {
    this.#page = page;
    this.#trouble = trouble;
  }

  static async open(
    context: BrowserContext,
    { baseURL = '' }: WorkerInfo['project']['use'],
    file: string,
    farEnd: (page: Page) => FarEndDriver,
  ): Promise<Stage> {
    const page = await context.newPage();
    const trouble = await collectTrouble(page);
    await giveDriver(page, widgetDriver(page, farEnd(page)));
    await page.goto(`${baseURL}/demo/testing.html?widget=${file}`);
    return new Stage(page, trouble);
  }

  /** Plays a scenario. `timeoutMs`: how many ms anything may take. */
  play({ name }: Scenario, timeoutMs = 12_000): Promise<ScenarioResult> {
    return this.#page.evaluate(([scenario, ms]) => window.play(scenario, { timeoutMs: ms, silenceMs: 200 }), [
      name,
      timeoutMs,
    ] as const);
  }

  /** What the console, the network or the policy had to say since it was asked last. */
  takeTrouble(): string[] {
    return this.#trouble.splice(0);
  }
}

// Chromium as Playwright starts it lets a page that is framed by another site keep nothing, not even over a reload. People
// meet a browser that gives it a storage of its own.
function profile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stage-'));
  mkdirSync(join(folder, 'Default'));
  writeFileSync(
    join(folder, 'Default', 'Preferences'),
    JSON.stringify({ profile: { cookie_controls_mode: 0, block_third_party_cookies: false } }),
  );
  return folder;
}

/** A browser context that has such a storage, and its folder, until the test is done with it. */
export async function withStorage<T>(
  chromium: BrowserType,
  { launchOptions }: WorkerInfo['project']['use'],
  use: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const folder = profile();
  const context = await chromium.launchPersistentContext(folder, launchOptions);
  try {
    return await use(context);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const open =
  (file: string, farEnd: (page: Page) => FarEndDriver) =>
  async (
    { playwright: { chromium } }: PlaywrightWorkerArgs,
    use: (stage: Stage) => Promise<void>,
    { project }: WorkerInfo,
  ): Promise<void> => {
    await withStorage(chromium, project.use, async (context) => {
      await use(await Stage.open(context, project.use, file, farEnd));
    });
  };

/** The stages, by what the widget is made of. */
export interface Stages {
  readonly tags: Stage;
  readonly officialSdk: Stage;
}

export const test = base.extend<object, Stages>({
  tags: [open('testing-widget.html', loopbackFarEnd), { scope: 'worker' }],
  officialSdk: [open('official-widget.html', pretendFarEnd), { scope: 'worker' }],
});
