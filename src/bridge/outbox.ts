/** The one way out: completes a message, checks it, sends it, and takes down what it makes true. */
import { engagementProperties, findCall, isLive, type Call, type Store } from '../call/index.js';
import { maskNumbers, type Clock, type SendResult, type WidgetLink, type Wire } from '../link/index.js';
import {
  callingError,
  isRecord,
  outboundMessages,
  parsePayload,
  type CallingError,
  type Message,
  type OutboundType,
} from '../protocol/index.js';
import { WaitingCompletions } from './completions.js';
import { fillIn, type Filled, type Given, type Known } from './facts.js';
import type { BridgeSettings } from './settings.js';

/** What an outbox works with. */
export interface OutboxParts {
  readonly wire: Pick<Wire, 'createId'>;
  readonly clock: Clock;
  readonly store: Store;
  readonly settings: () => BridgeSettings;
  /** The link, while there is one. */
  readonly link: () => WidgetLink | undefined;
  readonly fail: (error: CallingError) => void;
}

export class Outbox {
  readonly #parts: OutboxParts;
  readonly #completions: WaitingCompletions;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#completions = new WaitingCompletions(parts.clock);
    parts.store.subscribe(({ calls }) => {
      for (const call of calls) if (!call.awaitsEngagement) this.#completions.release(call.externalCallId);
    });
  }

  /** Says a message of a known type. */
  say(type: OutboundType, given: Given | undefined): SendResult {
    const { wire, clock, store, settings, link, fail } = this.#parts;
    const refuse = (error: CallingError): SendResult => {
      fail(error);
      return { ok: false, error };
    };
    const open = link();
    if (!open) return refuse(callingError('DISCONNECTED', type));
    const ready = prepare(type, given, {
      state: store.getState(),
      settings: settings(),
      now: clock.now(),
      createCallId: () => wire.createId(),
    });
    if ('code' in ready) return refuse(ready);
    if (type !== 'CALL_COMPLETED' || !ready.call) return this.#send(open, type, ready);
    if (this.#completions.has(ready.call.externalCallId)) return refuse(callingError('OUT_OF_ORDER', type));
    return this.#complete(open, ready.call, ready.data as Completion);
  }

  /** Sends what still waits for an engagement's id: better without than not at all. */
  flush(): void {
    this.#completions.releaseAll();
  }

  #send(
    link: WidgetLink,
    type: OutboundType,
    { data, call }: Ready,
    messageId = link.createMessageId(),
  ): SendResult {
    const { clock, store } = this.#parts;
    const message = { type, messageId, ...(data !== undefined && { data }) };
    // What INITIALIZED is going to tell needs no message of its own, and some calls are none of HubSpot's business.
    const isQuiet = (isUserState(type) && !link.isInitialized) || call?.internal;
    const result = isQuiet ? ({ ok: true, messageId } as const) : link.send(message);
    // It is true of the call even if HubSpot cannot be told.
    if (result.ok || result.error.code === 'QUEUE_FULL') {
      store.dispatch({ type: 'SAID', message: message as Message<OutboundType>, at: clock.now() });
    }
    return result;
  }

  // What the app adds is kept with the call first: whatever happens then, no note is lost.
  #complete(
    link: WidgetLink,
    call: Call,
    { engagementProperties: properties, ...data }: Completion,
  ): SendResult {
    const { store, settings, clock, fail } = this.#parts;
    const { externalCallId } = call;
    if (isLive(call)) this.say('CALL_ENDED', { externalCallId });
    if (properties) {
      const changes = { engagement: { properties } };
      store.dispatch({
        type: 'CALL',
        externalCallId,
        happened: { type: 'CALL_CHANGED', at: clock.now(), changes },
      });
    }
    const messageId = link.createMessageId();
    const send = () => {
      const now = findCall(store.getState(), externalCallId) ?? call;
      const id = now.engagementId === undefined ? {} : { engagementId: now.engagementId };
      const all = { ...id, ...data, engagementProperties: engagementProperties(now) };
      // Meanwhile the connection may have been tried anew.
      return this.#send(this.#parts.link() ?? link, 'CALL_COMPLETED', { data: all, call }, messageId);
    };
    if (!call.awaitsEngagement || data['engagementId'] !== undefined) return send();
    this.#completions.add(externalCallId, settings().engagementTimeout ?? 10_000, (isLate) => {
      if (isLate) fail(callingError('NO_ENGAGEMENT', maskNumbers(externalCallId)));
      send();
    });
    store.dispatch({ type: 'CALL', externalCallId, happened: { type: 'CALL_COMPLETING' } });
    return { ok: true, messageId };
  }
}

/** A payload that is complete, and the call it is about. */
interface Ready {
  readonly data: unknown;
  readonly call: Filled['call'];
}

type Completion = Given & { readonly engagementProperties?: Readonly<Record<string, string>> };

/** Completes a payload and checks it. It comes from an app: it may be anything, and may throw when it is read. */
function prepare(type: OutboundType, given: Given | undefined, known: Known): Ready | CallingError {
  try {
    if (type !== 'CALL_DATA' && !isRecord(given ?? {})) return callingError('BAD_DATA', type);
    const filled = fillIn(type, given, known);
    if ('code' in filled) return filled;
    const record = outboundMessages.get(type);
    const parsed = record && parsePayload(type, record, filled.data);
    if (parsed?.ok) return { data: parsed.data, call: filled.call };
    return callingError('BAD_DATA', parsed && maskNumbers(parsed.at));
  } catch {
    return callingError('NOT_CLONEABLE', type);
  }
}

function isUserState(type: OutboundType): boolean {
  const state = outboundMessages.get(type)?.state;
  return state === 'login' || state === 'availability';
}
