/** What speaks against connecting: wrong settings, or the frames around the widget. Looked at before it listens. */
import { isExactOrigin, type CallingErrorCode } from '../protocol/index.js';
import type { WidgetLinkOptions } from './widget-link-options.js';
import type { Wire } from './wire.js';

/** The code of what was found, and the value at fault. */
export type Finding = readonly [code: CallingErrorCode, detail?: string];

/** The first thing that speaks against connecting. `FOREIGN_ANCESTOR` forbids it only with `strictAncestors`. */
export function runPreflight(
  wire: Wire,
  { allowedOrigins }: WidgetLinkOptions,
  isTrusted: (origin: string) => boolean,
): Finding | undefined {
  // A set, since an app without types may give no list or another kind of one.
  const bad = [...new Set(allowedOrigins)].find((origin) => !isExactOrigin(origin));
  if (bad !== undefined) {
    return ['INVALID_CONFIG', `allowed-origins “${bad}” is no origin like https://crm.example`];
  }
  if (!wire.hasPeer) return ['NOT_FRAMED'];
  if (wire.origin === 'null') return ['OPAQUE_ORIGIN'];
  // Frames that the browser does not name are unknown, not hostile.
  const isForeign = (origin: string) => !['', 'null'].includes(origin) && !isTrusted(origin);
  const foreign = wire.ancestorOrigins.find(isForeign);
  return foreign === undefined ? undefined : ['FOREIGN_ANCESTOR', foreign];
}
