/** What the faults that are on make of the host. Pure: names of faults in, what is done instead out. */
import type { HostContext } from '../protocol/index.js';
import type { Deviation, Fault, HubSpotTask, OutgoingMessage } from './fault.js';
import { faultNames, faults, type FaultName } from './faults/index.js';

/** What these faults say of one thing; the last one in the table that says something counts. */
export function deviation<K extends keyof Deviation>(on: readonly FaultName[], key: K): Fault[K] | undefined {
  return inOrder(on).findLast((fault) => fault[key] !== undefined)?.[key];
}

/** Whether HubSpot fails at this while these faults are on. */
export function failsAt(on: readonly FaultName[], task: HubSpotTask): boolean {
  return inOrder(on).some((fault) => fault.failsAt === task);
}

/** The messages that are sent instead of one while these faults are on. */
export function messagesInstead(
  message: OutgoingMessage,
  on: readonly FaultName[],
): readonly OutgoingMessage[] {
  return inOrder(on).reduce<readonly OutgoingMessage[]>(
    (messages, { sendInstead }) => (sendInstead ? messages.flatMap(sendInstead) : messages),
    [message],
  );
}

/** What a SYNC tells while these faults are on. */
export function contextInstead(
  context: Partial<HostContext>,
  on: readonly FaultName[],
): Partial<HostContext> {
  return inOrder(on).reduce((told, { tellInstead }) => tellInstead?.(told) ?? told, context);
}

function inOrder(on: readonly FaultName[]): readonly Fault[] {
  return faultNames.filter((name) => on.includes(name)).map((name) => faults[name]);
}
