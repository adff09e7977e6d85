/**
 * The way in: what HubSpot says, once it has come through the gates of the link, is made true in the store and then
 * told to the page. Where the page may object, it is asked first.
 */
import { callNamed, callToEnd, type Store } from '../call/index.js';
import {
  logCallId,
  logProblem,
  maskNumbers,
  type Clock,
  type Envelope,
  type Rejection,
  type WidgetLinkObserver,
} from '../link/index.js';
import {
  callingError,
  eventName,
  type CallingError,
  type HostContext,
  type InboundType,
  type Message,
  type MessageData,
} from '../protocol/index.js';
import { raise, type EventMessageType } from './events.js';
import type { FrameSeam } from './frames.js';
import type { Outbox } from './outbox.js';
import type { ReplyWatch } from './reply-watch.js';
import type { RequestDesk } from './request-desk.js';
import type { BridgeSettings } from './settings.js';

/** What the inbox works with. */
export interface InboxParts {
  /** Gets the events. */
  readonly target: EventTarget;
  readonly store: Store;
  readonly settings: BridgeSettings;
  readonly clock: Pick<Clock, 'now'>;
  readonly outbox: Pick<Outbox, 'initialize' | 'initializeAgain'>;
  readonly desk: Pick<RequestDesk, 'request' | 'voice'>;
  /** Takes the calls of the page before. */
  readonly handover: { takeUp(): void };
  readonly replies: Pick<ReplyWatch, 'heard' | 'sent'>;
  readonly frames: FrameSeam;
}

type MatchedCall = Pick<MessageData<'CALLER_ID_MATCH_SUCCEEDED'>, 'callId'>;

/** Messages that the page may prevent: they become true only after it was asked. */
const preventable: ReadonlySet<InboundType> = new Set<InboundType>(['DIAL_NUMBER', 'END_CALL']);

export class Inbox implements WidgetLinkObserver {
  readonly #parts: InboxParts;

  constructor(parts: InboxParts) {
    this.#parts = parts;
  }

  connectionChanged(...[connection, problem]: Parameters<WidgetLinkObserver['connectionChanged']>): void {
    // `ready` tells that it is connected, together with what the host said.
    if (connection === 'connected') return;
    this.#parts.store.dispatch({ type: 'CONNECTION', connection, problem });
  }

  ready(host: HostContext): void {
    const { target, store, settings, outbox, handover } = this.#parts;
    store.dispatch({ type: 'HOST', host });
    store.dispatch({ type: 'CONNECTION', connection: 'connected', problem: undefined });
    if (raise(target, 'hs-ready', host) && !settings.manual) outbox.initialize();
    // Where the app has said INITIALIZED earlier than this.
    handover.takeUp();
  }

  readyAgain(context: HostContext, previous: HostContext | undefined): void {
    const { target, store, outbox, replies } = this.#parts;
    replies.heard();
    if (previous) {
      store.dispatch({ type: 'HOST', host: context });
      raise(target, 'hs-context-change', { context, previous });
    }
    outbox.initializeAgain(context);
  }

  received(message: Message<InboundType>): void {
    const { target, replies, frames } = this.#parts;
    replies.heard();
    if (frames.current.forward({ kind: 'received', message })) raise(target, 'hs-message', message);
    else this.hear(message);
  }

  /** Makes a message true, which this frame or another one has received, and tells the page. */
  hear(message: Message<InboundType>): void {
    const { target, store, clock, desk } = this.#parts;
    const { type, data } = message;
    if (type === 'ERROR') {
      raise(target, 'hs-message', message);
      this.failed(callingError('HOST_ERROR', data?.type && maskNumbers(data.type)));
      return;
    }
    this.#logCallId(message);
    const makeTrue = () => {
      store.dispatch({ type: 'RECEIVED', message, at: clock.now() });
    };
    const mayBePrevented = preventable.has(type);
    if (!mayBePrevented) makeTrue();
    // The table pairs names and details; that this one fits its own name is beyond the compiler.
    const isWanted = raise(target, eventName<EventMessageType>(type), data as never);
    if (type.endsWith('_FAILED')) raise(target, 'hs-failed', { type, data });
    raise(target, 'hs-message', message);
    if (!isWanted || !mayBePrevented) return;
    makeTrue();
    if (type !== 'END_CALL') return;
    const call = callToEnd(store.getState());
    if (call) desk.request('hs-hang-up-request', { externalCallId: call.externalCallId });
    // There is no call yet: the voice may be about to start one.
    else desk.voice?.endCalls();
  }

  #logCallId({ type, data }: Message<InboundType>): void {
    const { settings, store } = this.#parts;
    if (!settings.debug || !type.startsWith('CALLER_ID_MATCH')) return;
    const { callId } = (data ?? {}) as MatchedCall;
    if (callId === undefined) return;
    const call = callNamed(store.getState(), callId);
    const isEngagement = call && String(call.engagementId) === String(callId);
    logCallId(type, callId, isEngagement ? 'an engagement' : call ? 'an externalCallId' : 'no call here');
  }

  receivedUnknown(message: Envelope): void {
    const { target, replies } = this.#parts;
    const { type, data } = message;
    replies.heard();
    raise(target, 'hs-unknown-message', message);
    if (type.endsWith('_FAILED')) raise(target, 'hs-failed', { type, data });
    raise(target, 'hs-message', message);
  }

  sent(message: Envelope): void {
    const { target, replies } = this.#parts;
    replies.sent(message);
    raise(target, 'hs-sent', message);
  }

  rejected(rejection: Rejection): void {
    const { code, origin, type, at } = rejection;
    if (this.#parts.settings.debug) logProblem(code, origin, at ?? type);
    raise(this.#parts.target, 'hs-rejected', rejection);
  }

  failed(error: CallingError): void {
    if (this.#parts.settings.debug) logProblem(error.code, error.message);
    raise(this.#parts.target, 'hs-error', error);
  }
}
