/** A phone that speaks SIP over WebSocket, by JsSIP. */
import { BaseProvider, capabilities } from '../base-provider.js';
import { BrowserDevices } from '../devices.js';
import { closeMicrophone, openMicrophone } from '../microphone.js';
import type { DialOptions, PreCallReport } from '../provider.js';
import { SessionSounds } from '../session-sounds.js';
import { VoiceError } from '../voice-error.js';
import { callerOf, numberOf, targetOf } from './addresses.js';
import { loadEngine, type EngineCall, type SipEngine, type SipMessage, type SipUri } from './engine.js';
import { Registration } from './registration.js';
import { isSame, readSettings, supply, type ReadySettings, type SipSettings } from './settings.js';
import type { SipLine } from './sip-line.js';
import { SipSession } from './sip-session.js';

/** What is there as long as the phone is connected. */
interface Running {
  readonly engine: SipEngine;
  readonly settings: ReadySettings;
  readonly registration: Registration;
}

/**
 * A phone by JsSIP. A `fromNumber` goes out as the user of the From header, with the phone's own address as
 * `P-Preferred-Identity` (RFC 3325); whether others see it is the server's choice.
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
  readonly #sounds = new SessionSounds(this.devices);
  #settings: SipSettings;
  #running: Running | undefined;
  #isWanted = false;
  #isOutdated = false;
  /** Counts connections: what an older one has to say is no news. */
  #turn = 0;

  constructor(settings: SipSettings = { server: '', uri: '' }) {
    super();
    this.#settings = settings;
  }

  /** Takes other settings. A phone that is connected connects anew, but not before its last call has ended. */
  configure(settings: SipSettings): void {
    if (isSame(settings, this.#settings)) return;
    this.#settings = settings;
    if (!this.#isWanted) return;
    this.#isOutdated = true;
    this.#renew();
  }

  async connect(): Promise<void> {
    // After a failure it is tried anew.
    if (!this.#isWanted || this.state === 'failed') {
      this.#isWanted = true;
      this.#isOutdated = true;
      this.#renew();
    }
    await this.#whenReady();
  }

  async disconnect(): Promise<void> {
    this.#isWanted = false;
    await Promise.all(this.sessions.map((session) => session.hangUp()));
    await this.#stop();
  }

  async dial({ id = newId(), toNumber, fromNumber }: DialOptions): Promise<SipSession> {
    const running = this.#running;
    if (this.state !== 'ready' || !running) throw new VoiceError('PHONE_OFFLINE');
    const target = targetOf(toNumber, running.settings.domain);
    const session = new SipSession(
      { id, direction: 'outbound', remote: { number: toNumber }, localNumber: fromNumber ?? this.#ownNumber },
      this.#line(running, fromNumber),
      target,
    );
    this.#follow(session);
    this.add(session);
    // Trouble with the microphone is told by the session.
    queueMicrotask(() => void session.start().catch(() => undefined));
    return session;
  }

  async check(): Promise<PreCallReport> {
    const problem = await openMicrophone({ deviceId: this.devices.input }).then(
      (stream) => closeMicrophone(stream),
      (error: unknown) => VoiceError.from(error),
    );
    const offline = this.state === 'ready' ? undefined : (this.problem ?? new VoiceError('PHONE_OFFLINE'));
    return {
      ok: !problem && !offline,
      checks: [
        { name: 'microphone', problem: problem ?? undefined },
        { name: 'server', problem: offline },
      ],
    };
  }

  get #ownNumber(): string | undefined {
    const user = /^sip:([^@]+)@/i.exec(this.#running?.settings.uri ?? '')?.[1];
    return user === undefined ? undefined : numberOf({ user, host: '' }, '');
  }

  // Never in a call: it is done when the last has ended.
  #renew(): void {
    if (!this.#isOutdated || this.sessions.length > 0) return;
    this.#isOutdated = false;
    void this.#stop().then(() => this.#begin());
  }

  async #begin(): Promise<void> {
    if (!this.#isWanted) return;
    const turn = ++this.#turn;
    const isCurrent = () => turn === this.#turn;
    this.changeState('connecting');
    try {
      const settings = readSettings(this.#settings);
      const engine = await loadEngine(this.#settings.engine);
      if (!isCurrent()) return;
      const registration = new Registration(engine, settings, this.#settings.credentials, {
        registered: () => this.changeState('ready'),
        failed: (problem) => this.changeState('connecting', problem),
        lost: (problem) => this.#lose(problem),
        refused: (problem) => this.#refuse(problem),
        called: (call, request) => this.#onCall(call, request),
      });
      this.#running = { engine, settings, registration };
      this.devices.watch();
      registration.start();
    } catch (error) {
      if (isCurrent()) this.changeState('failed', VoiceError.from(error));
    }
  }

  async #stop(): Promise<void> {
    this.#turn += 1;
    const running = this.#running;
    this.#running = undefined;
    this.devices.unwatch();
    this.changeState('offline');
    await running?.registration.stop();
  }

  #lose(problem: VoiceError): void {
    this.changeState('connecting', problem);
    for (const session of this.sessions) session.loseServer();
  }

  // Trying again is of no use: the connection is given up too, unless calls hang on it.
  #refuse(problem: VoiceError): void {
    const { registration } = this.#running ?? {};
    if (this.sessions.length === 0) {
      this.#running = undefined;
      void registration?.stop();
    }
    this.changeState('failed', problem);
  }

  #onCall(call: EngineCall, request: SipMessage): void {
    const running = this.#running;
    if (!running) return;
    const remote = callerOf(request, running.settings.domain);
    const start = { id: newId(), direction: 'inbound', remote, localNumber: this.#ownNumber } as const;
    const session = new SipSession(start, this.#line(running), { call, request });
    this.#follow(session);
    this.announce(session);
    // Who takes the place of somebody on the line is not asked for again (RFC 3891).
    if (request.getHeader('replaces') !== undefined) void session.answer().catch(() => undefined);
  }

  #follow(session: SipSession): void {
    const isSecond = () => this.sessions.some((other) => other !== session && other.state !== 'ringing');
    this.#sounds.follow(session, isSecond);
    session.addEventListener('ended', () => queueMicrotask(() => this.#renew()), { once: true });
  }

  #line({ engine, settings, registration }: Running, fromNumber?: string): SipLine {
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
      call: (target, mediaStream, pcConfig) =>
        agent.call(target, { mediaStream, pcConfig, ...(fromNumber && { fromUserName: fromNumber }) }),
      readUri: (address) => engine.URI.parse(address) as SipUri,
      whenReady: (signal) => this.#whenReady(signal),
      silence: (session) => this.#sounds.silence(session),
    };
  }

  /** Resolves when the phone is ready; rejects when it cannot be, or when the signal says so. */
  #whenReady(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.removeEventListener('statechange', look);
        signal?.removeEventListener('abort', stop);
      };
      const fail = (error: unknown) => {
        leave();
        reject(VoiceError.from(error));
      };
      const stop = () => fail(signal?.reason);
      const look = () => {
        if (this.state === 'ready') {
          leave();
          resolve();
        } else if (this.state === 'failed') fail(this.problem);
        else if (!this.#isWanted) fail(new VoiceError('PHONE_OFFLINE'));
      };
      this.addEventListener('statechange', look);
      signal?.addEventListener('abort', stop);
      if (signal?.aborted) stop();
      else look();
    });
  }
}

// `randomUUID` exists in secure contexts only, and so does the microphone.
function newId(): string {
  return crypto.randomUUID();
}
