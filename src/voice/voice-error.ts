/** Errors of voice providers: every code, what it says, and whether trying again may help. */
import type { VoiceErrorCode, VoiceProblem } from '../call/index.js';
import { maskNumbers } from '../link/index.js';

const messages = {
  /**
   * When: the frame may not use the microphone, or the page is not served by https.
   * Do: give the frame `allow="microphone"` and serve the page by https.
   */
  MICROPHONE_BLOCKED: 'This frame may not use the microphone.',
  /**
   * When: the user, or the browser's settings, refuse the microphone.
   * Do: allow it in the browser's address bar, then try again.
   */
  MICROPHONE_DENIED: 'The microphone was refused.',
  /**
   * When: the user closed the browser's question without an answer.
   * Do: try again.
   */
  MICROPHONE_DISMISSED: 'The question for the microphone was closed without an answer.',
  /**
   * When: no microphone is plugged in, or the chosen one is gone.
   * Do: plug one in or choose another, then try again.
   */
  MICROPHONE_MISSING: 'No microphone was found.',
  /**
   * When: another program holds the microphone.
   * Do: close that program, then try again.
   */
  MICROPHONE_IN_USE: 'The microphone is in use by another program.',
  /**
   * When: a call is asked for while the voice is offline or has failed, or the voice still connects 10 seconds later.
   * Do: wait for its state `ready`, or call `connect()`.
   */
  PHONE_OFFLINE: 'The phone is not connected.',
  /**
   * When: the server does not accept who logs in.
   * Do: correct address and password.
   */
  PHONE_REFUSED: 'The server refused the login.',
  /**
   * When: the server cannot be reached, is silent, or refuses a login it took before. It is tried again by itself.
   * Do: check the address and the network.
   */
  PHONE_UNREACHABLE: 'The server cannot be reached.',
  /**
   * When: an inbound call was turned away: the user is not available, talks and the voice takes no second call, or eight
   * ring already. A flood of such calls is told once, never logged.
   * Do: nothing, or set `available`.
   */
  PHONE_BUSY: 'An inbound call was turned away.',
  /**
   * When: a setting of the voice has a value that cannot be used; it is named.
   * Do: correct it.
   */
  PHONE_CONFIG: 'A setting of the phone cannot be used.',
  /**
   * When: the voice's engine is not installed or cannot be loaded; it is named.
   * Do: install it, or give it to the element.
   */
  ENGINE_MISSING: 'The engine of the phone cannot be loaded.',
  /**
   * When: the voice cannot dial what it was given.
   * Do: correct the number.
   */
  BAD_NUMBER: 'This cannot be dialled.',
  /**
   * When: something else than 0–9, *, #, A–D and commas is to be sent.
   * Do: leave it out.
   */
  BAD_DIGITS: 'Digits are 0–9, *, #, A–D; a comma is a pause.',
  /**
   * When: the state of the call does not allow it, or the call is gone.
   * Do: look at the call's state first.
   */
  NOT_POSSIBLE: 'Not possible in this state.',
  /**
   * When: the voice lacks the capability.
   * Do: look at `capabilities` first.
   */
  NOT_SUPPORTED: 'This phone cannot do that.',
  /**
   * When: the chosen device is not there, or the browser cannot use it.
   * Do: choose another.
   */
  DEVICE_MISSING: 'This device cannot be used.',
  /**
   * When: the sound cannot be set up.
   * Do: check that the network lets WebRTC through; name ICE servers.
   */
  MEDIA_FAILED: 'The sound could not be set up.',
  /**
   * When: the other end or the server refused the transfer. The call goes on.
   * Do: try another number, or resume.
   */
  TRANSFER_FAILED: 'The call could not be handed over.',
  /**
   * When: anything else that is technical; the engine's words are added.
   * Do: look at them.
   */
  PHONE_FAILED: 'The phone failed.',
} as const satisfies Record<VoiceErrorCode, string>;

/** After these the voice is of no use until somebody repairs it. */
const fatal: ReadonlySet<VoiceErrorCode> = new Set<VoiceErrorCode>([
  'PHONE_REFUSED',
  'PHONE_CONFIG',
  'ENGINE_MISSING',
]);

/** After these, trying the same again may succeed. */
const recoverable: ReadonlySet<VoiceErrorCode> = new Set<VoiceErrorCode>([
  'MICROPHONE_DENIED',
  'MICROPHONE_DISMISSED',
  'MICROPHONE_MISSING',
  'MICROPHONE_IN_USE',
  'PHONE_OFFLINE',
  'PHONE_UNREACHABLE',
  'MEDIA_FAILED',
  'TRANSFER_FAILED',
]);

/** Why a voice provider could not do something. */
export class VoiceError extends Error {
  override readonly name = 'VoiceError';
  readonly code: VoiceErrorCode;
  /** Whether the voice is of no use until it is repaired. */
  readonly fatal: boolean;
  /** Whether trying again may succeed. */
  readonly recoverable: boolean;

  /** @param got The value or the place that was wrong. Must not hold a phone number. */
  constructor(code: VoiceErrorCode, got?: string, options?: ErrorOptions) {
    super(got === undefined ? messages[code] : `${messages[code]} Got: ${got}`, options);
    this.code = code;
    this.fatal = fatal.has(code);
    this.recoverable = recoverable.has(code);
  }

  /** Anything that was thrown, as a `VoiceError`. */
  static from(thrown: unknown): VoiceError {
    if (thrown instanceof VoiceError) return thrown;
    const words = thrown instanceof Error ? `${thrown.name} ${thrown.message}` : String(thrown);
    return new VoiceError('PHONE_FAILED', words, { cause: thrown });
  }
}

/** What was thrown, as plain data for the snapshot and for `hs-error`, with the request that failed. */
export function problemOf(thrown: unknown, request?: string): VoiceProblem {
  // By its name: the adapter may be built with another copy of the class.
  const isOurs = thrown instanceof Error && thrown.name === 'VoiceError';
  const {
    code,
    message,
    fatal: isFatal,
  } = isOurs ? (thrown as Error & VoiceProblem) : VoiceError.from(thrown);
  // An engine's own words may hold phone numbers.
  return { code, message: maskNumbers(message), fatal: isFatal, ...(request !== undefined && { request }) };
}
