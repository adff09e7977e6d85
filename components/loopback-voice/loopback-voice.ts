/** `<hs-loopback-voice>`: gives the bridge a phone without a network, to try a widget and to test it. */
import type { PropertyValues } from 'lit';
import type { FromNumber } from '../../src/voice/index.js';
import {
  LoopbackVoice,
  type LoopbackCaller,
  type LoopbackScript,
  type LoopbackSession,
  type MicrophoneUse,
} from '../../src/voice/loopback/index.js';
import { property } from '../shared/property.js';
import { HsVoiceElement } from '../shared/voice-element.js';

/**
 * A phone whose other end is in the same page: calls are real WebRTC calls, nobody is reached by them. The other end
 * rings, answers and echoes what it hears; attributes make it do something else. Changes count from the next call.
 *
 * Needs a browser with WebRTC: without it the phone's state is `failed`, its problem `NOT_SUPPORTED`. An attribute
 * with a value that is not listed here makes every call fail with `PHONE_CONFIG`.
 *
 * Not visible itself. It gives its voice to the bridge around it, the one that `for` names, or the only one there is.
 *
 * @tag hs-loopback-voice
 */
export class HsLoopbackVoice extends HsVoiceElement {
  /** The name the element is registered under unless another is given. */
  static override readonly tag = 'hs-loopback-voice';

  /** The phone itself: its state, its sessions, its devices. */
  readonly provider = new LoopbackVoice();

  /**
   * How the other end takes a call: `answer`, `busy`, `no-answer`, `decline`, `unavailable` or `not-found`. Default:
   * `answer`.
   */
  @property({ attribute: 'far-end' }) farEnd: NonNullable<LoopbackScript['does']> = 'answer';

  /** Ms the other end rings before it answers, declines, or has not answered. Default: 2000. */
  @property({ type: Number, attribute: 'rings-for' }) ringsFor = 2000;

  /** Ms after the answer at which the other end hangs up. Default: it does not. */
  @property({ type: Number, attribute: 'drops-after' }) dropsAfter: number | undefined;

  /** What one hears: `echo`, oneself a moment later, or a `tone`. Default: `echo`. */
  @property() plays: NonNullable<LoopbackScript['plays']> = 'echo';

  /**
   * How well one hears: `good`, or `poor`, which chops the sound and tells figures made up to fit. Default: `good`,
   * and measured.
   */
  @property() quality: NonNullable<LoopbackScript['quality']> = 'good';

  /**
   * Whether the microphone is used. `preferred`: where it cannot be had, a tone is sent. `required`: the call waits
   * for it and tells what is in the way. `none`: a tone is sent, nobody is asked. Default: `preferred`.
   */
  @property() microphone: MicrophoneUse = 'preferred';

  /**
   * What the other end does for a number, over the attributes: `(number) => script`; undefined for nothing else.
   * Default: nothing else.
   */
  @property({ attribute: false }) script: ((number: string) => LoopbackScript | undefined) | undefined;

  /** The numbers one may call from: `[{ number, label }]`. Default: none. */
  @property({ attribute: false }) fromNumbers: readonly FromNumber[] = [];

  /**
   * Lets a call come in. Rejects `PHONE_OFFLINE` before the element is in a page.
   *
   * @param caller - Who calls: `{ from, name, to }`.
   * @param script - What the caller does, over the attributes; `{ givesUpAfter: 5000 }` for one who gives up.
   */
  async receiveCall(caller: LoopbackCaller, script?: LoopbackScript): Promise<LoopbackSession> {
    await this.updateComplete;
    return this.provider.receiveCall(caller, script);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What goes wrong is the provider's `problem`, and the bridge tells of it.
    void this.provider.connect().catch(() => undefined);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moving takes an element out and puts it back in at once: calls outlive that.
    queueMicrotask(() => {
      if (!this.isConnected) void this.provider.disconnect();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { farEnd, ringsFor, dropsAfter, plays, quality, microphone, script, fromNumbers } = this;
    this.provider.configure({
      farEnd: { does: farEnd, ringsFor, plays, quality, ...(dropsAfter !== undefined && { dropsAfter }) },
      microphone,
      script,
      fromNumbers,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-loopback-voice': HsLoopbackVoice;
  }
}
