/** The registration at a SIP server: registers, refreshes, and tries again when the connection is lost. */
import { VoiceError } from '../voice-error.js';
import type { EngineCall, SipEngine, SipMessage, UserAgent } from './engine.js';
import { PendingTransactions } from './pending-transactions.js';
import { supply, type ReadySettings, type SipCredentials, type Supplied } from './settings.js';

/** Bounds of the pause between two attempts, in seconds: it doubles with each failure. */
const minRetrySeconds = 1;
const maxRetrySeconds = 15;

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
  // One error for all attempts: a problem that is the same as before is not reported again.
  readonly #unreachable = new VoiceError('PHONE_UNREACHABLE');
  readonly #transactions: PendingTransactions;
  #isConnected = false;
  #isStopped = false;
  #failures = 0;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;

  /** Throws `PHONE_CONFIG` for settings that the engine cannot use. */
  constructor(
    engine: SipEngine,
    settings: ReadySettings,
    credentials: Supplied<SipCredentials> | undefined,
    observer: RegistrationObserver,
  ) {
    this.#observer = observer;
    this.#credentials = credentials;
    this.agent = makeAgent(engine, settings);
    this.#transactions = new PendingTransactions(this.agent);
    this.agent.on('connected', () => {
      this.#isConnected = true;
      void this.#register();
    });
    this.agent.on('disconnected', () => {
      this.#isConnected = false;
      if (!this.#isStopped) observer.onConnectionLost(this.#unreachable);
    });
    this.agent.on('registered', () => {
      this.#failures = 0;
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
    this.agent.start();
  }

  /** Unregisters. Resolves when the connection is closed, which waits for responses that are still to come. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#retryTimer);
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
        const { authorizationUser, password } = await supply(this.#credentials);
        if (authorizationUser !== undefined) this.agent.set('authorization_user', authorizationUser);
        this.agent.set('password', password);
      }
    } catch {
      this.#scheduleRetry();
      return;
    }
    if (this.#isConnected && !this.#isStopped) this.agent.registrator().register();
  }

  #onFailed(status: number | undefined): void {
    if (!this.#isConnected || this.#isStopped) return; // `disconnected` has reported this already
    if (status === undefined || !permanentRefusals.has(status)) this.#scheduleRetry();
    else this.#observer.onRefused(new VoiceError('PHONE_REFUSED', `SIP ${status}`));
  }

  #scheduleRetry(): void {
    if (this.#isStopped) return;
    this.#observer.onFailed(this.#unreachable);
    this.#failures += 1;
    const seconds = Math.min(maxRetrySeconds, minRetrySeconds * 2 ** this.#failures);
    clearTimeout(this.#retryTimer);
    this.#retryTimer = setTimeout(() => void this.#register(), seconds * 1000);
  }
}

function makeAgent(engine: SipEngine, settings: ReadySettings): UserAgent {
  const { servers, uri, displayName, registerExpires } = settings;
  try {
    return new engine.UA({
      // The engine prefers the server with the highest weight.
      sockets: servers.map((url, i) => ({
        socket: new engine.WebSocketInterface(url),
        weight: servers.length - i,
      })),
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
    throw new VoiceError('PHONE_CONFIG', 'server or uri, which the engine cannot read', { cause: error });
  }
}
