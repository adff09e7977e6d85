/** A notification of the system for a call that rings while its tab is hidden. */

import './at-once.js';
import { notificationRight } from './notification-right.js';

/** A call that rings, in words. */
export interface RingingCall {
  readonly id: string;
  /** “Incoming call from Ada”. */
  readonly words: string;
}

export class CallNotification {
  #shown: { readonly notification: Notification; readonly call: RingingCall } | undefined;

  /** Notifies of a call, unless it has; the one of another call, or of no call any more, goes. */
  show(call: RingingCall | undefined): void {
    const before = this.#shown;
    if (before?.call.id === call?.id && before?.call.words === call?.words) return;
    this.#shown = undefined;
    // The browser puts one with the same tag in the place of the other.
    if (before && before.call.id !== call?.id) before.notification.close();
    if (!call || notificationRight() !== 'granted') return;
    try {
      // Silent: the ring sounds already.
      const notification = new Notification(call.words, { tag: `hs-call ${call.id}`, silent: true });
      notification.addEventListener('click', () => {
        globalThis.focus();
        notification.close();
      });
      this.#shown = { notification, call };
    } catch {
      // Android's browsers leave notifications to service workers.
    }
  }
}
