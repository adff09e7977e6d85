/** `<hs-loopback-voice>`: gives the bridge a voice without a network, to try a widget and to test it. */
import type { PropertyDeclarations, PropertyValues } from 'lit';
import type { VoicemailMessage } from '../../src/call/index.js';
import { raise } from '../../src/index.js';
import { problemOf, type FromNumber, type VoiceError } from '../../src/voice/index.js';
import {
  LoopbackVoice,
  wrongSetting,
  type LoopbackCaller,
  type LoopbackScript,
  type LoopbackSession,
  type LoopbackSettings,
  type MicrophoneUse,
} from '../../src/voice/loopback/index.js';
import { HsVoiceElement } from '../shared/voice-element.js';

export type * from '../../src/voice/loopback/index.js';

/**
 * A voice whose far end is in the same page: calls are real WebRTC calls, and reach nobody. The far end rings, answers
 * and echoes what it hears; attributes make it do something else. A change counts from the next call on.
 *
 * Needs a browser with WebRTC: without it the voice's state is `failed`, its problem `NOT_SUPPORTED`. An attribute
 * with a value that is not listed here is told at once by `hs-error`, and makes every call fail with `PHONE_CONFIG`.
 *
 * Not visible itself. It gives its voice to the bridge around it, the one that `for` names, or the only one there is.
 *
 * @tag hs-loopback-voice
 * @fires hs-error - An attribute cannot be used: `PHONE_CONFIG`, with its value and the right ones. Does not bubble.
 */
export class HsLoopbackVoice extends HsVoiceElement {
  /** The name the element is registered under unless another is given. */
  static override readonly tag = 'hs-loopback-voice';

  static override properties: PropertyDeclarations = {
    farEnd: { attribute: 'far-end' },
    ringsFor: { type: Number, attribute: 'rings-for' },
    dropsAfter: { type: Number, attribute: 'drops-after' },
    plays: {},
    quality: {},
    microphone: {},
    script: { attribute: false },
    fromNumbers: { attribute: false },
    messages: { attribute: false },
  };

  /** The voice itself: its state, its sessions, its devices. */
  readonly provider = new LoopbackVoice();

  /**
   * What the far end does with a call: `answer`, `busy`, `no-answer`, `decline`, `unavailable` or `not-found`. Default:
   * `answer`.
   */
  farEnd: NonNullable<LoopbackScript['does']> = 'answer';

  /** How long the far end rings before it answers, declines, or the network gives up, in ms. Default: 2000. */
  ringsFor = 2000;

  /** When the far end hangs up, in ms after the answer. Default: it does not. */
  dropsAfter: number | undefined;

  /** What is heard of the far end: `echo`, oneself a moment later, or a `tone`. Default: `echo`. */
  plays: NonNullable<LoopbackScript['plays']> = 'echo';

  /**
   * How well the far end is heard: `good`, which is measured, or `poor`, which chops the sound and invents figures that
   * fit. Default: `good`.
   */
  quality: NonNullable<LoopbackScript['quality']> = 'good';

  /**
   * Whether the microphone is used. `preferred`: where it cannot be had, a tone is sent. `required`: the call waits
   * for it and tells the trouble. `none`: a tone is sent, nobody is asked. Default: `preferred`.
   */
  microphone: MicrophoneUse = 'preferred';

  /**
   * What the far end does for a number, over the attributes: `(number) => script`; undefined for what the attributes
   * say. Default: what the attributes say.
   */
  script: ((number: string) => LoopbackScript | undefined) | undefined;

  /** The numbers that the user may call from: `[{ number, label }]`. Default: none. */
  fromNumbers: readonly FromNumber[] = [];

  /** The recorded messages that can be left for an answering machine: `[{ id, label }]`. Default: none. */
  messages: readonly VoicemailMessage[] = [];

  #told: string | undefined;

  /**
   * Has somebody call, as soon as it is known whether the calls are in this frame. Rejects `PHONE_OFFLINE` where they are in
   * another frame of the user, and before the element is in a page.
   *
   * @param caller - Who calls: `{ from, name, to }`.
   * @param script - What the caller does, over the attributes; `{ givesUpAfter: 5000 }` for one who gives up.
   */
  async receiveCall(caller: LoopbackCaller, script?: LoopbackScript): Promise<LoopbackSession> {
    await this.untilDecided();
    return this.provider.receiveCall(caller, script);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is only moved is back in the page by then, and keeps its calls.
    queueMicrotask(() => {
      if (!this.isConnected) void this.provider.disconnect();
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // A failure is the provider's `problem`, which the bridge reports.
    if (this.isConnected && this.mayConnect) void this.provider.connect().catch(() => undefined);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { farEnd, ringsFor, dropsAfter, plays, quality, microphone, script, fromNumbers, messages } = this;
    const settings: LoopbackSettings = {
      farEnd: { does: farEnd, ringsFor, plays, quality, ...(dropsAfter !== undefined && { dropsAfter }) },
      microphone,
      script,
      fromNumbers,
      messages,
    };
    this.provider.configure(settings);
    this.#tell(wrongSetting(settings));
  }

  /** Tells of a wrong setting once. */
  #tell(wrong: VoiceError | undefined): void {
    if (wrong && wrong.message !== this.#told) raise(this, 'hs-error', problemOf(wrong));
    this.#told = wrong?.message;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-loopback-voice': HsLoopbackVoice;
  }
}
