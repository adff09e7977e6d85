/** What HubSpot does about a message of the widget: one pure step from state and message to state and answers. */
import type { InboundType, Message, MessageInput, OutboundType } from '../protocol/index.js';
import {
  answerCall,
  changeCall,
  completeCall,
  endCall,
  findCall,
  loseCalls,
  startCall,
  transferCall,
  type Named,
} from './host-calls.js';
import { findByNumber, findRecord, objectTypes, type CrmRecord } from './records.js';
import { liveCall, type HostState, type NumberOfRecord } from './state.js';
import type { FaultName } from './faults.js';

/** What follows from a message, besides that something is different now. */
export type HostEffect =
  | { readonly do: 'say'; readonly type: InboundType; readonly data: unknown }
  /** The page is loaded anew, and with it the widget. */
  | { readonly do: 'reload'; readonly engagementId: number | undefined }
  /** The page around the widget starts anew; the widget stays. */
  | { readonly do: 'remount'; readonly engagementId: number | undefined }
  | ({ readonly do: 'dial' } & NumberOfRecord)
  | { readonly do: 'alert'; readonly text: string };

/** What is true after a message, and what is to be done. */
export interface HostReaction {
  readonly state: HostState;
  readonly effects: readonly HostEffect[];
}

/** What HubSpot makes of a message, received at a time in epoch ms. */
export function react(state: HostState, message: Message<OutboundType>, at: number): HostReaction {
  switch (message.type) {
    case 'INITIALIZED': {
      const { isLoggedIn = false, isAvailable = isLoggedIn, sizeInfo } = message.data;
      return only({
        ...(state.hasReloaded ? loseCalls(state, message.data.engagementId, at) : state),
        hasReloaded: false,
        connection: 'initialized',
        isLoggedIn,
        isAvailable,
        size: { ...state.size, ...sizeInfo },
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
    case 'INCOMING_CALL': {
      const started = startCall(state, message, at);
      const { externalCallId } = message.data;
      const isNew = started !== state;
      const isLate = has(state, 'no-engagement') || has(state, 'late-engagement');
      const made =
        isNew && message.data.createEngagement === true && !isLate
          ? makeEngagement(started, { externalCallId })
          : only(started);
      return message.type === 'INCOMING_CALL' ? also(made, matchCaller(state, message.data)) : made;
    }
    case 'CALL_ANSWERED': {
      const next = answerCall(state, message.data, at);
      if (next === state) return only(state);
      const engagementId = liveCall(next)?.engagementId;
      if (has(state, 'reload-in-call')) return { state: next, effects: [{ do: 'reload', engagementId }] };
      if (has(state, 'host-remount')) return { state: next, effects: [{ do: 'remount', engagementId }] };
      return only(next);
    }
    case 'CALL_TRANSFERRED':
      return only(transferCall(state, message.data, at));
    case 'CALL_ENDED': {
      const next = endCall(state, message.data, at);
      const isDue = has(state, 'late-engagement') && findCall(next, message.data)?.engagement === 'pending';
      return isDue ? makeEngagement(next, message.data) : only(next);
    }
    case 'CALL_COMPLETED':
      return complete(state, message);
    case 'FINALIZE_ENGAGEMENT':
    case 'PUBLISH_TO_CHANNEL': {
      const isFailed = has(state, 'finalize-failed');
      const next = isFailed ? state : changeCall(state, message.data, { isFinalized: true });
      return {
        state: next,
        effects: [say(`${message.type}_${isFailed ? 'FAILED' : 'SUCCEEDED'}`, message.data)],
      };
    }
    case 'NAVIGATE_TO_RECORD':
      return navigate(state, message);
    case 'RESIZE_WIDGET':
      return only({ ...state, size: { ...state.size, ...message.data } });
    case 'ERROR': {
      const { type, message: text } = message.data ?? {};
      // The widget says so of every type that HubSpot does not have.
      if (type === 'UNKNOWN_MESSAGE_TYPE') return only(state);
      return { state, effects: [{ do: 'alert', text: `The phone reports: ${text ?? type ?? 'an error'}` }] };
    }
    case 'SET_WIDGET_URL': {
      const { iFrameUrl } = message.data;
      if (has(state, 'widget-url-failed')) {
        return { state, effects: [say('SET_WIDGET_URL_FAILED', { iFrameUrl })] };
      }
      return only({ ...state, widgetUrl: iFrameUrl });
    }
    case 'CALL_DATA':
      return only(state); // the app's own; nothing follows from it
  }
}

const only = (state: HostState): HostReaction => ({ state, effects: [] });

const also = ({ state, effects }: HostReaction, ...more: readonly HostEffect[]): HostReaction => ({
  state,
  effects: [...effects, ...more],
});

const say = <T extends InboundType>(type: T, data: MessageInput<T>): HostEffect => ({
  do: 'say',
  type,
  data,
});

const has = ({ faults }: HostState, name: FaultName) => faults.includes(name);

function makeEngagement(state: HostState, named: Named): HostReaction {
  const { externalCallId } = named;
  if (has(state, 'engagement-failed')) {
    const error = { message: 'The engagement could not be created.' };
    return {
      state: changeCall(state, named, { engagement: 'failed' }),
      effects: [say('CREATE_ENGAGEMENT_FAILED', { error })],
    };
  }
  const engagementId = state.nextEngagementId;
  return {
    state: {
      ...changeCall(state, named, { engagement: 'created', engagementId }),
      nextEngagementId: engagementId + 1,
    },
    effects: [say('CREATE_ENGAGEMENT_SUCCEEDED', { engagementId, externalCallId })],
  };
}

function matchCaller(
  state: HostState,
  {
    fromNumber,
    externalCallId,
  }: { readonly fromNumber: string; readonly externalCallId?: string | undefined },
): HostEffect {
  if (has(state, 'match-failed')) {
    return say('CALLER_ID_MATCH_FAILED', { error: { message: 'The search for the caller failed.' } });
  }
  const found = has(state, 'several-matches') ? state.records : findByNumber(state.records, fromNumber);
  const callerIdMatches = found.flatMap((record) => {
    const callerIdType = objectTypes[record.objectTypeId];
    return callerIdType === 'CONTACT' || callerIdType === 'COMPANY'
      ? [asMatch(callerIdType, record, state.account.portalId)]
      : [];
  });
  return say('CALLER_ID_MATCH_SUCCEEDED', { callerIdMatches, externalCallId });
}

function asMatch(callerIdType: 'CONTACT' | 'COMPANY', record: CrmRecord, portalId: number) {
  const { objectId, objectTypeId, name, email } = record;
  const objectCoordinates = { portalId, objectId, objectTypeId };
  if (callerIdType === 'COMPANY') return { callerIdType, objectCoordinates, name };
  const [firstName, ...rest] = name.split(' ');
  return { callerIdType, objectCoordinates, firstName, lastName: rest.join(' '), ...(email && { email }) };
}

function complete(state: HostState, { data }: Message<'CALL_COMPLETED'>): HostReaction {
  const { engagementId, externalCallId, hideWidget = true } = data;
  const isFailed = has(state, 'update-failed') || engagementId === undefined;
  const written = isFailed ? { ...data, engagementProperties: undefined } : data;
  const next = completeCall(state, written, data.engagementProperties);
  const answer = isFailed
    ? say('UPDATE_ENGAGEMENT_FAILED', {
        error: {
          message:
            engagementId === undefined
              ? 'CALL_COMPLETED names no engagement.'
              : 'The engagement could not be updated.',
        },
      })
    : say('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId, externalCallId });
  const [first, ...queue] = next.queue;
  const visibility = hideWidget ? { isMinimized: false, isHidden: true } : next.visibility;
  const effects = [
    answer,
    ...(hideWidget ? [say('VISIBILITY_CHANGED', visibility)] : []),
    ...(first ? [{ do: 'dial', ...first } as const] : []),
  ];
  return { state: { ...next, visibility, queue }, effects };
}

function navigate(state: HostState, { data }: Message<'NAVIGATE_TO_RECORD'>): HostReaction {
  const { objectCoordinates, openIn } = data;
  const engagementId = data.engagementId ?? liveCall(state)?.engagementId;
  const record = findRecord(state.records, objectCoordinates);
  if (!record || has(state, 'navigation-failed')) {
    return { state, effects: [say('NAVIGATE_TO_RECORD_FAILED', { engagementId, objectCoordinates })] };
  }
  // Another tab has a page of its own: here nothing happens.
  if (openIn === 'NEW_TAB') return only(state);
  return { state: { ...state, record }, effects: [{ do: 'reload', engagementId }] };
}
