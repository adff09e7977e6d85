/** What the frames of a user may do to a bridge from its start, carried out by its parts. */
import type { FrameStatus, Store } from '../call/index.js';
import type { CallKeeper } from './call-keeper.js';
import type { Connection } from './connection.js';
import type { Forwarded, FrameSeam } from './frames.js';
import type { Inbox } from './inbox.js';
import type { Outbox } from './outbox.js';
import type { RequestDesk } from './request-desk.js';

/** The parts of a bridge that its frames reach. */
export interface FrameReachParts {
  /** Gets the events. */
  readonly target: EventTarget;
  readonly store: Store;
  readonly frames: FrameSeam;
  readonly connection: Pick<Connection, 'link'>;
  readonly outbox: Pick<Outbox, 'say'>;
  readonly desk: Pick<RequestDesk, 'request' | 'voice'>;
  readonly inbox: Pick<Inbox, 'hear'>;
  readonly handover: {
    /** Loads what it takes to go on with calls. */
    prepare(): Promise<void>;
    /** Undefined until that is loaded. */
    readonly keeper: Pick<CallKeeper, 'adopt' | 'inherit' | 'takeKept' | 'unfinished'> | undefined;
  };
}

/** What a page of one frame needs too. The rest is made of its parts, by `frameReports`, once there are several frames. */
export interface FrameReach extends FrameReachParts {
  /** Tells what part this frame plays from now on; what is not named stays. */
  update(status: Partial<FrameStatus>): void;
  /** Does what was handed on, as if it happened now. */
  perform(what: Forwarded): void;
}

export function frameReach(parts: FrameReachParts): FrameReach {
  const { store, outbox, desk, inbox } = parts;
  return {
    ...parts,
    update(frame) {
      store.dispatch({ type: 'FRAME', frame });
    },
    perform(what) {
      if (what.kind === 'request') desk.request(what.request.name, what.request.detail);
      else if (what.kind === 'said') outbox.say(what.type, what.data);
      else if (what.kind === 'received') inbox.hear(what.message);
      else if (what.kind === 'happened') store.dispatch(what.happened);
    },
  };
}
