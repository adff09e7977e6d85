/** What a widget on the official SDK has to keep of its call by itself. */
import type { LineEnd } from './pretend-phone.js';

type EndStatus = 'COMPLETED' | 'CANCELED' | 'BUSY' | 'NO_ANSWER' | 'REJECTED' | 'MISSED';

/** The call that is going on, or is to be saved. Plain data. */
export interface CurrentCall {
  readonly externalCallId: string;
  readonly direction: 'INBOUND' | 'OUTBOUND';
  readonly fromNumber: string;
  readonly toNumber: string;
  readonly startedAt: number;
  answeredAt?: number;
  endedAt?: number;
  status?: EndStatus;
  engagementId?: number;
  /** HubSpot has not said yet whether it could make the engagement. */
  awaitsEngagement: boolean;
}

/** A new one. */
export function newCall(
  direction: CurrentCall['direction'],
  numbers: Pick<CurrentCall, 'fromNumber' | 'toNumber'>,
): CurrentCall {
  return {
    externalCallId: crypto.randomUUID(),
    direction,
    ...numbers,
    startedAt: Date.now(),
    awaitsEngagement: true,
  };
}

const statuses: Readonly<Record<Exclude<LineEnd, 'transferred'>, EndStatus>> = {
  'hung up': 'COMPLETED',
  busy: 'BUSY',
  'no answer': 'NO_ANSWER',
  canceled: 'CANCELED',
  declined: 'REJECTED',
  missed: 'MISSED',
};

/** How HubSpot calls the end of a call. */
export function statusOf(reason: Exclude<LineEnd, 'transferred'>): EndStatus {
  return statuses[reason];
}

/** The properties of the CRM's call object. */
export function propertiesOf(call: CurrentCall, notes: string) {
  const { direction, fromNumber, toNumber, startedAt, answeredAt, endedAt, status } = call;
  const talked = answeredAt === undefined || endedAt === undefined ? 0 : endedAt - answeredAt;
  return {
    hs_timestamp: String(startedAt),
    hs_call_direction: direction,
    // The property has no word for a call that was declined.
    hs_call_status:
      status === 'REJECTED' ? (direction === 'INBOUND' ? 'MISSED' : 'NO_ANSWER') : String(status),
    hs_call_duration: String(talked),
    hs_call_from_number: fromNumber,
    hs_call_to_number: toNumber,
    hs_call_body: notes,
  };
}

const key = 'official-widget.call';

/** Keeps a call over the next reload; undefined forgets it. Where the browser lets a framed page keep nothing, it is lost. */
export function keep(call: CurrentCall | undefined): void {
  try {
    if (call) sessionStorage.setItem(key, JSON.stringify(call));
    else sessionStorage.removeItem(key);
  } catch {
    // nothing to be done
  }
}

// Whatever else runs on this origin may have written there.
function isCall(value: unknown): value is CurrentCall {
  const call = Object(value) as Partial<Record<keyof CurrentCall, unknown>>;
  const areKind = (kind: string, ...fields: readonly unknown[]) =>
    fields.every((field) => typeof field === kind);
  const times = [call.answeredAt, call.endedAt].filter((time) => time !== undefined);
  return (
    areKind('string', call.externalCallId, call.direction, call.fromNumber, call.toNumber) &&
    areKind('number', call.startedAt, ...times)
  );
}

/** The call that was kept, if HubSpot means that one. */
export function keptCall(engagementId: number | undefined): CurrentCall | undefined {
  try {
    const call: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isCall(call) && engagementId !== undefined && call.engagementId === engagementId
      ? call
      : undefined;
  } catch {
    return undefined;
  }
}
