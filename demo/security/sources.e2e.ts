// Windows that are not the parent say SYNC and name a number to dial: nothing comes of it, before the host or after.
import type { Frame } from '@playwright/test';
import {
  addFrame,
  address,
  dial,
  expect,
  hostAddress,
  HostPage,
  hubspot,
  numbers,
  phone,
  stranger,
  test,
  type World,
} from './fixtures.js';

/** How an attacker gets hold of the widget’s window. */
type Way = 'parent' | 'sibling' | 'opener' | 'opened' | 'frame of opened' | 'frame of frame' | 'self';

/** Two windows: who says it, and in whose name the widget should be. */
interface Scene {
  readonly attacker: Frame;
  readonly host: HostPage;
}

const attack = [
  { type: 'SYNC', messageId: 'evil-1', hostUrl: stranger, portalId: 666 },
  { messageId: 'evil-2', ...dial(numbers.attacker) },
];

/** Gives a window what it takes to attack. */
function arm(attacker: Frame, way: Way): Promise<void> {
  return attacker.evaluate(
    ([chosen, messages]) => {
      const { opened } = window as unknown as { opened: Window };
      const windows: Record<Way, () => Window | null | undefined> = {
        parent: () => window.parent,
        sibling: () => window.parent.frames[0],
        opener: () => window.opener as Window,
        opened: () => opened,
        'frame of opened': () => opened.frames[0],
        'frame of frame': () => window.frames[0]?.frames[0],
        self: () => window,
      };
      const strike = () => {
        for (const message of messages) windows[chosen]()?.postMessage(message, '*');
      };
      Object.assign(window, { strike });
    },
    [way, attack] as const,
  );
}

const strike = (attacker: Frame) =>
  attacker.evaluate(() => {
    (window as unknown as { strike: () => void }).strike();
  });

const blank = (origin: string) => address(origin, 'blank.html');

const besideIt =
  (origin: string, sandbox?: string, widget: Readonly<Record<string, string>> = {}) =>
  async (world: World): Promise<Scene> => {
    const host = await world.openHost(hubspot, { quiet: true, widget });
    return { host, attacker: await addFrame(host.frame, blank(origin), sandbox) };
  };

const scenes: Readonly<Record<string, readonly [Way, (world: World) => Promise<Scene>]>> = {
  'a sibling frame': ['sibling', besideIt(stranger)],
  'another frame of the host’s origin': ['sibling', besideIt(hubspot)],
  'another frame of the widget’s origin': ['sibling', besideIt(phone)],
  'a sandboxed frame': ['sibling', besideIt(stranger, 'allow-scripts')],
  'a frame inside the widget': [
    'parent',
    async (world) => {
      const host = await world.openHost(hubspot, { quiet: true });
      return { host, attacker: await addFrame(host.widget, blank(stranger)) };
    },
  ],
  'a window that the widget opened': [
    'opener',
    async (world) => {
      const host = await world.openHost(hubspot, { quiet: true });
      return { host, attacker: await world.openFrom(host.widget, blank(stranger)) };
    },
  ],
  'the page that opened the host’s': [
    'frame of opened',
    async (world) => {
      await world.open(blank(stranger));
      const attacker = world.page.mainFrame();
      const host = await world.openFrom(attacker, hostAddress(hubspot, { quiet: true }));
      return { attacker, host: new HostPage(world, host) };
    },
  ],
  'the page around the host’s': [
    'frame of frame',
    async (world) => {
      await world.open(blank(stranger));
      const attacker = world.page.mainFrame();
      const host = await addFrame(attacker, hostAddress(hubspot, { quiet: true }));
      return { attacker, host: new HostPage(world, host) };
    },
  ],
  'the widget’s own window': [
    'self',
    async (world) => {
      const host = await world.openHost(hubspot, { quiet: true });
      return { host, attacker: host.widget };
    },
  ],
};

for (const [name, [way, set]] of Object.entries(scenes)) {
  test(`${name} is not listened to`, async ({ world }) => {
    const { attacker, host } = await set(world);
    await arm(attacker, way);
    await strike(attacker);
    await host.expectHeard('DIAL_NUMBER', 1);
    world.expectNothingHappened();
    expect(world.codes('hs-rejected')).toEqual(['BAD_SOURCE']);
    // A trusted origin in the wrong window is worth a word.
    const loud = attacker.url().startsWith(`${hubspot}/`) ? ['BAD_SOURCE'] : [];
    expect(world.codes('hs-error').filter((code) => code !== 'FOREIGN_ANCESTOR')).toEqual(loud);

    await host.connect();
    await host.expectGot('INITIALIZED', 1);
    await strike(attacker);
    await host.expectHeard('DIAL_NUMBER', 2);
    await host.expectDials();
    expect(host.got('SYNC_ACK')).toMatchObject([{ hostUrl: hubspot }]);
  });
}

test('a frame that is gone by the time is not listened to', async ({ world }) => {
  const { attacker, host } = await besideIt(hubspot)(world);
  await arm(attacker, 'sibling');
  await host.frame.evaluate(() => {
    (window.frames[1] as unknown as { strike: () => void }).strike();
    document.querySelectorAll('iframe')[1]?.remove();
  });
  await host.expectHeard('DIAL_NUMBER', 1);
  world.expectNothingHappened();
  await host.connect();
  await host.expectWorks();
});

test('a page that opens the widget in a window is not listened to', async ({ world }) => {
  await world.open(blank(stranger));
  const attacker = world.page.mainFrame();
  await world.openFrom(attacker, address(phone, 'widget.html'));
  await world.expectTold('hs-error', [{ code: 'NOT_FRAMED' }]);
  await arm(attacker, 'opened');
  await strike(attacker);
  await expect.poll(() => world.arrived(phone)).toHaveLength(2);
  world.expectNothingHappened();
  expect(world.arrived(stranger)).toEqual([]);

  const host = await world.openHost();
  await host.expectWorks();
});

test.describe('with source-check="origin"', () => {
  const open = { 'source-check': 'origin' };

  for (const [name, origin, sandbox] of [
    ['a stranger’s frame', stranger, undefined],
    ['a sandboxed frame', hubspot, 'allow-scripts'],
    ['the widget’s own origin', phone, undefined],
  ] as const) {
    test(`${name} is still not listened to`, async ({ world }) => {
      const { attacker, host } = await besideIt(origin, sandbox, open)(world);
      await arm(attacker, 'sibling');
      await strike(attacker);
      await host.expectHeard('DIAL_NUMBER', 1);
      world.expectNothingHappened();
      expect(world.codes('hs-rejected')).toEqual(['BAD_ORIGIN']);
      await host.connect();
      await host.expectWorks();
    });
  }

  test('another frame of a trusted origin is the host', async ({ world }) => {
    const { attacker, host } = await besideIt(hubspot, undefined, open)(world);
    await attacker.evaluate(() => {
      window.parent.frames[0]?.postMessage({ type: 'SYNC', messageId: 'frame-1', portalId: 62515 }, '*');
    });
    await expect.poll(() => world.arrived(hubspot, 'INITIALIZED')).toHaveLength(1);
    // It is answered, and not the page around it.
    expect(world.arrived(hubspot).map(({ type, where }) => [type, where])).toEqual([
      ['SYNC_ACK', blank(hubspot)],
      ['INITIALIZED', blank(hubspot)],
    ]);
    expect(await host.connection()).toBe('connected');
  });
});
