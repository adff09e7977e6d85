/**
 * Frames that come, go and die in any order, by a seed: real tabs, channel and locks. A few seeds; `SEQUENCES=50` plays fifty.
 * The unit tests play many more on fakes.
 */
import { expect, test as base, type BrowserContext } from '@playwright/test';
import type { HsCallingBridge } from '../components/index.js';
import type { HsLoopbackVoice } from '../components/loopback-voice/loopback-voice.js';
import { randomFrom } from '../src/frames/testing/random.js';
import { openObserver, openTab, type FramePage } from './e2e-frames.js';
import { withStorage } from './e2e-stage.js';

const test = base.extend<object, { readonly browserWithStorage: BrowserContext }>({
  browserWithStorage: [
    ({ playwright: { chromium } }, use, { project }) => withStorage(chromium, project.use, use),
    { scope: 'worker' },
  ],
});

test.describe.configure({ mode: 'parallel' });

type Place = 'remote' | 'widget' | 'window';

/** The frames that HubSpot shows for an app of each of the three designs. */
const designs: readonly { readonly usesCallingWindow: boolean; readonly places: readonly Place[] }[] = [
  { usesCallingWindow: true, places: ['window', 'remote', 'remote'] },
  { usesCallingWindow: false, places: ['remote', 'window', 'remote'] },
  { usesCallingWindow: false, places: ['widget', 'remote', 'widget'] },
];

/** What is pressed in a widget. It does nothing where there is no call for it. */
const presses = {
  ring: (bridge: HsCallingBridge): void => {
    const { frame, calls } = bridge.getState();
    const voice = bridge.querySelector<HsLoopbackVoice>('hs-loopback-voice');
    const mayRing = frame.role === 'owner' && !frame.needsWindow && voice?.provider.state === 'ready';
    const isFree = calls.every(({ phase }) => ['wrap-up', 'completed', 'transferred'].includes(phase));
    if (mayRing && isFree) void voice.receiveCall({ from: '+12025550102' });
  },
  answer: (bridge: HsCallingBridge): void => {
    const { calls } = bridge.getState();
    const call = calls.find(({ phase, direction }) => phase === 'ringing' && direction === 'inbound');
    if (call) bridge.request('hs-answer-request', { externalCallId: call.externalCallId });
  },
  hangUp: (bridge: HsCallingBridge): void => {
    const { calls } = bridge.getState();
    const call = calls.find(({ phase }) => !['wrap-up', 'completed', 'transferred'].includes(phase));
    if (call) bridge.request('hs-hang-up-request', { externalCallId: call.externalCallId });
  },
  complete: (bridge: HsCallingBridge): void => {
    const { calls } = bridge.getState();
    const call = calls.find(({ phase, saving }) => phase === 'wrap-up' && saving === 'none');
    if (call) bridge.request('hs-complete-request', { externalCallId: call.externalCallId });
  },
};

/** What happens next. What a user does most is there more often. */
const steps = [
  ...([
    'ring',
    'ring',
    'dial',
    'dial',
    'answer',
    'answer',
    'answer',
    'hangUp',
    'complete',
    'note',
    'note',
  ] as const),
  ...(['kill', 'close', 'reload', 'reload', 'open'] as const),
];

/** One user, whose tabs come and go. */
class User {
  /** What was done, for whoever reads that it went wrong. */
  readonly done: string[] = [];
  /** The last note of each call. */
  readonly notes = new Map<string, string>();
  readonly #context: BrowserContext;
  readonly #account: { readonly portalId: number; readonly usesCallingWindow: boolean };
  readonly #places: readonly Place[];
  readonly #random: () => number;
  readonly #tabs: { readonly frame: FramePage; readonly name: string }[] = [];
  #opened = 0;

  constructor(context: BrowserContext, seed: number) {
    this.#context = context;
    this.#random = randomFrom(seed);
    const { usesCallingWindow, places } = this.#pick(designs);
    this.#account = { portalId: 830_000 + seed, usesCallingWindow };
    this.#places = places;
  }

