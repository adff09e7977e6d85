/**
 * The way out: what the app says is completed with what the bridge knows, checked, sent, and made true in the store. A
 * call is completed once, and its notes are never lost.
 */
import {
  endStatusOf,
  engagementProperties,
  findCall,
  hasDraft,
  isLive,
  keepsNotes,
  type Call,
  type CallHappening,
  type Party,
  type Store,
} from '../call/index.js';
import {
  logProblem,
  maskNumbers,
  type Clock,
  type SendResult,
  type WidgetLink,
  type Wire,
} from '../link/index.js';
import {
  callingError,
  outboundMessages,
  outboundRecord,
  payloadIn,
  type CallingError,
  type HostContext,
  type Message,
  type OutboundType,
} from '../protocol/index.js';
import { Availability } from './availability.js';
import type { Connection } from './connection.js';
import { raise } from './events.js';
import type { Given } from './fill-in.js';
import type { FrameSeam } from './frames.js';
import { LateEngagements } from './late-engagement.js';
import { prepare, type Ready } from './prepare.js';
import type { BridgeSettings } from './settings.js';

/** What an outbox works with. */
export interface OutboxParts {
  /** Gets the events. */
  readonly target: EventTarget;
  readonly store: Store;
  readonly settings: BridgeSettings;
  readonly connection: Pick<Connection, 'link'>;
  readonly frames: FrameSeam;
  readonly wire: Pick<Wire, 'createId'>;
  readonly clock: Clock;
}

/** An inbound call that a voice has turned away. */
export interface TurnedAwayCall {
  readonly externalCallId: string;
  readonly fromNumber: string;
  readonly toNumber: string;
  readonly party?: Party;
}

/** Ms that a completed call waits for its engagement's id, unless the settings say otherwise. */
const engagementTimeoutMs = 10_000;

