/** What a fault is: one thing that HubSpot does wrong. `faults/` has one file for each, of the fault's name. */
import type { HostContext } from '../protocol/index.js';

/** A message as the host is about to send it. */
export interface OutgoingMessage {
  readonly type: string;
  readonly data?: unknown;
  readonly messageId: string;
}

/** Work that HubSpot does for a widget, and may fail at. */
export type HubSpotTask =
  'create-engagement' | 'update-engagement' | 'match-caller' | 'open-record' | 'finalize' | 'set-widget-url';

/** Where the host departs from what HubSpot usually does. What is left out is as usual. */
export interface Deviation {
  /** Ms that SYNC_ACK, and whatever the widget says after it, takes to arrive. Usual: 0. */
  readonly acknowledgementDelayMs?: number;
  /** How many SYNC_ACKs of each handshake are lost. Usual: 0. */
  readonly lostAcknowledgements?: number;
  /** What happens when a call is answered: the page is loaded anew with the widget, or around it. Usual: nothing. */
  readonly whenAnswered?: 'reload' | 'remount';
  /** When the engagement of a call is made. Usual: when the call starts. */
  readonly makesEngagement?: 'at-call-end' | 'never';
  /** When the next number of a task queue is dialled, after a call that has hidden the widget. Usual: at once. */
  readonly dialsNext?: 'when-closed';
  /** What HubSpot fails at: the widget is told so. Usual: nothing. */
  readonly failsAt?: HubSpotTask;
  /** Which contacts and companies match a caller. Usual: those that have the number. */
  readonly callerMatches?: 'every-record';
  /** The messages that are sent instead of one. Usual: that one. */
  readonly sendInstead?: (message: OutgoingMessage) => readonly OutgoingMessage[];
  /** What a SYNC tells instead of this. Usual: this. */
  readonly tellInstead?: (context: Partial<HostContext>) => Partial<HostContext>;
}

/** One thing that HubSpot does wrong. */
export interface Fault extends Deviation {
  /** What the host does, for people. */
  readonly wrong: string;
  /** What a good widget does about it, for people. */
  readonly right: string;
}

/** For a fault's `sendInstead`: DIAL_NUMBER with another payload, and every other message as it is. */
export function changeDialNumber(
  change: (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): (message: OutgoingMessage) => readonly OutgoingMessage[] {
  return (message) =>
    message.type === 'DIAL_NUMBER'
      ? [{ ...message, data: change(message.data as Readonly<Record<string, unknown>>) }]
      : [message];
}
