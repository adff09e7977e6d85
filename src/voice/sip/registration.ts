/** The registration at a SIP server: registers, refreshes, and tries again when the connection is lost or dead. */
import { VoiceError } from '../voice-error.js';
import type { EngineCall, EngineSocket, SipEngine, SipMessage, UserAgent } from './engine.js';
import { LineCheck, systemLineClock, type LineClock } from './line-check.js';
import { watchLineDoubts } from './line-doubts.js';
import { PendingTransactions } from './pending-transactions.js';
import {
  demandPlainCredentials,
  supply,
  type ReadySettings,
  type SipCredentials,
  type Supplied,
} from './settings.js';
import { WatchedSocket } from './watched-socket.js';

/** Bounds of the pause between two attempts to connect, in seconds: it grows with each failure, with jitter. */
const minRetrySeconds = 1;
const maxRetrySeconds = 15;

/** The longest pause between two attempts to register, in ms. */
const maxRegisterPauseMs = 60_000;

/** An inbound call that nobody answers ends after this many seconds. */
const noAnswerTimeoutSeconds = 120;

/** The SIP statuses of a REGISTER that would be the same at the next attempt. */
const permanentRefusals: ReadonlySet<number> = new Set([401, 403, 404, 407]);

/** What the voice is told of its registration. */
export interface RegistrationObserver {
  onRegistered(): void;
  /** The connection to the server is lost; the engine tries to connect again. */
  onConnectionLost(problem: VoiceError): void;
  /** An attempt to register failed; the next one follows. */
  onFailed(problem: VoiceError): void;
  /** The server refused for good; there is no further attempt. */
  onRefused(problem: VoiceError): void;
  onIncomingCall(call: EngineCall, request: SipMessage): void;
}

export class Registration {
  readonly agent: UserAgent;
  readonly #observer: RegistrationObserver;
  readonly #credentials: Supplied<SipCredentials> | undefined;
  readonly #clock: LineClock;
  readonly #sockets: readonly WatchedSocket[];
  readonly #line: LineCheck;
  readonly #transactions: PendingTransactions;
  // One error for all attempts of a kind: a problem that is the same as before is not reported again.
  readonly #unreachable = new VoiceError('PHONE_UNREACHABLE');
  readonly #refusals = new Map<number, VoiceError>();
  #isConnected = false;
  #isStopped = false;
  /** The server has accepted these settings before: when it refuses them, that may pass. */
  #wasAccepted = false;
  #failures = 0;
  #stopRetry = () => {};
  #stopDoubts = () => {};

