/** How the owner of the calls reads what another frame hands on: like a stranger's message. */
import type { Forwarded, Request, RequestName, SharedHappening } from '../bridge/index.js';
import { readKept } from '../bridge/kept-calls.js';
import type { CallChanges } from '../call/index.js';
import { inboundMessages, outboundMessages, isRecord, parsePayload } from '../protocol/index.js';
import { anything, flag, maybe, objectCoordinates, oneOf, text, time } from '../protocol/fields.js';
import { custom, fields, listOf, transform, type Schema } from '../protocol/schema.js';
import {
  call,
  dialIntent,
  endReason,
  engagementDraft,
  exactly,
  microphone,
  party,
  quality,
} from './shared-schema.js';

const ofCall = { externalCallId: text };
const aboutCall = fields(ofCall);
const nothing = custom<undefined>((value) => value === undefined);

/** What each request carries. */
const details = {
  'hs-call-request': fields({ toNumber: text, fromNumber: maybe(text), party: maybe(party) }),
  'hs-answer-request': aboutCall,
  'hs-decline-request': aboutCall,
  'hs-hang-up-request': aboutCall,
  'hs-mute-request': fields({ ...ofCall, muted: flag }),
  'hs-hold-request': fields({ ...ofCall, held: flag }),
  'hs-record-request': fields({ ...ofCall, recording: flag }),
  'hs-dtmf-request': fields({ ...ofCall, digits: text }),
  'hs-transfer-request': fields({
    ...ofCall,
    toNumber: text,
    attended: flag,
    consultation: maybe(text),
    party: maybe(party),
  }),
  'hs-merge-request': fields({ ...ofCall, other: text }),
  'hs-voicemail-request': fields({ ...ofCall, messageId: text }),
  'hs-silence-request': aboutCall,
  'hs-microphone-request': aboutCall,
  'hs-complete-request': fields({
    ...ofCall,
    engagement: maybe(engagementDraft),
    hideWidget: maybe(flag),
  }),
  'hs-finalize-request': aboutCall,
  'hs-log-in-request': nothing,
  'hs-log-out-request': nothing,
  'hs-availability-request': fields({ available: flag, reason: maybe(text) }),
  'hs-navigate-request': fields({
    objectCoordinates,
    openIn: maybe(oneOf('CURRENT_TAB', 'NEW_TAB')),
  }),
} satisfies { readonly [Name in RequestName]: Schema };

const changes = exactly<CallChanges>({
  muted: maybe(flag),
  held: maybe(flag),
  recording: maybe(flag),
  heldByOther: maybe(flag),
  connecting: maybe(flag),
  reconnecting: maybe(flag),
  microphone,
  quality,
  answeredElsewhere: maybe(flag),
  endReason: maybe(endReason),
  silenced: maybe(flag),
  party: maybe(party),
  engagement: maybe(engagementDraft),
});

const happenings = {
  FOCUS: aboutCall,
  DIAL_INTENT: fields({ intent: maybe(dialIntent), at: time }),
  HISTORY_SEEN: fields({ at: time }),
  FROM_NUMBER: fields({ fromNumber: maybe(text) }),
  CALL_RESTORED: fields({ call }),
  CALL: fields({
    ...ofCall,
    happened: oneOfKinds('type', {
      CALL_RINGING: fields({}),
      CALL_CHANGED: fields({ at: time, changes }),
    }),
  }),
} satisfies { readonly [Type in SharedHappening['type']]: Schema };

/** An object whose field `tag` says which of these it is. */
function oneOfKinds(tag: 'kind' | 'type', schemas: Readonly<Record<string, Schema>>): Schema {
  const head = fields({ [tag]: oneOf(...Object.keys(schemas)) });
  return (value, at, odd) => {
    const given: Readonly<Record<string, unknown>> = head(value, at, odd);
    return schemas[String(given[tag])]?.(given, at, odd);
  };
}

const request: Schema<Request> = (value, at, odd) => {
  const { name, detail } = fields({ name: oneOf(...Object.keys(details)), detail: anything })(value, at, odd);
  return { name, detail: details[name as RequestName](detail, `${at}.detail`, odd) } as Request;
};

/** A message of HubSpot's, with what belongs to its type. */
const received: Schema = (value, at, odd) => {
  const message = fields({ type: oneOf(...inboundMessages.keys()), data: anything })(value, at, odd);
  const record = inboundMessages.get(message.type);
  const parsed = record && parsePayload(message.type, record, message.data);
  return parsed?.ok ? { ...message, data: parsed.data } : custom(() => false)(value, at, odd);
};

/** Something that another frame hands on. */
export const forwarded = oneOfKinds('kind', {
  request: fields({ request }),
  // What is said is read by the outbox, as whatever an app says.
  said: fields({
    type: oneOf(...outboundMessages.keys()),
    data: maybe(custom<Readonly<Record<string, unknown>>>(isRecord)),
  }),
  received: fields({ message: received }),
  happened: fields({ happened: oneOfKinds('type', happenings) }),
  kept: fields({ kept: listOf(transform(anything, readKept)) }),
} satisfies { readonly [Kind in Forwarded['kind']]: Schema }) as Schema<Forwarded>;
