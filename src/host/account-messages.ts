/** What pages that show one account tell each other of it. What comes is read like any stranger's message. */
import { callEndStatuses, read } from '../protocol/index.js';
import { engagementProperties, flag, id, maybe, oneOf, text, time } from '../protocol/fields.js';
import { custom, fields, listOf, transform } from '../protocol/schema.js';
import type { CrmRecord } from './records.js';
import {
  hostCallPhases,
  type AppSettings,
  type DialTarget,
  type HostAccount,
  type HostCall,
  type HostFrame,
} from './state.js';
import { checkedEntry, entry } from './transcript-file.js';
import type { TranscriptEntry } from './transcript.js';

/** Two pages with other versions do not hear each other. */
export const channelVersion = 1;

const said = fields({ type: text, messageId: text, frame: text, at: time });

const coordinates = fields({ objectId: id, objectTypeId: text });

const call = fields({
  id: text,
  externalCallId: maybe(text),
  direction: oneOf('INBOUND', 'OUTBOUND'),
  phase: oneOf(...hostCallPhases),
  number: text,
  record: maybe(coordinates),
  engagementId: maybe(id),
  engagement: oneOf('none', 'pending', 'created', 'failed'),
  status: maybe(oneOf(...callEndStatuses)),
  writtenStatus: maybe(text),
  startedAt: time,
  answeredAt: maybe(time),
  endedAt: maybe(time),
  properties: engagementProperties,
  isFinalized: flag,
  isIgnored: flag,
  said: listOf(said),
});

const frame = fields({
  id: text,
  name: text,
  iframeLocation: oneOf('widget', 'remote', 'window'),
  connection: oneOf('idle', 'connecting', 'acknowledged', 'initialized', 'silent'),
  isLoggedIn: maybe(flag),
  isAvailable: maybe(flag),
});

const settings = fields({
  supportsInboundCalling: flag,
  usesRemote: flag,
  usesCallingWindow: flag,
  widgetAddress: maybe(text),
});

const phone = fields({ label: maybe(text), number: text, countryCode: maybe(text) });

const record = fields({
  ...{ objectId: id, objectTypeId: text, name: text, email: maybe(text), note: maybe(text) },
  phones: listOf(phone),
});

const askedToDial = fields({ record, number: text });

const user = fields({ portalId: id, userId: id, ownerId: id });

/** What a page tells the others. */
export type AccountNews =
  /** It has joined, and asks for what they know. */
  | { readonly says: 'hello' }
  /** What has changed, or all that it knows. `frames` are the page's own, `forgotten` the ids of calls. */
  | {
      readonly says: 'state';
      readonly calls?: readonly HostCall[];
      readonly forgotten?: readonly string[];
      readonly frames?: readonly HostFrame[];
      readonly settings?: AppSettings;
      readonly records?: readonly CrmRecord[];
      readonly askedToDial?: DialTarget;
    }
  /** A message has passed in one of its frames. */
  | { readonly says: 'message'; readonly entry: Omit<TranscriptEntry, 'index'> };

/** A piece of news, from which page it is, and whose account it is about. */
export interface AccountLetter {
  readonly kind: 'hs-host-account';
  readonly version: typeof channelVersion;
  readonly from: string;
  readonly user: HostAccount;
  readonly news: AccountNews;
}

/** How each piece of news is read. */
const news = {
  hello: fields({}),
  state: fields({
    calls: maybe(listOf(call)),
    forgotten: maybe(listOf(text)),
    frames: maybe(listOf(frame)),
    settings: maybe(settings),
    records: maybe(listOf(record)),
    askedToDial: maybe(askedToDial),
  }),
  message: fields({ entry: transform(entry, checkedEntry) }),
};

const envelope = fields({
  kind: oneOf('hs-host-account'),
  version: custom<typeof channelVersion>((value) => value === channelVersion),
  from: text,
  user,
  news: fields({ says: oneOf('hello', 'state', 'message') }),
});

/** Reads what has come; undefined for anything else than a letter of another page. */
export function readLetter(came: unknown): AccountLetter | undefined {
  const letter = read(envelope, came, 'letter');
  if (!letter.ok) return undefined;
  const { says } = letter.data.news;
  const inside = read(news[says], letter.data.news, 'news');
  // The schemas above read what the types say, but for fields that are left out.
  return inside.ok ? ({ ...letter.data, news: { ...inside.data, says } } as AccountLetter) : undefined;
}
