/** What several frames of a user may do to the bridge that they serve. It is loaded where there are several. */
import { raise } from './events.js';
import type { FrameReach } from './frame-reach.js';
import type { FrameReports } from './frames.js';

export function frameReports(reach: FrameReach): FrameReports {
  const { store, frames, connection, desk, handover, target } = reach;
  return {
    target,
    update(frame) {
      reach.update(frame);
    },
    fail(problem) {
      raise(target, 'hs-error', problem);
    },
    mirror(shared) {
      const { loggedIn } = shared.user;
      const { link } = connection;
      // Before it is told that the user is available.
      if (loggedIn !== store.getState().user.loggedIn && link?.isInitialized && frames.current.tellsUser)
        link.send({ type: loggedIn ? 'LOGGED_IN' : 'LOGGED_OUT' });
      store.dispatch({ type: 'MIRRORED', shared });
    },
    perform(what) {
      if (what.kind === 'kept') void handover.prepare().then(() => handover.keeper?.adopt(what.kept));
      else reach.perform(what);
    },
    send(message) {
      connection.link?.send(message);
    },
    prepare: () => handover.prepare(),
    inherit(frame, voice) {
      if (handover.keeper) handover.keeper.inherit(frame, voice);
      else reach.update(frame);
    },
    keptCalls: () => handover.keeper?.unfinished() ?? [],
    keptByVoice: () => desk.voice?.kept?.(),
    takeKept: () => handover.keeper?.takeKept() ?? [],
  };
}
