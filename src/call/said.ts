/** What becomes true when the app says something to HubSpot. */
import { unknownNumber, type Message, type MessageData, type OutboundType } from '../protocol/index.js';
import { startCall, stepCall } from './calls.js';
import { findCall } from './selectors.js';
import { isIntended, userAfter, type WidgetState } from './state.js';

/**
 * The state after a message to HubSpot, said at a time in epoch ms. An inbound call that starts `turnedAway` was missed at
 * once.
 */
export function foldSaid(
  state: WidgetState,
  message: Message<OutboundType>,
  at: number,
  turnedAway = false,
): WidgetState {
  switch (message.type) {
    case 'INITIALIZED': {
      const { isLoggedIn: loggedIn = state.user.loggedIn, isAvailable: available = state.user.available } =
        message.data;
      return { ...state, user: userAfter(state.user, { loggedIn, available }) };
    }
    case 'LOGGED_IN':
    case 'LOGGED_OUT':
      return { ...state, user: userAfter(state.user, { loggedIn: message.type === 'LOGGED_IN' }) };
    case 'USER_AVAILABLE':
    case 'USER_UNAVAILABLE':
      return { ...state, user: userAfter(state.user, { available: message.type === 'USER_AVAILABLE' }) };
    case 'OUTGOING_CALL_STARTED':
    case 'INCOMING_CALL': {
      const { externalCallId = '', fromNumber, toNumber, callStartTime, createEngagement } = message.data;
      const isOutbound = message.type === 'OUTGOING_CALL_STARTED';
      return startCall(state, {
        externalCallId,
        direction: isOutbound ? 'outbound' : 'inbound',
        fromNumber: known(fromNumber),
        toNumber: known(toNumber),
        // HubSpot may have told whom it asked to dial. Of a caller nothing is known yet.
        party: isOutbound && isIntended(state, toNumber) ? state.intent?.party : undefined,
        createdAt: callStartTime ?? at,
        awaitsEngagement: createEngagement === true,
        ...(turnedAway && { unattended: true, phase: 'wrap-up', endedAt: at, endStatus: 'MISSED' }),
      });
    }
    case 'CALL_ANSWERED':
    case 'CALL_TRANSFERRED':
      return stepCall(state, findCall(state, message.data.externalCallId), { type: message.type, at });
    case 'CALL_ENDED': {
      const { externalCallId, callEndStatus: endStatus } = message.data;
      const named = nameEngagement(state, message.data);
      return stepCall(named, findCall(named, externalCallId), { type: message.type, at, endStatus });
    }
    case 'CALL_COMPLETED': {
      const named = nameEngagement(state, message.data);
      return stepCall(named, findCall(named, message.data.externalCallId), { type: message.type });
    }
    case 'FINALIZE_ENGAGEMENT':
    case 'PUBLISH_TO_CHANNEL':
      return stepCall(state, findCall(state, message.data.externalCallId), { type: 'CALL_FINALIZED' });
    default:
      return state; // HubSpot is told, but nothing changes here
  }
}

// A missing number is told to HubSpot as a word; here it is `undefined`.
function known(number: string | undefined): string | undefined {
  return number === unknownNumber ? undefined : number;
}

// An app that makes the record itself names it here: what HubSpot answers about it is about this call.
function nameEngagement(state: WidgetState, { externalCallId, engagementId }: Named): WidgetState {
  if (engagementId === undefined) return state;
  return stepCall(state, findCall(state, externalCallId), {
    type: 'CREATE_ENGAGEMENT_SUCCEEDED',
    engagementId,
  });
}

type Named = Pick<MessageData<'CALL_COMPLETED'>, 'externalCallId' | 'engagementId'>;
