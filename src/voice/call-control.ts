/** Ties a voice to a bridge: has the provider carry out requests, and tells the bridge what becomes of its calls. */
import type { BridgeVoice, CallingBridge, Request, VoiceReports } from '../bridge/index.js';
import {
  endStatusOf,
  findCall,
  isLive,
  isMirror,
  isTooLong,
  isUserGone,
  type Call,
  type NewCall,
  type VoiceProblem,
} from '../call/index.js';
import { systemClock, type Clock } from '../link/index.js';
import { unknownNumber } from '../protocol/index.js';
import { untilEverReady, untilReady } from './dial-wish.js';
import { sendOnceActive, splitExtension } from './extension.js';
import { Flood, isRinging, maxRingingCalls, maxTurnedAwayPerMinute } from './flood.js';
import type { IncomingSessionEvent, VoiceProvider } from './provider.js';
import { doRequest, type NewSession } from './session-requests.js';
import { sessionEvents, type EndReason, type VoiceSession } from './session.js';
import { problemOf, VoiceError } from './voice-error.js';
import { followStatus, statusOf } from './voice-status.js';

/**
 * Call control. Requests that nobody prevented are carried out by the provider; its calls are told to HubSpot through
 * the bridge, in order and once: started, incoming, answered, ended with the status that fits, transferred, and, unless
 * the bridge has a wrap-up for it, completed. A provider makes one for each bridge it is given to.
 */
export class CallControl implements BridgeVoice {
  readonly #bridge: CallingBridge;
  readonly #provider: VoiceProvider;
  readonly #line: VoiceReports;
  readonly #clock: Clock;
  readonly #unsubscribe: () => void;
  readonly #unfollow: () => void;
  /** Of calls while the user is away, or busy on a voice that takes no second call. */
  readonly #flood = new Flood();
  #reportedProblem: VoiceError | undefined;
  /** The page knows of a flood of calls; until one rings, or is told by itself, again. */
  #isFloodTold = false;
  readonly #released = new AbortController();
  /** A call waits for the provider to be ready; aborted, it is not dialled. */
  #wish: AbortController | undefined;