  /** Throws `PHONE_CONFIG` for settings that the engine cannot use. */
  constructor(
    engine: SipEngine,
    settings: ReadySettings,
    credentials: Supplied<SipCredentials> | undefined,
    observer: RegistrationObserver,
    clock = systemLineClock,
  ) {
    this.#observer = observer;
    this.#credentials = credentials;
    this.#clock = clock;
    this.#sockets = makeSockets(engine, settings, clock, () => this.#line.heard());
    this.agent = makeAgent(engine, settings, this.#sockets);
    this.#transactions = new PendingTransactions(this.agent);
    this.#line = new LineCheck({
      clock,
      intervalMs: settings.keepAliveIntervalMs,
      timeoutMs: settings.keepAliveTimeoutMs,
      // Whatever the server answers, it is there.
      ask: () => void this.agent.sendOptions(`sip:${settings.domain}`),
      register: () => void this.#register(),
      onDead: () => this.#drop(),
    });
    this.agent.on('connected', () => {
      this.#isConnected = true;
      this.#line.start();
      void this.#register();
    });
    this.agent.on('disconnected', () => {
      this.#isConnected = false;
      this.#line.stop();
      this.#stopRetry();
      if (!this.#isStopped) observer.onConnectionLost(this.#unreachable);
    });
    this.agent.on('registered', () => {
      this.#failures = 0;
      this.#wasAccepted = true;
      this.#stopRetry();
      if (!this.#isStopped) observer.onRegistered();
    });
    this.agent.on('registrationFailed', ({ response }) => this.#onFailed(response?.status_code));
    // With a listener, the engine leaves the refresh to it; the credentials may have changed since.
    this.agent.on('registrationExpiring', () => void this.#register());
    this.agent.on('newRTCSession', ({ originator, session, request }) => {
      if (originator === 'remote' && !this.#isStopped) observer.onIncomingCall(session, request);
    });
  }

  /** Connects to the server and registers. */
  start(): void {
    this.#stopDoubts = watchLineDoubts((wasAway) => this.doubt(wasAway));
    this.agent.start();
  }

  /** Something speaks against the connection: it is tried. Where there is none, it is connected at once. */
  doubt(wasAway = false): void {
    if (this.#isStopped) return;
    if (this.#isConnected) this.#line.doubt(wasAway);
    else this.agent.transport.connect();
  }

  /** Unregisters. Resolves when the connection is closed, which waits for responses that are still to come. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#stopRetry();
    this.#stopDoubts();
    this.#line.stop();
    this.agent.unregister();
    await this.#transactions.settled();
    this.agent.removeAllListeners();
    // Disconnected here, since the engine's `stop` waits for two seconds while it remembers any transaction.
    this.agent.transport.disconnect();
    this.agent.stop();
  }

  async #register(): Promise<void> {
    try {
      if (this.#credentials !== undefined) {
        const credentials = await supply(this.#credentials);
        demandPlainCredentials(credentials);
        const { authorizationUser, password } = credentials;
        if (authorizationUser !== undefined) this.agent.set('authorization_user', authorizationUser);
        this.agent.set('password', password);
      }
    } catch (error) {
      // While the last ones may still do, the registration is refreshed with them.
      if (!this.agent.isRegistered()) {
        if (error instanceof VoiceError && !this.#isStopped) this.#observer.onRefused(error);
        else this.#scheduleRetry(this.#unreachable);
        return;
      }
    }
    if (this.#isConnected && !this.#isStopped) this.agent.registrator().register();
  }

  #onFailed(status: number | undefined): void {
    if (!this.#isConnected || this.#isStopped) return; // `disconnected` has reported this already
    if (status === undefined) this.#drop();
    else if (permanentRefusals.has(status) && !this.#wasAccepted)
      this.#observer.onRefused(new VoiceError('PHONE_REFUSED', `SIP ${status}`));
    else this.#scheduleRetry(this.#refusalOf(status));
  }

  #refusalOf(status: number): VoiceError {
    const refusal = this.#refusals.get(status) ?? new VoiceError('PHONE_UNREACHABLE', `SIP ${status}`);
    this.#refusals.set(status, refusal);
    return refusal;
  }

  #scheduleRetry(problem: VoiceError): void {
    if (this.#isStopped) return;
    this.#observer.onFailed(problem);
    this.#failures += 1;
    const pauseMs = Math.min(maxRegisterPauseMs, minRetrySeconds * 1000 * 2 ** this.#failures);
    this.#stopRetry();
    // With jitter: the server has refused others at the same time.
    this.#stopRetry = this.#clock.after(pauseMs * (0.5 + Math.random() / 2), () => void this.#register());
  }

  #drop(): void {
    for (const socket of this.#sockets) socket.drop();
  }
}

function makeSockets(
  { WebSocketInterface }: SipEngine,
  { servers }: ReadySettings,
  clock: LineClock,
  onHeard: () => void,
): readonly WatchedSocket[] {
  try {
    return servers.map(
      (url) => new WatchedSocket(new WebSocketInterface(url) as EngineSocket, clock, onHeard),
    );
  } catch (error) {
    throw new VoiceError('PHONE_CONFIG', 'server, which the engine cannot read', { cause: error });
  }
}

function makeAgent(
  engine: SipEngine,
  { uri, displayName, registerExpires }: ReadySettings,
  sockets: readonly WatchedSocket[],
): UserAgent {
  try {
    return new engine.UA({
      // The engine prefers the server with the highest weight.
      sockets: sockets.map((socket, i) => ({ socket, weight: sockets.length - i })),
      uri,
      ...(displayName !== '' && { display_name: displayName }),
      // `#register` does it, once it has the credentials.
      register: false,
      register_expires: registerExpires,
      // With session timers, a refresh that fails during a short network loss would end the call.
      session_timers: false,
      no_answer_timeout: noAnswerTimeoutSeconds,
      connection_recovery_min_interval: minRetrySeconds,
      connection_recovery_max_interval: maxRetrySeconds,
    });
  } catch (error) {
    throw new VoiceError('PHONE_CONFIG', 'uri, which the engine cannot read', { cause: error });
  }
}
