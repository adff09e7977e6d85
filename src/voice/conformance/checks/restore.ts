/** What a provider with the capability `restore` must do after its page was reloaded. */
import { assert, assertSame } from '../assert.js';
import { check } from '../check.js';
import { ProviderDriver } from '../provider-driver.js';

export const restoreChecks = [
  check(
    'a call that went on over a reload is taken up again, once',
    { needs: ['restore'], uses: ['reload'] },
    async (driver) => {
      const { id, direction, remote } = await driver.establish();
      const after = new ProviderDriver(driver.rig, await driver.reload());
      try {
        const session = await after.restore(id);
        assert(session !== undefined, 'restore() found no call');
        await after.waitForState(session, 'active');
        assertSame(
          [session.id, session.direction, session.remote.number],
          [id, direction, remote.number],
          'id, direction and number',
        );
        assert(after.provider.sessions.includes(session), '`sessions` lacks it');
        assertSame(await after.restore(id), undefined, 'what a second restore() found');
        await after.expectResolved(session.hangUp(), 'hangUp()');
        await after.expectEnd(session, 'hung-up', 'local');
      } finally {
        await after.close();
      }
    },
  ),

  check(
    'a call that ended before a reload is not taken up',
    { needs: ['restore'], uses: ['reload'] },
    async (driver) => {
      const session = await driver.establish();
      await driver.expectResolved(session.hangUp(), 'hangUp()');
      const after = new ProviderDriver(driver.rig, await driver.reload());
      try {
        assertSame(await after.restore(session.id), undefined, 'what restore() found');
      } finally {
        await after.close();
      }
    },
  ),

  check('a call that nobody knows is not taken up', { needs: ['restore'] }, async (driver) => {
    assertSame(await driver.restore('no such call'), undefined, 'what restore() found');
    assertSame(driver.provider.sessions.length, 0, 'the number of sessions');
  }),
];
