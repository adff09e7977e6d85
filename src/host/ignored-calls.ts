/** The inbound calls that HubSpot ignores, since the app's settings say that it supports none. Pure functions. */
import type { Message, OutboundType } from '../protocol/index.js';
import { answerCall, changeCall, endCall, findCall, startCall, transferCall } from './host-calls.js';
import type { HostState } from './state.js';

/** Whether HubSpot does nothing about a message, since it is about a call that it ignores. */
export function isIgnored(state: HostState, message: Message<OutboundType>): boolean {
  switch (message.type) {
    case 'INCOMING_CALL':
      return !state.supportsInboundCalling;
    case 'CALL_ANSWERED':
    case 'CALL_TRANSFERRED':
    case 'CALL_ENDED':
    case 'CALL_COMPLETED':
    case 'FINALIZE_ENGAGEMENT':
    case 'PUBLISH_TO_CHANNEL':
      return findCall(state, message.data)?.isIgnored ?? false;
    default:
      return false;
  }
}

/** Follows a call that HubSpot ignores: a later message may not name its call, and then this one may be meant. */
export function followIgnored(state: HostState, message: Message<OutboundType>, at: number): HostState {
  switch (message.type) {
    case 'INCOMING_CALL':
      return startCall(state, message, at);
    case 'CALL_ANSWERED':
      return answerCall(state, message.data, at);
    case 'CALL_TRANSFERRED':
      return transferCall(state, message.data, at);
    case 'CALL_ENDED':
      return endCall(state, message.data, at);
    case 'CALL_COMPLETED':
      return changeCall(state, message.data, { phase: 'completed' });
    default:
      return state;
  }
}
