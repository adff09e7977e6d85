/** What the faults make of a message on its way to the widget. Pure: one message in, what is sent instead out. */
import type { HostContext } from '../protocol/index.js';
import type { FaultName } from './faults.js';
import { without } from './without.js';

/** A message as the host is about to send it. */
export interface OutgoingMessage {
  readonly type: string;
  readonly data?: unknown;
  readonly messageId: string;
}

type Fields = Readonly<Record<string, unknown>>;

const changes: Partial<Record<FaultName, (message: OutgoingMessage) => readonly OutgoingMessage[]>> = {
  'no-object-id': (message) =>
    dialled(message, (data) => without(data, 'objectId', 'objectType', 'calleeInfo', 'subjectId')),
  'zero-object-id': (message) =>
    dialled(message, (data) => ({ ...without(data, 'objectType', 'subjectId'), objectId: 0 })),
  'old-number-field': (message) =>
    dialled(message, ({ phoneNumber, ...rest }) => ({ ...rest, phone_number: phoneNumber })),
  'both-engagement-messages': (message) =>
    message.type === 'CREATE_ENGAGEMENT_SUCCEEDED'
      ? [{ ...message, type: 'ENGAGEMENT_CREATED', messageId: `${message.messageId}-old` }, message]
      : [message],
  'ids-as-strings': ({ data, ...message }) => [
    { ...message, ...(data !== undefined && { data: idsAsText(data) }) },
  ],
  'duplicated-messages': (message) => [message, message],
};

/** What is sent instead of a message while these faults are on. */
export function spoil(message: OutgoingMessage, faults: readonly FaultName[]): readonly OutgoingMessage[] {
  return (Object.keys(changes) as FaultName[])
    .filter((name) => faults.includes(name))
    .reduce<readonly OutgoingMessage[]>(
      (messages, name) => messages.flatMap((one) => changes[name]?.(one) ?? [one]),
      [message],
    );
}

/** What a SYNC tells while these faults are on. */
export function spoilContext(
  context: Partial<HostContext>,
  faults: readonly FaultName[],
): Partial<HostContext> {
  return faults.includes('ids-as-strings') ? (idsAsText(context) as Partial<HostContext>) : context;
}

function dialled(message: OutgoingMessage, change: (data: Fields) => Fields): readonly OutgoingMessage[] {
  if (message.type !== 'DIAL_NUMBER') return [message];
  return [{ ...message, data: change(message.data as Fields) }];
}

function idsAsText(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(idsAsText);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]: [string, unknown]) => [
      name,
      name.endsWith('Id') && typeof value === 'number' ? String(value) : idsAsText(value),
    ]),
  );
}
