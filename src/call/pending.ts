/** What was pressed and is not done yet: kept in the snapshot, so that every element shows the same busy button. */

/** A request that somebody carries out right now. Plain data. */
export interface PendingRequest {
  /** Tells it from every other request of this bridge. */
  readonly requestId: number;
  /** The name of the request's event, such as `hs-mute-request`. */
  readonly name: `hs-${string}-request`;
  /** The call it is about; undefined for a call that is not there yet. */
  readonly externalCallId: string | undefined;
}

/** Whether such a request is pending, about this call or, without one, about any. */
export function isPending(
  { pending }: { readonly pending: readonly PendingRequest[] },
  name: PendingRequest['name'],
  externalCallId?: string,
): boolean {
  return pending.some(
    (request) =>
      request.name === name && (externalCallId === undefined || request.externalCallId === externalCallId),
  );
}
