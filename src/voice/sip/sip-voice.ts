/** The voice that speaks SIP over WebSocket, by JsSIP. */
import { capabilities } from '../../call/voice-capabilities.js';
import { BaseProvider } from '../base-provider.js';
import { BrowserDevices } from '../devices.js';
import { checkMicrophone } from '../microphone.js';
import type { DialOptions, PreCallReport } from '../provider.js';
import type { SessionEndedEvent } from '../session.js';
import { SessionSounds } from '../session-sounds.js';
import { VoiceError } from '../voice-error.js';
import { callerOf, numberOf, targetOf } from './addresses.js';
import { loadEngine, type EngineCall, type SipEngine, type SipMessage, type SipUri } from './engine.js';
import { isAddressText } from './header-text.js';
import { byeOf, readLeftCalls } from './left-calls.js';
import { Registration } from './registration.js';
import { hangUpSecondAnswers } from './second-answer.js';
import type { SessionContext } from './session-context.js';
import { isSame, readSettings, supply, type ReadySettings, type SipSettings } from './settings.js';
import { SipSession } from './sip-session.js';

/** What exists from the start of a connection to its stop. */
interface Running {
  readonly engine: SipEngine;
  readonly settings: ReadySettings;
  readonly registration: Registration;
}

/**
 * A voice provider by JsSIP. A `fromNumber` is sent as the user of the From header, with the user's own address as
 * `P-Preferred-Identity` (RFC 3325); whether the called person sees it is the server's choice.
 */
export class SipVoice extends BaseProvider<SipSession> {
  readonly name = 'SIP';
  readonly capabilities = capabilities(
    'inbound',
    'multipleCalls',
    'mute',
    'hold',
    'dtmf',
    'blindTransfer',
    'attendedTransfer',
    'silence',
    'devices',
    'preCallCheck',
    'quality',
  );

  readonly devices = new BrowserDevices();
  readonly #sounds = new SessionSounds(this.devices, (isSilent) => this.changeRingSilence(isSilent));
  #settings: SipSettings;
  #running: Running | undefined;
  /** From `connect` to `disconnect`. */
  #isWanted = false;
  /** The settings have changed since the connection was started. */
  #isOutdated = false;
  /** Counts starts and stops: a start that was overtaken by another does nothing more. */
  #generation = 0;

  constructor(settings: SipSettings = { server: '', uri: '' }) {
    super();
    this.#settings = settings;
  }

