// What the app's own code and other copies of this code may do without harm to the link.
import type { Frame } from '@playwright/test';
import type { HsCallingBridge } from '../../components/index.js';
import { expect, hubspot, test, type HostPage, type World } from './fixtures.js';

const evaluateBridge = (widget: Frame, act: (bridge: HsCallingBridge) => unknown) =>
  widget.locator('hs-calling-bridge').evaluate(act);

test.describe('a handler that throws', () => {
  const handlers: Readonly<Record<string, (bridge: HsCallingBridge) => void>> = {
    'in hs-dial-number': (bridge) => {
      bridge.addEventListener('hs-dial-number', () => {
        throw new Error('a handler’s own');
      });
    },
    'later, in hs-dial-number': (bridge) => {
      bridge.addEventListener('hs-dial-number', () => Promise.reject(new Error('a handler’s own')));
    },
    'in hs-ready': (bridge) => {
      bridge.addEventListener('hs-ready', () => {
        throw new Error('a handler’s own');
      });
    },
    'in hs-message': (bridge) => {
      bridge.addEventListener('hs-message', () => {
        throw new Error('a handler’s own');
      });
    },
    'in hs-sent': (bridge) => {
      bridge.addEventListener(
        'hs-sent',
        () => {
          throw new Error('a handler’s own');
        },
        { once: true },
      );
    },
  };

  for (const [place, add] of Object.entries(handlers)) {
    test(`${place}, does not stop the next message`, async ({ world }) => {
      world.expectedErrors = ['a handler’s own'];
      const host = await world.openHost(hubspot, { quiet: true });
      await evaluateBridge(host.widget, add);
      await host.connect();
      await host.expectWorks();
      await host.say({ type: 'A_QUESTION' });
      await world.expectTold('hs-unknown-message', [{ type: 'A_QUESTION' }]);
    });
  }
});

/** Puts a bridge of a copy of the code into the page, with what it takes to call. */
function addBridge([name, tag]: readonly [name: string, tag: string]): void {
  const copy = (window as unknown as Readonly<Record<string, typeof import('../../components/index.js')>>)[
    name
  ];
  if (!copy) throw new Error(`The page has no ${name}.`);
  copy.HsCallingBridge.define(tag);
  const Bridge = customElements.get(tag) as typeof HsCallingBridge;
  const bridge = new Bridge();
  bridge.append(Object.assign(document.createElement('hs-dialer'), { autoDial: true }));
  bridge.addEventListener('hs-call-request', ({ detail: { toNumber } }) => {
    bridge.outgoingCall({ toNumber, fromNumber: '+12025550160' });
  });
  document.body.append(bridge);
}

async function expectOneLink(world: World, host: HostPage): Promise<void> {
  await host.connect();
  await host.expectWorks();
  expect(host.got('SYNC_ACK')).toHaveLength(1);
  expect(world.told('hs-ready')).toHaveLength(1);
  expect(world.codes('hs-error')).toEqual(['DUPLICATE_BRIDGE']);
}

test.describe('a second bridge on the page', () => {
  test('of the same copy stays out', async ({ world }) => {
    const host = await world.openHost(hubspot, { quiet: true });
    await host.widget.evaluate(() => {
      document.body.append(document.createElement('hs-calling-bridge'));
    });
    await expectOneLink(world, host);
  });

  const source = { name: 'fromSource', url: './copy.ts', type: 'module' };
  const cdn = { name: 'HsCalling', url: '/cdn/hs-calling-elements.iife.min.js', type: '' };
  const pairs = {
    'the source’s after the CDN’s': [cdn, source],
    'the CDN’s after the source’s': [source, cdn],
    'the CDN’s after the CDN’s': [cdn, cdn],
  };
  for (const [order, copies] of Object.entries(pairs)) {
    test(`of another copy stays out: ${order}`, async ({ world }) => {
      const host = await world.openHost(hubspot, { quiet: true, file: 'copies.html' });
      for (const [i, { name, url, type }] of copies.entries()) {
        await host.widget.addScriptTag({ url, type });
        await host.widget.evaluate(addBridge, [
          name,
          i === 0 ? 'hs-calling-bridge' : 'second-bridge',
        ] as const);
      }
      await expectOneLink(world, host);
    });
  }
});

