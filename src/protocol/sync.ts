/** The handshake's own messages. Unlike all others they carry their fields at the top level. */
import { flag, id, text } from './fields.js';
import { read } from './schema.js';

const schemas = {
  portalId: id,
  userId: id,
  ownerId: id,
  engagementId: id,
  iframeLocation: text,
  usesCallingWindow: flag,
  hostUrl: text,
};

/** What HubSpot tells in the handshake about where the widget is and who uses it. */
export interface HostContext {
  /** The HubSpot account. */
  readonly portalId: number | undefined;
  readonly userId: number | undefined;
  readonly ownerId: number | undefined;
  /** Set when the page was reloaded during an inbound call: the call to show again. */
  readonly engagementId: number | undefined;
  /** `widget` on a record, `remote` in the navigation bar, `window` the detached calling window. */
  readonly iframeLocation: string | undefined;
  /** Whether a detached calling window owns the call. */
  readonly usesCallingWindow: boolean | undefined;
  /** Where the host says it is. Never a reason to trust it. */
  readonly hostUrl: string | undefined;
}

/** Reads the context out of a SYNC. A handshake never fails over one odd field: it reads as missing. */
export function readContext(message: Readonly<Record<string, unknown>>): HostContext {
  const entries = Object.entries(schemas).map(([name, schema]) => {
    const reading = read<unknown>(schema, message[name], name);
    return [name, reading.ok ? reading.data : undefined];
  });
  return Object.fromEntries(entries) as HostContext;
}

/** Whether two handshakes tell the same. */
export function isSameContext(a: HostContext, b: HostContext): boolean {
  return (Object.keys(a) as (keyof HostContext)[]).every((key) => a[key] === b[key]);
}
