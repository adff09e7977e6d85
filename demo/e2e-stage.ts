/** A page that plays scenarios with one widget, as a fixture. One for each worker: every scenario loads the widget anew. */
import { test as base, type Browser, type Page, type WorkerInfo } from '@playwright/test';
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

  static async open(browser: Browser, address: string, farEnd: (page: Page) => FarEndDriver): Promise<Stage> {
    const page = await browser.newPage();
    const trouble = await collectTrouble(page);
    await giveDriver(page, widgetDriver(page, farEnd(page)));
    await page.goto(address);
    return new Stage(page, trouble);
  }

  /** Plays a scenario. `timeout`: ms that anything may take. */
  play({ name }: Scenario, timeout = 12_000): Promise<ScenarioResult> {
    return this.#page.evaluate(([scenario, ms]) => window.play(scenario, { timeout: ms, quiet: 200 }), [
      name,
      timeout,
    ] as const);
  }

  /** What the console, the network or the policy had to say since it was asked last. */
  takeTrouble(): string[] {
    return this.#trouble.splice(0);
  }

  close(): Promise<void> {
    return this.#page.close();
  }
}

const open =
  (file: string, farEnd: (page: Page) => FarEndDriver) =>
  async (
    { browser }: { browser: Browser },
    use: (stage: Stage) => Promise<void>,
    { project }: WorkerInfo,
  ): Promise<void> => {
    const { baseURL = '' } = project.use;
    const stage = await Stage.open(browser, `${baseURL}/demo/testing.html?widget=${file}`, farEnd);
    await use(stage);
    await stage.close();
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
