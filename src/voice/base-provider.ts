/** The base class of providers: reports the state, lists the sessions, attaches to bridges. */
import type { CallingBridge } from '../bridge/index.js';
import type { VoiceCapabilities, VoiceState } from '../call/index.js';
import { CallControl } from './call-control.js';
import {
  IncomingSessionEvent,
  type DialOptions,
  type VoiceProvider,
  type VoiceProviderEventMap,
} from './provider.js';
import type { VoiceSession } from './session.js';
import { TypedEventTarget } from './typed-events.js';
import type { VoiceError } from './voice-error.js';

/** For adapters to extend. A provider calls `changeState`, `add` for its outbound and `announce` for its inbound sessions. */
export abstract class BaseProvider<Session extends VoiceSession = VoiceSession>
  extends TypedEventTarget<VoiceProviderEventMap>
  implements VoiceProvider
{
  abstract readonly name: string;
  abstract readonly capabilities: VoiceCapabilities;
  readonly #sessions = new Set<Session>();
  #state: VoiceState = 'offline';
  #problem: VoiceError | undefined;
  #isRingSilent = false;

  get state(): VoiceState {
    return this.#state;
  }

  get problem(): VoiceError | undefined {
    return this.#problem;
  }

  get isRingSilent(): boolean {
    return this.#isRingSilent;
  }

  get sessions(): readonly Session[] {
    return [...this.#sessions];
  }

  abstract connect(): Promise<void>;
  abstract disconnect(): Promise<void>;
  abstract dial(options: DialOptions): Promise<Session>;

  attach(bridge: CallingBridge): CallControl {
    return new CallControl(bridge, this);
  }

  /** Sets the state and its problem, then fires `statechange`; does nothing if both are as before. */
  protected changeState(state: VoiceState, problem?: VoiceError): void {
    if (state === this.#state && problem === this.#problem) return;
    this.#state = state;
    this.#problem = problem;
    this.dispatchEvent(new Event('statechange'));
  }

  /** Says whether the browser keeps the ring silent: `new SessionSounds(devices, (isSilent) => …)` tells. */
  protected changeRingSilence(isSilent: boolean): void {
    if (isSilent === this.#isRingSilent) return;
    this.#isRingSilent = isSilent;
    this.dispatchEvent(new Event('ringsilencechange'));
  }

  /** Lists a session in `sessions` until it has ended. */
  protected add(session: Session): Session {
    this.#sessions.add(session);
    session.addEventListener('ended', () => this.#sessions.delete(session), { once: true });
    return session;
  }

  /** Lists an inbound session, then fires `incoming`. */
  protected announce(session: Session): void {
    this.add(session);
    this.dispatchEvent(new IncomingSessionEvent(session));
  }
}