  constructor(bridge: CallingBridge, provider: VoiceProvider, clock: Clock = systemClock) {
    this.#bridge = bridge;
    this.#provider = provider;
    this.#clock = clock;
    this.#line = bridge.useVoice(this);
    this.#unsubscribe = bridge.subscribe((now, previous) => {
      if (now.frame !== previous?.frame) provider.letRing?.(now.frame.rings && !isMirror(now));
      if (previous && isUserGone(now, previous)) this.#giveUpWish();
    });
    provider.addEventListener('incoming', this.#onIncoming);
    this.#unfollow = followStatus(provider, this.#onStateChange);
  }

  /** Takes the voice away from the bridge. Live calls are ended, and the bridge still hears of their end. */
  release(): void {
    this.#released.abort();
    this.#unsubscribe();
    this.#provider.removeEventListener('incoming', this.#onIncoming);
    this.#unfollow();
    this.endCalls();
    this.#line.release();
  }

  /** Ends every call, and gives up one that waits for the provider to be ready. */
  endCalls(): void {
    this.#giveUpWish();
    for (const session of this.#provider.sessions) this.#attempt(session.hangUp());
  }

  /** Goes on with a call of the page before, as soon as the provider is ready; false if it knows the call no more. */
  async restore(call: NewCall, signal: AbortSignal, voiceBefore?: unknown): Promise<boolean> {
    if (!this.#provider.capabilities.restore) return false;
    await untilEverReady(this.#provider, signal);
    const session = await this.#provider.restore?.(call.externalCallId, voiceBefore);
    if (signal.aborted) await session?.hangUp();
    if (!session || signal.aborted) return false;
    this.#bridge.restoreCall(call);
    if (call.silenced) session.silence?.();
    this.#follow(session);
    return true;
  }

  /** What the same phone in another frame needs to go on with the calls of now. */
  kept(): unknown {
    return this.#provider.kept?.();
  }

  /** Hangs up what another frame has left on the line, as soon as the provider is ready. */
  hangUpLeft(kept: unknown): void {
    const whenReady = untilEverReady(this.#provider, this.#released.signal);
    // Released before it was ready: nobody can do it.
    whenReady.then(() => this.#provider.hangUpLeft?.(kept)).catch(() => undefined);
  }

  /** Does what was asked; or tells what was in the way, with the request's name. */
  async carryOut(request: Request): Promise<VoiceProblem | undefined> {
    const { toNumber } = request.detail as { readonly toNumber?: string };
    try {
      if (toNumber === '') throw new VoiceError('BAD_NUMBER');
      if (toNumber && isTooLong(toNumber)) throw new VoiceError('BAD_NUMBER', 'more than 15 digits');
      await doRequest(request, {
        provider: this.#provider,
        whenReady: () => this.#whenReady(),
        dial: (call) => this.#dial(call),
        focus: ({ externalCallId }) => {
          this.#bridge.focusCall(externalCallId);
        },
      });
      return undefined;
    } catch (error) {
      return problemOf(error, request.name);
    }
  }

  async #whenReady(): Promise<void> {
    if (this.#wish) throw new VoiceError('NOT_POSSIBLE', 'a second call while the first waits for the phone');
    this.#wish = new AbortController();
    try {
      await untilReady(this.#provider, this.#wish.signal);
    } finally {
      this.#wish = undefined;
    }
  }

  #giveUpWish(): void {
    this.#wish?.abort(new VoiceError('NOT_POSSIBLE', 'given up before the phone was ready'));
  }

  async #dial({ toNumber, fromNumber, party, internal }: NewSession): Promise<void> {
    const id = this.#bridge.createCallId();
    const { number, digits } = splitExtension(toNumber);
    const session = await this.#provider.dial({ id, toNumber: number, fromNumber });
    const numbers = { toNumber, fromNumber: fromNumber ?? session.localNumber };
    this.#start(session, numbers, internal);
    if (party) this.#bridge.updateCall({ externalCallId: session.id, party });
    this.#follow(session);
    if (digits) this.#attempt(sendOnceActive(session, digits), 'hs-dtmf-request');
  }

  readonly #onIncoming = ({ session }: IncomingSessionEvent): void => {
    const { user } = this.#bridge.getState();
    const { number, name } = session.remote;
    const numbers = { fromNumber: number || unknownNumber, toNumber: session.localNumber ?? unknownNumber };
    const isAlone = this.#provider.sessions.every((other) => other === session);
    const isFree = isAlone || this.#provider.capabilities.multipleCalls;
    const isTaken = user.loggedIn && user.available && isFree;
    if (!isTaken || this.#isRingingFull) {
      const reason = !user.loggedIn ? 'not logged in' : !user.available ? 'not available' : 'in a call';
      if (isTaken) this.#tellFlood(`${maxRingingCalls} calls ring`);
      else if (this.#flood.takes(this.#clock.now()))
        this.#tellFlood(`${reason}, and more than ${maxTurnedAwayPerMinute} calls within a minute`);
      else {
        this.#isFloodTold = false;
        // While nobody is logged in, it is nobody's call.
        if (user.loggedIn)
          this.#bridge.turnAway({
            externalCallId: session.id,
            ...numbers,
            ...(name && { party: { name, isClaimed: true } }),
          });
        this.#fail(new VoiceError('PHONE_BUSY', reason));
      }
      this.#attempt(session.decline?.('busy') ?? session.hangUp());
      return;
    }
    this.#isFloodTold = false;
    this.#start(session, numbers, false);
    if (name) this.#bridge.updateCall({ externalCallId: session.id, party: { name, isClaimed: true } });
    this.#follow(session);
  };

  get #isRingingFull(): boolean {
    const { sessions } = this.#provider;
    return sessions.filter((each) => isRinging(each) && this.#callOf(each)).length >= maxRingingCalls;
  }

  // Once: HubSpot is not told, where it would be as many records of missed calls.
  #tellFlood(reason: string): void {
    if (!this.#isFloodTold) this.#fail(new VoiceError('PHONE_BUSY', reason));
    this.#isFloodTold = true;
  }

  // A call that HubSpot cannot be told of is put into the bridge's state nevertheless: elements show it. One that is there
  // already stays as it is.
  #start(session: VoiceSession, numbers: Numbers, internal: boolean): void {
    const { id: externalCallId, direction } = session;
    if (!internal) {
      const { fromNumber, toNumber } = numbers;
      if (direction === 'inbound')
        this.#bridge.incomingCall({ externalCallId, toNumber, fromNumber: fromNumber ?? unknownNumber });
      else this.#bridge.outgoingCall({ externalCallId, toNumber, ...(fromNumber && { fromNumber }) });
    }
    this.#bridge.restoreCall({
      ...numbers,
      externalCallId,
      direction,
      createdAt: this.#clock.now(),
      internal: true,
      awaitsMatches: false,
    });
  }

  #follow(session: VoiceSession): void {
    const report = () => {
      this.#report(session);
    };
    for (const type of Object.values(sessionEvents)) session.addEventListener(type, report);
    report();
  }

  #report(session: VoiceSession): void {
    // Another frame has taken the calls: it tells what becomes of them.
    if (isMirror(this.#bridge.getState())) return;
    const externalCallId = session.id;
    const { state, hold, muted, recording, microphone, quality } = session;
    if (state !== 'ended') {
      this.#bridge.updateCall({
        externalCallId,
        muted,
        recording,
        microphone,
        quality,
        held: hold === 'local' || hold === 'both',
        heldByOther: hold === 'remote' || hold === 'both',
        reconnecting: state === 'reconnecting',
        // It goes with the answer or the end of the call: a session never goes back.
        ...(state === 'connecting' && { connecting: true }),
      });
    }
    const call = this.#callOf(session);
    switch (state) {
      case 'ringing':
      case 'early':
        this.#bridge.callRinging({ externalCallId });
        break;
      case 'active':
      case 'reconnecting':
        if (call && isLive(call) && call.phase !== 'active') this.#bridge.callAnswered({ externalCallId });
        break;
      case 'ended':
        if (call && isLive(call)) this.#end(call, session.end?.reason);
        break;
      default:
        break; // `dialing` and `connecting` change nothing in the phase of the bridge's call
    }
  }

  #end(call: Call, reason: EndReason = 'failed'): void {
    const { externalCallId } = call;
    if (reason === 'transferred') {
      this.#bridge.callTransferred({ externalCallId });
      return;
    }
    const answeredElsewhere = reason === 'answered-elsewhere';
    this.#bridge.updateCall({ externalCallId, endReason: reason, answeredElsewhere });
    this.#bridge.callEnded({ externalCallId, callEndStatus: endStatusOf(call, reason) });
    if (call.internal || answeredElsewhere || !this.#bridge.hasWrapUp)
      this.#bridge.callCompleted({ externalCallId });
  }

  #callOf({ id }: VoiceSession): Call | undefined {
    return findCall(this.#bridge.getState(), id);
  }

  readonly #onStateChange = (): void => {
    const { state, problem } = this.#provider;
    this.#line.update(statusOf(this.#provider));
    // The call that waits for the provider fails with the same problem: it is told once, with the request.
    const isToldByWish = this.#wish !== undefined && state === 'failed';
    if (problem && problem !== this.#reportedProblem && !isToldByWish) this.#fail(problem);
    this.#reportedProblem = problem;
  };

  #attempt(doing: Promise<unknown>, request?: string): void {
    doing.catch((error: unknown) => {
      this.#fail(error, request);
    });
  }

  #fail(error: unknown, request?: string): void {
    this.#line.fail(problemOf(error, request));
  }
}

interface Numbers {
  readonly toNumber: string;
  readonly fromNumber?: string | undefined;
}
