/** The frame that owns the calls, where there are others: tells them what is true, and does what they hand on. */
import type { Forwarded } from '../bridge/index.js';
import { isSameNumber, type SharedState } from '../call/index.js';
import { sharedOf } from '../call/shared-state.js';
import type { Envelope } from '../link/index.js';
import { isRecord, outboundMessages, type CallingError } from '../protocol/index.js';
import type { Membership } from './membership.js';
import { ringerOf, type Sight } from './ringer.js';
import type { SightWatch } from './sight.js';
import { isLater, termAfter } from './term.js';
import { say, type FrameMessage, type Snapshot } from './wire.js';

/** How an owner starts: what it takes over of the one before. */
export interface OwnerStart {
  /** Gives the lock of the owner back. */
  readonly release: () => void;
  /** How far the user sees this frame. */
  readonly watch: SightWatch;
  /** Which of all owners it is, from 1. */
  readonly term: number;
  /** The number of the last thing that was done for each frame, by its id. */
  readonly heard: Map<string, number>;
  /** The frame that tells HubSpot of a call, by the call's id: where it is not this one. */
  readonly speakers: Map<string, string>;
}

/** Another frame. */
interface Other {
  /** Ends the wait for its end. */
  readonly stopWatching: () => void;
  /** How far the user sees it; undefined until it has told. */
  sight: Sight | undefined;
}

/** A message to HubSpot that another frame is to send. */
interface Relayed {
  readonly to: string;
  readonly message: Envelope;
}

export class Owner {
  readonly from: string;
  #term: number;
  readonly #me: Membership;
  readonly #start: OwnerStart;
  readonly #others = new Map<string, Other>();
  /** The frame that rings. */
  #ringer: string;
  readonly #relayed = new Map<number, Relayed>();
  /** The number that was pressed last, and in which other frame. */
  #pressed: { readonly from: string; readonly number: string } | undefined;
  /** What is relayed once the others know what is true then: should this frame die, they know of the call. */
  #unsaid: [number: number, relayed: Relayed][] = [];
  #number = 0;
  #isDue = false;
  /** What the others know of the history; undefined if one of them knows nothing. */
  #toldHistory: SharedState['history'] | undefined;
  readonly #stop: (() => void)[] = [];
  #hasStopped = false;

