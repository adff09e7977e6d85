/** Everything that is true about a widget, in one snapshot. */
import type { ConnectionState } from '../link/index.js';
import type { CallingError, HostContext } from '../protocol/index.js';
import type { Call, Party } from './call.js';
import type { VoiceStatus } from './voice.js';

/** The number HubSpot asked to dial and nobody has dialled yet. */
export interface DialIntent {
  readonly phoneNumber: string;
  readonly countryCode: string | undefined;
  readonly party: Party | undefined;
}

/** The whole truth. Plain data: it could be cloned to another frame. */
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
  /** The phone that carries the calls out, if the bridge has one. */
  readonly voice: VoiceStatus | undefined;
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
  calls: [],
  focus: undefined,
};

/** The call with this id. */
export function findCall({ calls }: WidgetState, externalCallId: string | undefined): Call | undefined {
  return externalCallId === undefined
    ? undefined
    : calls.find((call) => call.externalCallId === externalCallId);
}

/** The call in focus. */
export function focusedCall(state: WidgetState): Call | undefined {
  return findCall(state, state.focus);
}

/** The call in focus if it is one of these, else the latest that is. */
export function latestCall(
  state: WidgetState | undefined,
  isMeant: (call: Call) => boolean,
): Call | undefined {
  const focused = state && focusedCall(state);
  return focused && isMeant(focused) ? focused : state?.calls.findLast(isMeant);
}

/** Whether this is the number that HubSpot asked to dial, however it is written. */
export function isIntended({ intent }: WidgetState, number: string | undefined): boolean {
  return intent !== undefined && number !== undefined && isSameNumber(intent.phoneNumber, number);
}

/** So many digits at the end tell a number from others, whatever stands before them. */
const telling = 7;

// One may be written for a country and the other for the world: +44 20 7946 0958 is 020 7946 0958.
function isSameNumber(one: string, other: string): boolean {
  const [long = '', short = ''] = [bare(one), bare(other)].sort((a, b) => b.length - a.length);
  if (long === short) return true;
  const national = short.replace(/^0+/, '');
  return (
    /^\d+$/.test(national) && national.length >= telling && long.startsWith('+') && long.endsWith(national)
  );
}

function bare(number: string): string {
  return number.replaceAll(/[\s()./-]/g, '');
}