  /** Opens the tabs, and a page that only listens, which is returned. */
  async start(): Promise<FramePage> {
    const observer = await openObserver(this.#context, this.#account.portalId);
    for (const place of this.#places) await this.open(place);
    return observer;
  }

  async open(place = this.#places[0] ?? 'widget'): Promise<void> {
    this.#opened += 1;
    const name = `${place} ${String(this.#opened)}`;
    this.#tabs.push({ frame: await openTab(this.#context, name, { ...this.#account, place }), name });
  }

  async doSomething(): Promise<void> {
    const tab = this.#pick(this.#tabs);
    const step = this.done.length === 0 ? this.#pick(['ring', 'dial'] as const) : this.#pick(steps);
    this.done.push(`${step} in ${tab.name}`);
    const { page } = tab.frame;
    const isLast = this.#tabs.length === 1;
    if (step === 'dial') await tab.frame.dial(101);
    // HubSpot names its record of a call to one page only, and within a moment: with that page it would be lost.
    else if (step === 'note') await this.#note(tab.frame);
    else if (step === 'open' && this.#tabs.length < 4) await this.open(this.#pick(this.#places));
    else if (step === 'reload') {
      await page.reload();
      await tab.frame.started();
    } else if (step === 'kill' && !isLast) {
      this.#tabs.splice(this.#tabs.indexOf(tab), 1);
      const session = await this.#context.newCDPSession(page);
      const isDead = page.waitForEvent('crash');
      session.send('Page.crash').catch(() => undefined);
      await isDead;
      await page.close();
    } else if (step === 'close' && !isLast) {
      this.#tabs.splice(this.#tabs.indexOf(tab), 1);
      await page.close({ runBeforeUnload: false });
    } else if (step === 'ring') {
      for (const { frame } of this.#tabs) await this.#press(frame, presses.ring);
    } else if (step in presses) await this.#press(tab.frame, presses[step as keyof typeof presses]);
    if (step === 'dial' || step === 'ring') await this.#isRecorded();
    // Sometimes the next thing happens before this one is known everywhere.
    if (this.#random() < 0.7)
      await this.#tabs[0]?.frame.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 150)));
  }

  /** Ends and saves whatever there is, wherever it is. */
  async finish(): Promise<void> {
    for (const { frame } of this.#tabs) {
      await this.#press(frame, presses.hangUp);
      await this.#press(frame, presses.complete);
    }
  }

  /** How many of the frames own the calls. */
  async countOwners(): Promise<number> {
    const roles = this.#tabs.map(({ frame }) => this.#press(frame, (bridge) => bridge.getState().frame.role));
    return (await Promise.all(roles)).filter((role) => role === 'owner').length;
  }

  async close(): Promise<void> {
    for (const { frame } of this.#tabs) await frame.page.close();
  }

  // HubSpot names its record of a call to one page, a moment later: if that page is gone by then, nobody knows it.
  async #isRecorded(): Promise<void> {
    const areNamed = () =>
      Promise.all(
        this.#tabs.map(({ frame }) =>
          this.#press(frame, (bridge) =>
            bridge.getState().calls.every(({ awaitsEngagement }) => !awaitsEngagement),
          ),
        ),
      );
    await expect.poll(areNamed).not.toContain(false);
  }

  // A note that was just typed is with the owner a moment later.
  async #note(frame: FramePage): Promise<void> {
    const notes = `note ${String(this.done.length)}`;
    const noted = await this.#press(
      frame,
      async (bridge, text) => {
        const { calls } = bridge.getState();
        const call = calls.find(({ phase, saving }) => phase !== 'completed' && saving === 'none');
        if (!call) return undefined;
        bridge.updateCall({ externalCallId: call.externalCallId, engagement: { notes: text } });
        await new Promise((resolve) => setTimeout(resolve, 200));
        return call.externalCallId;
      },
      notes,
    );
    if (noted !== undefined) this.notes.set(noted, notes);
  }

  #press<T>(
    { widget }: FramePage,
    press: (bridge: HsCallingBridge, given: string) => T | Promise<T>,
    given = '',
  ): Promise<T> {
    return widget.locator('hs-calling-bridge').evaluate<T, string>(press as never, given);
  }

  #pick<T>(all: readonly T[]): T {
    return all[Math.floor(this.#random() * all.length)] as T;
  }
}

const amount = Number(process.env['SEQUENCES'] ?? 6);
for (let seed = 1; seed <= amount; seed += 1) {
  test(`no call is lost, told twice or left over: seed ${String(seed)}`, async ({ browserWithStorage }) => {
    test.setTimeout(90_000);
    const user = new User(browserWithStorage, seed);
    const observer = await user.start();
    for (let step = 0; step < 12; step += 1) await user.doSomething();
    // Whoever is left finishes what there is.
    await user.open();
    await expect(async () => {
      await user.finish();
      expect(await user.countOwners(), user.done.join(', ')).toBe(1);
      const log = await observer.log();
      expect(
        log.map(({ isCompleted }) => isCompleted),
        user.done.join(', '),
      ).toEqual(log.map(() => true));
    }).toPass({ timeout: 30_000 });
    expect(await observer.findings(), user.done.join(', ')).toEqual([]);
    for (const { externalCallId = '', body } of await observer.log()) {
      const note = user.notes.get(externalCallId);
      if (note !== undefined) expect(body, user.done.join(', ')).toContain(note);
    }
    if (process.env['SEQUENCES'])
      console.log(String((await observer.log()).length), 'calls:', user.done.join(', '));
    await user.close();
    await observer.page.close();
  });
}
