/** What the other frames may do to a bridge, carried out by its parts. */
import type { Store } from '../call/index.js';
import type { Connection } from './connection.js';
import { raise } from './events.js';
import type { Forwarded, FrameReports, FrameSeam } from './frames.js';
import type { Handover } from './handover.js';
import type { Inbox } from './inbox.js';
import type { Outbox } from './outbox.js';
import type { RequestDesk } from './request-desk.js';

/** The parts of a bridge that other frames reach. */
export interface FrameReportsParts {
  /** Gets the events. */
  readonly target: EventTarget;
  readonly store: Store;
  readonly frames: FrameSeam;
  readonly connection: Pick<Connection, 'link'>;
  readonly outbox: Pick<Outbox, 'say'>;
  readonly desk: Pick<RequestDesk, 'request' | 'voice'>;
  readonly inbox: Pick<Inbox, 'hear'>;
  readonly handover: Pick<Handover, 'prepare' | 'inherit' | 'keptCalls' | 'takeKept' | 'adopt'>;
}

export function frameReports(parts: FrameReportsParts): FrameReports {
  const { target, store, frames, connection, desk, handover } = parts;
  const { current } = frames;
  return {
    target,
    update(frame) {
      store.dispatch({ type: 'FRAME', frame });
    },
    mirror(shared) {
      const { loggedIn } = shared.user;
      const { link } = connection;
      // Before it is told that the user is available.
      if (loggedIn !== store.getState().user.loggedIn && link?.isInitialized && frames.tellsUser)
        link.send({ type: loggedIn ? 'LOGGED_IN' : 'LOGGED_OUT' });
      store.dispatch({ type: 'MIRRORED', shared });
    },
    perform(what) {
      perform(what, parts);
    },
    send(message) {
      connection.link?.send(message);
    },
    prepare: () => handover.prepare(),
    inherit(frame, voice) {
      handover.inherit(frame, voice);
    },
    keptCalls: () => handover.keptCalls(),
    keptByVoice: () => desk.voice?.kept?.(),
    takeKept: () => handover.takeKept(),
    fail(problem) {
      raise(target, 'hs-error', problem);
    },
    release() {
      if (frames.current === current) frames.current = undefined;
    },
  };
}

function perform(what: Forwarded, { store, outbox, desk, inbox, handover }: FrameReportsParts): void {
  switch (what.kind) {
    case 'request':
      desk.request(what.request.name, what.request.detail);
      return;
    case 'said':
      outbox.say(what.type, what.data);
      return;
    case 'received':
      inbox.hear(what.message);
      return;
    case 'happened':
      store.dispatch(what.happened);
      return;
    case 'kept':
      handover.adopt(what.kept);
  }
}
