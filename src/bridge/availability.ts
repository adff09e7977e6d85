/**
 * What HubSpot is told of the user's availability: the user's own choice, while the voice takes calls. It stays in the state
 * as the user chose it.
 */
import type { Store, WidgetState } from '../call/index.js';
import type { Clock, Envelope } from '../link/index.js';

type Told = 'USER_AVAILABLE' | 'USER_UNAVAILABLE';

/** Ms that a voice may take to connect for the first time before HubSpot is told. */
const firstConnectTimeoutMs = 10_000;

export class Availability {
  readonly #parts: { readonly store: Store; readonly clock: Clock };
  /** What HubSpot was told last; undefined before INITIALIZED. */
  #told: boolean | undefined;
  /** Ends the wait for a voice that connects for the first time, if one goes on. */
  #stopWaiting: (() => void) | undefined;

  /** @param tell Sends a message, if HubSpot has had INITIALIZED. Otherwise INITIALIZED is going to tell. */
  constructor(parts: { readonly store: Store; readonly clock: Clock }, tell: (type: Told) => void) {
    this.#parts = parts;
    parts.store.subscribe((now) => {
      this.#waitForVoice(now);
      const { user, isVoiceDown } = parts.store.getState();
      const isAvailable = user.available && !isVoiceDown;
      if (!user.loggedIn || this.#told === isAvailable) return;
      this.#told = isAvailable;
      tell(isAvailable ? 'USER_AVAILABLE' : 'USER_UNAVAILABLE');
    });
  }

  /** Whether this is kept from HubSpot: while the voice is down, the user's choice counts only later. */
  withholds(type: string): boolean {
    return isTold(type) && this.#parts.store.getState().isVoiceDown;
  }

  /** The message as HubSpot gets it. */
  told<M extends Envelope>(message: M): M {
    if (isTold(message.type)) this.#told = message.type === 'USER_AVAILABLE';
    if (message.type !== 'INITIALIZED') return message;
    const { isAvailable } = message.data as { readonly isAvailable: boolean };
    this.#told = isAvailable && !this.withholds('USER_AVAILABLE');
    return { ...message, data: { ...(message.data as object), isAvailable: this.#told } };
  }

  #waitForVoice({ voice, isVoiceDown, connection }: WidgetState): void {
    const { store, clock } = this.#parts;
    const isFirst = connection === 'connected' && voice?.state === 'connecting' && !isVoiceDown;
    if (isFirst) {
      this.#stopWaiting ??= clock.after(firstConnectTimeoutMs, () => {
        store.dispatch({ type: 'VOICE_LATE' });
      });
    } else {
      this.#stopWaiting?.();
      this.#stopWaiting = undefined;
    }
  }
}

function isTold(type: string): type is Told {
  return type === 'USER_AVAILABLE' || type === 'USER_UNAVAILABLE';
}
