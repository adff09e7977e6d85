/** What HubSpot's messages make true. */
import { objectTypeIds, type InboundType, type Message, type MessageData } from '../protocol/index.js';
import { isLive, isOver, type Call } from './call.js';
import { stepCall } from './calls.js';
import { isSameNumber } from './number-text.js';
import { isPending } from './pending.js';
import { shownText } from './shown-text.js';
import { callNamed, findCall } from './selectors.js';
import type { DialIntent, WidgetState } from './state.js';

/** The state after a message from HubSpot, received at a time in epoch ms. */
export function foldReceived(state: WidgetState, message: Message<InboundType>, at: number): WidgetState {
  switch (message.type) {
    case 'DIAL_NUMBER':
      return foldIntent(state, readIntent(message.data), at);
    case 'VISIBILITY_CHANGED': {
      const { isMinimized = false, isHidden = false } = message.data;
      return { ...state, visibility: { isMinimized, isHidden } };
    }
    case 'CREATE_ENGAGEMENT_SUCCEEDED':
    case 'ENGAGEMENT_CREATED':
      return stepCall(state, callOfEngagement(state, at, message.data), {
        type: 'CREATE_ENGAGEMENT_SUCCEEDED',
        engagementId: message.data.engagementId,
      });
    case 'CREATE_ENGAGEMENT_FAILED':
      return stepCall(state, callOfEngagement(state, at), {
        type: message.type,
        message: reason(message.data),
      });
    case 'UPDATE_ENGAGEMENT_SUCCEEDED':
      return stepCall(state, callOfId(state, message.data), { type: message.type });
    case 'UPDATE_ENGAGEMENT_FAILED':
      return stepCall(
        state,
        state.calls.find(
          (call) => isOver(call) && call.saving === 'pending' && call.engagementId !== undefined,
        ),
        { type: message.type, message: reason(message.data) },
      );
    case 'CALLER_ID_MATCH_SUCCEEDED':
      return stepCall(state, callOfMatch(state, at, message.data), {
        type: message.type,
        matches: message.data.callerIdMatches,
      });
    case 'CALLER_ID_MATCH_FAILED':
      return stepCall(state, callOfMatch(state, at, message.data), { type: message.type });
    default:
      return state; // the app is told, but nothing changes here
  }
}

// HubSpot may tell the same engagement twice, by its new and its old name: the id tells that it is one.
function callOfEngagement(
  state: WidgetState,
  at: number,
  answer?: MessageData<'ENGAGEMENT_CREATED'>,
): Call | undefined {
  const known = answer && callOfId(state, answer);
  return known ?? callOfAnswer(state, at, 'awaitsEngagement', answer?.externalCallId);
}

function callOfMatch(
  state: WidgetState,
  at: number,
  answer: MessageData<'CALLER_ID_MATCH_FAILED'>,
): Call | undefined {
  const { callId, externalCallId } = answer ?? {};
  const named = callId === undefined ? undefined : callNamed(state, callId);
  return findCall(state, externalCallId) ?? named ?? callOfAnswer(state, at, 'awaitsMatches', externalCallId);
}

// The app's own id comes first, where HubSpot gives it.
function callOfId(
  state: WidgetState,
  { engagementId, externalCallId }: MessageData<'ENGAGEMENT_CREATED'>,
): Call | undefined {
  return findCall(state, externalCallId) ?? state.calls.find((call) => call.engagementId === engagementId);
}

/** For so long after its end a call may still get an answer from HubSpot; a later one is meant for the next call. */
const lateAnswerMs = 60_000;

// Few answers name their call. All others are for the call that has waited longest.
function callOfAnswer(
  state: WidgetState,
  at: number,
  awaits: 'awaitsEngagement' | 'awaitsMatches',
  externalCallId?: string,
): Call | undefined {
  if (externalCallId !== undefined) return findCall(state, externalCallId);
  return state.calls.find(
    (call) => call[awaits] && (!isOver(call) || at - (call.endedAt ?? call.createdAt) < lateAnswerMs),
  );
}

function reason(data: MessageData<'CREATE_ENGAGEMENT_FAILED'>): string | undefined {
  return data?.error?.message === undefined ? undefined : shownText(data.error.message);
}

/** So soon after the last time, or after a call that is not saved, HubSpot does not ask anew: it repeats itself. */
const sameWishMs = 3000;

/** HubSpot may ask twice for one call. The wish stays the one it was, and who is being called is not wished for again. */
export function foldIntent(state: WidgetState, intent: DialIntent, at: number): WidgetState {
  const { phoneNumber } = intent;
  const isRecent = (since: number | undefined) => since !== undefined && at - since < sameWishMs;
  const isSame =
    state.intent !== undefined &&
    isSameNumber(state.intent.phoneNumber, phoneNumber) &&
    (isAbroad(phoneNumber) || state.intent.countryCode === intent.countryCode);
  const isRepeated = isSame && (isRecent(state.intendedAt) || isPending(state, 'hs-call-request'));
  const isCalled = state.calls.some(
    (call) =>
      call.direction === 'outbound' &&
      (isLive(call) || (call.phase === 'wrap-up' && isRecent(call.endedAt))) &&
      isSameNumber(call.toNumber ?? '', phoneNumber),
  );
  return isRepeated || isCalled ? state : { ...state, intent, intendedAt: at };
}

// The same digits are two numbers in two countries, unless they say which.
function isAbroad(number: string): boolean {
  return number.trimStart().startsWith('+');
}

const typeIds = new Map<string, string>(Object.entries(objectTypeIds));

// `objectId` may be 0, or the record on view: whom to call is `calleeInfo` first.
function readIntent({ phoneNumber, countryCode, ...data }: MessageData<'DIAL_NUMBER'>): DialIntent {
  const callee = data.calleeInfo?.calleeId
    ? { objectId: data.calleeInfo.calleeId, objectTypeId: data.calleeInfo.calleeObjectTypeId }
    : { objectId: data.objectId, objectTypeId: typeIds.get(data.objectType ?? '') };
  return {
    phoneNumber,
    countryCode: countryCode?.trim() || undefined,
    party: callee.objectId ? callee : undefined,
  };
}
