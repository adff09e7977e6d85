// A few scenarios with real widgets, or all: `npm run test:scenarios`. The unit tests play each over a wire.
import { expect } from '@playwright/test';
import { scenarios as every, summary } from '../src/testing/index.js';
import { test } from './e2e-stage.js';

test.describe.configure({ mode: 'parallel' });

const few = ['handshake', 'outbound-answered', 'inbound-known', 'inbound-navigation', 'reload-in-call'];
const scenarios = process.env['SCENARIOS'] === 'all' ? every : every.filter(({ name }) => few.includes(name));

test.describe('a widget of our tags passes', () => {
  for (const scenario of scenarios) {
    test(scenario.name, async ({ tags }) => {
      expect(summary(await tags.play(scenario))).toBe(`${scenario.name}: passed`);
      expect(tags.takeTrouble()).toEqual([]);
    });
  }
});

/** Where the official SDK fails, whatever an app does with it. */
const failures: Readonly<Record<string, string>> = {
  'lost-acknowledgement': 'The widget starts',
  'host-remount': 'The widget says INITIALIZED',
};

test.describe('a widget on the official SDK', () => {
  for (const scenario of scenarios) {
    const { name, official } = scenario;
    if (official.passes) {
      test(`passes ${name}`, async ({ officialSdk }) => {
        expect(summary(await officialSdk.play(scenario))).toBe(`${name}: passed`);
        expect(officialSdk.takeTrouble()).toEqual([]);
      });
    } else {
      test(`fails ${name}`, async ({ officialSdk }) => {
        const { ok, steps } = await officialSdk.play(scenario, 3000);
        expect(ok).toBe(false);
        expect(steps.find(({ status }) => status === 'failed')?.step).toBe(failures[name]);
      });
    }
  }
});
