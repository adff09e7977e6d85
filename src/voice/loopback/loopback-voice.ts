/** A voice without a network: both ends of every call are in this page, with real sound between them. */
import type { CallingBridge } from '../../bridge/index.js';
import { isUserGone, type VoicemailMessage } from '../../call/index.js';
import { createId } from '../../link/index.js';
import { isSameUser, read, type HostUser } from '../../protocol/index.js';
import { maybe } from '../../protocol/fields.js';
import { listOf } from '../../protocol/schema.js';
import { capabilities } from '../../call/voice-capabilities.js';
import { BaseProvider } from '../base-provider.js';
import type { CallControl } from '../call-control.js';
import { BrowserDevices } from '../devices.js';
import type { DialOptions, FromNumber, PreCallReport } from '../provider.js';
import { ReloadStorage } from '../reload-storage.js';
import { checkMicrophone } from '../microphone.js';
import { SessionSounds } from '../session-sounds.js';
import { VoiceError } from '../voice-error.js';
import { readDialledNumber } from './dialled-number.js';
import type { MicrophoneUse } from './loopback-media.js';
import { LoopbackSession } from './loopback-session.js';
import { checkMedia } from './media-check.js';
import { fullScript, wrong, type LoopbackScript } from './script.js';
import { storedSession, type StoredSession } from './stored-session.js';

/** The settings of the loopback. A change counts from the next call on. */
export interface LoopbackSettings {
  /** What the far end does. Default: rings 2 s, answers, echoes. */
  readonly farEnd?: LoopbackScript;
  /** What the far end does for a number, over `farEnd`; undefined for what `farEnd` says. Default: as `farEnd` says. */
  readonly script?: ((number: string) => LoopbackScript | undefined) | undefined;
  /**
   * `preferred`: a tone is sent where the microphone cannot be had at the start of the call. `required`: the call waits for it and tells the
   * trouble. `none`: a tone is sent, nobody is asked. Default: `preferred`.
   */
  readonly microphone?: MicrophoneUse;
  /** The numbers that the user may call from. Default: none. */
  readonly fromNumbers?: readonly FromNumber[];
  /** The messages that can be left for an answering machine. Default: none. */
  readonly messages?: readonly VoicemailMessage[];
  /** How many times faster than real time scripts run, for tests. Default: 1. */
  readonly speed?: number;
}

/** Who calls in `receiveCall`. */
export interface LoopbackCaller {
  readonly from: string;
  readonly name?: string | undefined;
  /** Which of our numbers was called. */
  readonly to?: string | undefined;
}

const microphoneUses: readonly MicrophoneUse[] = ['preferred', 'required', 'none'];

