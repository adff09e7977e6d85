/** Has HubSpot react to what the widget says: at once in the host's state, and after a while in what HubSpot does. */
import type { Clock } from '../link/index.js';
import type { Message, OutboundType } from '../protocol/index.js';
import type { HostPage } from './host-page.js';
import type { HostStore } from './host-store.js';
import type { HostWire } from './host-wire.js';
import type { HubSpotUser } from './hubspot-user.js';
import { react, type HostEffect } from './react.js';
import { noteSaid } from './said.js';
import type { Timers } from './timers.js';

/** What the replies work with. */
export interface HostRepliesParts {
  readonly store: HostStore;
  readonly wire: HostWire;
  readonly page: HostPage;
  readonly user: HubSpotUser;
  readonly timers: Timers;
  readonly clock: Pick<Clock, 'now'>;
  /** How many ms HubSpot takes for what follows from a message. */
  readonly delayMs: number;
}

export class HostReplies {
  readonly #parts: HostRepliesParts;
  #isSilent = false;

  constructor(parts: HostRepliesParts) {
    this.#parts = parts;
  }

  /** Reacts to a message of the widget. */
  receive(message: Message<OutboundType>): void {
    const { store, timers, clock, delayMs } = this.#parts;
    const before = store.state;
    const at = clock.now();
    const { state, effects } = react(before, message, at);
    // What HubSpot could not write may be said again.
    const isRefused = effects.some(
      (effect) => effect.do === 'say' && effect.type === 'UPDATE_ENGAGEMENT_FAILED',
    );
    const said = { frame: store.name, messageId: String(message.messageId), at };
    store.change(isRefused ? state : noteSaid(before, state, message, said));
    if (this.#isSilent) return;
    for (const effect of effects) {
      if (effect.do === 'alert') store.alert(effect.text);
      else timers.after(delayMs, () => this.#carryOut(effect));
    }
  }

  /** Does nothing about the widget's messages until an action has ended: they only change the state. */
  async silentDuring(action: () => Promise<void>): Promise<void> {
    this.#isSilent = true;
    try {
      await action();
    } finally {
      this.#isSilent = false;
    }
  }

  #carryOut(effect: Exclude<HostEffect, { do: 'alert' }>): void {
    const { wire, page, user } = this.#parts;
    switch (effect.do) {
      case 'say':
        wire.say(effect.type, effect.data);
        break;
      case 'reload':
        page.reload(effect.engagementId);
        break;
      case 'remount':
        page.remount(effect.engagementId);
        break;
      case 'show':
        user.setVisibility({});
        break;
      case 'dial':
        user.dial(effect.record, effect.number);
        break;
    }
  }
}