test.describe('a bridge that is taken out and put back', () => {
  const changes: Readonly<Record<string, (bridge: HsCallingBridge) => Promise<void>>> = {
    'at once': async (bridge) => {
      const { parentElement } = bridge;
      bridge.remove();
      parentElement?.append(bridge);
      await bridge.updateComplete;
    },
    'a moment later': async (bridge) => {
      const { parentElement } = bridge;
      bridge.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      parentElement?.append(bridge);
      await bridge.whenReady();
    },
  };
  for (const [when, change] of Object.entries(changes)) {
    test(`${when}, works without another handshake`, async ({ world }) => {
      const host = await world.openHost(hubspot, { quiet: true });
      await host.connect();
      await host.expectGot('INITIALIZED', 1);
      await host.widget.locator('hs-calling-bridge').evaluate(change);
      await host.expectWorks();
      expect(host.got('SYNC_ACK')).toHaveLength(1);
      expect(world.codes('hs-error')).toEqual([]);
    });
  }
});

/** Puts bridges into the page and takes them out again, the last perhaps not; counts the listeners that remain. */
async function comeAndGo({ cycles, stays = false }: { cycles: number; stays?: boolean }) {
  const listeners = new Map<string, Set<unknown>>();
  const of = (type: string) => listeners.get(type) ?? listeners.set(type, new Set()).get(type);
  const add = window.addEventListener.bind(window);
  const remove = window.removeEventListener.bind(window);
  Object.assign(window, {
    addEventListener(...given: Parameters<typeof add>) {
      of(given[0])?.add(given[1]);
      add(...given);
    },
    removeEventListener(...given: Parameters<typeof remove>) {
      of(given[0])?.delete(given[1]);
      remove(...given);
    },
  });
  for (let left = cycles; left > 0; left -= 1) {
    const bridge = document.createElement('hs-calling-bridge');
    bridge.append(document.createElement('hs-dialer'));
    document.body.append(bridge);
    if (stays && left === 1) break;
    await bridge.updateComplete;
    bridge.remove();
    // Moved or removed: the element waits for one microtask to know.
    await Promise.resolve();
  }
  const counts = [...listeners].map(([type, { size }]) => [type, size] as const);
  return Object.fromEntries(counts.filter(([, size]) => size > 0));
}

test('500 bridges that come and go leave nothing behind', async ({ world }) => {
  const host = await world.openHost(hubspot, { quiet: true });
  await host.widget.evaluate(() => {
    document.querySelector('hs-calling-bridge')?.remove();
  });
  // The first ones are dearer: code is compiled, caches are filled.
  await host.widget.evaluate(comeAndGo, { cycles: 100 });
  const devtools = await world.page.context().newCDPSession(host.widget);
  const heapSize = async () => {
    await devtools.send('HeapProfiler.collectGarbage');
    return (await devtools.send('Runtime.getHeapUsage')).usedSize;
  };
  const before = await heapSize();
  expect(await host.widget.evaluate(comeAndGo, { cycles: 500 })).toEqual({});
  const growth = (await heapSize()) - before;

  expect(Math.abs(growth)).toBeLessThan(1_000_000);

  expect(await host.widget.evaluate(comeAndGo, { cycles: 1, stays: true })).toMatchObject({ message: 1 });
  await host.connect();
  await host.expectGot('INITIALIZED', 1);
  expect(world.told('hs-ready')).toHaveLength(1);
  expect(host.got('SYNC_ACK')).toHaveLength(1);
  expect(world.codes('hs-error')).toEqual([]);
});
