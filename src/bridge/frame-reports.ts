/** What several frames of a user may do to the bridge that they serve. It is loaded where there are several. */
import type { FrameStatus, SharedState } from '../call/index.js';
import type { Envelope } from '../link/index.js';
import type { CallingError } from '../protocol/index.js';
import { raise } from './events.js';
import type { FrameReach } from './frame-reach.js';
import type { KeptCall } from './kept-calls.js';

/** What several frames may do to the bridge they serve. */
export interface FrameReports extends Pick<FrameReach, 'target' | 'update' | 'perform'> {
  /** Tells what went wrong: raised as `hs-error`. */
  fail(problem: CallingError): void;
  /** Shows what the owner tells. */
  mirror(shared: SharedState): void;
  /** Sends a message to the HubSpot page around this frame. */
  send(message: Omit<Envelope, 'messageId'> & Partial<Envelope>): void;
  /** Loads what it takes to go on with calls. */
  prepare(): Promise<void>;
  /**
   * Goes on with the calls of an owner that has gone, which are still mirrored here: those that the voice can restore, and
   * the end of the others is told.
   *
   * @param frame - What part this frame plays from now on.
   * @param voice - What the voice of the owner has told of its calls, for the voice of this frame.
   */
  inherit(frame: FrameStatus, voice: unknown): void;
  /** What another frame's voice needs to go on with the calls of this one's. */
  keptByVoice(): unknown;
  /** The calls of now that are not finished, for another frame that goes on with them. */
  keptCalls(): readonly KeptCall[];
  /** Once it is prepared: the calls of the page before this one, which are taken out of the storage. */
  takeKept(): readonly KeptCall[];
}

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
