/** A phone without a network: both ends of every call are in this page, with real sound between them. */
import { BaseProvider, capabilities } from '../base-provider.js';
import { BrowserDevices } from '../devices.js';
import type { DialOptions, FromNumber, PreCallReport } from '../provider.js';
import { OverReload } from '../over-reload.js';
import { SessionSounds } from '../session-sounds.js';
import { VoiceError } from '../voice-error.js';
import { tryMedia, tryMicrophone } from './check.js';
import { isLineRecord } from './line-record.js';
import { LoopbackSession, type MicrophoneUse } from './loopback-session.js';
import { readNumber } from './number.js';
import { fullScript, type LoopbackScript } from './script.js';

/** How the loopback behaves. Changes count from the next call. */
export interface LoopbackSettings {
  /** What the far end does. Default: rings 2 s, answers, echoes. */
  readonly farEnd?: LoopbackScript;
  /** What the far end does for a number, over `farEnd`; undefined for nothing else. Default: nothing else. */
  readonly script?: ((number: string) => LoopbackScript | undefined) | undefined;
  /**
   * `preferred`: a tone is sent where the microphone cannot be had. `required`: the call waits for it and tells what
   * is in the way. `none`: a tone is sent, nobody is asked. Default: `preferred`.
   */
  readonly microphone?: MicrophoneUse;
  /** Numbers one may call from. Default: none. */
  readonly fromNumbers?: readonly FromNumber[];
  /** How many times as fast the far end acts, for tests. Default: 1. */
  readonly speed?: number;
}

/** Somebody who calls. */
export interface LoopbackCaller {
  readonly from: string;
  readonly name?: string | undefined;
  /** Which of our numbers was called. */
  readonly to?: string | undefined;
}

export class LoopbackVoice extends BaseProvider<LoopbackSession> {
  readonly name = 'loopback';
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
    'fromNumbers',
    'preCallCheck',
    'quality',
    'restore',
  );
  readonly devices = new BrowserDevices();
  readonly #sounds = new SessionSounds(this.devices);
  readonly #records = new OverReload(
    'loopback',
    () => this.sessions.map((session) => session.record),
    isLineRecord,
  );
  #settings: LoopbackSettings;

  constructor(settings: LoopbackSettings = {}) {
    super();
    this.#settings = settings;
  }

  get fromNumbers(): readonly FromNumber[] {
    return this.#settings.fromNumbers ?? [];
  }

  /** Changes settings; the others stay. */
  configure(settings: LoopbackSettings): void {
    const before = this.fromNumbers;
    this.#settings = { ...this.#settings, ...settings };
    if (this.fromNumbers !== before) this.dispatchEvent(new Event('fromnumberschange'));
  }

  async connect(): Promise<void> {
    if (this.state === 'ready' || this.state === 'connecting') return;
    this.changeState('connecting');
    // There is no server to wait for. A moment passes nevertheless, as with every other phone.
    await Promise.resolve();
    if (!this.#isConnecting()) return;
    if (typeof RTCPeerConnection === 'undefined') {
      const problem = new VoiceError('NOT_SUPPORTED', 'a browser without WebRTC');
      this.changeState('failed', problem);
      throw problem;
    }
    this.devices.watch();
    this.#records.start();
    this.changeState('ready');
  }

  async disconnect(): Promise<void> {
    this.devices.unwatch();
    this.#records.stop();
    const ending = this.sessions.map((session) => session.hangUp());
    this.changeState('offline');
    await Promise.all(ending);
  }

  async dial({ id, toNumber, fromNumber }: DialOptions): Promise<LoopbackSession> {
    this.#demandReady();
    const number = readNumber(toNumber);
    const session = this.#create(
      {
        id: id ?? createId(),
        direction: 'outbound',
        remote: { number },
        localNumber: fromNumber ?? this.fromNumbers[0]?.number,
      },
      this.#settings.script?.(number),
    );
    this.add(session);
    this.#ring(session);
    return session;
  }

  /** Lets a call come in. Rejects `PHONE_OFFLINE` unless the phone is ready. */
  async receiveCall({ from, name, to }: LoopbackCaller, script?: LoopbackScript): Promise<LoopbackSession> {
    this.#demandReady();
    const session = this.#create(
      {
        id: createId(),
        direction: 'inbound',
        remote: { number: from, name },
        localNumber: to ?? this.fromNumbers[0]?.number,
      },
      script,
    );
    this.#ring(session);
    this.announce(session);
    return session;
  }

  /**
   * Takes up a call that went on when the page was loaded anew in this tab: it rings again, or they talk again when this
   * resolves. Undefined for any other. What the far end has still to do, it does anew.
   */
  async restore(sessionId: string): Promise<LoopbackSession | undefined> {
    this.#demandReady();
    const record = this.#records.take(({ id }) => id === sessionId);
    if (!record) return undefined;
    const session = this.#create(record, record.script);
    this.add(session);
    if (record.isAnswered) await this.#resume(session);
    else this.#ring(session);
    return session;
  }

  /** Opens the microphone and a connection for a moment. Without a server, that one is always well. */
  async check(): Promise<PreCallReport> {
    const microphone =
      this.#settings.microphone === 'none' ? undefined : await tryMicrophone(this.devices.input);
    const checks = [
      { name: 'microphone', problem: microphone },
      { name: 'server', problem: undefined },
      { name: 'media', problem: await tryMedia() },
    ] as const;
    return { ok: checks.every(({ problem }) => problem === undefined), checks };
  }

  #demandReady(): void {
    if (this.state !== 'ready') throw new VoiceError('PHONE_OFFLINE', this.state);
  }

  // Disconnected meanwhile, it stays so.
  #isConnecting(): boolean {
    return this.state === 'connecting';
  }

  #create(start: ConstructorParameters<typeof LoopbackSession>[0], script: LoopbackScript | undefined) {
    const { farEnd, microphone = 'preferred', speed = 1 } = this.#settings;
    if (!['preferred', 'required', 'none'].includes(microphone))
      throw new VoiceError('PHONE_CONFIG', `microphone is "${microphone}"; right: preferred, required, none`);
    return new LoopbackSession(start, {
      script: fullScript(farEnd, script),
      microphone,
      speed,
      devices: this.devices,
      silence: (session) => this.#sounds.silence(session),
    });
  }

  async #resume(session: LoopbackSession): Promise<void> {
    try {
      await session.resume();
    } catch (error) {
      await session.hangUp();
      throw error;
    }
  }

  #ring(session: LoopbackSession): void {
    this.#sounds.follow(session, () => this.sessions.some((other) => other !== session && isTalking(other)));
    session.start();
  }
}

function isTalking({ state }: LoopbackSession): boolean {
  return state === 'active' || state === 'reconnecting';
}

function createId(): string {
  // Not `randomUUID`, which exists in secure contexts only.
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}
