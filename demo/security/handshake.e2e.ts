// Hosts that lose answers, repeat themselves, come back, come late or not at all.
import type { Frame } from '@playwright/test';
import type { HsCallingBridge } from '../../components/index.js';
import { address, expect, hubspot, phone, test, type HostPage } from './fixtures.js';

const sync = { type: 'SYNC', messageId: 'host-sync', hostUrl: hubspot, portalId: 62515 };

/** Once the page has loaded, keeps the widget's window busy for 700 ms, as a large app does. */
function blockAtLoad(): void {
  if (!location.pathname.endsWith('/widget.html')) return;
  window.addEventListener('load', () => {
    setTimeout(() => {
      const until = performance.now() + 700;
      while (performance.now() < until);
    });
  });
}

/** Lets the app say something. */
const tell = (widget: Frame, act: (bridge: HsCallingBridge) => void) =>
  widget.locator('hs-calling-bridge').evaluate(act);

const times = (messages: readonly { readonly at: number }[]) =>
  messages.map(({ at }, i) => at - (messages[i - 1]?.at ?? at)).slice(1);

test('a lost acknowledgement is repeated', async ({ world }) => {
  const host = await world.openHost(hubspot, { quiet: true });
  await host.ignore(2);
  await host.connect();
  await host.expectGot('INITIALIZED', 3);
  expect(host.got('SYNC_ACK')).toHaveLength(3);
  expect(world.told('hs-ready')).toHaveLength(1);
  await host.expectDials();
});

test('a SYNC that comes five times is answered once', async ({ world }) => {
  const host = await world.openHost(hubspot, { quiet: true });
  await host.say(sync, sync, sync, sync, sync);
  await host.expectHeard('SYNC', 5);
  await host.expectWorks();
  expect(host.got('SYNC_ACK')).toMatchObject([{ messageId: 'host-sync' }]);
  expect(world.told('hs-ready')).toHaveLength(1);
});

test('a burst after a blocked start is answered once', async ({ world }) => {
  await world.page.addInitScript(blockAtLoad);
  const host = await world.openHost();
  await host.expectWorks();
  expect(world.arrived(phone, 'SYNC').length).toBeGreaterThanOrEqual(5);
  expect(host.got('SYNC_ACK')).toHaveLength(1);
  expect(world.told('hs-ready')).toHaveLength(1);
});

test('a host that never hears is answered every 300 ms at most', async ({ world }) => {
  const host = await world.openHost(hubspot, { quiet: true });
  await host.ignore(Infinity);
  await host.connect();
  await host.expectHeard('SYNC', 12);
  const gaps = times(world.sent().filter(({ type }) => type === 'SYNC_ACK'));
  expect(gaps.length).toBeGreaterThanOrEqual(2);
  // A ms of doubt: the spy's clock is read a little later than the widget's.
  for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(298);
  expect(world.told('hs-ready')).toHaveLength(1);
});

test('a host that is mounted anew names another engagement', async ({ world }) => {
  const host = await world.openHost();
  await host.expectGot('INITIALIZED', 1);
  await host.connect({ engagementId: '987', iframeLocation: 'widget' });
  await host.expectGot('INITIALIZED', 2);
  await world.expectTold('hs-context-change', [
    { context: { engagementId: 987, portalId: 62515 }, previous: { portalId: 62515 } },
  ]);
  expect(host.got('INITIALIZED')[1]?.data).toMatchObject({ engagementId: 987 });
  expect(world.told('hs-ready')).toHaveLength(1);
  await host.expectDials();
});

test('the host’s page is loaded again', async ({ world }) => {
  const host = await world.openHost();
  await host.expectGot('INITIALIZED', 1);
  await world.page.reload();
  await host.expectGot('INITIALIZED', 2);
  expect(world.told('hs-ready')).toHaveLength(2);
  await host.expectDials();
});

test('the widget is loaded again', async ({ world }) => {
  const host = await world.openHost();
  await host.expectGot('INITIALIZED', 1);
  await host.widget.evaluate(() => location.reload());
  await host.expectGot('INITIALIZED', 2);
  expect(world.told('hs-ready')).toHaveLength(2);
  await host.expectDials();
});

test('the frame shows a log-in page first', async ({ world }) => {
  const host = await world.openHost(hubspot, { file: 'blank.html' });
  await host.expectHeard('SYNC', 3);
  expect(host.got()).toEqual([]);
  await host.widget.evaluate((url) => location.assign(url), address(phone, 'widget.html'));
  await host.expectWorks();
  expect(world.told('hs-ready')).toHaveLength(1);
});

test('the host comes 5 s late, and what was said by then waits', async ({ world }) => {
  const host = await world.openHost(hubspot, { quiet: true });
  await tell(host.widget, (bridge) => {
    bridge.userLoggedIn();
    bridge.sendMessage({ type: 'A_NOTE', data: { n: 1 } });
    bridge.sendMessage({ type: 'A_NOTE', data: { n: 2 } });
  });
  await host.frame.evaluate(
    (late) => new Promise<void>((resolve) => setTimeout(() => resolve(), late)),
    5_000,
  );
  await host.connect();
  await host.expectWorks();
  const types = host.got().map(({ type }) => type);
  expect(types.slice(0, 2)).toEqual(['SYNC_ACK', 'INITIALIZED']);
  expect(host.got('A_NOTE').map(({ data }) => data)).toEqual([{ n: 1 }, { n: 2 }]);
  expect(world.codes('hs-error')).toEqual([]);
});

test('the host never comes, then it does', async ({ world }) => {
  const host = await world.openHost(hubspot, { quiet: true, widget: { 'handshake-timeout': '300' } });
  await world.expectTold('hs-error', [{ code: 'SYNC_TIMEOUT' }]);
  expect(await host.connection()).toBe('failed');
  expect(world.sent()).toEqual([]);
  await host.connect();
  await host.expectWorks();
  expect(await host.connection()).toBe('connected');
});

test.describe('the official SDK as host', () => {
  const expectReady = (host: HostPage, readies: number) =>
    expect.poll(() => host.officialReadies(), { intervals: [20] }).toBe(readies);

  test('loses an acknowledgement', async ({ world }) => {
    const host = await world.openOfficialHost({ 'deaf-to': '1' });
    await expectReady(host, 1);
    await host.expectGot('SYNC_ACK', 2);
    expect(world.told('hs-ready')).toHaveLength(1);
    await host.expectDials();
  });

  test('meets a blocked start and is ready once', async ({ world }) => {
    await world.page.addInitScript(blockAtLoad);
    const host = await world.openOfficialHost();
    await host.expectWorks();
    expect(world.arrived(phone, 'SYNC').length).toBeGreaterThanOrEqual(5);
    expect(host.got('SYNC_ACK')).toHaveLength(1);
    await expectReady(host, 1);
  });

  test('is mounted anew', async ({ world }) => {
    const host = await world.openOfficialHost();
    await expectReady(host, 1);
    await host.mountOfficial();
    await expectReady(host, 2);
    await host.expectGot('INITIALIZED', 2);
    await host.expectDials();
  });

  test('has its widget loaded again', async ({ world }) => {
    const host = await world.openOfficialHost();
    await expectReady(host, 1);
    await host.widget.evaluate(() => location.reload());
    await expectReady(host, 2);
    await host.expectDials();
  });
});
