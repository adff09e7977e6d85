/** Everything that is true about a widget, in one snapshot. */
import type { ConnectionState } from '../link/index.js';
import type { CallingError, HostContext } from '../protocol/index.js';
import type { Call, Party } from './call.js';
import type { PendingRequest } from './pending.js';
import type { VoiceStatus } from './voice.js';

/** The number HubSpot asked to dial and nobody has dialled yet. */
export interface DialIntent {
  readonly phoneNumber: string;
  readonly countryCode: string | undefined;
  readonly party: Party | undefined;
}

/** Everything that is true at one moment. Plain data: it can be cloned to another frame. */
export interface WidgetState {
  readonly connection: ConnectionState;
  /** What stands in the way of a connection. */
  readonly problem: CallingError | undefined;
  readonly host: HostContext | undefined;
  readonly user: { readonly loggedIn: boolean; readonly available: boolean };
  readonly visibility: { readonly isMinimized: boolean; readonly isHidden: boolean } | undefined;
  readonly intent: DialIntent | undefined;
  /** The number the user calls from, if one was chosen. */
  readonly fromNumber: string | undefined;
  /** The voice that carries the calls, if the bridge has one. */
  readonly voice: VoiceStatus | undefined;
  /** What was pressed and is not done yet, oldest first. */
  readonly pending: readonly PendingRequest[];
  /** Oldest first. */
  readonly calls: readonly Call[];
  /** The `externalCallId` of the call in focus. */
  readonly focus: string | undefined;
}

export const initialState: WidgetState = {
  connection: 'idle',
  problem: undefined,
  host: undefined,
  user: { loggedIn: false, available: false },
  visibility: undefined,
  intent: undefined,
  fromNumber: undefined,
  voice: undefined,
  pending: [],
  calls: [],
  focus: undefined,
};

/** Whether this is the number that HubSpot asked to dial, however it is written. */
export function isIntended({ intent }: WidgetState, number: string | undefined): boolean {
  return intent !== undefined && number !== undefined && isSameNumber(intent.phoneNumber, number);
}

/** Two numbers with the same last digits are the same number only if there are at least this many of them. */
const minSharedDigits = 7;

// A number may be written in its national and in its international form: +44 20 7946 0958 is 020 7946 0958.
function isSameNumber(one: string, other: string): boolean {
  const [long = '', short = ''] = [bare(one), bare(other)].sort((a, b) => b.length - a.length);
  if (long === short) return true;
  const national = short.replace(/^0+/, '');
  return (
    /^\d+$/.test(national) &&
    national.length >= minSharedDigits &&
    long.startsWith('+') &&
    long.endsWith(national)
  );
}

function bare(number: string): string {
  return number.replaceAll(/[\s()./-]/g, '');
}
