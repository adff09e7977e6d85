/** What can happen to a widget, and what is true afterwards: one pure function over everything that happens. */
import type { ConnectionState } from '../link/index.js';
import type { CallingError, HostContext, InboundType, Message, OutboundType } from '../protocol/index.js';
import type { CallHappening } from './advance.js';
import { isOver, type NewCall } from './call.js';
import { startCall, stepCall } from './calls.js';
import { changed } from './change.js';
import { focusOn } from './focus.js';
import { foldHistory } from './history.js';
import type { PendingRequest } from './pending.js';
import { foldIntent, foldReceived } from './received.js';
import { foldSaid } from './said.js';
import { findCall } from './selectors.js';
import type { FrameStatus } from './frame.js';
import { isOtherUser, isUserGone, userAfter, type DialIntent, type User, type WidgetState } from './state.js';
import type { SharedState } from './shared-state.js';
import { unreachable } from './unreachable.js';
import type { VoiceStatus } from './voice.js';

/** What can happen to a widget. Times are epoch ms. */
export type WidgetHappening =
  /** HubSpot sent a message. */
  | { readonly type: 'RECEIVED'; readonly message: Message<InboundType>; readonly at: number }
  /** The app told HubSpot something; the message has left already or waits for the handshake. */
  | {
      readonly type: 'SAID';
      readonly message: Message<OutboundType>;
      readonly at: number;
      /** The call that starts was turned away. */
      readonly turnedAway?: boolean | undefined;
    }
  | {
      readonly type: 'CONNECTION';
      readonly connection: ConnectionState;
      readonly problem: CallingError | undefined;
    }
  | { readonly type: 'HOST'; readonly host: HostContext }
  | { readonly type: 'USER'; readonly user: Partial<User> }
  | { readonly type: 'FOCUS'; readonly externalCallId: string }
  /** The app offers a number to dial, or takes it back. */
  | { readonly type: 'DIAL_INTENT'; readonly intent: DialIntent | undefined; readonly at: number }
  /** The user looks into the history of calls. */
  | { readonly type: 'HISTORY_SEEN'; readonly at: number }
  /** The user chose the number to call from. */
  | { readonly type: 'FROM_NUMBER'; readonly fromNumber: string | undefined }
  /** The voice came, went or changed. */
  | { readonly type: 'VOICE'; readonly voice: VoiceStatus | undefined }
  /** The voice takes too long to connect for the first time. */
  | { readonly type: 'VOICE_LATE' }
  /** Somebody was asked to carry a request out, and it takes its time. */
  | { readonly type: 'REQUEST_RAISED'; readonly request: PendingRequest }
  /** A request is done, was refused, or nobody carried it out. */
  | { readonly type: 'REQUEST_SETTLED'; readonly requestId: number }
  /** This frame plays another part among those of the same user. */
  | { readonly type: 'FRAME'; readonly frame: Partial<FrameStatus> }
  /** The frame that owns the calls tells what is true. */
  | { readonly type: 'MIRRORED'; readonly shared: SharedState }
  /** A call that HubSpot knows already, after a reload for one. */
  | { readonly type: 'CALL_RESTORED'; readonly call: NewCall }
  /** Something happened to a call of which HubSpot is not told. */
  | { readonly type: 'CALL'; readonly externalCallId: string; readonly happened: CallHappening };

/** The state after something has happened. The same state, `===`, if that changes nothing. */
export function advanceWidget(state: WidgetState, happened: WidgetHappening): WidgetState {
  // What the owner tells is what has become of it there: nothing more follows from it here.
  if (happened.type === 'MIRRORED') return changed(state, happened.shared);
  const now = fold(state, happened);
  if (!isUserGone(now, state)) return foldHistory(now, state);
  // Whom the last user was to call, and has called, is no business of the next one.
  const fromNumber = isOtherUser(now, state) ? undefined : now.fromNumber;
  return changed(now, {
    intent: undefined,
    intendedAt: undefined,
    fromNumber,
    history: [],
    historySeenAt: 0,
  });
}

function fold(state: WidgetState, happened: Exclude<WidgetHappening, { type: 'MIRRORED' }>): WidgetState {
  switch (happened.type) {
    case 'RECEIVED':
      return foldReceived(state, happened.message, happened.at);
    case 'SAID':
      return foldSaid(state, happened.message, happened.at, happened.turnedAway);
    case 'CONNECTION':
      return changed(state, { connection: happened.connection, problem: happened.problem });
    case 'HOST':
      return changed(state, { host: happened.host });
    case 'USER':
      return changed(state, { user: userAfter(state.user, happened.user) });
    case 'DIAL_INTENT':
      return happened.intent
        ? foldIntent(state, happened.intent, happened.at)
        : changed(state, { intent: undefined });
    case 'HISTORY_SEEN':
      return changed(state, { historySeenAt: happened.at });
    case 'FROM_NUMBER':
      return changed(state, { fromNumber: happened.fromNumber });
    case 'VOICE':
      return ofOwner(state, { voice: happened.voice, isVoiceDown: isDown(state, happened) });
    case 'VOICE_LATE':
      return ofOwner(state, { isVoiceDown: true });
    case 'REQUEST_RAISED':
      return { ...state, pending: [...state.pending, happened.request] };
    case 'REQUEST_SETTLED': {
      const pending = state.pending.filter(({ requestId }) => requestId !== happened.requestId);
      return pending.length === state.pending.length ? state : { ...state, pending };
    }
    case 'FOCUS':
      return findCall(state, happened.externalCallId) ? focusOn(state, happened.externalCallId) : state;
    case 'FRAME':
      return foldFrame(state, changed(state.frame, happened.frame));
    case 'CALL_RESTORED':
      return startCall(withoutOver(state, happened.call), happened.call);
    case 'CALL':
      return stepCall(state, findCall(state, happened.externalCallId), happened.happened);
    default:
      return unreachable(happened);
  }
}

/** A call that was left to its user is over here, until they are back. */
function withoutOver(state: WidgetState, { externalCallId }: NewCall): WidgetState {
  const known = findCall(state, externalCallId);
  return known && isOver(known) ? { ...state, calls: state.calls.filter((call) => call !== known) } : state;
}

/** What becomes true of the voice in this frame: a mirror shows that of the owner, whatever becomes of its own. */
function ofOwner(state: WidgetState, changes: Partial<WidgetState>): WidgetState {
  return state.frame.role === 'mirror' ? state : changed(state, changes);
}

/** Once another frame owns the calls, nothing is known of its voice until it tells. */
function foldFrame(state: WidgetState, frame: FrameStatus): WidgetState {
  const isNewMirror = frame.role === 'mirror' && state.frame.role !== 'mirror';
  return changed(state, { frame, ...(isNewMirror && { voice: undefined, isVoiceDown: false }) });
}

/** A voice that is not ready any more is down until it is again. */
function isDown(before: WidgetState, { voice }: { readonly voice: VoiceStatus | undefined }): boolean {
  if (!voice || voice.state === 'ready') return false;
  return voice.state === 'failed' || before.voice?.state === 'ready' || before.isVoiceDown;
}

/** What brought a change about, in one word: a message's type, or the name of what happened. */
export function causeOf(happened: WidgetHappening): string {
  if (happened.type === 'RECEIVED' || happened.type === 'SAID') return happened.message.type;
  return happened.type === 'CALL' ? happened.happened.type : happened.type;
}
