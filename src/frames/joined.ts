/**
 * A frame that has joined those of the same user. This part is all that a page without other frames loads: it finds out
 * whether there are any, and whether one of them owns the calls already.
 */
import type { CallingBridge, Forwarded, FrameReports } from '../bridge/index.js';
import { Later } from '../bridge/later.js';
import { aloneInFrame } from '../call/index.js';
import type { Envelope } from '../link/index.js';
import { callingError, type HostContext } from '../protocol/index.js';
import { isOwners } from './handed-on.js';
import { asOwner, type FramesPorts, type Membership } from './membership.js';
import { rulesOf } from './places.js';
import type { Several } from './several.js';

/** What is needed only where there are several frames. */
const code = new Later(() => import('./several.js'));

export class Joined {
  readonly rules: Membership['rules'];
  readonly #reports: FrameReports;
  /** What has happened here before it was known who owns the calls; undefined once it is known. */
  #held: Forwarded[] | undefined = [];
  /** What other frames have said before the code for it was there. */
  #unread: unknown[] = [];
  #several: Several | undefined;
  /** Gives the lock of the owner back, where this frame has it. */
  #release: (() => void) | undefined;
  readonly #undo: (() => void)[] = [];
  #hasLeft = false;

  constructor(
    name: string,
    host: HostContext,
    bridge: CallingBridge,
    reports: FrameReports,
    ports: FramesPorts,
  ) {
    this.rules = rulesOf(host);
    this.#reports = reports;
    this.#join(name, host, bridge, ports).catch(() => {
      // The browser refuses it to this page. It is a page of one frame then.
      if (this.#hasLeft) return;
      reports.fail(callingError('FRAMES_REFUSED'));
      reports.update(aloneInFrame);
      this.#perform();
    });
  }

  get lateMs(): number {
    return this.#several?.lateMs ?? 0;
  }

  forward(what: Forwarded): boolean {
    if (!isOwners(what)) return false;
    this.#held?.push(what);
    return this.#held !== undefined || (this.#several?.forward(what) ?? false);
  }

  relay(message: Envelope): boolean {
    return this.#several?.relay(message) ?? false;
  }

  /** Returns whether another frame goes on with the calls. */
  leave(): boolean {
    const isHandedOn = this.#several?.leave() ?? false;
    this.#hasLeft = true;
    this.#release?.();
    for (const undo of this.#undo) undo();
    return isHandedOn;
  }

  async #join(
    name: string,
    host: HostContext,
    bridge: CallingBridge,
    { openChannel, locks, clock, createId }: FramesPorts,
  ): Promise<void> {
    const id = createId();
    const channel = openChannel(name);
    const me: Membership = {
      ...{ id, host, bridge, channel, locks, clock, rules: this.rules, reports: this.#reports },
      ownerLock: `${name}/owner`,
      rankLock: (rank) => `${name}/rank/${rank}`,
      frameLock: (frame) => `${name}/frame/${frame}`,
    };
    this.#undo.push(() => {
      channel.close();
    });
    channel.addEventListener('message', ({ data }) => {
      if (this.#hasLeft) return;
      if (this.#several) this.#several.receive(data);
      else {
        this.#unread.push(data);
        void this.#load(me);
      }
    });
    const leave = await locks.request(me.frameLock(id), 'now');
    if (leave) this.#undo.push(leave);
    this.#release = await locks.request(me.ownerLock, 'now', () => {
      this.#release = undefined;
      if (this.#several) this.#several.lose();
      else void this.#load(me);
    });
    if (this.#hasLeft) this.leave();
    else if (this.#release) {
      this.#reports.update(asOwner(me));
      this.#perform();
    } else await this.#load(me);
  }

  /** Does here what has happened meanwhile. */
  #perform(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const what of held) this.#reports.perform(what);
  }

  // Without its code a frame cannot show what another one owns, and it has no calls of its own. It is tried with each message.
  async #load(me: Membership): Promise<void> {
    const loaded = await code.load();
    if (this.#several || !loaded || this.#hasLeft) return;
    const several = (this.#several = new loaded.Several(me, this.#release));
    this.#release = undefined;
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const what of held) if (!several.forward(what)) this.#reports.perform(what);
    for (const data of this.#unread.splice(0)) several.receive(data);
  }
}
