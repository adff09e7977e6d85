/**
 * A frame that joins those of the same user. This part is all that a page without other frames loads: it finds out whether
 * there are any, and whether one of them owns the calls already.
 */
import type { BridgeFrames, Forwarded } from '../bridge/index.js';
import { raise } from '../bridge/events.js';
import { Later } from '../bridge/later.js';
import { aloneInFrame, asOwner, isBesideWindow } from '../call/index.js';
import { callingError } from '../protocol/index.js';
import { isOwners } from './handed-on.js';
import type { JoinedFrame } from './membership.js';
import type { Channel } from './ports.js';
import type { Several } from './several.js';

/** What is needed only where there are several frames, or where HubSpot has the calls in a window of its own. */
export const withOthers = new Later(() => import('./meet.js'));

/** The other frames, as the bridge of one sees them from when it has joined them until it leaves. */
export type Joined = Omit<BridgeFrames, 'comeBack'>;

export function join(me: Omit<JoinedFrame, 'channel'>): Joined {
  const { name, host, reports, ports } = me;
  const isBeside = isBesideWindow(host);
  /** What has happened here before it was known who owns the calls; undefined once it is known. */
  let held: Forwarded[] | undefined = [];
  /** What other frames have said before the code for it was there. */
  const unread: unknown[] = [];
  let several: Several | undefined;
  /** Gives the lock of the owner back, where this frame has it. */
  let release: (() => void) | undefined;
  let channel: Channel | undefined;
  /** Gives the lock of this frame back. */
  let leaveFrame: (() => void) | undefined;
  let hasLeft = false;
  /** That the frame goes on alone was told. */
  let isTold = false;

  const close = () => {
    hasLeft = true;
    release?.();
    leaveFrame?.();
    channel?.close();
  };

  /** It is known who owns the calls: what has happened meanwhile is done here, or handed on. */
  const decide = () => {
    const all = held ?? [];
    held = undefined;
    for (const what of all) if (!several?.forward(what)) reports.perform(what);
  };

  // The browser refuses the channel, the locks, or the code for several frames. It is a page of one frame then. One that owns
  // the calls of all tries again to load that code with each message of another frame.
  const goAlone = () => {
    if (hasLeft) return;
    if (!isTold) raise(reports.target, 'hs-error', callingError('FRAMES_REFUSED'));
    isTold = true;
    if (!held) return;
    if (!release) close();
    reports.update(aloneInFrame);
    decide();
  };

  const start = async () => {
    const opened = (channel = ports.openChannel(name));
    const meet = async () => {
      const loaded = await withOthers.load();
      if (several || hasLeft) return;
      if (!loaded) {
        goAlone();
        return;
      }
      several = loaded.meet({ ...me, channel: opened }, release);
      release = undefined;
      decide();
      for (const data of unread.splice(0)) several.receive(data);
    };
    opened.addEventListener('message', ({ data }) => {
      if (several) several.receive(data);
      else {
        unread.push(data);
        if (!held) void meet();
      }
    });
    leaveFrame = await ports.locks.request(`${name}/frame/${me.id}`, 'now');
    release = await ports.locks.request(`${name}/owner`, 'now', () => {
      release = undefined;
      if (several) several.lose();
      else void meet();
    });
    if (hasLeft) close();
    else if (release && !isBeside) {
      reports.update(asOwner(host));
      decide();
      if (unread.length > 0) await meet();
    } else await meet();
  };
  void start().catch(goAlone);

  return {
    // The window does.
    tellsUser: !isBeside,
    get lateMs() {
      return several?.lateMs ?? 0;
    },
    forward(what) {
      if (!isOwners(what)) return false;
      held?.push(what);
      return held !== undefined || (several?.forward(what) ?? false);
    },
    relay: (message) => several?.relay(message) ?? false,
    leave() {
      const isHandedOn = several?.leave() ?? false;
      close();
      return isHandedOn;
    },
  };
}