/** The first setting with a value that cannot be used, as the `PHONE_CONFIG` that a call would fail with. */
export function wrongSetting({ farEnd, microphone = 'preferred' }: LoopbackSettings): VoiceError | undefined {
  try {
    fullScript(farEnd);
    if (!microphoneUses.includes(microphone))
      throw wrong('microphone', microphone, microphoneUses.join(', '));
    return undefined;
  } catch (error) {
    if (error instanceof VoiceError) return error;
    throw error;
  }
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
    'voicemailDrop',
    'devices',
    'fromNumbers',
    'preCallCheck',
    'quality',
    'restore',
  );
  readonly devices = new BrowserDevices();
  readonly #sounds = new SessionSounds(this.devices, (isSilent) => this.changeRingSilence(isSilent));
  readonly #stored = new ReloadStorage('loopback', () => this.kept(), storedSession);
  #settings: LoopbackSettings;
  /** Who uses the page, as soon as HubSpot has told it. */
  #user: HostUser | undefined;
  #unfollow: (() => void) | undefined;

  constructor(settings: LoopbackSettings = {}) {
    super();
    this.#settings = settings;
  }

  get fromNumbers(): readonly FromNumber[] {
    return this.#settings.fromNumbers ?? [];
  }

  get messages(): readonly VoicemailMessage[] {
    return this.#settings.messages ?? [];
  }

  override attach(bridge: CallingBridge): CallControl {
    this.#unfollow?.();
    this.#unfollow = bridge.subscribe((now, previous) => {
      const { host } = now;
      this.#user = host && { portalId: host.portalId, userId: host.userId };
      const isGone = previous !== undefined && isUserGone(now, previous);
      // Nobody else sees with whom the user has talked: what is stored of it goes with them.
      if (isGone || (host && !previous?.host))
        this.#stored.forget((item) => isGone || !isSameUser(item, host ?? {}));
    });
    return super.attach(bridge);
  }

  /** Changes the settings that are given; the others stay. */
  configure(settings: LoopbackSettings): void {
    const { fromNumbers, messages } = this;
    this.#settings = { ...this.#settings, ...settings };
    if (this.fromNumbers !== fromNumbers) this.dispatchEvent(new Event('fromnumberschange'));
    if (this.messages !== messages) this.dispatchEvent(new Event('messageschange'));
  }

  async connect(): Promise<void> {
    if (this.state === 'ready' || this.state === 'connecting') return;
    this.changeState('connecting');
    // There is no server to wait for. It is asynchronous nevertheless, as with every other provider.
    await Promise.resolve();
    if (!this.#isConnecting()) return;
    if (typeof RTCPeerConnection === 'undefined') {
      const problem = new VoiceError('NOT_SUPPORTED', 'a browser without WebRTC');
      this.changeState('failed', problem);
      throw problem;
    }
    this.devices.watch();
    this.#stored.start();
    this.changeState('ready');
  }

  async disconnect(): Promise<void> {
    this.devices.unwatch();
    this.#stored.stop();
    const ending = this.sessions.map((session) => session.hangUp());
    this.changeState('offline');
    await Promise.all(ending);
  }

  letRing(isHeard: boolean): void {
    this.#sounds.letRing(isHeard);
  }

  async dial({ id, toNumber, fromNumber }: DialOptions): Promise<LoopbackSession> {
    this.#demandReady();
    const number = readDialledNumber(toNumber);
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
    this.#start(session);
    return session;
  }

  /** Has somebody call. Rejects `PHONE_OFFLINE` unless the state is `ready`. */
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
    session.start();
    this.announce(session);
    // Only now: one that is turned away at once has ended, and makes no sound.
    this.#sound(session);
    return session;
  }

  /** The live calls, for the same voice in another frame. */
  kept(): readonly StoredSession[] {
    return this.sessions.map((session) => ({ ...session.stored, ...this.#user }));
  }

  /**
   * Restores a call that was live when the page was reloaded in this tab, or when another frame went, which has told of it by
   * `kept`: it rings again, or is `active` again when this resolves. Undefined for any other. The far end's script starts
   * again from the beginning.
   */
  async restore(sessionId: string, kept?: unknown): Promise<LoopbackSession | undefined> {
    this.#demandReady();
    const fits = (item: StoredSession) => item.id === sessionId && isSameUser(item, this.#user ?? {});
    const reading = read(listOf(maybe(storedSession)), kept, 'kept');
    const stored = this.#stored.take(fits) ?? (reading.ok ? reading.data.find(fits) : undefined);
    if (!stored) return undefined;
    const session = this.#create(stored, stored.script);
    this.add(session);
    if (stored.isAnswered) await this.#resume(session);
    else this.#start(session);
    return session;
  }

  /** Opens the microphone and a connection for a moment. There is no server, so nothing is ever wrong with it. */
  async check(): Promise<PreCallReport> {
    const microphone =
      this.#settings.microphone === 'none' ? undefined : await checkMicrophone(this.devices.input);
    const checks = [
      { name: 'microphone', problem: microphone },
      { name: 'server', problem: undefined },
      { name: 'media', problem: await checkMedia() },
    ] as const;
    return { ok: checks.every(({ problem }) => problem === undefined), checks };
  }

  #demandReady(): void {
    if (this.state !== 'ready') throw new VoiceError('PHONE_OFFLINE', this.state);
  }

  // A method, so that the compiler does not take the state for unchanged after the wait.
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
      hasMessage: (messageId) => this.messages.some(({ id }) => id === messageId),
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

  #start(session: LoopbackSession): void {
    this.#sound(session);
    session.start();
  }

  #sound(session: LoopbackSession): void {
    this.#sounds.follow(session, () => this.sessions.some((other) => other !== session && isTalking(other)));
  }
}

function isTalking({ state }: LoopbackSession): boolean {
  return state === 'active' || state === 'reconnecting';
}
