/** The way to the server: logs in, stays logged in, and tries again when it is lost. */
import { VoiceError } from '../voice-error.js';
import type { EngineCall, SipEngine, SipMessage, UserAgent } from './engine.js';
import { Outstanding } from './outstanding.js';
import { supply, type ReadySettings, type SipCredentials, type Supplied } from './settings.js';

/** Bounds of the pause between two tries to connect, in seconds. Up to the second it doubles, somewhat at random. */
const shortest = 1;
const longest = 15;

/** An inbound call that nobody answers is given up after this many seconds. */
const ringTime = 120;

/** Answers to a login that another try would not change. */
const refusals: ReadonlySet<number> = new Set([401, 403, 404, 407]);

/** What the phone is told of its way to the server. */
export interface RegistrationObserver {
  registered(): void;
  /** The connection is gone; it is looked for. */
  lost(problem: VoiceError): void;
  /** The login did not succeed; it is tried again. */
  failed(problem: VoiceError): void;
  /** It is given up. */
  refused(problem: VoiceError): void;
  called(call: EngineCall, request: SipMessage): void;
}

export class Registration {
  readonly agent: UserAgent;
  readonly #observer: RegistrationObserver;
  readonly #credentials: Supplied<SipCredentials> | undefined;
  // The same each time: a try that fails like the one before is no news.
  readonly #unreachable = new VoiceError('PHONE_UNREACHABLE');
  readonly #outstanding: Outstanding;
  #isConnected = false;
  #isStopped = false;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  /** Throws `PHONE_CONFIG` for what the engine cannot use. */
  constructor(
    engine: SipEngine,
    settings: ReadySettings,
    credentials: Supplied<SipCredentials> | undefined,
    observer: RegistrationObserver,
  ) {
    this.#observer = observer;
    this.#credentials = credentials;
    this.agent = makeAgent(engine, settings);
    this.#outstanding = new Outstanding(this.agent);
    this.agent.on('connected', () => {
      this.#isConnected = true;
      void this.#register();
    });
    this.agent.on('disconnected', () => {
      this.#isConnected = false;
      if (!this.#isStopped) observer.lost(this.#unreachable);
    });
    this.agent.on('registered', () => {
      this.#failures = 0;
      if (!this.#isStopped) observer.registered();
    });
    this.agent.on('registrationFailed', ({ response }) => this.#onFailed(response?.status_code));
    // Somebody who listens has to do it: credentials may have changed.
    this.agent.on('registrationExpiring', () => void this.#register());
    this.agent.on('newRTCSession', ({ originator, session, request }) => {
      if (originator === 'remote' && !this.#isStopped) observer.called(session, request);
    });
  }

  start(): void {
    this.agent.start();
  }

  /** Logs out, and resolves when the connection is closed: as soon as all is answered. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#retry);
    this.agent.unregister();
    await this.#outstanding.answered();
    this.agent.removeAllListeners();
    // The engine would wait for two seconds, as long as it keeps anything of a call.
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
      this.#tryLater();
      return;
    }
    if (this.#isConnected && !this.#isStopped) this.agent.registrator().register();
  }

  #onFailed(status: number | undefined): void {
    if (!this.#isConnected || this.#isStopped) return; // that has been told, and is tried again
    if (status === undefined || !refusals.has(status)) this.#tryLater();
    else this.#observer.refused(new VoiceError('PHONE_REFUSED', `SIP ${status}`));
  }

  #tryLater(): void {
    if (this.#isStopped) return;
    this.#observer.failed(this.#unreachable);
    this.#failures += 1;
    const seconds = Math.min(longest, shortest * 2 ** this.#failures);
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.#register(), seconds * 1000);
  }
}

function makeAgent(engine: SipEngine, settings: ReadySettings): UserAgent {
  const { servers, uri, displayName, registerExpires } = settings;
  try {
    return new engine.UA({
      // The first is preferred, the next one stands in.
      sockets: servers.map((url, i) => ({
        socket: new engine.WebSocketInterface(url),
        weight: servers.length - i,
      })),
      uri,
      ...(displayName !== '' && { display_name: displayName }),
      // The login waits for credentials.
      register: false,
      register_expires: registerExpires,
      // A refresh that falls into a gap of the network would end the call.
      session_timers: false,
      no_answer_timeout: ringTime,
      connection_recovery_min_interval: shortest,
      connection_recovery_max_interval: longest,
    });
  } catch (error) {
    throw new VoiceError('PHONE_CONFIG', 'server or uri, which the engine cannot read', { cause: error });
  }
}
