/** Everything that is true about a widget, in one snapshot. */
import type { ConnectionState } from '../link/index.js';
import { isSameUser, type CallingError, type HostContext } from '../protocol/index.js';
import type { Call } from './call.js';
import { aloneInFrame, type FrameStatus } from './frame.js';
import { isSameNumber } from './number-text.js';
import type { Party } from './party.js';
import type { PastCall } from './past-call.js';
import type { PendingRequest } from './pending.js';
import type { VoiceStatus } from './voice.js';

/** The number HubSpot asked to dial and nobody has dialled yet. */
export interface DialIntent {
  readonly phoneNumber: string;
  /** The country whose number it is, as HubSpot says: `US`. It comes before the country of the page. */
  readonly countryCode: string | undefined;
  readonly party: Party | undefined;
}

/** Who uses the phone, as far as HubSpot is told, and why. */
export interface User {
  readonly loggedIn: boolean;
  /** Whether they take calls. */
  readonly available: boolean;
  /** Why: the id of one of the app's reasons, or `afterCallWork`. HubSpot is not told. Missing where none was given. */
  readonly reason?: string | undefined;
}

/** The reason of a user who finishes a call that has just ended. */
export const afterCallWork = 'after-call-work';

/** The user after changes. A reason counts for the availability that it was given with, until the user logs out. */
export function userAfter(before: User, changes: Partial<User>): User {
  const { reason, ...user } = { ...before, ...changes };
  const isKept = 'reason' in changes || (user.available === before.available && user.loggedIn);
  const now: User = isKept && reason !== undefined ? { ...user, reason } : user;
  const names = ['loggedIn', 'available', 'reason'] as const;
  return names.every((name) => now[name] === before[name]) ? before : now;
}

/** Everything that is true at one moment. Plain data: it can be cloned to another frame. */
export interface WidgetState {
  readonly connection: ConnectionState;
  /** What stands in the way of a connection. */
  readonly problem: CallingError | undefined;
  readonly host: HostContext | undefined;
  readonly user: User;
  readonly visibility: { readonly isMinimized: boolean; readonly isHidden: boolean } | undefined;
  /** What part this frame plays among those of the same user. */
  readonly frame: FrameStatus;
  readonly intent: DialIntent | undefined;
  /** When HubSpot asked for `intent`, or for the one before it: epoch ms. */
  readonly intendedAt: number | undefined;
  /** The number the user calls from, if one was chosen. */
  readonly fromNumber: string | undefined;
  /** The voice that carries the calls, if the bridge has one. */
  readonly voice: VoiceStatus | undefined;
  /**
   * Whether the voice takes no calls: it was ready and is not any more, has failed, or still connects after ten seconds.
   * HubSpot is told meanwhile that the user is unavailable; `user.available` stays what the user chose.
   */
  readonly isVoiceDown: boolean;
  /** What was pressed and is not done yet, oldest first. */
  readonly pending: readonly PendingRequest[];
  /** Oldest first. */
  readonly calls: readonly Call[];
  /** The `externalCallId` of the call in focus. */
  readonly focus: string | undefined;
  /** The calls of this session and its user, oldest first: those that go on too. */
  readonly history: readonly PastCall[];
  /** When the user last looked into it: epoch ms. 0 if never. */
  readonly historySeenAt: number;
}

export const initialState: WidgetState = {
  connection: 'idle',
  problem: undefined,
  host: undefined,
  user: { loggedIn: false, available: false },
  visibility: undefined,
  frame: aloneInFrame,
  intent: undefined,
  intendedAt: undefined,
  fromNumber: undefined,
  voice: undefined,
  isVoiceDown: false,
  pending: [],
  calls: [],
  focus: undefined,
  history: [],
  historySeenAt: 0,
};

/** Whether HubSpot says that somebody else uses the page now. */
export function isOtherUser({ host }: WidgetState, { host: before }: WidgetState): boolean {
  return host !== undefined && before !== undefined && !isSameUser(host, before);
}

/** Whether the session of a user has ended: they have logged out, or somebody else uses the page. */
export function isUserGone(now: WidgetState, before: WidgetState): boolean {
  return (before.user.loggedIn && !now.user.loggedIn) || isOtherUser(now, before);
}

/** Whether this is the number that HubSpot asked to dial, however it is written. */
export function isIntended({ intent }: WidgetState, number: string | undefined): boolean {
  return intent !== undefined && number !== undefined && isSameNumber(intent.phoneNumber, number);
}
