// A host that the user leaves and comes back to, as it was.
import type { HsCallingBridge } from '../../components/index.js';
import { address, dial, expect, numbers, stranger, test } from './fixtures.js';

test.use({ isWhole: true });

test('the host comes out of the back/forward cache', async ({ world }) => {
  const host = await world.openHost();
  await host.expectGot('INITIALIZED', 1);
  await host.widget.locator('hs-calling-bridge').evaluate((bridge: HsCallingBridge) => {
    window.addEventListener('pageshow', ({ persisted }) => {
      bridge.sendMessage({ type: 'A_NOTE', data: { persisted, connection: bridge.connectionState } });
    });
  });
  await world.open(address(stranger, 'blank.html'));
  // What comes out of the cache loads nothing. Playwright has lost sight of the widget by then, but the host has not.
  await world.page.goBack({ waitUntil: 'commit' });
  await host.expectGot('A_NOTE', 1);
  expect(host.got('A_NOTE')[0]?.data).toEqual({ persisted: true, connection: 'connected' });
  await host.say(dial(numbers.host));
  await host.expectGot('OUTGOING_CALL_STARTED', 1);
  await host.connect({ engagementId: 987 });
  await host.expectGot('INITIALIZED', 2);
  expect(host.got('SYNC_ACK')).toHaveLength(2);
});