  constructor(me: Membership, start: OwnerStart) {
    this.#me = me;
    this.#start = start;
    this.from = me.id;
    this.#ringer = me.id;
    this.#term = start.term;
    for (let { rank } = me.rules; rank > 0; rank -= 1) void this.#hold(me.rankLock(rank));
    const onError = (event: Event) => {
      const { detail } = event as CustomEvent<CallingError & { readonly request?: string }>;
      if (detail.request) say(me, { kind: 'failed', error: detail });
    };
    me.reports.target.addEventListener('hs-error', onError);
    this.#stop.push(
      () => {
        me.reports.target.removeEventListener('hs-error', onError);
      },
      me.bridge.subscribe((_state, _previous, cause) => {
        // Should this frame die right now, no other one tells it again.
        if (cause?.type === 'SAID' && isAboutCall(cause.message.type)) this.#tell();
        else this.tellSoon();
      }),
    );
  }

  /** How many times something was told. */
  get number(): number {
    return this.#number;
  }

  async #hold(lock: string): Promise<void> {
    try {
      const release = await this.#me.locks.request(lock, 'steal');
      if (!release) return;
      if (this.#hasStopped) release();
      else this.#stop.push(release);
    } catch {
      // Another one owns the calls.
    }
  }

  /** Which of all owners it is. */
  get term(): number {
    return this.#term;
  }

  /** Another frame says that it owns the calls. The others are to believe this one, whatever was said. */
  outdo(snapshot: Snapshot): void {
    if (!isLater(this, snapshot)) this.#term = termAfter(snapshot.term);
    this.tellSoon();
  }

  /** Tells the others what is true, once what happens right now is over. */
  tellSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      if (this.#isDue) this.#tell();
    });
  }

  /** Something happens in this frame. */
  notice(what: Forwarded): void {
    if (what.kind === 'received' && what.message.type === 'DIAL_NUMBER') this.#pressed = undefined;
  }

  receive(message: FrameMessage): void {
    switch (message.kind) {
      case 'hello':
        this.#meet(message.from).sight = message.sight;
        this.#toldHistory = undefined;
        this.tellSoon();
        return;
      case 'forward':
        this.#meet(message.from);
        this.#perform(message);
        return;
      case 'relayed':
        this.#relayed.delete(message.number);
        return;
      default:
        return;
    }
  }

  /** Has another frame send a message to HubSpot; false if this one is to send it. */
  relay(message: Envelope): boolean {
    if (!isAboutCall(message.type)) return false;
    const to = this.#speakerOf(message);
    if (to === undefined) return false;
    this.#number += 1;
    const relayed = { to, message };
    this.#relayed.set(this.#number, relayed);
    this.#unsaid.push([this.#number, relayed]);
    this.tellSoon();
    return true;
  }

  /** What is true now. */
  snapshot(): Snapshot<SharedState> {
    const { bridge, reports, host, rules } = this.#me;
    this.#number += 1;
    return {
      kind: 'snapshot',
      from: this.from,
      term: this.term,
      number: this.#number,
      place: host.iframeLocation,
      rank: rules.rank,
      ringer: this.#ringer,
      heard: this.#start.heard,
      speakers: this.#start.speakers,
      voice: reports.keptByVoice(),
      shared: sharedOf(bridge.getState()),
    };
  }

  /** The frame goes. Returns whether there is another one. */
  leave(): boolean {
    this.#tell();
    this.stop();
    return this.#others.size > 0;
  }

  /** Owns the calls no more. */
  stop(): void {
    this.#isDue = false;
    this.#hasStopped = true;
    for (const stop of this.#stop.splice(0)) stop();
    for (const { stopWatching } of this.#others.values()) stopWatching();
    this.#start.release();
  }

  #tell(): void {
    this.#isDue = false;
    this.#chooseRinger();
    // Frames that mirrored the owner before this one are there, and say so when they hear of it.
    if (this.#others.size === 0 && this.term === 1) return;
    const snapshot = this.snapshot();
    const { history, ...others } = snapshot.shared;
    const isHistoryNews = history !== this.#toldHistory;
    this.#toldHistory = history;
    say(this.#me, isHistoryNews ? snapshot : { ...snapshot, shared: others });
    for (const [number, relayed] of this.#unsaid.splice(0))
      say(this.#me, { kind: 'relay', number, ...relayed });
  }

  #perform({ from, number, what }: Extract<FrameMessage, { readonly kind: 'forward' }>): void {
    const { heard } = this.#start;
    // What comes twice was done; what comes too early is said again.
    if (number === (heard.get(from) ?? 0) + 1) {
      heard.set(from, number);
      if (what?.kind === 'received' && what.message.type === 'DIAL_NUMBER')
        this.#pressed = { from, number: what.message.data.phoneNumber };
      if (what) this.#me.reports.perform(what);
    }
    this.tellSoon();
  }

  /** Another frame is there: its lock tells when it is no more. */
  #meet(id: string): Other {
    const known = this.#others.get(id);
    if (known) return known;
    const gone = new AbortController();
    const other: Other = {
      stopWatching: () => {
        gone.abort();
      },
      sight: undefined,
    };
    this.#others.set(id, other);
    const { locks, frameLock } = this.#me;
    locks
      .request(frameLock(id), 'wait', undefined, gone.signal)
      .then((release) => {
        release?.();
        this.#lose(id);
      })
      .catch(() => undefined);
    return other;
  }

  // What it has not sent, another frame sends.
  #lose(id: string): void {
    this.#others.delete(id);
    this.tellSoon();
    for (const [number, { to, message }] of this.#relayed) {
      if (to !== id) continue;
      this.#relayed.delete(number);
      if (!this.relay(message)) this.#me.reports.send(message);
    }
  }

  // Where an inbound call rings already, another one takes it over only if the user sees it better.
  #chooseRinger(): void {
    const { id, reports } = this.#me;
    const others = Array.from(
      this.#others,
      ([other, { sight }]) => sight && { id: other, ...sight, isOwner: false },
    );
    const frames = [
      { id, ...this.#start.watch.sight, isOwner: true },
      ...others.filter((frame) => frame !== undefined),
    ];
    this.#ringer = ringerOf(frames, this.#ringer) ?? id;
    reports.update({ rings: this.#ringer === id });
  }

  /** The frame that tells HubSpot of a call; undefined for this one. */
  #speakerOf({ type, data }: Envelope): string | undefined {
    const { callsAreSaidBy } = this.#me.rules;
    if (callsAreSaidBy === 'itself') return undefined;
    const { speakers } = this.#start;
    const { externalCallId, toNumber } = (isRecord(data) ? data : {}) as {
      readonly externalCallId?: string;
      readonly toNumber?: string;
    };
    const pressed = this.#pressed;
    if (type === 'OUTGOING_CALL_STARTED' && pressed && externalCallId && toNumber) {
      if (isSameNumber(pressed.number, toNumber)) speakers.set(externalCallId, pressed.from);
      this.#pressed = undefined;
    }
    const speaker = speakers.get(externalCallId ?? '');
    if (speaker !== undefined && this.#others.has(speaker)) return speaker;
    const [first] = [...this.#others.keys()].sort();
    if (callsAreSaidBy !== 'another' || first === undefined) return undefined;
    // From now on it tells all of this call.
    if (externalCallId) speakers.set(externalCallId, first);
    return first;
  }
}

/** Whether a message to HubSpot is about a call. */
function isAboutCall(type: string): boolean {
  return outboundMessages.get(type)?.perCall === true || type === 'CALL_DATA';
}
