/** What a phone must do that takes calls up again after its page was loaded anew. */
import { assert, assertSame } from './assert.js';
import { Bench, check } from './bench.js';

export const restoreChecks = [
  check(
    'a call that went on over a reload is taken up again, once',
    { needs: ['restore'], uses: ['reload'] },
    async (bench) => {
      const { id, direction, remote } = await bench.talk();
      const after = new Bench(bench.rig, await bench.reload());
      try {
        const session = await after.restore(id);
        assert(session !== undefined, 'restore() found no call');
        await after.reaches(session, 'active');
        assertSame(
          [session.id, session.direction, session.remote.number],
          [id, direction, remote.number],
          'id, direction and number',
        );
        assert(after.provider.sessions.includes(session), '`sessions` lacks it');
        assertSame(await after.restore(id), undefined, 'what a second restore() found');
        await after.does(session.hangUp(), 'hangUp()');
        await after.ends(session, 'hung-up', 'local');
      } finally {
        await after.close();
      }
    },
  ),

  check(
    'a call that ended before a reload is not taken up',
    { needs: ['restore'], uses: ['reload'] },
    async (bench) => {
      const session = await bench.talk();
      await bench.does(session.hangUp(), 'hangUp()');
      const after = new Bench(bench.rig, await bench.reload());
      try {
        assertSame(await after.restore(session.id), undefined, 'what restore() found');
      } finally {
        await after.close();
      }
    },
  ),

  check('a call that nobody knows is not taken up', { needs: ['restore'] }, async (bench) => {
    assertSame(await bench.restore('no such call'), undefined, 'what restore() found');
    assertSame(bench.provider.sessions.length, 0, 'the number of sessions');
  }),
];
