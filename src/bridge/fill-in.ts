/** Fills in what the app left out of a message, as far as it is known, and finds the call that is meant. */
import {
  canHappen,
  endStatusOf,
  findCall,
  focusedCall,
  isLive,
  isOver,
  latestCall,
  type Call,
  type WidgetState,
} from '../call/index.js';
import {
  callingError,
  isRecord,
  outboundRecord,
  type CallingError,
  type OutboundType,
} from '../protocol/index.js';
import { sizeInfo, type BridgeSettings } from './settings.js';

/** What is known besides the message. */
export interface Known {
  readonly state: WidgetState;
  readonly settings: BridgeSettings;
  /** Epoch ms. */
  readonly now: number;
  createCallId(): string;
}

/** A payload as the app gave it. */
export type Given = Readonly<Record<string, unknown>>;

/** The payload made complete, and the call it is about, if the bridge knows it. */
export interface Filled {
  readonly data: Given | undefined;
  readonly call?: Call | undefined;
}

/** Whether a message can be about this call now: whether what it tells can happen to it. */
function canBeSaid(call: Call, type: OutboundType): boolean {
  switch (type) {
    case 'FINALIZE_ENGAGEMENT':
    case 'PUBLISH_TO_CHANNEL':
      return canHappen(call, 'CALL_FINALIZED');
    case 'CALL_COMPLETED':
      return canHappen(call, type) || isLive(call); // its end is said first then
    default:
      return canHappen(call, type);
  }
}

/** Makes a message complete, or tells why it cannot be said now. */
export function fillIn(type: OutboundType, said: Given | undefined, known: Known): Filled | CallingError {
  if (type === 'CALL_DATA') return { data: said }; // whatever it is
  const { state, settings, now } = known;
  const given = said && present(said);
  switch (type) {
    case 'INITIALIZED':
      return {
        data: {
          isLoggedIn: state.user.loggedIn,
          isAvailable: state.user.available,
          ...present({ sizeInfo: sizeInfo(settings), engagementId: state.host?.engagementId }),
          ...given,
        },
      };
    case 'LOGGED_IN':
      return state.user.loggedIn ? callingError('OUT_OF_ORDER', type) : { data: undefined };
    case 'OUTGOING_CALL_STARTED':
    case 'INCOMING_CALL': {
      const { phoneNumber, ...data } = given ?? {};
      const isOutbound = type === 'OUTGOING_CALL_STARTED';
      const { externalCallId } = data;
      if (findCall(state, externalCallId as string)) return callingError('OUT_OF_ORDER', type);
      return {
        data: {
          externalCallId: known.createCallId(),
          ...present({ toNumber: isOutbound ? (phoneNumber ?? state.intent?.phoneNumber) : undefined }),
          callStartTime: now,
          createEngagement: settings.engagement !== 'app',
          ...data,
        },
      };
    }
    case 'NAVIGATE_TO_RECORD': {
      const call = focusedCall(state);
      return {
        data: {
          // After the reload HubSpot names this engagement as the call to show again: so not one that is over.
          ...present({ engagementId: call && !isOver(call) ? call.engagementId : undefined }),
          ...given,
          objectCoordinates: { ...present({ portalId: state.host?.portalId }), ...coordinates(given) },
        },
      };
    }
    default:
      return outboundRecord(type).perCall ? aboutCall(type, given ?? {}, state) : { data: given };
  }
}

function aboutCall(type: OutboundType, given: Given, state: WidgetState): Filled | CallingError {
  const canBeAbout = (known: Call) => canBeSaid(known, type);
  const { externalCallId } = given;
  const call =
    externalCallId === undefined
      ? meantCall(type, state, canBeAbout)
      : findCall(state, externalCallId as string);
  if (!call) {
    // After a reload the app may still know a call that the bridge does not: it is said as the app says it.
    if (externalCallId !== undefined) return { data: given };
    return callingError(state.calls.length > 0 ? 'OUT_OF_ORDER' : 'UNKNOWN_CALL', type);
  }
  if (!canBeAbout(call)) return callingError('OUT_OF_ORDER', `${type} while ${call.phase}`);
  return { data: { ...factsAbout(call, type), ...given, externalCallId: call.externalCallId }, call };
}

// After `callEnded()` another call may be in front already: what is completed is the one that has ended.
function meantCall(type: OutboundType, state: WidgetState, test: (call: Call) => boolean): Call | undefined {
  const hasEnded = (call: Call) => !isLive(call) && test(call);
  return (type === 'CALL_COMPLETED' ? latestCall(state, hasEnded) : undefined) ?? latestCall(state, test);
}

// Of an answer and a transfer HubSpot is told the call's own id and nothing else.
function factsAbout(call: Call, type: OutboundType): Given {
  if (type === 'CALL_ANSWERED' || type === 'CALL_TRANSFERRED') return {};
  const callEndStatus = type === 'CALL_ENDED' ? endStatusOf(call) : undefined;
  return present({ engagementId: call.engagementId, callEndStatus });
}

function coordinates(given: Given | undefined): Given {
  const value = given?.['objectCoordinates'];
  return isRecord(value) ? (value as Given) : {};
}

/** Only the fields that have a value: an `undefined` or `null` of the app must not replace what the bridge fills in. */
function present(fields: Given): Given {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => (value ?? undefined) !== undefined));
}
