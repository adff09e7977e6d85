/** What a person asks for by pressing something: asked as a cancelable event, then carried out. */
import type { EngagementDraft, Party } from '../call/index.js';
import type { ObjectCoordinates } from '../protocol/index.js';
import type { CallingBridge } from './calling-bridge.js';
import type { Commands } from './commands.js';

/** Names the call that is meant. */
export interface CallReference {
  readonly externalCallId: string;
}

/** The requests and their details. */
export interface RequestDetails {
  /** Call this number. */
  'hs-call-request': {
    /** As it is dialled: without spaces and brackets. */
    readonly toNumber: string;
    readonly fromNumber: string | undefined;
    readonly party: Party | undefined;
  };
  'hs-answer-request': CallReference;
  'hs-decline-request': CallReference;
  'hs-hang-up-request': CallReference;
  'hs-mute-request': CallReference & { readonly muted: boolean };
  'hs-hold-request': CallReference & { readonly held: boolean };
  /** Send these digits: `0`–`9`, `*`, `#`, `A`–`D`. */
  'hs-dtmf-request': CallReference & { readonly digits: string };
  /** Hand the call over: at once, or `attended` after a consultation. */
  'hs-transfer-request': CallReference & {
    readonly toNumber: string;
    readonly attended: boolean;
    /** The consultation that is held already: its other end takes the call over now. */
    readonly consultation?: string;
  };
  /** Make one call of this and another. */
  'hs-merge-request': CallReference & { readonly other: string };
  /** Stop the ringing of this call. */
  'hs-silence-request': CallReference;
  /** Ask for the microphone again. */
  'hs-microphone-request': CallReference;
  'hs-record-request': CallReference & { readonly recording: boolean };
  /** The user is done with the call. */
  'hs-complete-request': CallReference & {
    readonly engagement?: EngagementDraft;
    readonly hideWidget?: boolean;
  };
  /** Nothing more will come of the call: closes it in HubSpot's help desk. */
  'hs-finalize-request': CallReference;
  'hs-log-in-request': undefined;
  'hs-log-out-request': undefined;
  'hs-availability-request': { readonly available: boolean };
  /** Show this record. */
  'hs-navigate-request': {
    readonly objectCoordinates: ObjectCoordinates;
    readonly openIn?: 'CURRENT_TAB' | 'NEW_TAB';
  };
}

export type RequestName = keyof RequestDetails;

/** One request with the detail that belongs to it. */
export type Request = {
  [K in RequestName]: { readonly name: K; readonly detail: RequestDetails[K] };
}[RequestName];

/** Says what is only a message to HubSpot; false if it takes a phone to carry the request out. */
export function sayRequest(
  { name, detail }: Request,
  bridge: Commands & Pick<CallingBridge, 'updateCall'>,
): boolean {
  switch (name) {
    case 'hs-log-in-request':
      bridge.userLoggedIn();
      return true;
    case 'hs-log-out-request':
      bridge.userLoggedOut();
      return true;
    case 'hs-availability-request':
      if (detail.available) bridge.userAvailable();
      else bridge.userUnavailable();
      return true;
    case 'hs-finalize-request':
      bridge.finalizeEngagement(detail);
      return true;
    case 'hs-navigate-request':
      bridge.navigateToRecord(detail);
      return true;
    case 'hs-complete-request': {
      const { engagement, ...completed } = detail;
      if (engagement) bridge.updateCall({ externalCallId: completed.externalCallId, engagement });
      bridge.callCompleted(completed);
      return true;
    }
    default:
      return false;
  }
}
