/** Sends DTMF digits to the far end, one request after the other, by the browser's own sender. */
import { VoiceError } from '../voice-error.js';

export class DtmfQueue {
  readonly #onDigit: (digit: string) => void;
  /** The last request; the next one waits for it. */
  #sending: Promise<void> = Promise.resolve();
  #interruption = new AbortController();

  /** @param onDigit Called with each digit as it goes out. */
  constructor(onDigit: (digit: string) => void) {
    this.#onDigit = onDigit;
  }

  /** Sends digits once those of earlier requests are out. Rejects `NOT_POSSIBLE` when it is interrupted. */
  send(sender: RTCRtpSender | undefined, digits: string): Promise<void> {
    const { signal } = this.#interruption;
    const sending = this.#sending.then(() => this.#insert(sender?.dtmf ?? undefined, digits, signal));
    this.#sending = sending.catch(() => undefined);
    return sending;
  }

  /** Drops every digit that has not gone out yet: their requests reject. */
  interrupt(): void {
    this.#interruption.abort();
    this.#interruption = new AbortController();
  }

  async #insert(dtmf: RTCDTMFSender | undefined, digits: string, interruption: AbortSignal): Promise<void> {
    if (interruption.aborted || !dtmf?.canInsertDTMF)
      throw new VoiceError('NOT_POSSIBLE', 'no sound goes out');
    const listening = new AbortController();
    const { signal } = listening;
    try {
      await new Promise<void>((resolve, reject) => {
        const onInterrupt = () => reject(new VoiceError('NOT_POSSIBLE', 'the sound has ended'));
        interruption.addEventListener('abort', onInterrupt, { signal });
        const onTone = ({ tone }: RTCDTMFToneChangeEvent) => {
          if (tone === '') resolve();
          else if (tone !== ',') this.#onDigit(tone);
        };
        dtmf.addEventListener('tonechange', onTone, { signal });
        dtmf.insertDTMF(digits);
      });
    } finally {
      listening.abort();
    }
  }
}