  /** Takes new settings. If it is connected it connects anew, once its last call has ended. */
  configure(settings: SipSettings): void {
    if (isSame(settings, this.#settings)) return;
    this.#settings = settings;
    if (!this.#isWanted) return;
    this.#isOutdated = true;
    this.#restartWhenIdle();
  }

  async connect(): Promise<void> {
    // After a failure, a new connection is started.
    if (!this.#isWanted || this.state === 'failed') {
      this.#isWanted = true;
      this.#isOutdated = true;
      this.#restartWhenIdle();
    }
    await this.#whenReady();
  }

  async disconnect(): Promise<void> {
    this.#isWanted = false;
    await Promise.all(this.sessions.map((session) => session.hangUp()));
    await this.#stop();
  }

  /** The answered calls, for this voice in another frame: should this one die, they are hung up there. */
  kept(): readonly unknown[] {
    const answered = this.sessions.filter(({ state }) => state !== 'ringing');
    return answered.map(({ left }) => left).filter((left) => left !== undefined);
  }

  hangUpLeft(kept: unknown): void {
    for (const call of readLeftCalls(kept))
      this.#running?.registration.agent.transport.send(byeOf(call, newId()));
  }

  letRing(isHeard: boolean): void {
    this.#sounds.letRing(isHeard);
  }

  async dial({ id = newId(), toNumber, fromNumber }: DialOptions): Promise<SipSession> {
    const running = this.#running;
    if (this.state !== 'ready' || !running) throw new VoiceError('PHONE_OFFLINE');
    const target = targetOf(toNumber, running.settings.domain);
    if (!isAddressText(fromNumber ?? '')) throw new VoiceError('BAD_NUMBER', 'fromNumber');
    const session = new SipSession(
      { id, direction: 'outbound', remote: { number: toNumber }, localNumber: fromNumber ?? this.#ownNumber },
      this.#contextOf(running, fromNumber),
      target,
    );
    this.#follow(session);
    this.#sound(session);
    this.add(session);
    // The microphone's trouble is in the session's `microphone`.
    queueMicrotask(() => void session.start().catch(() => undefined));
    return session;
  }

  async check(): Promise<PreCallReport> {
    const problem = await checkMicrophone(this.devices.input);
    const offline = this.state === 'ready' ? undefined : (this.problem ?? new VoiceError('PHONE_OFFLINE'));
    return {
      ok: !problem && !offline,
      checks: [
        { name: 'microphone', problem },
        { name: 'server', problem: offline },
      ],
    };
  }

  get #ownNumber(): string | undefined {
    const user = /^sip:([^@]+)@/i.exec(this.#running?.settings.uri ?? '')?.[1];
    return user === undefined ? undefined : numberOf({ user, host: '' }, '');
  }

  // Not during a call: every session calls this again when it has ended.
  #restartWhenIdle(): void {
    if (!this.#isOutdated || this.sessions.length > 0) return;
    this.#isOutdated = false;
    void this.#stop().then(() => this.#start());
  }

  async #start(): Promise<void> {
    if (!this.#isWanted) return;
    const generation = ++this.#generation;
    const isCurrent = () => generation === this.#generation;
    this.changeState('connecting');
    try {
      const settings = readSettings(this.#settings);
      const engine = await loadEngine(this.#settings.engine);
      if (!isCurrent()) return;
      const registration = new Registration(engine, settings, this.#settings.credentials, {
        onRegistered: () => this.changeState('ready'),
        onFailed: (problem) => this.changeState('connecting', problem),
        onConnectionLost: (problem) => this.#onConnectionLost(problem),
        onRefused: (problem) => this.#onRefused(problem),
        onIncomingCall: (call, request) => this.#onIncomingCall(call, request),
      });
      this.#running = { engine, settings, registration };
      this.devices.watch();
      registration.start();
    } catch (error) {
      if (isCurrent()) this.changeState('failed', VoiceError.from(error));
    }
  }

  async #stop(): Promise<void> {
    this.#generation += 1;
    const running = this.#running;
    this.#running = undefined;
    this.devices.unwatch();
    this.changeState('offline');
    await running?.registration.stop();
  }

  #onConnectionLost(problem: VoiceError): void {
    this.changeState('connecting', problem);
    for (const session of this.sessions) session.loseServer();
  }

  // A further attempt would be refused too: the connection is closed, unless there are calls on it.
  #onRefused(problem: VoiceError): void {
    const { registration } = this.#running ?? {};
    if (this.sessions.length === 0) {
      this.#running = undefined;
      void registration?.stop();
    }
    this.changeState('failed', problem);
  }

  #onIncomingCall(call: EngineCall, request: SipMessage): void {
    const running = this.#running;
    if (!running) return;
    const remote = callerOf(request, running.settings.domain);
    const start = { id: newId(), direction: 'inbound', remote, localNumber: this.#ownNumber } as const;
    const session = new SipSession(start, this.#contextOf(running), { call, request });
    this.#follow(session);
    const before = this.sessions.find((other) => other.isReplacedBy(call));
    this.announce(session);
    // Only now: one that is turned away at once has ended, and makes no sound.
    this.#sound(session);
    // A call that replaces another one (RFC 3891) is answered at once: the user has answered the other already.
    if (before) void session.replace(before).catch(() => undefined);
  }

  #sound(session: SipSession): void {
    const isSecond = () => this.sessions.some((other) => other !== session && other.state !== 'ringing');
    this.#sounds.follow(session, isSecond);
  }

  #follow(session: SipSession): void {
    const onEnded = ({ end: { reason, code } }: SessionEndedEvent) => {
      if (reason === 'network' || code === 408) this.#running?.registration.doubt();
      queueMicrotask(() => this.#restartWhenIdle());
    };
    session.addEventListener('ended', onEnded, { once: true });
  }

  #contextOf({ engine, settings, registration }: Running, fromNumber?: string): SessionContext {
    const { agent } = registration;
    const { iceServers } = this.#settings;
    return {
      domain: settings.domain,
      dtmf: settings.dtmf,
      devices: this.devices,
      async rtcConfiguration() {
        try {
          return { iceServers: [...(await supply<readonly RTCIceServer[]>(iceServers ?? []))] };
        } catch (error) {
          throw new VoiceError('MEDIA_FAILED', 'iceServers', { cause: error });
        }
      },
      invite(target, mediaStream, pcConfig) {
        // A server that is there says so at once: nobody waits half a minute for a dead one.
        registration.doubt();
        const options = { mediaStream, pcConfig, ...(fromNumber && { fromUserName: fromNumber }) };
        return hangUpSecondAnswers(agent.call(target, options));
      },
      parseUri: (address) => engine.URI.parse(address) as SipUri,
      whenReady: (signal) => this.#whenReady(signal),
      doubtServer: () => registration.doubt(),
      silence: (session) => this.#sounds.silence(session),
    };
  }

  /** Resolves when the state is `ready`; rejects when it is `failed`, disconnected, or the signal is aborted. */
  #whenReady(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const cleanUp = () => {
        this.removeEventListener('statechange', look);
        signal?.removeEventListener('abort', onAbort);
      };
      const fail = (error: unknown) => {
        cleanUp();
        reject(VoiceError.from(error));
      };
      const onAbort = () => fail(signal?.reason);
      const look = () => {
        if (this.state === 'ready') {
          cleanUp();
          resolve();
        } else if (this.state === 'failed') fail(this.problem);
        else if (!this.#isWanted) fail(new VoiceError('PHONE_OFFLINE'));
      };
      this.addEventListener('statechange', look);
      signal?.addEventListener('abort', onAbort);
      if (signal?.aborted) onAbort();
      else look();
    });
  }
}

// `randomUUID` exists in secure contexts only; so does the microphone, without which there is no call.
function newId(): string {
  return crypto.randomUUID();
}
