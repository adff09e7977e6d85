/** What must not be left behind: no live track, no open connection, no timer, whatever way a call went. */
import { check, type Bench } from './bench.js';

const leavesNothing = (
  way: string,
  wanted: Partial<Parameters<typeof check>[1]>,
  body: (bench: Bench) => Promise<void>,
) =>
  check(
    `nothing is left running after a call ${way}`,
    { ...wanted, uses: ['leftovers', ...(wanted.uses ?? [])] },
    async (bench) => {
      await body(bench);
      await bench.leavesNothing();
    },
  );

export const releaseChecks = [
  leavesNothing('that was hung up here', {}, async (bench) => {
    const session = await bench.talk();
    await session.hangUp();
    await bench.reaches(session, 'ended');
  }),

  leavesNothing('that was hung up there', { uses: ['hangsUp'] }, async (bench) => {
    await bench.reaches(await bench.dial('hangsUp'), 'ended');
  }),

  leavesNothing('that was canceled at once', {}, async (bench) => {
    const session = await bench.dial('rings');
    await session.hangUp();
    await bench.reaches(session, 'ended');
  }),

  leavesNothing('that was canceled while it rang', {}, async (bench) => {
    const session = await bench.dial('rings');
    await bench.reaches(session, 'ringing');
    await session.hangUp();
    await bench.reaches(session, 'ended');
  }),

  // Whoever hears of a state may hang up before the adapter goes on.
  ...(['ringing', 'connecting', 'active'] as const).map((state) =>
    leavesNothing(`that was hung up by whoever heard it is ${state}`, {}, async (bench) => {
      const session = await bench.dial('answers');
      const { states } = bench.journal(session);
      session.addEventListener('statechange', () => {
        // Some phones skip a state; the next one does as well.
        if (states.includes(state) || session.state === 'active') void session.hangUp();
      });
      await bench.reaches(session, 'ended');
    }),
  ),

  leavesNothing('that was refused', { uses: ['busy'] }, async (bench) => {
    await bench.reaches(await bench.dial('busy'), 'ended');
  }),

  leavesNothing('that came in and was declined', { needs: ['inbound'], uses: ['receive'] }, async (bench) => {
    const session = await bench.receive();
    await session.decline?.();
    await bench.reaches(session, 'ended');
  }),

  leavesNothing('whose caller gave up', { needs: ['inbound'], uses: ['receive'] }, async (bench) => {
    await bench.reaches(await bench.receive('gives-up'), 'ended');
  }),

  leavesNothing('that was held and muted', { needs: ['hold', 'mute'] }, async (bench) => {
    const session = await bench.talk();
    await session.setHeld?.(true);
    await session.setMuted?.(true);
    await session.hangUp();
    await bench.reaches(session, 'ended');
  }),

  leavesNothing('that was handed over', { needs: ['blindTransfer'] }, async (bench) => {
    const session = await bench.talk();
    await session.transfer?.(bench.rig.numbers.answers);
    await bench.reaches(session, 'ended');
  }),

  leavesNothing('that the phone was disconnected from', {}, async (bench) => {
    await bench.talk();
    await bench.provider.disconnect();
  }),
];
