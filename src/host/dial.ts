/** Whether the widget can be asked to dial now, and what DIAL_NUMBER tells it. */
import type { MessageInput } from '../protocol/index.js';
import { objectTypes, type CrmRecord } from './records.js';
import { hasStarted, isAgentReady, liveCall, type HostState, type DialTarget } from './state.js';

/** Why the widget was not asked to dial. */
export type DialRefusal = 'not-connected' | 'not-initialized' | 'logged-out' | 'in-call';

/** The widget was asked to dial; or why it was not, also in words for HubSpot's user (`text`). */
export type DialResult =
  { readonly ok: true } | { readonly ok: false; readonly reason: DialRefusal; readonly text: string };

const texts: Readonly<Record<DialRefusal, string>> = {
  'not-connected': 'The phone is not there yet: the widget has not answered HubSpot’s SYNC.',
  'not-initialized': 'The phone is starting: the widget has not said INITIALIZED.',
  'logged-out': 'The phone cannot dial: its user is not logged in.',
  'in-call': 'A call is under way. End it before you start the next one.',
};

/** Why the widget cannot be asked to dial now; undefined if it can. */
export function dialRefusal(state: HostState): Extract<DialResult, { ok: false }> | undefined {
  const reason = findReason(state);
  return reason && { ok: false, reason, text: texts[reason] };
}

function findReason(state: HostState): DialRefusal | undefined {
  if (!hasStarted(state)) return state.connection === 'acknowledged' ? 'not-initialized' : 'not-connected';
  if (!isAgentReady(state)) return 'logged-out';
  return liveCall(state) ? 'in-call' : undefined;
}

/**
 * The record and its number that are to be dialled. Throws a `RangeError` for a record that the CRM does not have, or
 * that has no number.
 *
 * @param record - The record, or its objectId.
 * @param number - One of its numbers, or any other. Default: its first.
 */
export function findDialTarget(
  { records }: HostState,
  record: CrmRecord | number,
  number?: string,
): DialTarget {
  const found = typeof record === 'number' ? records.find(({ objectId }) => objectId === record) : record;
  if (!found) throw new RangeError(`The CRM has no record ${JSON.stringify(record)}.`);
  const dialled = number ?? found.phones[0]?.number;
  if (dialled === undefined) throw new RangeError(`${found.name} has no number.`);
  return { record: found, number: dialled };
}

/** The payload of DIAL_NUMBER. `startTimestamp` is epoch ms. */
export function dialData(
  { account }: HostState,
  { record, number }: DialTarget,
  startTimestamp: number,
): MessageInput<'DIAL_NUMBER'> {
  const { objectId, objectTypeId, phones } = record;
  const objectType = objectTypes[objectTypeId];
  return {
    phoneNumber: number,
    countryCode: phones.find((phone) => phone.number === number)?.countryCode ?? 'US',
    calleeInfo: { calleeId: objectId, calleeObjectTypeId: objectTypeId },
    objectId,
    // HubSpot has no such word for a custom object.
    ...(objectType !== undefined && { objectType }),
    subjectId: objectId,
    ownerId: account.ownerId,
    portalId: account.portalId,
    startTimestamp,
    toPhoneNumberSrc: objectType === undefined ? 'CUSTOM_OBJECT_PHONE' : `${objectType}_PHONE`,
  };
}
