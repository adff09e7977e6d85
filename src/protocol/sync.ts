/** What SYNC tells. Unlike other messages, SYNC and SYNC_ACK have no `data`: their fields stand at the top level. */
import { flag, id, maybe, text } from './fields.js';
import type { MessageRecord } from './messages.js';
import { fields } from './schema.js';
import { parsePayload } from './parse.js';

const context = fields({
  portalId: maybe(id),
  userId: maybe(id),
  ownerId: maybe(id),
  engagementId: maybe(id),
  iframeLocation: maybe(text),
  usesCallingWindow: maybe(flag),
  hostUrl: maybe(text),
});

/** SYNC and SYNC_ACK, read as a whole: the handshake succeeds without a field that cannot be read. */
export const handshake: MessageRecord = { data: context };

/** What HubSpot tells in the handshake: where the widget is, and who uses it. A field that it did not send is undefined. */
export interface HostContext {
  /** The HubSpot account. */
  readonly portalId: number | undefined;
  readonly userId: number | undefined;
  readonly ownerId: number | undefined;
  /** The call to show again, when HubSpot reloaded the page during an inbound call. */
  readonly engagementId: number | undefined;
  /** `widget` on a record, `remote` in the navigation bar, `window` the detached calling window. */
  readonly iframeLocation: string | undefined;
  /** Whether a detached calling window owns the call. */
  readonly usesCallingWindow: boolean | undefined;
  /** The host's address, as the host gives it. It is not checked: never trust the host because of it. */
  readonly hostUrl: string | undefined;
}

/** Reads the context out of a SYNC. A field with an odd value is read as missing, so that the handshake still succeeds. */
export function readContext(message: Readonly<Record<string, unknown>>): HostContext {
  const parsed = parsePayload('SYNC', handshake, message);
  const data = (parsed.ok ? parsed.data : {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.keys(handshake.data.fields ?? {}).map((name) => [name, data[name]]),
  ) as unknown as HostContext;
}

/** Who uses the widget. */
export type HostUser = Partial<Pick<HostContext, 'portalId' | 'userId'>>;

/** Whether both may be the same user of the same account: what a host leaves out speaks against nobody. */
export function isSameUser(a: HostUser, b: HostUser): boolean {
  return (['portalId', 'userId'] as const).every(
    (id) => a[id] === undefined || b[id] === undefined || a[id] === b[id],
  );
}

/** Whether two contexts are equal in every field. */
export function isSameContext(a: HostContext, b: HostContext): boolean {
  return (Object.keys(a) as (keyof HostContext)[]).every((key) => a[key] === b[key]);
}
