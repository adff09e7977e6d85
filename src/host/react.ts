/** What HubSpot does about a message of the widget: a pure step from state and message to a new state and its effects. */
import { frameSide } from '../link/index.js';
import type { InboundType, Message, MessageInput, OutboundType } from '../protocol/index.js';
import { deviation, failsAt } from './apply-faults.js';
import {
  answerCall,
  changeCall,
  completeCall,
  endCall,
  findCall,
  loseCalls,
  startCall,
  transferCall,
  type CallReference,
} from './host-calls.js';
import { followIgnored, isIgnored } from './ignored-calls.js';
import { findByNumber, findRecord, objectTypes, type CrmRecord } from './records.js';
import { liveCall, type HostState, type DialTarget } from './state.js';

/** What HubSpot does after a message, besides changing its state. */
export type HostEffect =
  | { readonly do: 'say'; readonly type: InboundType; readonly data: unknown }
  /** The page is loaded anew, and the widget in it. */
  | { readonly do: 'reload'; readonly engagementId: number | undefined }
  /** The page around the widget starts anew; the widget stays. */
  | { readonly do: 'remount'; readonly engagementId: number | undefined }
  | ({ readonly do: 'dial' } & DialTarget)
  /** The widget is brought back into view. */
  | { readonly do: 'show' }
  | { readonly do: 'alert'; readonly text: string };

/** What is true after a message, and what is to be done. */
export interface HostReaction {
  readonly state: HostState;
  readonly effects: readonly HostEffect[];
}

/** HubSpot's reaction to a message that was received at a time in epoch ms. The faults that are on are in the state. */
export function react(state: HostState, message: Message<OutboundType>, at: number): HostReaction {
  if (isIgnored(state, message)) return only(followIgnored(state, message, at));
  switch (message.type) {
    case 'INITIALIZED': {
      const { isLoggedIn = false, isAvailable = isLoggedIn, sizeInfo } = message.data;
      // While another frame is there, it may have the calls that go on.
      const isAlone = !state.frames.some(({ connection }) => connection === 'initialized');
      return only({
        ...(state.hasReloaded && isAlone ? loseCalls(state, message.data.engagementId, at) : state),
        hasReloaded: false,
        connection: 'initialized',
        isLoggedIn,
        isAvailable,
        size: resized(state, sizeInfo),
      });
    }
    case 'LOGGED_IN':
      return only({ ...state, isLoggedIn: true, alert: undefined });
    case 'LOGGED_OUT':
      return only({ ...state, isLoggedIn: false, isAvailable: false });
    case 'USER_AVAILABLE':
    case 'USER_UNAVAILABLE':
      return only({ ...state, isAvailable: message.type === 'USER_AVAILABLE' });
    case 'OUTGOING_CALL_STARTED':
      return reactToStart(state, message, at);
    case 'INCOMING_CALL': {
      const started = reactToStart(state, message, at);
      return { ...started, effects: [...started.effects, matchCaller(state, message.data)] };
    }
    case 'CALL_ANSWERED': {
      const next = answerCall(state, message.data, at);
      const whenAnswered = deviation(state.faults, 'whenAnswered');
      if (next === state || !whenAnswered) return only(next);
      return { state: next, effects: [{ do: whenAnswered, engagementId: liveCall(next)?.engagementId }] };
    }
    case 'CALL_TRANSFERRED':
      return only(transferCall(state, message.data, at));
    case 'CALL_ENDED': {
      const next = endCall(state, message.data, at);
      const isDue =
        deviation(state.faults, 'makesEngagement') === 'at-call-end' &&
        findCall(next, message.data)?.engagement === 'pending';
      return isDue ? makeEngagement(next, message.data) : only(next);
    }
    case 'CALL_COMPLETED':
      return complete(state, message, at);
    case 'FINALIZE_ENGAGEMENT':
    case 'PUBLISH_TO_CHANNEL':
      return finalize(state, message);
    case 'NAVIGATE_TO_RECORD':
      return openRecord(state, message);
    case 'RESIZE_WIDGET':
      return only({ ...state, size: resized(state, message.data) });
    case 'ERROR': {
      const { type, message: text } = message.data ?? {};
      // A widget answers so to every type that it does not know: nothing that the user has to be told.
      if (type === 'UNKNOWN_MESSAGE_TYPE') return only(state);
      return { state, effects: [{ do: 'alert', text: `The phone reports: ${text ?? type ?? 'an error'}` }] };
    }
    case 'SET_WIDGET_URL': {
      const { iFrameUrl } = message.data;
      return failsAt(state.faults, 'set-widget-url')
        ? { state, effects: [say('SET_WIDGET_URL_FAILED', { iFrameUrl })] }
        : only({ ...state, widgetUrl: iFrameUrl });
    }
    default:
      return only(state); // HubSpot does nothing about it, as about the app's own CALL_DATA
  }
}

const only = (state: HostState): HostReaction => ({ state, effects: [] });

const say = <T extends InboundType>(type: T, data: MessageInput<T>): HostEffect => ({
  do: 'say',
  type,
  data,
});

function reactToStart(
  state: HostState,
  message: Message<'OUTGOING_CALL_STARTED' | 'INCOMING_CALL'>,
  at: number,
): HostReaction {
  const next = startCall(state, message, at);
  const { externalCallId, createEngagement } = message.data;
  const isUsual = deviation(state.faults, 'makesEngagement') === undefined;
  return next !== state && createEngagement === true && isUsual
    ? makeEngagement(next, { externalCallId })
    : only(next);
}

