/** What happens to a widget, written short: for tests. */
import type { InboundType, Message, MessageData, OutboundType } from '../../protocol/index.js';
import { findCall } from '../selectors.js';
import { initialState, type WidgetState } from '../state.js';
import { advanceWidget, type WidgetHappening } from '../widget.js';
import type { Call } from '../call.js';

/** HubSpot says something. */
export function received<T extends InboundType>(type: T, data: MessageData<T>, at = 6000): WidgetHappening {
  return { type: 'RECEIVED', message: { type, data, messageId: 'm' } as Message<InboundType>, at };
}

/** The app says something. */
export function said<T extends OutboundType>(type: T, data: MessageData<T>, at = 1000): WidgetHappening {
  return { type: 'SAID', message: { type, data, messageId: 'm' } as Message<OutboundType>, at };
}

/** An outbound call starts. */
export function dials(externalCallId: string, toNumber = '+12025550101'): WidgetHappening {
  return said('OUTGOING_CALL_STARTED', { externalCallId, toNumber, createEngagement: true });
}

/** An outbound call starts whose record the app makes itself: HubSpot owes it no answer. */
export function dialsAlone(externalCallId: string, toNumber = '+12025550101'): WidgetHappening {
  return said('OUTGOING_CALL_STARTED', { externalCallId, toNumber, createEngagement: false });
}

/** An inbound call rings. */
export function rings(externalCallId: string, fromNumber = '+12025550102'): WidgetHappening {
  const toNumber = '+12025550100';
  return said('INCOMING_CALL', { externalCallId, fromNumber, toNumber, createEngagement: true });
}

/** A call is answered. */
export const answers = (externalCallId: string, at = 2000) => said('CALL_ANSWERED', { externalCallId }, at);

/** A call is dialled and answered. */
export const talksIn = (externalCallId: string) => [dials(externalCallId), answers(externalCallId)];

/** A call ends. */
export const ends = (externalCallId: string, at = 5000) => said('CALL_ENDED', { externalCallId }, at);

/** A call is over, as far as the user is concerned. */
export const completes = (externalCallId: string) => said('CALL_COMPLETED', { externalCallId });

/** HubSpot has made a record. */
export const engaged = (engagementId: number, at?: number) =>
  received('CREATE_ENGAGEMENT_SUCCEEDED', { engagementId }, at);

/** The state after all of this. */
export function after(...happenings: readonly WidgetHappening[]): WidgetState {
  return happenings.reduce(advanceWidget, initialState);
}

/** A call that has to be there. */
export function callIn(state: WidgetState, externalCallId: string): Call {
  const call = findCall(state, externalCallId);
  if (!call) throw new Error(`There is no call “${externalCallId}”.`);
  return call;
}
