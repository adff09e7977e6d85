/** A voice without sound, whose sessions do what a test says. */
import type { VoiceCapabilities, VoicemailMessage } from '../../call/index.js';
import { capabilities } from '../../call/voice-capabilities.js';
import { BaseProvider } from '../base-provider.js';
import { BaseSession } from '../base-session.js';
import type { DialOptions } from '../provider.js';
import type { EndReason, RemoteParty, SessionEnd, VoiceSession } from '../session.js';
import { VoiceError } from '../voice-error.js';

/** Every capability that needs no browser. */
const fakeCapabilities = capabilities(
  'inbound',
  'multipleCalls',
  'mute',
  'hold',
  'dtmf',
  'recording',
  'blindTransfer',
  'attendedTransfer',
  'merge',
  'silence',
  'voicemailDrop',
);

export class FakeSession extends BaseSession {
  /** The methods that were called, in words. */
  readonly asked: string[] = [];
  /** The next method that is called rejects with it. */
  refusal: VoiceError | undefined;

  // Public here: a test plays the network.
  override change = super.change.bind(this);
  override changeHold = super.changeHold.bind(this);

  over(reason: EndReason, by: SessionEnd['by'] = 'remote'): void {
    this.finish({ reason, by });
  }

  async answer(): Promise<void> {
    await this.#ask('answer');
    this.change('state', 'active');
  }

  async decline(reason = 'declined'): Promise<void> {
    await this.#ask(`decline ${reason}`);
    this.over(reason === 'busy' ? 'busy' : 'declined', 'local');
  }

  async hangUp(): Promise<void> {
    await this.#ask('hang up');
    this.over(this.state === 'active' ? 'hung-up' : 'canceled', 'local');
  }

  async retryMicrophone(): Promise<void> {
    await this.#ask('retry microphone');
    this.change('microphone', undefined);
  }

  silence(): void {
    this.asked.push('silence');
  }

  async setMuted(muted: boolean): Promise<void> {
    await this.#ask(`mute ${String(muted)}`);
    this.change('muted', muted);
  }

  async setHeld(held: boolean): Promise<void> {
    await this.#ask(`hold ${String(held)}`);
    this.changeHold('local', held);
  }

  async setRecording(recording: boolean): Promise<void> {
    await this.#ask(`record ${String(recording)}`);
    this.change('recording', recording);
  }

  async sendDigits(digits: string): Promise<void> {
    await this.#ask(`send ${digits}`);
  }

  async transfer(toNumber: string): Promise<void> {
    await this.#ask(`transfer to ${toNumber}`);
    this.over('transferred', 'local');
  }

  async transferTo(other: VoiceSession): Promise<void> {
    await this.#ask('transfer to a consultation');
    this.over('transferred', 'local');
    if (other instanceof FakeSession) other.over('transferred', 'local');
  }

  async dropVoicemail(messageId: string): Promise<void> {
    await this.#ask(`leave ${messageId}`);
    this.over('voicemail', 'local');
  }

  async merge(): Promise<void> {
    await this.#ask('merge');
  }

  async #ask(words: string): Promise<void> {
    this.asked.push(words);
    await Promise.resolve();
    const { refusal } = this;
    this.refusal = undefined;
    if (refusal) throw refusal;
  }
}

export class FakeVoice extends BaseProvider<FakeSession> {
  override readonly name = 'a fake voice';
  override readonly capabilities: { -readonly [K in keyof VoiceCapabilities]: VoiceCapabilities[K] };
  /** Every `dial` rejects with it. */
  refusal: VoiceError | undefined;
  readonly dialled: DialOptions[] = [];
  messages: readonly VoicemailMessage[] = [];
  #ids = 0;

  override changeState = super.changeState.bind(this);
  override changeRingSilence = super.changeRingSilence.bind(this);

  constructor(changes: Partial<VoiceCapabilities> = {}) {
    super();
    this.capabilities = { ...fakeCapabilities, ...changes };
  }

  connect(): Promise<void> {
    this.changeState('ready');
    return Promise.resolve();
  }

  disconnect(): Promise<void> {
    for (const session of this.sessions) session.over('canceled', 'local');
    this.changeState('offline');
    return Promise.resolve();
  }

  async dial(options: DialOptions): Promise<FakeSession> {
    this.dialled.push(options);
    await Promise.resolve();
    if (this.refusal) throw this.refusal;
    const { id = this.#createId(), toNumber, fromNumber } = options;
    return this.add(
      new FakeSession({
        id,
        direction: 'outbound',
        remote: { number: toNumber },
        localNumber: fromNumber ?? '+12025550100',
      }),
    );
  }

  /** Has an inbound call ring. */
  ring(remote: RemoteParty = { number: '+12025550102' }, localNumber?: string): FakeSession {
    const id = this.#createId();
    const session = new FakeSession({ id, direction: 'inbound', remote, localNumber });
    this.announce(session);
    return session;
  }

  #createId(): string {
    this.#ids += 1;
    return `session-${String(this.#ids)}`;
  }
}