function makeEngagement(state: HostState, reference: CallReference): HostReaction {
  const { externalCallId } = reference;
  if (failsAt(state.faults, 'create-engagement')) {
    const error = { message: 'The engagement could not be created.' };
    return {
      state: changeCall(state, reference, { engagement: 'failed' }),
      effects: [say('CREATE_ENGAGEMENT_FAILED', { error })],
    };
  }
  const engagementId = state.nextEngagementId;
  return {
    state: {
      ...changeCall(state, reference, { engagement: 'created', engagementId }),
      nextEngagementId: engagementId + 1,
    },
    effects: [say('CREATE_ENGAGEMENT_SUCCEEDED', { engagementId, externalCallId })],
  };
}

function matchCaller(
  { faults, records, account }: HostState,
  {
    fromNumber,
    externalCallId,
  }: { readonly fromNumber: string; readonly externalCallId?: string | undefined },
): HostEffect {
  if (failsAt(faults, 'match-caller')) {
    return say('CALLER_ID_MATCH_FAILED', { error: { message: 'The search for the caller failed.' } });
  }
  const isEveryRecord = deviation(faults, 'callerMatches') === 'every-record';
  const found = isEveryRecord ? records : findByNumber(records, fromNumber);
  const callerIdMatches = found.flatMap((record) => {
    const callerIdType = objectTypes[record.objectTypeId];
    return callerIdType === 'CONTACT' || callerIdType === 'COMPANY'
      ? [callerIdMatch(callerIdType, record, account.portalId)]
      : [];
  });
  return say('CALLER_ID_MATCH_SUCCEEDED', { callerIdMatches, externalCallId });
}

function callerIdMatch(callerIdType: 'CONTACT' | 'COMPANY', record: CrmRecord, portalId: number) {
  const { objectId, objectTypeId, name, email } = record;
  const objectCoordinates = { portalId, objectId, objectTypeId };
  if (callerIdType === 'COMPANY') return { callerIdType, objectCoordinates, name };
  const [firstName, ...rest] = name.split(' ');
  return { callerIdType, objectCoordinates, firstName, lastName: rest.join(' '), ...(email && { email }) };
}

function complete(state: HostState, { data }: Message<'CALL_COMPLETED'>, at: number): HostReaction {
  const { engagementId, externalCallId, hideWidget = true } = data;
  const isFailed = failsAt(state.faults, 'update-engagement') || engagementId === undefined;
  const written = isFailed ? { ...data, engagementProperties: undefined } : data;
  const next = completeCall(state, written, data.engagementProperties, at);
  const why =
    engagementId === undefined
      ? 'CALL_COMPLETED names no engagement.'
      : 'The engagement could not be updated.';
  const answer = isFailed
    ? say('UPDATE_ENGAGEMENT_FAILED', { error: { message: why } })
    : say('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId, externalCallId });
  const isQueueHeld =
    hideWidget && next.queue.length > 0 && deviation(state.faults, 'dialsNext') === 'when-closed';
  const [first, ...rest] = next.queue;
  const visibility = hideWidget ? { isMinimized: false, isHidden: true } : next.visibility;
  const effects = [
    answer,
    ...(hideWidget ? [say('VISIBILITY_CHANGED', visibility)] : []),
    ...(first ? [isQueueHeld ? ({ do: 'show' } as const) : ({ do: 'dial', ...first } as const)] : []),
  ];
  return { state: { ...next, visibility, queue: isQueueHeld ? next.queue : rest, isQueueHeld }, effects };
}

// A message without an id is about the last call.
function finalize(
  state: HostState,
  { type, data }: Message<'FINALIZE_ENGAGEMENT' | 'PUBLISH_TO_CHANNEL'>,
): HostReaction {
  const isNamed = data.engagementId !== undefined || data.externalCallId !== undefined;
  const call = isNamed ? findCall(state, data) : state.calls.at(-1);
  const answer = {
    engagementId: data.engagementId ?? call?.engagementId,
    externalCallId: data.externalCallId ?? call?.externalCallId,
  };
  const isFailed = failsAt(state.faults, 'finalize') || answer.engagementId === undefined;
  return isFailed
    ? { state, effects: [say(`${type}_FAILED`, answer)] }
    : {
        state: changeCall(state, answer, { isFinalized: true }),
        effects: [say(`${type}_SUCCEEDED`, answer)],
      };
}

// A side that the widget does not name stays as it is. No widget gets more than a frame can have.
function resized({ size }: HostState, asked: HostState['size'] = {}): HostState['size'] {
  const side = (px: number | undefined) => (px === undefined ? undefined : frameSide(px));
  return { width: side(asked.width) ?? size.width, height: side(asked.height) ?? size.height };
}

function openRecord(state: HostState, { data }: Message<'NAVIGATE_TO_RECORD'>): HostReaction {
  const { objectCoordinates, openIn } = data;
  const engagementId = data.engagementId ?? liveCall(state)?.engagementId;
  const record = findRecord(state.records, objectCoordinates);
  if (!record || failsAt(state.faults, 'open-record')) {
    return { state, effects: [say('NAVIGATE_TO_RECORD_FAILED', { engagementId, objectCoordinates })] };
  }
  // A new tab has a page of its own, so nothing changes on this one.
  if (openIn === 'NEW_TAB') return only(state);
  return { state: { ...state, record }, effects: [{ do: 'reload', engagementId }] };
}