export class Outbox {
  readonly #parts: OutboxParts;
  readonly #lateEngagements: LateEngagements;
  readonly #availability: Availability;
  /** What the app itself added to INITIALIZED: a host that starts again hears it again. */
  #initialized: Given | undefined;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#lateEngagements = new LateEngagements(parts.clock);
    this.#availability = new Availability(parts, (type) => {
      const { link } = parts.connection;
      if (link?.isInitialized && parts.frames.current.tellsUser) link.send({ type });
    });
    parts.store.subscribe(({ calls }) => {
      for (const call of calls) {
        if (!call.awaitsEngagement) this.#lateEngagements.release(call.externalCallId);
      }
    });
  }

  /** Says a message of a known type. */
  say(type: OutboundType, given?: Given, turnedAway = false): SendResult {
    if (type === 'INITIALIZED') this.#initialized = given;
    const { wire, clock, store, settings, connection, frames } = this.#parts;
    const { link } = connection;
    if (!link) return this.#refuse(callingError('DISCONNECTED', type));
    const ready = prepare(type, given, {
      state: store.getState(),
      settings,
      now: clock.now(),
      createCallId: () => wire.createId(),
    });
    if ('code' in ready) return this.#refuse(ready);
    if (frames.current.forward({ kind: 'said', type, data: ready.data as Given | undefined }))
      return { ok: true, messageId: link.createMessageId() };
    for (const at of ready.odd) this.#tell(callingError('ODD_FIELD', maskNumbers(at)));
    if (type === 'CALL_TRANSFERRED' && ready.call && hasDraft(ready.call) && !ready.call.internal)
      return this.#handOver(link, ready.call, ready.data);
    if (type !== 'CALL_COMPLETED' || !ready.call) return this.#send(link, type, { ...ready, turnedAway });
    if (this.#lateEngagements.has(ready.call.externalCallId)) {
      return this.#refuse(callingError('OUT_OF_ORDER', type));
    }
    return this.#complete(link, ready.call, ready.data as Completion);
  }

  /** Tells of an inbound call that was turned away: it came in, and was missed. */
  turnAway({ party, ...given }: TurnedAwayCall): void {
    const { store, settings, clock } = this.#parts;
    if (settings.turnedAwayCalls === 'ignore' || !this.say('INCOMING_CALL', { ...given }, true).ok) return;
    const call = findCall(store.getState(), given.externalCallId);
    if (!call) return;
    this.tellEnd(call);
    this.finish(call);
    if (party) this.#step(call, { type: 'CALL_CHANGED', at: clock.now(), changes: { party } });
  }

  /** Tells the end of a call that has ended here already. */
  tellEnd(call: Call): void {
    const { link } = this.#parts.connection;
    const { externalCallId, engagementId, endStatus: callEndStatus } = call;
    const data = { externalCallId, callEndStatus, ...(engagementId !== undefined && { engagementId }) };
    if (link) this.#send(link, 'CALL_ENDED', { data, call });
  }

  /** Completes a call that has ended, for its user. HubSpot goes on showing the widget. */
  finish({ externalCallId }: Call): SendResult {
    return this.say('CALL_COMPLETED', { externalCallId, hideWidget: false });
  }

  /** Sends any message. One of a type that is not known is sent as it is. */
  sendMessage(message: { readonly type: string; readonly data?: unknown }): SendResult {
    const { type, data } = message;
    const record = outboundMessages.get(type);
    if (record) return this.say(type as OutboundType, payloadIn(message, record) as Given | undefined);
    const { link } = this.#parts.connection;
    return link ? link.send({ type, data }) : this.#refuse(callingError('DISCONNECTED', maskNumbers(type)));
  }

  /** Says INITIALIZED, unless the app has said it. */
  initialize(): void {
    if (!this.#parts.connection.link?.isInitialized) this.say('INITIALIZED');
  }

  /** Says INITIALIZED again to a host that started again, with the user's state and the call of now. */
  initializeAgain({ engagementId }: HostContext): void {
    if (!this.#parts.connection.link?.isInitialized) return;
    const { loggedIn: isLoggedIn, available: isAvailable } = this.#parts.store.getState().user;
    this.say('INITIALIZED', { ...this.#initialized, isLoggedIn, isAvailable, engagementId });
  }

  /** Sends the completions that still wait for an engagement's id, without it. */
  flush(): void {
    this.#lateEngagements.releaseAll();
  }

  /** Another page completes these calls: their completions do not go out here. */
  drop(externalCallIds: Iterable<string>): void {
    for (const externalCallId of externalCallIds) this.#lateEngagements.drop(externalCallId);
  }

  #refuse(error: CallingError): SendResult {
    this.#tell(error);
    return { ok: false, error };
  }

  #tell(error: CallingError): void {
    const { settings, target } = this.#parts;
    if (settings.debug) logProblem(error.code, error.message);
    raise(target, 'hs-error', error);
  }

  #send(
    link: WidgetLink,
    type: OutboundType,
    { data, call, turnedAway }: Omit<Ready, 'odd'>,
    messageId = link.createMessageId(),
  ): SendResult {
    const { clock, store, frames } = this.#parts;
    const message = { type, messageId, ...(data !== undefined && { data }) };
    // What INITIALIZED is going to tell needs no message of its own, and some calls are none of HubSpot's business.
    const isQuiet =
      (isUserState(type) && !link.isInitialized) ||
      this.#availability.withholds(type) ||
      call?.internal ||
      call?.phase === 'transferred';
    const told = isQuiet ? undefined : this.#availability.told(message);
    const isSent = !told || frames.current.relay(told);
    const result = isSent ? ({ ok: true, messageId } as const) : link.send(told);
    // It is true of the call even if HubSpot cannot be told.
    if (result.ok || result.error.code === 'QUEUE_FULL') {
      const said = message as Message<OutboundType>;
      store.dispatch({ type: 'SAID', message: said, at: clock.now(), turnedAway });
    }
    return result;
  }

  // What the app adds is kept with the call first: whatever happens then, no note is lost.
  #complete(
    link: WidgetLink,
    call: Call,
    { engagementProperties: properties, ...data }: Completion,
  ): SendResult {
    const { store, clock } = this.#parts;
    const { externalCallId } = call;
    if (isLive(call)) this.say('CALL_ENDED', { externalCallId });
    if (properties) {
      const changes = { engagement: { properties } };
      this.#step(call, { type: 'CALL_CHANGED', at: clock.now(), changes });
    }
    const messageId = link.createMessageId();
    const send = () => {
      const now = findCall(store.getState(), externalCallId) ?? call;
      const id = now.engagementId === undefined ? {} : { engagementId: now.engagementId };
      const all = { ...id, ...data, engagementProperties: engagementProperties(now) };
      // Meanwhile the connection may have been tried anew.
      return this.#send(
        this.#parts.connection.link ?? link,
        'CALL_COMPLETED',
        { data: all, call },
        messageId,
      );
    };
    const isDue = !call.awaitsEngagement || data['engagementId'] !== undefined || keepsNotes(call);
    if (isDue) return send();
    this.#awaitEngagement(call, send);
    this.#step(call, { type: 'CALL_COMPLETING' });
    return { ok: true, messageId };
  }

  // What was written goes first: a call that HubSpot knows to be handed over takes nothing more. Without a record to write
  // it into, it stays with the call.
  #handOver(link: WidgetLink, call: Call, data: unknown): SendResult {
    const { store, clock, connection } = this.#parts;
    this.#step(call, { type: 'CALL_TRANSFERRED', at: clock.now() });
    const messageId = link.createMessageId();
    const send = () => {
      const now = findCall(store.getState(), call.externalCallId) ?? call;
      const { externalCallId, engagementId, failure } = now;
      const properties = engagementProperties({ ...now, endStatus: endStatusOf(call, 'transferred') });
      const all = { externalCallId, engagementId, hideWidget: false, engagementProperties: properties };
      const way = connection.link ?? link;
      const isWritten =
        engagementId !== undefined && this.#send(way, 'CALL_COMPLETED', { data: all, call }).ok;
      if (!isWritten) this.#step(call, { type: 'UPDATE_ENGAGEMENT_FAILED', message: failure });
      return this.#send(way, 'CALL_TRANSFERRED', { data, call }, messageId);
    };
    if (!call.awaitsEngagement) return send();
    this.#awaitEngagement(call, send);
    return { ok: true, messageId };
  }

  #awaitEngagement({ externalCallId }: Call, send: () => void): void {
    const { engagementTimeout = engagementTimeoutMs } = this.#parts.settings;
    this.#lateEngagements.waitFor(externalCallId, engagementTimeout, (isLate) => {
      if (isLate) this.#tell(callingError('NO_ENGAGEMENT', maskNumbers(externalCallId)));
      send();
    });
  }

  #step({ externalCallId }: Call, happened: CallHappening): void {
    this.#parts.store.dispatch({ type: 'CALL', externalCallId, happened });
  }
}

type Completion = Given & { readonly engagementProperties?: Readonly<Record<string, string>> };

function isUserState(type: OutboundType): boolean {
  const { state } = outboundRecord(type);
  return state === 'login' || state === 'availability';
}
