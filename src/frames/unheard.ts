/** What a mirror has handed on, as long as the owner of the calls has not acknowledged it. */
import type { Forwarded } from '../bridge/index.js';
import { callIdOf, recordOf } from '../bridge/requests.js';
import type { PendingRequest, WidgetHappening } from '../call/index.js';

/** Something that was handed on to the owner. */
export interface HandedOn {
  /** They are numbered from 1 in each frame. */
  readonly number: number;
  readonly what: Forwarded;
}

/** What can be shown of something before the owner has heard of it. */
export function asHappened({ what, number }: HandedOn): WidgetHappening {
  if (what.kind === 'happened') return what.happened;
  // Nothing that the others do is shown before it is done; that it was asked for is.
  const request: PendingRequest | undefined =
    what.kind === 'request' && recordOf(what.request).isDone
      ? { requestId: -number, name: what.request.name, externalCallId: callIdOf(what.request) }
      : undefined;
  return request ? { type: 'REQUEST_RAISED', request } : { type: 'REQUEST_SETTLED', requestId: 0 };
}
