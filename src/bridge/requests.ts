/** What a person asks for by pressing something: asked as a cancelable event, then carried out. */
import { findCall, type EngagementDraft, type Party, type WidgetState } from '../call/index.js';
import type { ObjectCoordinates } from '../protocol/index.js';

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
  'hs-transfer-request': CallReference & { readonly toNumber: string; readonly attended: boolean };
  'hs-record-request': CallReference & { readonly recording: boolean };
  /** The user is done with the call. */
  'hs-complete-request': CallReference & {
    readonly engagement?: EngagementDraft;
    readonly hideWidget?: boolean;
  };
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

/** Whether a phone seems to have done what it was asked to: something about the call is different. */
export function isCarriedOut({ name, detail }: Request, now: WidgetState, before: WidgetState): boolean {
  switch (name) {
    case 'hs-call-request':
      return now.calls.at(-1)?.externalCallId !== before.calls.at(-1)?.externalCallId;
    case 'hs-answer-request':
    case 'hs-decline-request':
    case 'hs-hang-up-request':
      return findCall(now, detail.externalCallId)?.phase !== findCall(before, detail.externalCallId)?.phase;
    case 'hs-mute-request':
    case 'hs-hold-request':
    case 'hs-record-request':
      return findCall(now, detail.externalCallId) !== findCall(before, detail.externalCallId);
    default:
      return true; // nothing shows it
  }
}
