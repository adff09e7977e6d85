/** What must be released with every call, however it ended: tracks, connections, timers. */
import { check } from '../check.js';
import type { ProviderDriver } from '../provider-driver.js';

const leavesNothing = (
  way: string,
  wanted: Partial<Parameters<typeof check>[1]>,
  body: (driver: ProviderDriver) => Promise<void>,
) =>
  check(
    `nothing is left running after a call ${way}`,
    { ...wanted, uses: ['leftovers', ...(wanted.uses ?? [])] },
    async (driver) => {
      await body(driver);
      await driver.expectNothingLeft();
    },
  );

export const releaseChecks = [
  leavesNothing('that was hung up here', {}, async (driver) => {
    const session = await driver.establish();
    await session.hangUp();
    await driver.waitForState(session, 'ended');
  }),

  leavesNothing('that was hung up there', { uses: ['hangsUp'] }, async (driver) => {
    await driver.waitForState(await driver.dial('hangsUp'), 'ended');
  }),

  leavesNothing('that was canceled at once', {}, async (driver) => {
    const session = await driver.dial('rings');
    await session.hangUp();
    await driver.waitForState(session, 'ended');
  }),

  leavesNothing('that was canceled while it rang', {}, async (driver) => {
    const session = await driver.dial('rings');
    await driver.waitForState(session, 'ringing');
    await session.hangUp();
    await driver.waitForState(session, 'ended');
  }),

  // A listener may hang up while the adapter is still in the middle of its own step.
  ...(['ringing', 'connecting', 'active'] as const).map((state) =>
    leavesNothing(`that was hung up by whoever heard it is ${state}`, {}, async (driver) => {
      const session = await driver.dial('answers');
      const { states } = driver.journal(session);
      session.addEventListener('statechange', () => {
        // Some providers skip a state: then it is hung up in the next one.
        if (states.includes(state) || session.state === 'active') void session.hangUp();
      });
      await driver.waitForState(session, 'ended');
    }),
  ),

  leavesNothing('that was refused', { uses: ['busy'] }, async (driver) => {
    await driver.waitForState(await driver.dial('busy'), 'ended');
  }),

  leavesNothing(
    'that came in and was declined',
    { needs: ['inbound'], uses: ['receive'] },
    async (driver) => {
      const session = await driver.receive();
      await session.decline?.();
      await driver.waitForState(session, 'ended');
    },
  ),

  leavesNothing('whose caller gave up', { needs: ['inbound'], uses: ['receive'] }, async (driver) => {
    await driver.waitForState(await driver.receive('gives-up'), 'ended');
  }),

  leavesNothing('that was held and muted', { needs: ['hold', 'mute'] }, async (driver) => {
    const session = await driver.establish();
    await session.setHeld?.(true);
    await session.setMuted?.(true);
    await session.hangUp();
    await driver.waitForState(session, 'ended');
  }),

  leavesNothing('that was handed over', { needs: ['blindTransfer'] }, async (driver) => {
    const session = await driver.establish();
    await session.transfer?.(driver.rig.numbers.answers);
    await driver.waitForState(session, 'ended');
  }),

  leavesNothing('that the provider was disconnected from', {}, async (driver) => {
    await driver.establish();
    await driver.provider.disconnect();
  }),
];
